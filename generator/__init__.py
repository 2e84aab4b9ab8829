"""A generator for fact-check microsites: YAML claim records in, proved pages out."""

__version__ = "0.1.0"

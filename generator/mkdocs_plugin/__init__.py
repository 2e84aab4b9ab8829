"""The only room that knows MkDocs and its theme Material."""

from generator.mkdocs_plugin.plugin import FactcheckPlugin

__all__ = ["FactcheckPlugin"]

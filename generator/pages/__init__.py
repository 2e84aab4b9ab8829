"""An Archive becomes pages and assets: plain values that any Markdown site builder can take."""

from generator.pages.page import Asset, Page, Settings
from generator.pages.site import build

__all__ = ["Asset", "Page", "Settings", "build"]

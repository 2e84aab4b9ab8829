"""An Archive becomes pages and assets: plain values that any Markdown site builder can take."""

from generator.pages.page import START, Asset, Page, Settings
from generator.pages.site import build

__all__ = ["START", "Asset", "Page", "Settings", "build"]

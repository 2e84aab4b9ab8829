"""Reads live pages: the only room that opens a connection, and only to public addresses."""

"""Findings are reported; folders and files are brought to exactly the state wanted."""

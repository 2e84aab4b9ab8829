"""What somebody proposes becomes the beginning of a record: text, never a file."""

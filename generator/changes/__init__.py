"""Two states of the records: what changed, what must be told, and what it means."""

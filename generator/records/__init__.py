"""Files become records: reading YAML with positions, and one model a kind of record."""

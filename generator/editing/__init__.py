"""The editor's lint: what a careful editor would say of the words, and why; warnings only."""

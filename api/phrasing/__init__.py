"""How may a language model put an answer into words?  Only what the passages bear out is shown."""

"""How does a file become a frozen text?  Bytes in; a Paper out, its offsets those of the file."""

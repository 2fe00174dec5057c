"""How does a Word file become a frozen text?  Its XML parts in; words, styles and notes in reading order out."""

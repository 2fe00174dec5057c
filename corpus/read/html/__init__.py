"""How does a web page become a frozen text?  Its tree in; the article's blocks and notes out, the rest told apart."""

"""How is what was typed to be read?  A query in; what is ranked by, what must hold, and how it was read out."""

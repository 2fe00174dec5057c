"""Does what is written hold?  A sentence and the passages it cites in; what bears it out, and what does not, out."""

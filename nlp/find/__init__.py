"""Which passage says it?  A query in; ranked hits out."""

"""How does a style print a reference?  CSL items and a style in; notes, citations and bibliographies out.

Written after the CSL 1.0.2 specification (Zelle, Karcher and others, citationstyles.org) and its schema.
"""

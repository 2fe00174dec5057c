"""Which words point back at a note, a work or a reference entry, and at which?"""

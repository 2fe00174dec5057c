"""Which papers are the entries of a list of references about?"""

"""Which names of one paper are the same?"""

"""Which names give themselves away by their words?"""

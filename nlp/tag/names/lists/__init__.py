"""Which names are known beforehand?"""

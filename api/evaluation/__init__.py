"""How good is search on these queries?"""

"""How do figures look over the years?"""

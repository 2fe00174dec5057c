"""Which figures are asked for, and how are they listed?"""

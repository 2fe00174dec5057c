"""Which numbers measure something, and in which unit?"""

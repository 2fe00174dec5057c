"""Which short forms does a paper define, and where do they stand?"""

"""Which words are notes, and which words do they stand behind?"""

"""What does it mean, which passage says it, and how is it cited?"""

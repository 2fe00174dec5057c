"""What does a reader see in a browser?"""

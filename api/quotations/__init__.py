"""What did a reader pick, and how does it come out again?"""

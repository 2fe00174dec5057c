"""What does a reader get for a query?"""

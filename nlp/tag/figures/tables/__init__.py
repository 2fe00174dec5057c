"""What does a cell of a table say?"""

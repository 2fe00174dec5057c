"""What is shown beside the text, what belongs to it, and which sentences refer to it?"""

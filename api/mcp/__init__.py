"""What does an assistant get?  Its questions over the Model Context Protocol in; the records of every door out."""

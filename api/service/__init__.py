"""What does a program get over HTTP?  The records of the command line, under /api/v1."""

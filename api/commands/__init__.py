"""What can I type?  The commands, one file a group; each is a function that asks the library and writes records."""

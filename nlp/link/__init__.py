"""Who is the same as whom?  Entities of single papers and a user's corrections in; identities of the library out."""

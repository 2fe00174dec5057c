"""Two short papers with notes, for tests of citing."""

WELLS = """The wells of Elm

By Ada Cole

May 2012

The council of Elm paid 5 million euros for the pumps in 2001.¹ Nobody counted the wells that ran dry in the same year.

In Ash the river fell by a third between 2004 and 2009, as the gauge at the mill shows.² The mill closed.

1 River Office, Annual Report 2002 (Elm: River Office, 2003), 14.
2 Ibid., 20.
"""
DAMS = (
    "Dams of the north\n\nBy Otto Zell\n\n2015\n\nA dam was built at Oak for 3 million dollars, and failed in 2014.\n"
)

"""How is a place of the library cited in new writing?  A locator or a hit in; notes, entries and links out."""

"""What stands on the pages of a PDF?  Glyphs with places in; lines, blocks and their roles out."""

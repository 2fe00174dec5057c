"""Which piece is what?  A text in; headings, paragraphs, lists, tables, captions and furniture out."""

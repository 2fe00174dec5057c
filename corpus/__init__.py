"""What does the paper say, and where?  Reading, blocks, notes, exhibits, passages and the store."""

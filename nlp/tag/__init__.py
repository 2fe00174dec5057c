"""What is named and what is counted?  Passages in; mentions, entities and figures out."""

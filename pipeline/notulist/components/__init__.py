"""spaCy components: everything that we find out becomes a Span on the Doc."""

"""The corpus: authored minutes with gold labels, and labelled real passages."""

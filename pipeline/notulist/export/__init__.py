"""From rows to files that analysts open."""

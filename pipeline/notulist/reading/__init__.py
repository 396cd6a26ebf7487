"""From a path to a Source. A reader knows nothing of spaCy."""

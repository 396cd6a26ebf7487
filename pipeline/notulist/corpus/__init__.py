"""Labelled minutes: their format, and the way from it to Docs."""

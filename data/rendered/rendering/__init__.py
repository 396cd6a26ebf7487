"""Rendering of authored minutes in many layouts, with gold boundaries, and the check against it."""

"""Usual Dutch and Flemish first names (data/names)."""

from __future__ import annotations

from functools import cache

from notulist.resources import resource


@cache
def first_names() -> tuple[str, ...]:
    """The names, each with its capital."""
    return tuple(resource("names/first_names.txt").read_text(encoding="utf-8").split())

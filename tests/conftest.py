"""What more than one test needs."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
import spacy
from hypothesis import settings
from spacy.language import Language
from spacy.tokens import Doc

from notulist.reading.source import from_text

# The same examples in every CI run: a rare one is for a developer to meet, not for a release.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

CHECKOUT = Path(__file__).parents[1]
SHARED = CHECKOUT.parent / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs the extra transformers where that isn't installed."""
    absent = [name for name in ("torch", "transformers", "onnx") if find_spec(name) is None]
    for item in items:
        if absent and item.get_closest_marker("torch"):
            item.add_marker(pytest.mark.skip(reason=f"{', '.join(absent)}: not installed"))


@pytest.fixture(scope="session")
def splitter() -> Language:
    """A pipeline that splits and reads the meeting, nothing more."""
    nlp = spacy.blank("nl_minutes")
    nlp.add_pipe("notulist_splitter")
    nlp.add_pipe("notulist_meeting")
    return nlp


@pytest.fixture(scope="session")
def split(splitter: Language) -> Callable[[str], Doc]:
    """A function that splits a plain text."""
    return lambda text: splitter(from_text(text, "notulen.txt"))


@pytest.fixture(scope="session")
def lrt() -> Path:
    """The public minutes that our design started from."""
    path = SHARED / "minutes" / "lrt-2023-04-06.txt"
    if not path.exists():
        pytest.skip("../shared/minutes is absent: real minutes don't ship with the project")
    return path


@pytest.fixture(scope="session")
def sample() -> Callable[[], list[Path]]:
    """The sample minutes that ship with the project."""
    folder = CHECKOUT / "data" / "sample" / "minutes"
    return lambda: sorted(path for path in folder.iterdir() if path.is_file())

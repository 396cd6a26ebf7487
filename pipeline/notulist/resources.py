"""Where the files that the package ships with lie: in a wheel and in a checkout alike."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
# The build maps these into notulist/resources/ (pyproject.toml, force-include).
_CHECKOUT = {
    "nl_notulist": "models/nl_notulist",
    "nl_notulist_fast": "models/nl_notulist_fast",
    "actors/actors.csv": "data/actors/actors.csv",
    "actors/common_words.txt": "data/actors/common_words.txt",
    "names/first_names.txt": "data/names/first_names.txt",
}


def resource(name: str) -> Path:
    """The path of a shipped file or folder, e.g. "nl_notulist" or "actors/actors.csv".

    Raises FileNotFoundError where neither the wheel nor the checkout holds it.
    """
    installed = _PACKAGE / "resources" / name
    if installed.exists():
        return installed
    checkout = _PACKAGE.parents[1] / _CHECKOUT[name]
    if checkout.exists():
        return checkout
    raise FileNotFoundError(f"{name}: neither {installed} nor {checkout} exists")

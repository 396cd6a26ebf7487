"""Render authored minutes as PDF and DOCX in many layouts, each with its gold beside it.

    python data/rendered/render.py --output DIR [--only 3,17] [--scans]

README.md says what comes out.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from rendering import office
from rendering.layouts import read_layouts
from rendering.make import make
from rendering.scans import scan

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--only", help="numbers of layouts, with commas; all where left out")
    parser.add_argument("--scans", action="store_true", help="some as pictures of pages, too")
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    wanted = {int(number) for number in arguments.only.split(",")} if arguments.only else None
    layouts = [one for one in read_layouts() if wanted is None or one.number in wanted]
    for path in make(arguments.output, layouts):
        print(path)
    if any(one.converted for one in layouts) and not office.available():
        print("soffice isn't here: what it converts is left out")
    if arguments.scans:
        for path in scan(arguments.output, layouts):
            print(path)

"""Read and split rendered minutes and say where that isn't as their gold has it.

    python data/rendered/check.py DIR [--failures 5] [--only 3,17]

Prints figures by file and by feature of the layouts, then failures. Columns: P, R, F1 of bullets
and actions found exactly; F1 of headings; their numbers right; bullets under the right heading;
gold texts whole and in order in the Source; bullets with attendance in them; bullets with furniture
or footnotes in them; letters lost and invented; texts shown though deleted or covered.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from rendering.layouts import read_layouts
from rendering.report import HEAD, by_feature, check, problems, row, told
from rendering.result import Result
from rendering.scans import scanned


def main(folder: Path, shown: int, only: set[int]) -> None:
    """Check a folder and print all that there is to say."""
    table = read_layouts()
    layouts = [one for one in (*table, *scanned(table)) if not only or one.number in only]
    results = check(folder, layouts)
    print(HEAD)
    for layout, result in results.items():
        if isinstance(result, Result):
            print(row(layout.name, [result]))
        else:
            print(f"{layout.name[:34]:34} can't be read: {result}")
    print(f"\n{HEAD}")
    for feature, group in by_feature(results).items():
        print(row(feature, group))
    print("\nProblems")
    for problem, count in problems(results).most_common():
        print(f"{count:5} {problem}")
    for layout, result in results.items():
        if isinstance(result, Result) and result.failures and shown:
            print(f"\n{layout.name}: {', '.join(layout.features)}")
            for failure in result.failures[:shown]:
                print(told(failure))
            if len(result.failures) > shown:
                print(f"  … {len(result.failures) - shown} more")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--failures", type=int, default=5, help="how many to print of each file")
    parser.add_argument("--only", default="", help="numbers of layouts, with commas")
    arguments = parser.parse_args()
    numbers = {int(number) for number in arguments.only.split(",") if number}
    main(arguments.folder, arguments.failures, numbers)

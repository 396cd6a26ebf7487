"""The command line: each command parses, checks and calls one plain function."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run `notulist`; exit code 0 fine, 1 some inputs failed, 2 wrong use, 130 interrupted."""
    from notulist.cli.app import app
    from notulist.cli.options import chosen_language
    from notulist.errors import NotulistError
    from notulist.messages import say

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app(standalone_mode=True)
    except KeyboardInterrupt:
        print(say("interrupted", chosen_language(sys.argv)), file=sys.stderr)  # noqa: T201
        sys.exit(130)
    except NotulistError as error:
        print(error.in_language(chosen_language(sys.argv)), file=sys.stderr)  # noqa: T201
        sys.exit(2)

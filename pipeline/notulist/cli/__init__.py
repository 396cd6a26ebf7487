"""The command line: each command parses, checks and calls one plain function."""


def main() -> None:
    raise SystemExit(2)

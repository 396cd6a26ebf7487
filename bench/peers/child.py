"""One peer in a process of its own, perhaps with another Python: `python -m peers.child NAME`.

In: lines of JSON, [path, make]. Out: a line of JSON that tells its version, then one a document.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import time
from pathlib import Path


def main() -> None:
    """Split what standard input names."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints is no answer
    peer = importlib.import_module(f"peers.{sys.argv[1]}")
    try:
        told = {"version": peer.version()}
    except (ImportError, FileNotFoundError) as error:
        told = {"absent": str(error)}
    print(json.dumps(told), file=answers, flush=True)
    if "absent" in told:
        return
    documents = [json.loads(line) for line in sys.stdin]
    for path, make in documents[:1]:
        _split(peer, path, make)  # so that loading isn't counted
    for path, make in documents:
        print(json.dumps(_split(peer, path, make)), file=answers, flush=True)


def _split(peer: object, path: str, make: str) -> dict[str, object]:
    start = time.perf_counter()
    try:
        rows = peer.rows(Path(path), make)  # type: ignore[attr-defined]
    except Exception as error:  # a peer may raise whatever it likes: the table says so
        return {"failed": f"{type(error).__name__}: {error}", "seconds": 0.0, "rows": []}
    return {"rows": rows, "seconds": time.perf_counter() - start}


if __name__ == "__main__":
    main()

"""Where outputs go: checked before the work, replaced whole or not at all."""

from __future__ import annotations

import shutil
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from notulist.errors import ExportError

SUFFIXES: tuple[str, ...] = (".csv", ".xlsx", ".parquet", ".jsonl")
_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def suffix_of(path: Path, suffixes: Sequence[str] = SUFFIXES) -> str:
    """One of `suffixes`. Raises ExportError X01 for any other."""
    suffix = path.suffix.lower()
    if suffix not in suffixes:
        allowed = ", ".join(suffixes)
        raise ExportError("X01", name=path, extension=path.suffix, allowed=allowed)
    return suffix


def check_writable(path: Path, suffixes: Sequence[str] = SUFFIXES) -> None:
    """Nothing, where an output can be written at `path`; what stands there is left as it is.

    Raises ExportError: X01 unknown suffix, X02 not a file, X03 no such folder, X04 not allowed.
    """
    suffix_of(path, suffixes)
    try:
        if path.exists() and not path.is_file():
            raise ExportError("X02", name=path)
        if not path.parent.is_dir():
            raise ExportError("X03", name=path, folder=path.parent)
        _try_writing(path.resolve())
    except OSError as error:
        raise ExportError("X04", name=path, cause=cause_of(error)) from error


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to; takes its place at the end, is removed on any failure.

    Raises ExportError X05 for an OSError.
    """
    target = path.resolve()
    beside = _beside(target)
    try:
        yield beside
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    except OSError as error:
        raise ExportError("X05", name=path, cause=cause_of(error)) from error
    finally:
        beside.unlink(missing_ok=True)


def cause_of(error: BaseException) -> str:
    """What went wrong, without the path that the message names already."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def _try_writing(target: Path) -> None:
    if target.exists():
        if not target.stat().st_mode & _WRITE:  # a new file would take the place of a protected one
            raise PermissionError(13, "the file is read-only")
        with target.open("r+b"):  # fails where another program holds it
            pass
    beside = _beside(target)
    try:
        beside.touch(exist_ok=False)
    finally:
        beside.unlink(missing_ok=True)


def _beside(target: Path) -> Path:
    return target.with_name(f".notulist-{uuid4().hex}{target.suffix}")

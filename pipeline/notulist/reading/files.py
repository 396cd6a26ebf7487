"""From what a user names (files, folders, patterns, ZIP archives) to the files to read."""

from __future__ import annotations

import glob
import os
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from notulist.errors import ReadError
from notulist.reading import display_name, read_bytes
from notulist.reading.formats import DOCUMENTS, FORMATS, SUPPORTED, unsupported
from notulist.reading.source import Source

MOST_MEMBER_BYTES = 500_000_000
"""Of one file in an archive, unpacked."""
MOST_ARCHIVE_BYTES = 4_000_000_000
"""Of all files in an archive that we would read, unpacked."""

_ENCRYPTED = 1
_UTF8_NAME = 0x800
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read. Small and picklable: the bytes come only with `load`."""

    name: str
    """As Source.name."""
    path: Path
    """The file itself, or the archive it is in."""
    member: int | None = None
    """Which entry of the archive, in the order of its directory."""

    def load(self) -> bytes:
        """The bytes of the file. Raises ReadError: R01, R05, R10 if they can't be had."""
        try:
            if self.member is None:
                return self.path.read_bytes()
            with zipfile.ZipFile(self.path) as archive:
                return archive.read(archive.infolist()[self.member])
        except FileNotFoundError as error:
            raise ReadError("R01", name=self.name) from error
        except OSError as error:
            cause = error.strerror or str(error)
            raise ReadError("R10", name=self.name, cause=cause) from error
        except (*_BROKEN, IndexError) as error:
            raise _broken(self.name, error) from error

    def read(self, *, ocr: bool = False) -> Source:
        """The Source of the file; ocr: as for `notulist.read`. Raises ReadError."""
        return read_bytes(self.load(), self.name, ocr=ocr)


Found = Input | ReadError


def find(paths: Sequence[str | Path]) -> Iterator[Found]:
    """The files that these paths stand for, in order, each file once.

    A folder gives what lies in it at any depth, sorted: files we can read and ZIP archives, but no
    hidden ones and none of Word's lock files (~$...). An archive gives its files likewise; one in
    another is an error, R14. A pattern (*, ?, [], **) gives what it matches. Of what we can't read
    they give an error for what may hold minutes (`formats.DOCUMENTS`: .doc, .rtf, ...); all else
    (pictures, tables) is passed over, unless the user named the file itself.

    What can't be had comes in its place as a ReadError, so that the rest goes on: R01 absent,
    R05 a broken archive, R07 a type that we can't read, R08 nothing to read in it, R10 not to be
    opened, R12 encrypted, R13 too large.
    """
    seen: set[tuple[str, int | str | None]] = set()
    for path in paths:
        for found in _expand(path):
            key = _key(found)
            if key not in seen:
                yield found
            seen.add(key)


def _key(found: Found) -> tuple[str, int | str | None]:
    """The same for the same file, or for the same error about it."""
    if isinstance(found, Input):
        return os.path.realpath(found.path), found.member
    return os.path.abspath(str(found.values["name"])), found.code


def _expand(path: str | Path) -> Iterator[Found]:
    name = display_name(path)
    if os.path.isdir(path):
        yield from _or_nothing(_folder(path), name)
    elif os.path.lexists(path):
        yield from _file(path)
    elif glob.has_magic(str(path)):
        yield from _or_nothing(_pattern(str(path)), name)
    else:
        yield ReadError("R01", name=name)


def _or_nothing(found: Iterable[Found], name: str) -> Iterator[Found]:
    """What was found, or the error that says there was nothing."""
    nothing = True
    for one in found:
        nothing = False
        yield one
    if nothing:
        yield ReadError("R08", name=name, supported=SUPPORTED)


def _file(path: str | Path) -> Iterator[Found]:
    """A file that the user named: one that we can't read is an error, not to be passed over."""
    name = display_name(path)
    extension = PurePosixPath(name).suffix.lower()
    if extension == ".zip":
        yield from _or_nothing(_archive(path), name)
    elif extension in FORMATS:
        yield Input(name, Path(path))
    else:
        yield unsupported(name, extension)


def _folder(path: str | Path) -> Iterator[Found]:
    errors: list[OSError] = []
    for folder, folders, files in os.walk(path, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not _is_passed_over(name))
        for name in sorted(files):
            yield from _found_file(os.path.join(folder, name))
    for error in errors:
        name = display_name(error.filename or path)
        yield ReadError("R10", name=name, cause=error.strerror or str(error))


def _pattern(pattern: str) -> Iterator[Found]:
    for path in sorted(glob.glob(pattern, recursive=True)):
        if os.path.isdir(path):
            yield from _folder(path)
        else:
            yield from _found_file(path)


def _found_file(path: str) -> Iterator[Found]:
    """A file that we came upon: one that we can't read is passed over, unless a document."""
    name = display_name(path)
    extension = PurePosixPath(name).suffix.lower()
    if _is_passed_over(os.path.basename(path)):
        return
    if extension == ".zip":
        yield from _archive(path)
    elif extension in FORMATS:
        yield Input(name, Path(path))
    elif extension in DOCUMENTS:
        yield unsupported(name, extension)


def _archive(path: str | Path) -> Iterator[Found]:
    name = display_name(path)
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except OSError as error:
        yield ReadError("R10", name=name, cause=error.strerror or str(error))
        return
    except (*_BROKEN, ValueError) as error:
        yield _broken(name, error)
        return
    # Of two entries of one name the last counts, as in any unpacker.
    wanted = {_inner_name(info): place for place, info in enumerate(members) if _is_wanted(info)}
    size = sum(members[place].file_size for place in wanted.values() if _is_read(members[place]))
    if size > MOST_ARCHIVE_BYTES:
        yield ReadError("R13", name=name, size=size, limit=MOST_ARCHIVE_BYTES)
        return
    for info in members:
        if _extension(info) == ".zip" and not info.is_dir():
            yield ReadError("R14", name=f"{name}/{_inner_name(info)}")
    for inner, place in sorted(wanted.items()):
        yield _member(f"{name}/{inner}", Path(path), place, members[place])


def _member(name: str, path: Path, place: int, info: zipfile.ZipInfo) -> Found:
    if not _is_read(info):
        return unsupported(name, _extension(info))
    if info.flag_bits & _ENCRYPTED:
        return ReadError("R12", name=name)
    if info.file_size > MOST_MEMBER_BYTES:
        return ReadError("R13", name=name, size=info.file_size, limit=MOST_MEMBER_BYTES)
    return Input(name, path, place)


def _is_wanted(info: zipfile.ZipInfo) -> bool:
    inner = PurePosixPath(_inner_name(info))
    told = (_is_read(info) or _extension(info) in DOCUMENTS) and not info.is_dir()
    return told and not any(map(_is_passed_over, inner.parts))


def _is_read(info: zipfile.ZipInfo) -> bool:
    return _extension(info) in FORMATS


def _extension(info: zipfile.ZipInfo) -> str:
    return PurePosixPath(_inner_name(info)).suffix.lower()


def _inner_name(info: zipfile.ZipInfo) -> str:
    """The name of an entry as text and never as a way out: without root, `.` and `..`.

    Names that aren't marked as UTF-8 are often UTF-8 all the same.
    """
    name = info.filename
    if not info.flag_bits & _UTF8_NAME:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = info.filename
    parts = name.replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", ".."))


def _is_passed_over(name: str) -> bool:
    return name.startswith((".", "~$")) or name == "__MACOSX"


def _broken(name: str, error: Exception) -> ReadError:
    cause = (str(error) or type(error).__name__).rstrip(".")
    return ReadError("R05", name=name, format="ZIP", cause=cause)

"""A scikit-learn pipeline on disk: a skops archive, and a small meta.json that vouches for it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import srsly

from notulist.errors import ModelError

FORMAT = 1
"""Version of what `pack` writes; raise it when an older notulist can't read it."""
ARCHIVE = "pipeline.skops"
META = "meta.json"

# The only types beyond skops' own list that an archive may hold. Whoever adds one: it must not run
# code of the archive's maker when it is built or called.
TRUSTED: tuple[str, ...] = (
    "sklearn.calibration._CalibratedClassifier",
    "sklearn.calibration._SigmoidCalibration",
    "sklearn.calibration._TemperatureScaling",
)


@dataclass(frozen=True, slots=True)
class Meta:
    """What meta.json says about the archive beside it."""

    format: int
    labels: tuple[str, ...]
    """In the order of the probabilities' columns; empty: not trained, no archive."""
    sha256: str
    """Of the archive's bytes, in hexadecimal."""
    sklearn: str
    """Version of scikit-learn that wrote it."""


def pack(pipeline: Any | None) -> tuple[bytes, bytes]:
    """(meta.json, archive) of a fitted scikit-learn pipeline; None gives an empty archive."""
    if pipeline is None:
        return _encode(Meta(FORMAT, (), sha256(b"").hexdigest(), "")), b""
    import sklearn
    from skops.io import dumps

    archive = dumps(pipeline, compression=_DEFLATED, compresslevel=6)
    labels = tuple(str(label) for label in pipeline.classes_)
    digest = sha256(archive).hexdigest()
    return _encode(Meta(FORMAT, labels, digest, sklearn.__version__)), archive


def unpack(meta_json: bytes, archive: bytes, folder: str) -> Any | None:
    """The pipeline of `pack`, None where it was untrained.

    folder: where it came from, for the message. Raises ModelError: M03 other bytes than meta.json
    says, M04 another format, M05 a type out of TRUSTED's reach, M07 unreadable.
    """
    meta = _decode(meta_json, folder)
    if sha256(archive).hexdigest() != meta.sha256:
        raise ModelError("M03", folder=folder, file=ARCHIVE)
    return _loads(archive, meta, folder) if meta.labels else None


def to_message(pipeline: Any | None) -> bytes:
    """Both files of `pack` as one run of bytes."""
    meta, archive = pack(pipeline)
    data: bytes = srsly.msgpack_dumps({META: meta, ARCHIVE: archive})
    return data


def from_message(data: bytes, name: str) -> Any | None:
    """The pipeline of `to_message`. name: of the component, for errors, which are `unpack`'s."""
    message = srsly.msgpack_loads(data)
    return unpack(message[META], message[ARCHIVE], name)


def write_folder(pipeline: Any | None, folder: Path) -> None:
    """Write both files of `pack` into `folder`, which is made where it is absent."""
    folder.mkdir(parents=True, exist_ok=True)
    for file, data in zip((META, ARCHIVE), pack(pipeline), strict=True):
        (folder / file).write_bytes(data)


def read_folder(folder: Path) -> Any | None:
    """What `write_folder` wrote. Raises ModelError M02 (a file is missing) and `unpack`'s."""
    for file in (META, ARCHIVE):
        if not (folder / file).is_file():
            raise ModelError("M02", folder=folder, file=file)
    meta, archive = ((folder / file).read_bytes() for file in (META, ARCHIVE))
    return unpack(meta, archive, str(folder))


_DEFLATED = 8  # zipfile.ZIP_DEFLATED


def _loads(archive: bytes, meta: Meta, folder: str) -> Any:
    import sklearn
    from skops.io import get_untrusted_types, loads
    from skops.io.exceptions import UntrustedTypesFoundException

    try:
        return loads(archive, trusted=list(TRUSTED))
    except UntrustedTypesFoundException as error:
        types = sorted(set(get_untrusted_types(data=archive)) - set(TRUSTED))
        raise ModelError("M05", folder=folder, types=", ".join(types)) from error
    except Exception as error:
        # skops raises whatever a changed class of scikit-learn makes it stumble over.
        raise ModelError(
            "M07",
            folder=folder,
            file=ARCHIVE,
            cause=f"{type(error).__name__}: {error}",
            made=meta.sklearn,
            here=sklearn.__version__,
        ) from error


def _encode(meta: Meta) -> bytes:
    return (json.dumps(asdict(meta), indent=2) + "\n").encode()


def _decode(meta_json: bytes, folder: str) -> Meta:
    try:
        fields = json.loads(meta_json)
        found = fields["format"]
    except (ValueError, TypeError, KeyError) as error:
        raise ModelError("M03", folder=folder, file=META) from error
    if found != FORMAT:
        raise ModelError("M04", folder=folder, found=found, expected=FORMAT)
    return Meta(found, tuple(fields["labels"]), fields["sha256"], fields["sklearn"])

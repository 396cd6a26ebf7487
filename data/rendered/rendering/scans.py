"""PDFs without any text: pages as a scanner sees them, a little turned and with noise."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from rendering.gold import read_gold, write_gold
from rendering.layouts import Layout

SCANNED = (1, 9, 16, 32)
"""Numbers of the layouts that are scanned too."""
_DPI = 150


def scanned(layouts: Iterable[Layout]) -> list[Layout]:
    """The layouts of scans: 81 is a scan of 1."""
    own = (one for one in layouts if one.number in SCANNED)
    return [replace(one, number=80 + one.number, make="scan") for one in own]


def scan(folder: Path, layouts: Iterable[Layout]) -> list[Path]:
    """Scan the rendered PDFs in a folder, with their gold; the paths of the scans."""
    written = []
    for layout in scanned(layouts):
        rendered = folder / f"{layout.number - 80:02d}-{layout.document}.pdf"
        path = folder / layout.name
        path.write_bytes(_scan(rendered, layout.number))
        write_gold(path, read_gold(rendered))
        written.append(path)
    return written


def _scan(file: Path, seed: int) -> bytes:
    random = np.random.default_rng(seed)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    pdf = pypdfium2.PdfDocument(file)
    for page in pdf:
        sheet = page.render(scale=_DPI / 72, grayscale=True).to_pil().convert("L")
        turned = sheet.rotate(
            float(random.uniform(-0.8, 0.8)), Image.Resampling.BICUBIC, fillcolor=255
        )
        pixels = np.asarray(turned, dtype=np.float32)
        noisy = pixels * 0.94 + random.normal(0, 12, pixels.shape)
        picture = io.BytesIO()
        image = Image.fromarray(np.clip(noisy, 0, 255).astype(np.uint8))
        image.save(picture, "JPEG", quality=60)
        canvas.setPageSize(page.get_size())
        canvas.drawImage(ImageReader(picture), 0, 0, *page.get_size())
        canvas.showPage()
    pdf.close()
    canvas.save()
    return buffer.getvalue()

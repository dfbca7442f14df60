"""Makes a screenshot small: at most 256 colours, as an indexed PNG."""

import base64
import struct
import zlib

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import BrowserContext

_COLOURS = 256
_ROUNDS = 8
_AT_ONCE = 4096
_BAYER = (np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) + 0.5) / 16
_DECODE = """async (png) => {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const pen = canvas.getContext("2d");
  pen.drawImage(picture, 0, 0);
  const { data } = pen.getImageData(0, 0, picture.width, picture.height);
  const read = new FileReader();
  await new Promise((done) => { read.onload = done; read.readAsDataURL(new Blob([data])); });
  return { width: picture.width, height: picture.height, pixels: read.result.split(",")[1] };
}"""


def indexed(png: bytes, context: BrowserContext) -> bytes:
    """The picture with the colours that serve it best; a browser decodes it."""
    page = context.new_page()  # an empty one, whose policy lets it read what it is given
    told = page.evaluate(_DECODE, base64.b64encode(png).decode())
    page.close()
    raw = np.frombuffer(base64.b64decode(told["pixels"]), np.uint8)
    pixels = raw.reshape(told["height"], told["width"], 4)[:, :, :3]
    found, place, count = np.unique(pixels.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True)
    colours = found.astype(np.float32)
    palette = _palette(colours, count)
    return _png(_dithered(colours, palette, place.reshape(pixels.shape[:2])), palette.round().astype(np.uint8))


def _dithered(colours: NDArray[np.float32], palette: NDArray[np.float32], place: NDArray[np.intp]) -> NDArray[np.uint8]:
    """For each pixel the nearest colour of the palette, or now and then the second, so that soft shades stay soft."""
    first = _nearest(colours, palette)
    second = _nearest(colours, palette, instead_of=first)
    way = palette[second] - palette[first]
    length = np.maximum((way**2).sum(axis=1), 1e-9)
    share = ((colours - palette[first]) * way).sum(axis=1) / length
    height, width = place.shape
    threshold = np.tile(_BAYER, (height // 4 + 1, width // 4 + 1))[:height, :width]
    return np.where(share[place] > threshold, second[place], first[place]).astype(np.uint8)


def _palette(colours: NDArray[np.float32], count: NDArray[np.int64]) -> NDArray[np.float32]:
    """The means of the colours, moved a few times to the middle of what is nearest to each."""
    weight = np.sqrt(count).astype(np.float32)  # so that a small, strong colour is not lost to a large ground
    start = np.linspace(0, len(colours) - 1, min(_COLOURS, len(colours))).astype(int)
    means: NDArray[np.float32] = colours[start]
    for _ in range(_ROUNDS):
        nearest = _nearest(colours, means)
        total = np.bincount(nearest, weight, len(means))
        for channel in range(3):
            sums = np.bincount(nearest, weight * colours[:, channel], len(means))
            means[:, channel] = np.where(total > 0, sums / np.maximum(total, 1e-9), means[:, channel])
    return means


def _nearest(
    colours: NDArray[np.float32], means: NDArray[np.float32], instead_of: NDArray[np.intp] | None = None
) -> NDArray[np.intp]:
    parts = []
    for start in range(0, len(colours), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        far = ((colours[some, None] - means) ** 2).sum(axis=2)
        if instead_of is not None:
            np.put_along_axis(far, instead_of[some, None], np.inf, axis=1)
        parts.append(far.argmin(axis=1))
    return np.concatenate(parts)


def _png(indices: NDArray[np.uint8], palette: NDArray[np.uint8]) -> bytes:
    height, width = indices.shape
    rows = np.pad(indices, ((0, 0), (1, 0)))  # 0 before each row: unfiltered
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = (
        (b"IHDR", header),
        (b"PLTE", palette.tobytes()),
        (b"IDAT", zlib.compress(rows.tobytes(), 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )

"""Chance that can be repeated: numbers that look random and follow from a seed alone."""

import hashlib
from statistics import NormalDist


def draw_normal(seed: str, place: int) -> float:
    """A draw from the standard normal distribution, the same for the same seed and place.

    >>> draw_normal("a", 0) == draw_normal("a", 0), draw_normal("a", 0) == draw_normal("a", 1)
    (True, False)
    """
    digest = hashlib.sha256(f"{seed}/{place}".encode()).digest()
    most = int.from_bytes(b"\xff" * len(digest))
    share = (int.from_bytes(digest) + 1) / (most + 1 + 1)  # never 0 and never 1
    return NormalDist().inv_cdf(share)

"""Handing over to a professional without a cloud: the page they open, and the file that they sign."""

from unknot.handing.page import PAGE_NAME, hand_over_page
from unknot.handing.signed import happening_in, read_signed

__all__ = ["PAGE_NAME", "hand_over_page", "happening_in", "read_signed"]

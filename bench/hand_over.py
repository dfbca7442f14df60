"""How large the hand-over is each way: the page that goes out, and what comes back signed, as files and packed.

Packed is what a QR code would have to hold: the page with gzip, or the payload deflated with its key and signature.

Run: python3 x.py bench hand_over
"""

import gzip
import json
import zlib
from datetime import UTC
from typing import Any

from tests.course import course_of
from tests.signing import HAND_OVER, Professional

from unknot.handing import hand_over_page
from unknot.knowledge import load_knowledge

DAYS = 60
KEY_AND_SIGNATURE = 32 + 64
LARGEST_CODE = 2_953  # bytes in a QR code of version 40 with the least correction
POINTS = ("UT1", "UT2", "LS1", "LS2", "RM1", "IS1")
STEP = {"technique": "sustained-pressure", "tool": "hands", "side": "left", "seconds": 45, "repetitions": 2}
GUN = {"of": "tool", "id": "gun", "left_out": True, "pain_0_10": None, "hold_s": None}
NOTE = "Take your time with each of these, breathe out slowly, and stop when it pulls into the arm."
SIGNED: dict[str, dict[str, Any]] = {
    "nothing tighter": {},
    "three limits and a note": {"tightening": {"pain_0_10": 3, "minutes": 8, "tighter": [GUN]}, "note": NOTE},
    "a session of six steps and a note": {"steps": [STEP | {"point": point} for point in POINTS], "note": NOTE},
}


def main() -> None:
    """Print a line for each size."""
    knowledge, ada = load_knowledge(), Professional()
    course = course_of(knowledge, DAYS)
    page = hand_over_page(course.person, HAND_OVER, course.now, "unknot bench", lambda at: at.astimezone(UTC))
    packed = len(gzip.compress(page, 9))
    codes = -(-packed // LARGEST_CODE)
    print(f"page of {DAYS} days: {len(page)} bytes, packed {packed}, {codes} of the largest QR codes")
    for what, told in SIGNED.items():
        file = ada.sign(ada.guidance(course.now, **told))
        small = len(zlib.compress(json.loads(file)["payload"].encode(), 9)) + KEY_AND_SIGNATURE
        print(f"signed, {what}: {len(file)} bytes, packed {small}, {-(-small // LARGEST_CODE)} QR code")


if __name__ == "__main__":
    main()

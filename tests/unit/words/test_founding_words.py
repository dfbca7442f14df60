"""What Unknot was founded to explain and to guide is said where the person reads it."""

import pytest

from unknot.words import say

SAID = (
    ("U1", "knot-what", None, "not really a knot"),
    ("U1", "knot-what", None, "easily irritated spot in a tight band of muscle"),
    ("U2", "knot-feel", None, "referred pain"),
    ("U3", "knot-expect", None, "More comfort and easier movement"),
    ("L1", "knot-feel", None, "small, hard lump that you may feel under the skin"),
    ("L1", "palpate-UT2", None, "Feel gently through the muscle for a small, hard, tender lump under the skin"),
    ("M1", "technique-sustained-pressure", "how", "two fingers or a thumb straight onto the spot"),
    ("M2", "technique-sustained-pressure", "how", "firmly but so that you can manage it well"),
    ("M4", "technique-kneading", "how", "from the base of the neck out towards the shoulder"),
    ("M5", "technique-friction", "how", "short, brisk strokes across the tight band"),
    ("M7", "technique-sustained-pressure", "how", "cross your chest to the opposite side"),
    ("M8", "technique-settle", "how", "Let your shoulders sink"),
    ("M9", "technique-slow-movement", "how", "never into sharp pain"),
    ("M10", "technique-slow-movement", "how", "slowly from side to side"),
    ("T2", "technique-ball-pressure", "how", "your lean sets the pressure"),
    ("T3", "technique-ball-roll", "how", "pause for several seconds"),
    ("T4", "technique-cane-pressure", "how", "Hook the cane over your shoulder"),
    ("T6", "technique-ball-pressure", "how", "off the spine"),
    ("T7", "technique-electric-low", "how", "lowest speed"),
    ("R6", "rule-no-better-after-a-week", None, "more than muscle tension"),
)


@pytest.mark.parametrize(("requirement", "id", "part", "words"), SAID)
def test_what_the_protocol_asks_to_be_said_is_said(requirement: str, id: str, part: str | None, words: str) -> None:
    assert words in say(id, part), f"{requirement} is met by these words, and they are gone"

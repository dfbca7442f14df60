"""Writes tests/contract/guidance anew: what is signed, by which key, and what must come out on both sides.

.venv/bin/python -m tests.contract.record_guidance
"""

import json
from datetime import UTC, datetime
from pathlib import Path

from tests.signing import Professional

from unknot.coach import fingerprint_of

FOLDER = Path(__file__).parent / "guidance"
AT = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
TIGHTER = [
    {"of": "tool", "id": "gun", "left_out": True, "pain_0_10": None, "hold_s": None},
    {"of": "zone", "id": "Z_SHELF", "left_out": False, "pain_0_10": 2, "hold_s": 20},
]
STEP = {
    "technique": "sustained-pressure",
    "tool": "hands",
    "point": "UT2",
    "side": "right",
    "seconds": 30,
    "repetitions": 2,
    "pain_0_10": 3,
}
CASES = {
    "nothing-tighter": (1, {}),
    "everything-tighter": (
        2,
        {
            "tightening": {
                "no_pressure": True,
                "pain_0_10": 3,
                "hold_s": 30,
                "spots": 1,
                "minutes": 8,
                "sessions": 1,
                "tighter": TIGHTER,
            },
            "until": "2026-12-24",
        },
    ),
    "a-session": (3, {"steps": [STEP, {**STEP, "side": None, "point": "", "pain_0_10": None}]}),
    "letters-of-all-kinds": (
        4,
        {"name": "Dr. Zoë 李 <b>&amp;</b>", "role": 'a "quoted" \\ role', "note": "½ “so” 😀 </script> ñ"},
    ),
}


def main() -> None:
    """Write every case."""
    FOLDER.mkdir(exist_ok=True)
    for name, (seed, told) in CASES.items():
        by = Professional(seed)
        guidance = by.guidance(AT, seed, **told)
        recorded = {
            "secret_hex": (bytes([seed]) * 32).hex(),
            "guidance": guidance,
            "fingerprint": fingerprint_of(by.public_key),
            "file": json.loads(by.sign(guidance)),
        }
        text = json.dumps(recorded, indent=1, ensure_ascii=False)
        (FOLDER / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""How much a person's own words are understood: dangers seen, false hints, and how long a text takes.

Run: python3 x.py bench own_words
"""

import time

from tests.unit.screening.written import FOLDER, Written, cases_in, judge

from unknot.knowledge import load_knowledge
from unknot.screening.own_words import Lexicon, read_words

LIMIT_MS = 10.0
READINGS = 20
FILES = ("tuned", "held_out", "odd")
PLAIN = "The weather was nice and we walked to the shops to buy some bread. "
HOSTILE = ("numb arm ", "neck,", "my dad has no numb arm or hand ", "hurts in the ", "a")


def how_well(cases: list[Written], lexicon: Lexicon) -> str:
    """Dangers seen and false hints in some sentences."""
    judged = [judge(case, lexicon) for case in cases]
    wanted, places = sum(len(case.front) for case in cases), sum(len(case.places) for case in cases)
    seen = wanted - sum(len(one.missed) for one in judged)
    found = places - sum(len(one.missed_places) for one in judged)
    false = sum(len(one.false) for one in judged)
    false_places = sum(len(one.false_places) for one in judged)
    return (
        f"{len(cases)} sentences, dangers seen {seen} of {wanted}, false hints {false}, "
        f"places {found} of {places}, false places {false_places}"
    )


def milliseconds(text: str, lexicon: Lexicon) -> float:
    """How much of the processor the reading of a text takes, the least of several: other programs run meanwhile."""
    taken = []
    for _ in range(READINGS):
        started = time.process_time()
        read_words(text, lexicon)
        taken.append(time.process_time() - started)
    return min(taken) * 1e3


def main() -> None:
    """Print a line for each file of sentences and for each kind of text."""
    lexicon = load_knowledge().lexicon
    size = lexicon.reading.read_chars
    for name in FILES:
        print(f"own words, {FOLDER.name}/{name}.toml: {how_well(cases_in(name), lexicon)}")
    dense = " ".join(case.text for name in FILES for case in cases_in(name))
    texts = {"plain": PLAIN * size, "all danger": dense}
    texts |= {f"hostile {piece.strip()!r}": piece * size for piece in HOSTILE}
    for name, text in texts.items():
        taken, tenth = milliseconds(text[:size], lexicon), milliseconds(text[: size // 10], lexicon)
        ratios = f"limit {LIMIT_MS} ms, ratio {taken / LIMIT_MS:.2f}; ten times a tenth, ratio {taken / tenth / 10:.2f}"
        print(f"own words, {name}, {min(len(text), size)} characters: {taken:.2f} ms ({ratios})")


if __name__ == "__main__":
    main()

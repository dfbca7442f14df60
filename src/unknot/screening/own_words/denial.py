"""What a text says is not there: "no fever, numbness or tingling", "fever: none"."""

from collections.abc import Collection, Mapping
from itertools import pairwise

from unknot.screening.own_words.clauses import Clauses
from unknot.screening.own_words.entries import CueKind, ReadingNumbers


def denied_heads(
    text: Clauses, heads: Mapping[int, int], inside: Collection[int], reading: ReadingNumbers
) -> frozenset[int]:
    """The phrases that a "no" before them reaches: the next one in its run, and those listed after it.

    `heads` are the phrases that can be denied, by their first token, with their last. A "no" that is
    `inside` a phrase belongs to it.
    """
    denied: set[int] = set()
    words_left, listing = 0, False
    or_ahead, brought_back = _or_ahead(text), _last_brought_back(text)
    for at, is_mark in enumerate(text.is_mark):
        kind = text.kind_at(at)
        if text.begins_run(at):
            words_left, listing = 0, False
        if kind is CueKind.NEGATES and at not in inside and brought_back.get(text.clauses[at], -1) < at:
            words_left, listing = reading.negated_words + 1, False
        elif words_left and at in heads:
            denied.add(at)
            words_left, listing = reading.listed_words + 1 + heads[at] - at, True
        elif (is_mark and not or_ahead[at]) or (kind is CueKind.AND and not listing):
            words_left = 0
        words_left -= words_left > 0 and not is_mark and kind not in (CueKind.AND, CueKind.OR)
    return frozenset(denied)


def is_followed_by(text: Clauses, last: int, kinds: Collection[CueKind], reading: ReadingNumbers) -> bool:
    """True when a word of such a kind is all that is still said: "fever - none", "fever? No.", "my arm is fine"."""
    at = last + 1
    while at < len(text.tokens) and (text.is_mark[at] or text.tokens[at].word in reading.fillers):
        at += 1
    marks = text.is_mark[last + 1 : at]
    if text.kind_at(at) not in kinds or any(one and other for one, other in pairwise(marks)):
        return False
    after = text.end_of_cue(at) + 1
    return after == len(text.tokens) or text.is_mark[after]


def _or_ahead(text: Clauses) -> list[bool]:
    """For each token, whether an "or" follows in its run before another "no": only then do commas make a list.

    "No fever, severe headache" may well mean a headache; "no fever, headache or rash" cannot.
    """
    ahead = [False] * len(text.tokens)
    seen = False
    for at in reversed(range(len(text.tokens))):
        kind = text.kind_at(at)
        seen = kind is CueKind.OR or (seen and kind is not CueKind.NEGATES)
        ahead[at] = seen
        seen = seen and not text.begins_run(at)
    return ahead


def _last_brought_back(text: Clauses) -> dict[int, int]:
    """For each clause, the last "before" or "like this": "never had this before" says that it is there now."""
    cues = (cue for run in text.cues_of_run.values() for cue in run if cue.value is CueKind.BRINGS_BACK)
    return {text.clauses[cue.first]: cue.first for cue in cues}

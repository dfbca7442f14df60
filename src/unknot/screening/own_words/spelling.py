"""Slips of one letter, mended only where exactly one word of the lexicon can be meant."""

from collections import defaultdict
from collections.abc import Collection, Iterable


class Spelling:
    """The words that may be misspelt, found by leaving out a letter on both sides."""

    def __init__(self, vocabulary: Iterable[str], letters: int, real_words: Collection[str]) -> None:
        self._known = frozenset(vocabulary)
        self._letters = letters
        self._real_words = frozenset(real_words)
        self._most_letters = max(map(len, self._known), default=0) + 1
        self._by_stem: dict[str, set[str]] = defaultdict(set)
        for word in self._known:
            if len(word) >= letters and word.isalpha():
                for stem in (word, *_shortened(word)):
                    self._by_stem[stem].add(word)

    def mend(self, word: str) -> str:
        """The word of the lexicon that is meant, or the word itself.

        Only words long enough for one slip to leave no doubt, that begin with the same letter, and are no word of
        their own.
        """
        if not self._letters <= len(word) <= self._most_letters or word in self._known or word in self._real_words:
            return word
        stems = (word, *_shortened(word))
        near = {meant for stem in stems for meant in self._by_stem.get(stem, ())}
        meant = [one for one in near if one[0] == word[0] and _is_one_slip(word, one)]
        return meant[0] if len(meant) == 1 else word


def _shortened(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


def _is_one_slip(written: str, meant: str) -> bool:
    """One letter more, fewer or other, or two neighbours swapped."""
    if abs(len(written) - len(meant)) > 1:
        return False
    same = 0
    while same < min(len(written), len(meant)) and written[same] == meant[same]:
        same += 1
    ours, theirs = written[same:], meant[same:]
    later = ours[1:]
    swapped = later[:1] + ours[:1] + later[1:]
    return theirs in (ours[1:], swapped) or ours == theirs[1:] or ours[1:] == theirs[1:]

"""A text cut where one statement ends and the next begins."""

from collections import defaultdict
from collections.abc import Sequence

from unknot.screening.own_words.entries import CueKind
from unknot.screening.own_words.phrases import Found
from unknot.screening.own_words.tokens import Token

_STARTS = (CueKind.STARTS, CueKind.SELF, CueKind.OTHER, CueKind.THEIRS, CueKind.HAS)


class Clauses:
    """The tokens of a text with its cues, numbered three ways.

    A sentence ends with its mark. A clause ends with a sentence or at a "but". A run ends with a clause, at a "when",
    and where ", my" or "and I" begins another statement: what is denied or past in one run says nothing of the next.
    """

    def __init__(self, tokens: Sequence[Token], cues: Sequence[Found[CueKind]]) -> None:
        self.tokens = tokens
        self._by_first = {cue.first: cue for cue in cues}
        self.sentences: list[int] = []
        self.clauses: list[int] = []
        self.runs: list[int] = []
        self.cues_of_run: dict[int, list[Found[CueKind]]] = defaultdict(list)
        self._kinds: list[CueKind | None] = [None] * (len(tokens) + 1)
        for cue in cues:
            self._kinds[cue.first] = cue.value
        self.is_mark = [token.is_mark for token in tokens]
        sentence = clause = run = 0
        for at in range(len(tokens)):
            kind = self._kinds[at]
            ended = at > 0 and self.is_mark[at - 1] and tokens[at - 1].ends_sentence
            if ended or kind is not None:
                sentence += ended
                clause += ended or kind is CueKind.BREAKS
                run += ended or kind in (CueKind.BREAKS, CueKind.TURNS) or self._starts_anew(at, kind)
            self.sentences.append(sentence)
            self.clauses.append(clause)
            self.runs.append(run)
            if kind is not None:
                self.cues_of_run[run].append(self._by_first[at])
        self.questions = frozenset(self.sentences[at] for at, token in enumerate(tokens) if token.word == "?")
        self.of_self = frozenset(self.sentences[at] for at in self._by_first if self.kind_at(at) is CueKind.SELF)

    def kind_at(self, at: int) -> CueKind | None:
        """What the cue that begins at a token does; None where none begins, as after the last token."""
        return self._kinds[at]

    def end_of_cue(self, at: int) -> int:
        """The last token of the cue that begins at a token."""
        return self._by_first[at].last

    def begins_run(self, at: int) -> bool:
        """True for the first token of a run."""
        return at == 0 or self.runs[at] != self.runs[at - 1]

    def begins_clause(self, at: int) -> bool:
        """True for the first token of a clause."""
        return at == 0 or self.clauses[at] != self.clauses[at - 1]

    def _starts_anew(self, at: int, kind: CueKind | None) -> bool:
        if at == 0 or kind not in _STARTS:
            return False
        return self.is_mark[at - 1] or self.kind_at(at - 1) is CueKind.AND

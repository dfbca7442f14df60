"""The lexicon made ready for reading."""

from functools import cached_property

from unknot.screening.own_words.entries import Cue, CueKind, Danger, Locality, ReadingNumbers, Unlike, WordForms
from unknot.screening.own_words.phrases import PhraseTree
from unknot.screening.own_words.places import Places
from unknot.screening.own_words.signs import Signs
from unknot.screening.own_words.spelling import Spelling
from unknot.screening.own_words.tokens import Token, tokens_of
from unknot.units import Value


class Lexicon(Value, frozen=True, dict=True):
    """Everything that reading a person's own words interprets. `midline_regions` have no left and right."""

    reading: ReadingNumbers
    words: tuple[WordForms, ...]
    cues: tuple[Cue, ...]
    dangers: tuple[Danger, ...]
    localities: tuple[Locality, ...]
    unlike: tuple[Unlike, ...]
    midline_regions: frozenset[str]

    @cached_property
    def forms(self) -> dict[str, tuple[str, ...]]:
        """The forms of each word that phrases name as {id}."""
        return {word.id: word.forms for word in self.words}

    @cached_property
    def cue_tree(self) -> PhraseTree[CueKind]:
        """The words that turn what is said around them."""
        return PhraseTree(((phrase, cue.kind) for cue in self.cues for phrase in cue.phrases), self.forms)

    @cached_property
    def signs(self) -> Signs:
        """The phrases that speak of signs."""
        return Signs(self.dangers, self.unlike, self.forms, self.reading)

    @cached_property
    def places(self) -> Places:
        """The phrases that name places."""
        return Places(self.localities, self.cues, self.forms, self.midline_regions, self.reading)

    @cached_property
    def _spelling(self) -> Spelling:
        known = self.signs.vocabulary | self.places.vocabulary
        real = self.cue_tree.vocabulary.union(self.reading.real_words)
        return Spelling(known, self.reading.slip_letters, real - known)

    def tokens_in(self, text: str) -> list[Token]:
        """The words and marks of a text as far as it is read, with small slips mended."""
        tokens = tokens_of(text, self.reading.read_chars, self.reading.cut_endings)
        mended = {word: self._spelling.mend(word) for word in {token.word for token in tokens}}
        slips = {word for word, meant in mended.items() if word != meant}
        return [Token(mended[one.word], one.start, one.end) if one.word in slips else one for one in tokens]

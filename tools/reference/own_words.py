"""The page of the lexicon: which phrases speak of which signs and places, and which words turn them."""

from reference.markdown import bullets, codes, page, reading, table, words
from unknot.coach import Knowledge


def own_words(knowledge: Knowledge) -> str:
    """The page of own words."""
    lexicon = knowledge.lexicon
    numbers = lexicon.reading
    dangers = [
        (
            f"`{one.id}`",
            "<br>".join((*(_sign(id) for id in one.signs), *(f"{_sign(id)}, for ever" for id in one.lasting))),
            _phrases(one.phrases),
            codes(one.source),
        )
        for one in lexicon.dangers
    ]
    places = [
        (f"`{one.id}`", ", ".join(words(f"region-{id}") for id in one.regions), _phrases(one.phrases))
        for one in lexicon.localities
    ]
    cues = [(f"`{one.kind}`", _phrases(one.phrases), reading(one.reads_as)) for one in lexicon.cues]
    return page(
        "Own words",
        "How what a person writes is read, as it stands in `src/unknot/knowledge/lexicon.toml`. "
        "Why so, and what it misses: [decision 0010](../decisions/0010-own-words-by-lexicon.md).",
        f"The first {numbers.read_chars} characters are read. Parts of a phrase with & between them stand at most "
        f"{numbers.near_words} words apart. A no reaches {numbers.negated_words} words, and {numbers.listed_words} "
        f"more after each thing it denies. One slip is read over in words of {numbers.slip_letters} letters or more.",
        "## What speaks of a sign",
        table(("Entry", "Sign", "Phrases", "Source"), dangers),
        "## What names a place",
        table(("Entry", "Region", "Phrases"), places),
        "## What turns what is said",
        table(("Kind", "Phrases", "How it is read"), cues),
        "## What only looks like a danger",
        bullets(f"`{one.id}`: {_phrases(one.phrases)}" for one in lexicon.unlike),
        "## Words and their forms",
        bullets(f"`{{{one.id}}}`: {', '.join(one.forms)}" for one in lexicon.words),
    )


def _sign(id: str) -> str:
    return f"{words(f'sign-{id}')} (`{id}`)"


def _phrases(phrases: tuple[str, ...]) -> str:
    return ", ".join(phrases)

"""What the types of lexicon.toml cannot say: references that exist, phrases that are written once and can match."""

from collections.abc import Iterator

from unknot.anatomy import Body
from unknot.knowledge.fault import Fault, unknown
from unknot.screening import RuleBook
from unknot.screening.own_words import APART, Lexicon, is_class, normal_form, number_range, tokens_of

_FILE = "lexicon.toml"


def lexicon_faults(lexicon: Lexicon, rules: RuleBook, body: Body) -> Iterator[Fault]:
    """Every fault of the lexicon."""
    offered = {option for question in rules.questions for option in question.options}
    regions = {region.id for region in body.regions}
    for danger in lexicon.dangers:
        entry = f"danger '{danger.id}'"
        yield from unknown(
            _FILE, entry, "sign", (*danger.signs, *danger.lasting), offered, "questions.toml, as options"
        )
        if not danger.signs and not danger.lasting:
            yield Fault(_FILE, entry, "points to no sign.", "Name a sign in signs or lasting.")
    for place in lexicon.localities:
        yield from unknown(_FILE, f"place '{place.id}'", "region", place.regions, regions, "regions.toml")
    yield from _word_faults(lexicon)
    yield from _phrase_faults(lexicon)


def _tables(lexicon: Lexicon) -> dict[str, list[tuple[str, str]]]:
    """The phrases of each table with the entry that each stands in."""
    return {
        "cue": [(f"cue '{one.kind}'", phrase) for one in lexicon.cues for phrase in one.phrases],
        "danger": [(f"danger '{one.id}'", phrase) for one in lexicon.dangers for phrase in one.phrases],
        "place": [(f"place '{one.id}'", phrase) for one in lexicon.localities for phrase in one.phrases],
        "unlike": [(f"unlike '{one.id}'", phrase) for one in lexicon.unlike for phrase in one.phrases],
    }


def _phrase_faults(lexicon: Lexicon) -> Iterator[Fault]:
    for phrases in _tables(lexicon).values():
        written: dict[tuple[str, ...], str] = {}
        for entry, phrase in phrases:
            head, *others = phrase.split(APART)
            for atom in " ".join((head, *others)).split(" "):
                yield from _atom_faults(entry, phrase, atom, lexicon)
            parts = (head, *sorted(others))
            if parts in written:
                problem = f"phrase '{phrase}' stands twice (also in {written[parts]})."
                yield Fault(_FILE, entry, problem, "Keep it in one entry; an entry can name several signs.")
            written[parts] = entry


def _atom_faults(entry: str, phrase: str, atom: str, lexicon: Lexicon) -> Iterator[Fault]:
    where = f"phrase '{phrase}'"
    if is_class(atom):
        if number_range(atom) is None and atom[1:-1] not in lexicon.forms:
            yield Fault(_FILE, entry, f"{where}: word '{atom}' does not exist.", "Mend the id, or add a [[word]].")
    elif not _is_one_word(atom, lexicon):
        problem = f"{where}: '{atom}' can never match."
        yield Fault(_FILE, entry, problem, f"Write it as it is read: '{normal_form(atom)}'.")


def _word_faults(lexicon: Lexicon) -> Iterator[Fault]:
    used = {
        atom[1:-1]
        for phrases in _tables(lexicon).values()
        for _, phrase in phrases
        for atom in phrase.split()
        if is_class(atom)
    }
    for word in lexicon.words:
        entry = f"word '{word.id}'"
        for form in word.forms:
            if not _is_one_word(form, lexicon):
                problem = f"form '{form}' can never match."
                yield Fault(_FILE, entry, problem, f"Write it as it is read: '{normal_form(form)}'.")
            if word.forms.count(form) > 1:
                yield Fault(_FILE, entry, f"form '{form}' stands twice.", "Keep one of them.")
        if word.id not in used:
            yield Fault(_FILE, entry, "is in no phrase.", "Use it or remove it.")


def _is_one_word(text: str, lexicon: Lexicon) -> bool:
    """True when a reader of this text finds exactly this word."""
    found = tokens_of(text, lexicon.reading.read_chars, lexicon.reading.cut_endings)
    return [token.word for token in found] == [text]

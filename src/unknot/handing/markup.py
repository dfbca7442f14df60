"""HTML as text: whatever is put into it is escaped, whoever wrote it."""

from collections.abc import Iterable
from html import escape

NOTHING = ""


def element(name: str, *inside: str, **attributes: str) -> str:
    """An element around markup that is made already. `class_` stands for class, `aria_label` for aria-label.

    >>> element("p", text("1 < 2"), class_="soft")
    '<p class="soft">1 &lt; 2</p>'
    """
    named = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{named}>{''.join(inside)}</{name}>"


def text(words: object) -> str:
    """Words as markup."""
    return escape(str(words))


def table(
    caption: str, heads: Iterable[str], rows: Iterable[Iterable[object]], *, is_titled_above: bool = False
) -> str:
    """A table whose first column names its rows; nothing when it has no rows.

    is_titled_above: its caption only repeats a title, and is only read aloud.
    """
    found = [tuple(row) for row in rows]
    if not found:
        return NOTHING
    named = element("caption", text(caption), **({"class_": "only-read-aloud"} if is_titled_above else {}))
    head = element("tr", *(element("th", text(one), scope="col") for one in heads))
    body = (
        element("tr", element("th", text(first), scope="row"), *(element("td", text(one)) for one in rest))
        for first, *rest in found
    )
    return element("table", named, element("thead", head), element("tbody", *body))


def part(title: str, *inside: str, empty: str) -> str:
    """A section with its title; `empty` says what stands there when nothing does."""
    found = [one for one in inside if one]
    return element("section", element("h2", text(title)), *(found or [element("p", text(empty), class_="soft")]))

"""The country that a browser or a system seems to be in, for the emergency number."""

import locale
import re
from collections.abc import Mapping

_REGION = re.compile(r"[a-z]{2,3}[-_]([A-Z]{2})\b")
UNKNOWN = "ZZ"


def country_of(headers: Mapping[str, str]) -> str:
    """The region of the browser's first language that names one, else of the system's locale, else `ZZ`.

    >>> country_of({"accept-language": "en-GB,en;q=0.9"})
    'GB'
    """
    told = (headers.get("accept-language", ""), *(part or "" for part in locale.getlocale()))
    found = (_REGION.search(part) for part in told)
    return next((match[1] for match in found if match), UNKNOWN)

"""The guard at the terminal player's door: a cue sheet that could hurt is not played, whoever made it.

It imports nothing of Unknot. What it knows stands in table.json, which a tool writes from the zones and the limits, and
which the guard in the browser (web/src/session/guard.ts) reads as well.
"""

from unknot.guarding.refusing import Refusal, refusal_of

__all__ = ["Refusal", "refusal_of"]

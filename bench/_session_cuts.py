"""Nothing lost and nothing doubled when the network is cut at random while events are sent.

A real page, its real database, a real server. Each request with events is let through, or cut before it reaches the
server, or after the server has it and before the page knows, or in the middle of the answer.
"""

import math
import random
from dataclasses import dataclass
from pathlib import Path

from bench._session_stage import Stage, say_progress
from playwright.sync_api import Page

CUTS = 1000
_CUTS_OF_A_SESSION = 50
_SEED = 5
_CUTTING = (Path(__file__).parent / "_session_cuts.js").read_text(encoding="utf-8")
_KEPT = """(plan) => new Promise((resolve) => {
  const opened = indexedDB.open("unknot");
  opened.onsuccess = () => {
    const found = opened.result.transaction("pages").objectStore("pages").get(plan);
    found.onsuccess = () => { opened.result.close(); resolve(found.result); };
  };
})"""


@dataclass(frozen=True)
class Cuts:
    """How often the network was cut, how many events there were, and what became of them."""

    cuts: int
    events: int
    lost: int
    doubled: int


def measure_cuts(page: Page, stage: Stage, wanted: int = CUTS) -> Cuts:
    """Plays sessions, pausing and going on all the time, until the network was cut so often."""
    chance = random.Random(_SEED)  # noqa: S311  not a secret
    page.add_init_script(_CUTTING)
    sums = Cuts(0, 0, 0, 0)
    # all plans beforehand: after some sessions a day no more are made
    plans = [stage.make_plan() for _ in range(math.ceil(wanted / _CUTS_OF_A_SESSION))]
    for plan in plans:
        page.goto("about:blank")
        page.goto(stage.session(plan))
        one = _one_session(page, stage, plan, chance.randrange(1 << 30))
        sums = Cuts(*(getattr(sums, name) + getattr(one, name) for name in ("cuts", "events", "lost", "doubled")))
        say_progress(f"{sums.cuts} of {wanted} cuts, {sums.events} events, {sums.lost} lost, {sums.doubled} doubled")
    return sums


def _one_session(page: Page, stage: Stage, plan: str, seed: int) -> Cuts:
    page.get_by_role("button", name="Begin", exact=True).click()
    page.get_by_role("button", name="Stop", exact=True).wait_for()
    done = page.evaluate("([seed, wanted]) => cutting.run(seed, wanted)", [seed, _CUTS_OF_A_SESSION])
    kept = page.evaluate(_KEPT, plan)
    for _ in range(100):
        if kept["sent"] == len(kept["events"]):
            break
        page.wait_for_timeout(100)
        kept = page.evaluate(_KEPT, plan)
    here = [(one["id"], one["seq"], one["event"]["kind"], one["event"]["at_ms"]) for one in kept["events"]]
    there = stage.moves(plan)
    told = done["presses"] + 1  # and perhaps a pause of its own, on a machine that has no time for its sound
    lost = len(set(here) - set(there)) + max(0, told - len(here))
    places = {seq for _, seq, _, _ in there}
    doubled = len(set(there) - set(here)) + len(there) - len(places)
    return Cuts(done["cuts"], len(there), lost, doubled)

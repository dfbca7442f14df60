"""The report says what a referral needs, fits on two pages, and can be read by everyone."""

import io
import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from tests.course import BEGAN
from tests.unit.coach.conftest import Diary

from unknot.coach import Knowledge, Person
from unknot.knowledge.views import views
from unknot.screening import Answers
from unknot.sharing import Report, Story, report_of, story_of, typeset
from unknot.sharing.drawn import body_map, views_showing
from unknot.sharing.report import MEDICINE_SIGNS
from unknot.words import say

AT = 1_768_807_800


def in_utc(at: datetime) -> datetime:
    return at.astimezone(UTC)


def told(story: Story) -> Report:
    return report_of(story, views(), in_utc)


def pdf(report: Report) -> PdfReader:
    return PdfReader(io.BytesIO(typeset(report, AT)))


def text(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.fixture(scope="module")
def report(story: Story) -> Report:
    return told(story)


@pytest.fixture(scope="module")
def reader(report: Report) -> PdfReader:
    return pdf(report)


def test_everything_a_referral_needs_stands_in_it(reader: PdfReader) -> None:
    said = text(reader)
    wanted = (
        "Self-screened; not a diagnosis",
        "20 Nov 2025 to 19 Jan 2026",
        "60, of which 3 stopped early",
        "Drawn 18 Jan 2026, 07:30; 0 to 10: Inner edge of the shoulder blade, right 4, Top of the shoulder, right 2.",
        "19 times: 28 Nov 2025, 07:30 to 26 Dec 2025, 07:30",
        "41 of 60 check-ins raised nothing.",
        "Medicine Aspirin, clopidogrel",
        "Massage cane Massage cane 34 24 min 5/10",
        "12 Jan 2026, 07:30 Too sore: more than a good ache, or I winced",
        "23 Dec 2025, 07:30 Not said; taken as serious",
        "Self-report, no device; degrees are not measured.",
    )
    assert [one for one in wanted if one not in said] == []


def test_it_is_tagged_archivable_and_names_its_language_and_title(reader: PdfReader) -> None:
    meta = reader.xmp_metadata
    assert meta is not None
    packet = meta.stream.get_data().decode()
    assert re.search(r"pdfuaid:part>1<", packet)
    assert re.search(r"pdfaid:part>2<", packet)
    assert re.search(r"pdfaid:conformance>A<", packet)
    catalog = reader.trailer["/Root"]
    assert (catalog["/Lang"], catalog["/MarkInfo"]["/Marked"]) == ("en", True)
    assert reader.metadata is not None
    assert reader.metadata.title == say("report-title")


def test_every_picture_says_what_it_shows(report: Report) -> None:
    assert [one.alt for one in report.maps] == [
        "Back. Marked: Inner edge of the shoulder blade, right 4, Top of the shoulder, right 2.",
        "Front. Marked: Inner edge of the shoulder blade, right 4, Top of the shoulder, right 2.",
    ]
    assert report.course is not None
    assert report.course.alt == "174 scores from 0 to 10: first 4, last 0, highest 5."


def test_it_has_no_colour(report: Report) -> None:
    pictures = "".join(one.svg for one in (*report.maps, report.course) if one is not None)
    colours = set(re.findall(r"#[0-9a-fA-F]+", pictures))
    assert all(len({*re.findall("..", one[1:] if len(one) == 7 else one[1:] * 2)}) == 1 for one in colours)


def test_nobody_s_report_says_that_there_is_nothing(knowledge: Knowledge) -> None:
    said = text(pdf(told(story_of(Person(knowledge), BEGAN))))
    nothing = ("no-check-in", "map-none", "course-none", "health-none", "knots-none", "doses-none", "stops-none")
    assert [id for id in nothing if " ".join(say(f"report-{id}").split()) not in said] == []


def test_the_fullest_report_has_two_pages(story: Story, knowledge: Knowledge) -> None:
    """Every rule fired, every condition and medicine told, every feeling stopped for, every place marked."""
    rules = knowledge.rules
    fired = rules.fired_by(rules.signs)
    every = rules.limits_for(rules.signs, fired[-1].tier).restrictions
    last = replace(story.check_ins[-1], fired=fired, signs=tuple(rules.signs), restrictions=every)
    plan = replace(story.plans[-1], drawing=dict.fromkeys(sorted(knowledge.body.places), 10))
    full = replace(story, check_ins=(*story.check_ins, last), plans=(plan,), sessions=story.sessions * 9)
    assert len(pdf(told(full)).pages) <= 2


def test_moments_are_told_as_the_clock_on_the_wall_showed_them(story: Story) -> None:
    east = report_of(story, views(), lambda at: at.astimezone(timezone(timedelta(hours=13), "NZDT")))
    assert dict(east.facts)[say("report-verdict")].endswith("(18 Jan 2026, 20:30)")
    assert "(NZDT)" in east.footer


def test_the_latest_verdict_is_the_last_one_even_when_it_stopped(diary: Diary, healthy: Answers) -> None:
    diary.check_in(healthy).wait(days=1).check_in({**healthy, "head-signs": ("thunderclap",)})
    facts = dict(told(story_of(diary.person, diary.now)).facts)
    assert facts[say("report-verdict")] == "Call for help now (21 Nov 2026, 18:00)"


def test_the_worst_warning_sign_is_told_first_however_long_ago(diary: Diary, healthy: Answers) -> None:
    diary.check_in({**healthy, "head-signs": ("thunderclap",)}, id="bad")
    diary.wait(days=9).check_in({**healthy, "skin": ("skin-band-of-blisters",)}, id="mild")
    signs = told(story_of(diary.person, diary.now)).sections[0]
    assert [(advised, when) for _, advised, when in signs.rows] == [
        (say("tier-emergency-now"), "20 Nov 2026, 18:00"),
        (say("tier-same-day"), "29 Nov 2026, 18:00"),
    ]


def test_places_that_back_and_front_do_not_show_bring_their_own_view() -> None:
    assert views_showing({"shoulder_top_R": 3}, views()) == ("back", "front")
    assert views_showing({"hand_uln_L": 3}, views()) == ("back", "front", "arms")


def test_a_place_is_darker_the_more_it_hurts() -> None:
    def shade(strength: int) -> float:
        found = re.search(r'fill-opacity="([0-9.]+)"', body_map(views()["back"], {"shoulder_top_R": strength}))
        assert found is not None
        return float(found[1])

    assert 0 < shade(1) < shade(5) < shade(10) < 1


def test_every_medicine_sign_is_an_option_of_the_check_in(knowledge: Knowledge) -> None:
    assert set(MEDICINE_SIGNS) <= knowledge.rules.signs


def test_the_same_story_gives_the_same_pdf(report: Report) -> None:
    assert typeset(report, AT) == typeset(report, AT)

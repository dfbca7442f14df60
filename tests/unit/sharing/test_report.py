"""The report says what a referral needs, fits on two pages, and can be read by everyone."""

import io
import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from tests.course import BEGAN
from tests.unit.coach.conftest import Diary

from unknot.coach import Knowledge, Measured, Person
from unknot.knowledge.views import views
from unknot.locating import Pain
from unknot.progress import Measure
from unknot.screening import Answers
from unknot.sharing import Chronicle, Report, chronicle_of, report_of, typeset
from unknot.sharing.drawn import body_map, views_showing
from unknot.sharing.sections import Section
from unknot.words import say

AT = 1_768_807_800


def in_utc(at: datetime) -> datetime:
    return at.astimezone(UTC)


def told(chronicle: Chronicle) -> Report:
    return report_of(chronicle, views(), in_utc)


def pdf(report: Report) -> PdfReader:
    return PdfReader(io.BytesIO(typeset(report, AT)))


def text(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.fixture(scope="module")
def report(chronicle: Chronicle) -> Report:
    return told(chronicle)


@pytest.fixture(scope="module")
def reader(report: Report) -> PdfReader:
    return pdf(report)


def test_everything_a_referral_needs_stands_in_it(reader: PdfReader) -> None:
    said = text(reader)
    wanted = (
        "Self-screened; not a diagnosis",
        "Age and sex at birth, as told 35 years, Male",
        "20 Nov 2025 to 19 Jan 2026",
        "“Right shoulder tight after long days at the desk” (20 Nov 2025, 07:30)",
        "getting better: its level has moved by -2.7 points, most likely between -3.8 and -1.6",
        "60, of which 3 stopped early",
        "Drawn 18 Jan 2026, 07:30; 0 to 10: Inner edge of the shoulder blade, right 4, Top of the shoulder, right 2.",
        "19 times: 28 Nov 2025, 07:30 to 26 Dec 2025, 07:30",
        "41 of 60 check-ins raised nothing.",
        "Medicine Aspirin, clopidogrel",
        "Inner edge of the shoulder blade, right 4 Ache Weeks",
        "Turning left, in degrees 50° (20 Nov 2025) 61° (14 Jan 2026) 11 camera",
        "Turning left: chin to end of collarbone short of it (20 Nov 2025) to it (14 Jan 2026) 11 self-report",
        "Worst pain in 24 hours, 0 to 10 6 (20 Nov 2025) 6 (14 Jan 2026) 11 self-report",
        "“look over my shoulder”, 0 cannot to 10 as before 4 (20 Nov 2025) 9 (14 Jan 2026) 11 self-report",
        "Massage cane Massage cane 47 33 min 5/10",
        "0.7 points lower (likely 0.0 to 1.4)",
        "12 Jan 2026, 07:30 Too sore: more than a good ache, or I winced",
        "23 Dec 2025, 07:30 Not said; taken as serious",
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
    assert report.course.alt == "185 scores from 0 to 10: first 4, last 0, highest 5."


def test_it_has_no_colour(report: Report) -> None:
    pictures = "".join(one.svg for one in (*report.maps, report.course) if one is not None)
    colours = set(re.findall(r"#[0-9a-fA-F]+", pictures))
    assert all(len({*re.findall("..", one[1:] if len(one) == 7 else one[1:] * 2)}) == 1 for one in colours)


def test_nobody_s_report_says_that_there_is_nothing(knowledge: Knowledge) -> None:
    said = text(pdf(told(chronicle_of(Person(knowledge), BEGAN))))
    nothing = ("no-check-in", "map-none", "course-none", "health-never", "knots-none", "doses-none", "stops-none")
    assert [id for id in nothing if " ".join(say(f"report-{id}").split()) not in said] == []


def test_the_fullest_report_has_two_pages(chronicle: Chronicle, knowledge: Knowledge) -> None:
    """Every rule fired, every condition and medicine told, every feeling stopped for, every place marked."""
    rules = knowledge.rules
    fired = rules.fired_by(rules.signs)
    every = rules.limits_for(rules.signs, fired[-1].tier).restrictions
    last = replace(chronicle.check_ins[-1], fired=fired, signs=tuple(rules.signs), restrictions=every)
    drawn = replace(chronicle.drawings[-1], drawing=dict.fromkeys(sorted(knowledge.body.places), 10))
    pains = tuple(Pain(tuple(sorted(knowledge.body.places)[:9]), 10) for _ in range(20))
    full = replace(
        chronicle,
        check_ins=(*chronicle.check_ins, replace(last, words="word " * 400)),
        drawings=(drawn,),
        plans=(replace(chronicle.plans[-1], pains=pains),),
        sessions=chronicle.sessions * 9,
    )
    assert len(pdf(told(full)).pages) <= 2


def test_nothing_that_was_said_for_someone_else_stands_in_it(reader: PdfReader) -> None:
    said = text(reader)
    assert say("tier-emergency-now") not in said
    assert "mother" not in said


def test_a_correction_is_told_and_not_what_it_corrects(chronicle: Chronicle) -> None:
    until = tuple(one for one in chronicle.readings if one.at < BEGAN + timedelta(days=11))
    sections = told(replace(chronicle, readings=until)).sections
    measured = next(one for one in sections if one.title == say("report-measured"))
    worst = "Worst pain in 24 hours, 0 to 10"
    assert (worst, "6 (20 Nov 2025)", "8 (30 Nov 2025)", "3", "self-report") in measured.rows


def test_moments_are_told_as_the_clock_on_the_wall_showed_them(chronicle: Chronicle) -> None:
    east = report_of(chronicle, views(), lambda at: at.astimezone(timezone(timedelta(hours=13), "NZDT")))
    assert dict(east.facts)[say("report-verdict")].endswith("(18 Jan 2026, 20:30)")
    assert "(NZDT)" in east.footer


def test_the_latest_verdict_is_the_last_one_even_when_it_stopped(diary: Diary, healthy: Answers) -> None:
    diary.check_in(healthy).wait(days=1).check_in({**healthy, "head-signs": ("thunderclap",)})
    facts = dict(told(chronicle_of(diary.person, diary.now)).facts)
    assert facts[say("report-verdict")] == "Call for help now (21 Nov 2026, 18:00)"


def test_the_worst_warning_sign_is_told_first_however_long_ago(diary: Diary, healthy: Answers) -> None:
    diary.check_in({**healthy, "head-signs": ("thunderclap",)}, id="bad")
    diary.wait(days=9).check_in({**healthy, "skin": ("skin-band-of-blisters",)}, id="mild")
    signs = told(chronicle_of(diary.person, diary.now)).sections[0]
    assert [(advised, when) for _, advised, when in signs.rows] == [
        (say("tier-emergency-now"), "20 Nov 2026, 18:00"),
        (say("tier-same-day"), "29 Nov 2026, 18:00"),
    ]


def test_a_last_drawing_in_which_nothing_hurts_is_told_as_one(diary: Diary) -> None:
    diary.tell("first", Measured(Measure(diary.now, drawing={"hand_uln_L": 6})))
    diary.wait(days=1).tell("last", Measured(Measure(diary.now, drawing={"hand_uln_L": 0})))
    report = told(chronicle_of(diary.person, diary.now))
    assert report.map_note == say("report-map-note", at="21 Nov 2026, 18:00", marks=say("report-nothing-marked"))
    assert len(report.maps) == 2


def test_places_that_back_and_front_do_not_show_bring_their_own_view() -> None:
    assert views_showing({"shoulder_top_R": 3}, views()) == ("back", "front")
    assert views_showing({"hand_uln_L": 3}, views()) == ("back", "front", "arms")


def test_a_place_is_darker_the_more_it_hurts() -> None:
    def shade(strength: int) -> float:
        found = re.search(r'fill-opacity="([0-9.]+)"', body_map(views()["back"], {"shoulder_top_R": strength}))
        assert found is not None
        return float(found[1])

    assert 0 < shade(1) < shade(5) < shade(10) < 1


def test_left_and_right_are_the_person_s_own_whichever_way_they_face() -> None:
    def first_letter(view: str) -> str:
        at = {
            letter: float(x)
            for x, letter in re.findall(r'<text x="(-?[0-9]+)"[^>]*>([LR])<', body_map(views()[view], {}))
        }
        return min(at, key=lambda letter: at[letter])

    assert [first_letter(view) for view in ("back", "front")] == ["L", "R"]


def health_of(diary: Diary) -> Section:
    sections = told(chronicle_of(diary.person, diary.now)).sections
    return next(one for one in sections if one.title == say("report-health"))


def test_what_a_stop_kept_from_being_asked_is_not_called_absent(diary: Diary) -> None:
    diary.check_in({"any-of-these": ("today-head",), "head-signs": ("thunderclap",)})
    assert health_of(diary) == Section(say("report-health"), (1, 5, 2), note=say("report-health-not-asked"))


def test_what_was_asked_to_the_end_and_not_told_is_called_absent_with_its_time(diary: Diary, healthy: Answers) -> None:
    asked = say("report-health-asked", at="20 Nov 2026, 18:00")
    assert health_of(diary.check_in(healthy)).note == f"{say('report-health-none')} {asked}"
    diary.wait(days=1).check_in({"any-of-these": ("today-head",), "head-signs": ("thunderclap",)}, id="bad")
    assert health_of(diary).note == f"{say('report-health-none')} {asked}"


def test_a_condition_that_was_told_before_a_stop_stands_in_it(diary: Diary, healthy: Answers) -> None:
    stopped = {**healthy, "head-signs": ("thunderclap",), "health": ("health-blood", "health-vessels")}
    diary.check_in({**stopped, "blood": ("anticoagulant",), "vessels": ("stroke-or-tia",)})
    assert [row[:2] for row in health_of(diary).rows] == [
        (say("report-medicine"), say("sign-anticoagulant")),
        (say("report-condition"), say("condition-carotid-disease-or-stroke")),
    ]


def test_the_same_chronicle_gives_the_same_pdf(report: Report) -> None:
    assert typeset(report, AT) == typeset(report, AT)

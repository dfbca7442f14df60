"""What a locating book may not say: file, text that stands in it, text instead, the whole message."""

REFUSED_IN_LOCATING: dict[str, tuple[str, str, str, str]] = {
    "a region that an alternative cannot name": (
        "locating.toml",
        "{ tmj = 0.75,",
        "{ chin = 0.75,",
        "locating.toml: alternative 'jaw-joint': region 'chin' does not exist."
        " Mend the id; those that exist are in regions.toml.",
    ),
    "an alternative that goes back to a question that is not asked": (
        "locating.toml",
        'questions = ["illness-signs", "course"]',
        'questions = ["liver-signs", "course"]',
        "locating.toml: alternative 'gallbladder': question 'liver-signs' does not exist."
        " Mend the id; those that exist are in questions.toml.",
    ),
    "a movement that speaks for a point that is none": (
        "locating.toml",
        'raises = ["UT1", "UT2"]',
        'raises = ["UT1", "UT7"]',
        "locating.toml: movement 'bend-away': source 'UT7' does not exist."
        " Mend the id; those that exist are in trigger_points.toml and this file.",
    ),
    "a weight below the leak": (
        "locating.toml",
        "{ tmj = 0.75,",
        "{ tmj = 0.02,",
        "locating.toml: alternative 'jaw-joint': marks tmj with the chance 0.02."
        " Put it between the leak, 0.03, and 1, or leave it out.",
    ),
    "a movement that would be more than certain": (
        "locating.toml",
        "movement_base = 0.3",
        "movement_base = 0.6",
        "locating.toml: locating: movement_base 0.6 times movement_odds 2.0 is 1 or more. Lower one: it is a chance.",
    ),
    "marks forgotten more often than always": (
        "locating.toml",
        "forgotten = 0.06",
        "forgotten = 0.5",
        "locating.toml: locating: forgotten is 0.5, which for the surest mark comes to 4.24."
        " Choose it so that this is a chance between 0 and 1.",
    ),
}

"""The one error tree.

UnknotError
├── KnowledgeError   a knowledge file is wrong: refuse to start; says file, entry, value, rule and next step
├── InputError       the person can mend it: names the field and a message of the .ftl files
└── StorageError     the data folder or the database cannot be used as it is

Danger is not among them: it is a value (`screening.Stopped`).
"""


class UnknotError(Exception):
    """Something Unknot itself reports, in words for the person who can act on it."""


class KnowledgeError(UnknotError):
    """A knowledge file is not exact, so nothing it says may be used."""

    def __init__(self, file: str, entry: str, problem: str, mend: str) -> None:
        super().__init__(f"{file}: {entry}: {problem} {mend}")
        self.file, self.entry, self.problem, self.mend = file, entry, problem, mend


class InputError(UnknotError):
    """What was sent cannot be used; `field` says where and `message` is the id of the sentence that says why."""

    def __init__(self, field: str, message: str, /, **details: str | int) -> None:
        said = ", ".join(f"{name}={value}" for name, value in details.items())
        super().__init__(f"{field}: {message}" + (f" ({said})" if said else ""))
        self.field, self.message, self.details = field, message, details


class StorageError(UnknotError):
    """The data cannot be read or kept; `message` is the id of the sentence that says why."""

    def __init__(self, message: str, /, **details: str) -> None:
        super().__init__(message + (f" ({', '.join(details.values())})" if details else ""))
        self.message, self.details = message, details

"""The one thread of this process that writes. Whoever tells while a commit runs shares the next one."""

import asyncio
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from queue import SimpleQueue
from typing import TypeAlias, TypeVar

from sqlalchemy import Connection

from unknot.errors import StorageError
from unknot.store.database import open_engine
from unknot.store.event import Appended
from unknot.store.failures import reported_as_storage
from unknot.store.keeping import Told, keep_told

T = TypeVar("T")
_Answer: TypeAlias = "Future[Appended] | asyncio.Future[Appended]"
_Outcome: TypeAlias = Appended | Exception


@dataclass(slots=True)
class _Telling:
    told: Told
    answer: _Answer


@dataclass(slots=True)
class _Alone:
    run: Callable[[Connection], None]


@dataclass(slots=True)
class _Leave:
    pass


_Job: TypeAlias = _Telling | _Alone | _Leave


class Writer:
    """Takes what is to be written from any thread and answers once it is durable.

    Raises: StorageError: the file cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._engine = open_engine(path, "BEGIN IMMEDIATE")
        with reported_as_storage(path):
            self._connection = self._engine.connect()
        self._jobs: SimpleQueue[_Job] = SimpleQueue()
        self._door = threading.Lock()  # nobody comes in behind the one who says leave
        self._is_open = True
        self._thread = threading.Thread(target=self._work, name="unknot-writer", daemon=True)
        self._thread.start()

    def tell(self, told: Told, answer: _Answer) -> None:
        """Have it kept, all or none; `answer` is set where it is waited for, thread or loop."""
        self._ask(_Telling(told, answer))

    def run_alone(self, work: Callable[[Connection], T]) -> T:
        """What `work` returns, run on the writing connection between two commits."""
        answer: Future[T] = Future()

        def run(connection: Connection) -> None:
            try:
                with reported_as_storage(self._path):
                    answer.set_result(work(connection))
            except Exception as error:  # noqa: BLE001  raised again where it is waited for
                answer.set_exception(error)

        self._ask(_Alone(run))
        return answer.result()

    def close(self) -> None:
        """Finish what has been asked for, then close the file. A second time does nothing."""
        with self._door:
            if not self._is_open:
                return
            self._is_open = False
            self._jobs.put(_Leave())
        self._thread.join()
        self._connection.close()
        self._engine.dispose()

    def _ask(self, job: _Job) -> None:
        with self._door:
            if not self._is_open:
                raise StorageError("store-closed", path=str(self._path))
            self._jobs.put(job)

    def _work(self) -> None:
        while True:
            waiting = [self._jobs.get()]
            waiting += [self._jobs.get() for _ in range(self._jobs.qsize())]
            for is_telling, jobs in groupby(waiting, lambda job: isinstance(job, _Telling)):
                if is_telling:
                    self._keep_together([job for job in jobs if isinstance(job, _Telling)])
                    continue
                for job in jobs:
                    if not isinstance(job, _Alone):
                        return
                    job.run(self._connection)

    def _keep_together(self, tellings: Sequence[_Telling]) -> None:
        outcomes: Sequence[_Outcome]
        try:
            with reported_as_storage(self._path), self._connection.begin():
                outcomes = keep_told(self._connection, [telling.told for telling in tellings])
        except Exception as error:  # noqa: BLE001  raised again where it is waited for
            outcomes = [error] * len(tellings)
        _answer_all(zip((telling.answer for telling in tellings), outcomes, strict=True))


def _answer_all(answered: Iterable[tuple[_Answer, _Outcome]]) -> None:
    by_loop: dict[asyncio.AbstractEventLoop, list[tuple[_Answer, _Outcome]]] = defaultdict(list)
    for answer, outcome in answered:
        if isinstance(answer, asyncio.Future):
            by_loop[answer.get_loop()].append((answer, outcome))
        else:
            _settle([(answer, outcome)])
    for loop, in_loop in by_loop.items():
        with suppress(RuntimeError):  # the loop is closed: nobody waits there any more
            loop.call_soon_threadsafe(_settle, in_loop)


def _settle(answered: Iterable[tuple[_Answer, _Outcome]]) -> None:
    for answer, outcome in answered:
        if answer.done():  # given up by the one who asked; what was told is kept all the same
            continue
        if isinstance(outcome, Appended):
            answer.set_result(outcome)
        else:
            answer.set_exception(outcome)

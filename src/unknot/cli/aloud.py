"""What of a session is to be heard, and when: a tone or a line whose time has come, once."""

from unknot.cli.sounding import AFTER_TONE_MS, Sound
from unknot.guiding import CueSheet, Ending, SessionRecord, Tone, breath_at, halfway_ms, index_at, saying_at
from unknot.units import Millis
from unknot.words import sentences_of


class Aloud:
    """Follows a session from look to look; what was heard is not heard again, unless it was paused in between."""

    def __init__(self, sheet: CueSheet, sound: Sound, *, breathes: bool = True) -> None:
        """breathes: the breath is heard as it turns."""
        self._sheet, self._sound, self._breathes = sheet, sound, breathes
        self._rung: tuple[int, bool] | None = None
        self._said: tuple[int, Millis, str] | None = None
        self._breathed: tuple[int, Millis] | None = None

    @property
    def lacks(self) -> str:
        """The message that says what is not heard here; empty where all is."""
        return self._sound.lacks

    @property
    def needs_bell(self) -> bool:
        """True where nothing but the bell of the terminal can be heard."""
        return self._sound.program is None

    def hear(self, record: SessionRecord, words: str, now_ms: Millis, *, paused: bool) -> bool:
        """Let be heard what has come since the last look; true when a tone has begun.

        words: what is said just now, in words. now_ms: the clock of the player.
        """
        if paused or record.ending is not Ending.RUNNING:
            self._sound.silence()
            self._said = None
            return False
        rings = self._ring(record)
        if self._breathes:
            self._breathe(record)
        saying = saying_at(self._sheet, record.position_ms, record.turns)
        if saying is not None:
            said = (index_at(self._sheet, record.position_ms), saying.at_ms, words)
            if said != self._said:
                self._said = said
                self._sound.say(sentences_of(words), now_ms + (AFTER_TONE_MS if rings else 0))
        self._sound.look(now_ms)
        return rings

    def end(self, record: SessionRecord) -> None:
        """The tones of the end: falling ones after a stop, a chord when it was done."""
        self._sound.silence()
        self._sound.ring("stop" if record.ending is Ending.STOPPED else "end")

    def _breathe(self, record: SessionRecord) -> None:
        index = index_at(self._sheet, record.position_ms)
        cue = self._sheet.cues[index]
        breath = breath_at(self._sheet.steps[cue.step].breath, cue, record.position_ms - cue.at_ms)
        if breath is None or not breath.is_told or self._breathed == (index, breath.turned_ms):
            return
        self._breathed = (index, breath.turned_ms)
        self._sound.ring(breath.way)

    def _ring(self, record: SessionRecord) -> bool:
        index = index_at(self._sheet, record.position_ms)
        cue = self._sheet.cues[index]
        is_half = cue.halfway_tone and record.position_ms - cue.at_ms >= halfway_ms(cue)
        if self._rung == (index, is_half):
            return False
        self._rung = (index, is_half)
        tone = "halfway" if is_half else cue.tone.value
        if tone == Tone.NONE:
            return False
        self._sound.ring(tone)
        return True

# What only the terminal says.

cli-cannot-read = It cannot be read ({ $reason }). Check the name, or give - for standard input.
cli-cannot-write = It cannot be written ({ $reason }). Choose another place.
cli-exported = { $count ->
    [one] One event is in { $file }.
   *[other] { $count } events are in { $file }.
}
cli-written = It is in { $file }.
cli-imported = { $added } added, { $known } were there already.
cli-what-to-say = What you can say when you call:
cli-may-be-worse = An answer to one of these could show that it is more urgent:
cli-needs-answers = { $count ->
    [one] One question is still open:
   *[other] { $count } questions are still open:
}
cli-most-likely = Most likely
cli-could-also-be = Could also be
cli-because = fits: { $places }
cli-against = does not explain: { $places }
cli-together = These two fit best together.
cli-not-a-muscle = This looks less like a muscle than like something else.
cli-check-again = Answer again, to be sure:
cli-next-press = Next, feel gently (at most { $pressure } of 10):
cli-next-move = Next, what do you notice?
cli-next-place = Next, does it hurt here as well?
cli-plan = { $minutes ->
    [one] Your session, one minute:
   *[other] Your session, { $minutes } minutes:
}
cli-session-keys = space Pause · s Stop
cli-session-level = 0-9 How strong, t for 10
cli-session-done = Pressed for { $seconds } seconds in all. Well done – move a little now.
note-stopped-today = You stopped a session today because of what you felt. No more pressure for 24 hours; movement, warmth and slow breathing are fine.
note-out-of-reach = Your hand does not reach this spot safely. A tennis ball at a wall or a massage cane would; until then, movement and warmth help.

explain-checked-in = Check-in
explain-plan-made = Plan
explain-session-moved = Stop of a session
explain-outcome-told = How it was after a session
explain-causes-named = Causes
explain-measured = How it was
explain-activities-named = Activities
explain-knot-edited = A knot put right
explain-settings-changed = Settings
explain-hand-over-made = A page for a professional
explain-guidance-received = Advice that was taken up
explain-guidance-withdrawn = Advice that is no longer followed
explain-none = Nothing has been decided yet.
explain-version = Knowledge of that day: { $version }
explain-same = Made again with that knowledge, it comes out the same.
explain-different = Made again with that knowledge, it comes out differently. What was kept, and told to you then, is below. Please report this.
explain-never-stored = This advice is worked out whenever it is shown. Below is what that knowledge says.
explain-no-decision = Nothing was decided here; it was only kept.
explain-unreadable = Another version of Unknot recorded this in a way that this one cannot read.
explain-not-for-today = This says what was decided then. It is no advice for today: for that, check in.
explain-knowledge-not-kept = The knowledge of that day is not kept here, so this cannot be made again. What was recorded is below.
explain-knowledge-altered = The kept knowledge of that day is not what it was: someone or something has changed it. It is not used. What was recorded is below.
explain-knowledge-unreadable = This version of Unknot cannot read the knowledge of that day, so this cannot be made again. What was recorded is below.
explain-todays-words = The sentences of that day are not kept, so these are those of today.
explain-refused = It would be refused: { $message }
explain-recorded = Recorded:
explain-again = What comes out now:
explain-answers = Asked and answered:
explain-drawing = Where it hurt:
explain-felt = What was felt:
explain-finding = What it likely was:
explain-plan = The session:
explain-outcome = Pain { $before } before, { $after } after
explain-concluded = What followed:
explain-because = because:
explain-no-pressure = No pressing.
explain-grade-NO = Not at all:
explain-grade-ASK = Only if a clinician agrees:
explain-grade-LIM = Only lightly:
explain-grade-OK = As usual:
explain-stop = What you were told:
explain-course = What earlier sessions had shown:
explain-referral = What that counts as at the next check-in:
explain-nearly = What would have applied with one more sign:
explain-missing = missing { $sign }
explain-or = or
explain-ceiling = at most { $ceiling }/10

cli-numbers-elsewhere = You are somewhere else? “unknot numbers --country CC”, with ZZ if you do not know.
cli-numbers-sure = Written down on { $as_of }. The emergency number: { $sure }.
cli-numbers-lines-sure = The other lines: { $sure }.
cli-numbers-any = any emergency { $number }
cli-numbers-advice = advice { $number }
cli-numbers-crisis = crisis { $number }

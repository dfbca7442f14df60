# What only the terminal says.

cli-cannot-read = It cannot be read ({ $reason }). Check the name, or give - for standard input.
cli-cannot-write = It cannot be written ({ $reason }). Choose another place.
cli-exported = { $count ->
    [one] One event is in { $file }.
   *[other] { $count } events are in { $file }.
}
cli-written = It is in { $file }.
cli-imported = { $added } added, { $known } were there already.
cli-needs-answers = { $count ->
    [one] One question is still open:
   *[other] { $count } questions are still open:
}
cli-most-likely = Most likely
cli-could-also-be = Could also be
cli-plan = { $minutes ->
    [one] Your session, one minute:
   *[other] Your session, { $minutes } minutes:
}
cli-session-keys = space: pause · n: next step · s: stop
cli-session-done = Pressed for { $seconds } seconds in all. Well done – move a little now.
note-stopped-today = You stopped a session today because of what you felt. No more pressure for 24 hours; movement, warmth and slow breathing are fine.
note-out-of-reach = Your hand does not reach this spot safely. A tennis ball at a wall or a massage cane would; until then, movement and warmth help.

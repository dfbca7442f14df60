# Progress: "How is it now?", your knots and their story, what is real, how the dose follows, what works.
# Sources: the fact sheet 3.2, 6 and 7; decisions 0010 and 0011.

measure-in-future = That moment has not come yet. Look at the date and the time; the clock of your device may be wrong.
measure-too-late = That is more than { $days } days ago. Nobody remembers pain well for so long, so it is not kept.
measure-no-such-activity = This activity is not on your list any more. Open the page again.
measure-above-worst = This is more than the worst pain you gave. The worst is at least as high as the others.
measure-corrects-nothing = The entry that this corrects is not here. Open the page again.
measure-empty = Nothing is filled in yet. One answer is enough.
measure-too-many-activities = You can keep an eye on { $most } activities at most. Take one off first.
measure-activity-without-name = Give the activity a name, such as “look over my shoulder”.
knot-unknown = This knot is not here any more. Open the page again.
knot-nothing-to-part = There is nothing to part there: some sessions have to stay on each side.
knot-gone-before-last = That is before the last session for this knot. Give a day after it.

note-flare = It hurts clearly more than in the days before, so nothing is pressed today: warmth, slow breathing and easy movement. Flares are common and pass. If it stays worse for two days, have it looked at.
note-sore-again = Pressing has left you very sore twice within a week, so it rests for some days. Movement and warmth are fine.
note-eased-sore = Last time left you very sore, so time and pressure are halved for a week.
note-eased-no-better = Some days of care have not changed much yet. So today brings less pressure, more movement and, where there is one, another way. Pressing harder would not help more.
note-resting-spot = One spot is still sore from last time, so it rests today.
note-less-is-enough = You have been well for some days, so less is enough: longer gaps between pressing, and movement as you like.
note-trying-a-way = Today’s way was picked by chance from those that suit you, to find out what works for you. Swap it if you like.
note-trying-too-early = Today nothing is pressed, picked by chance: only so can Unknot tell what pressing adds to getting better by itself.
note-trying-by-itself = So far it gets better by itself just as well. Leave the ball away, and keep moving.

now-title = How is it now?
now-lead = One answer is enough. The more often you tell, the sooner Unknot can say what is real.
now-title-correct = Correct an entry
now-lead-correct = What you said before is kept as well, so nothing is lost.
now-when = When was it?
now-when-now = Now
now-when-earlier = Earlier
now-when-pick = Day and time
now-pain = Pain
now-pain-now = Right now
now-pain-worst = At its worst, last 24 hours
now-pain-average = On average, last 24 hours
now-pain-low = none
now-pain-high = worst
now-change = Since this began, how has it changed?
now-change--5 = very much worse
now-change--4 = much worse
now-change--3 = worse
now-change--2 = a little worse
now-change--1 = hardly worse
now-change-0 = no change
now-change-1 = hardly better
now-change-2 = a little better
now-change-3 = better
now-change-4 = much better
now-change-5 = fully well again
now-not-said = not said
now-activities = What you want to do again
now-activities-about = Name up to { $most } things that the pain gets in the way of. 0 means you cannot do it, 10 means as before.
now-activities-source = The idea of scoring one’s own activities is Stratford’s (1995); the words here are ours and yours.
now-activity-new = One more activity
now-activity-placeholder = such as: look over my shoulder
now-activity-add = Add
now-activity-remove = Take off: { $name }
now-activity-low = cannot
now-activity-high = as before
now-turn = Turning your head
now-turn-how = Sit upright and turn as far as is comfortable. Where does your chin come to?
now-turn-left = To the left
now-turn-right = To the right
now-reach-past = past the end of the collarbone
now-reach-to = just to it
now-reach-short = short of it
now-everyday = Everyday check
now-everyday-about = Five questions in our own words. Not validated: nobody has tested them on people, so no verdict rests on them.
now-everyday-look-round = Looking round behind you
now-everyday-sit-at-a-task = Sitting at a task for half an hour
now-everyday-carry-a-bag = Carrying a bag
now-everyday-reach-up = Reaching up to a shelf
now-everyday-lie-comfortably = Lying so that it is comfortable
now-trouble-0 = easy
now-trouble-1 = some trouble
now-trouble-2 = hard
now-trouble-3 = not possible
now-rest = Sleep and stress
now-sleep = How well did you sleep?
now-sleep-low = badly
now-sleep-high = well
now-stress = How tense is your day?
now-stress-low = calm
now-stress-high = very tense
now-sore = After the last session
now-sore-how-long = How long was the place sore from pressing?
now-sore-none = not at all
now-sore-under-a-day = less than a day
now-sore-up-to-two-days = one or two days
now-sore-over-two-days = more than two days
now-sore-now = How sore is it from pressing now?
now-keep = Keep
now-keep-correction = Keep the correction
now-take-back = Take this entry back

progress-verdict-better = It is getting better
progress-verdict-worse = It is getting worse
progress-verdict-no-clear-change = About the same so far
progress-verdict-too-few-data = Too few data to tell
progress-say-better = This is more than the ups and downs of days.
progress-say-worse = This is more than the ups and downs of days. Press nothing that hurts more than before. If it is still worse tomorrow, have it looked at.
progress-say-no-clear-change = The ups and downs of days explain what is seen so far.
progress-say-too-few-data = A few more days will show more. Until then nobody could tell chance from change.
progress-moved = Your usual pain has moved by { $moved } points since this began, most likely between { $low } and { $high }.
progress-counts = A fall to { $counts } or below would be a change that counts.
progress-why = How this is told
progress-why-reason = Single days jump up and down, and people begin when it is at its worst, so the first days fall by themselves. Unknot looks for the level beneath, and says “better” or “worse” only when it is 95 in 100 sure and the change is large enough to count: two points, or 30 percent. Tried on made-up people: of those who did not change, fewer than 5 in 100 were ever told that they had.
progress-because = Because of: { $signs }
progress-sign-pain = your pain from day to day
progress-sign-change = your own judgement
progress-sign-activities = your activities
progress-sign-turning-left = turning to the left
progress-sign-turning-right = turning to the right
progress-pain = Pain, day by day
progress-pain-about = { $count ->
    [one] One day
   *[other] { $count } days
}, { $sessions ->
    [one] one session
   *[other] { $sessions } sessions
}. Arrow keys move along the days.
progress-level = usual level
progress-range = where it most likely lies
progress-day-pain = pain that day
progress-session = session
progress-counts-line = change that counts
progress-at-day = { $day }: pain { $pain }, usual level { $level }
progress-table = As a table
progress-day = Day
progress-value = Pain
progress-from-to = Most likely between
progress-pressed = Pressed
progress-minutes = { NUMBER($minutes, maximumFractionDigits: 1) } min
progress-calendar = Your weeks
progress-calendar-about = Darker means pressed for longer. { $used ->
    [0] Nothing in the last seven days.
    [one] One of the last seven days.
   *[other] { $used } of the last seven days.
}
progress-calendar-day = { $day }: { $minutes ->
    [0] no pressing
    [one] pressed for 1 minute
   *[other] pressed for { $minutes } minutes
}
progress-turning = Turning
progress-turning-reach = How far your chin came each time, against the end of the collarbone. Left and right are your own.
progress-turning-degrees = { $degrees }°
progress-sides-left = Left
progress-sides-right = Right
progress-map = Where it hurt
progress-map-about = { $day }, drawing { $number } of { $count }
progress-map-move = Which drawing
progress-map-play = Play
progress-map-stop = Stop
progress-map-nothing = Nothing marked.
progress-works = What works for you
progress-works-about = How much further the pain falls by the next day, beyond what comes by itself. The bar shows the likely range.
progress-works-itself = By itself, in a day
progress-works-tries = { $tries ->
    [0] not tried yet
    [one] tried once
   *[other] tried { $tries } times
}
progress-works-range = { $fall } points, most likely between { $low } and { $high }
progress-works-too-early = Nothing is clear yet.
progress-works-works = This one clearly helps you: { $technique }.
progress-works-by-itself = It gets better by itself. Leave the ball away, keep moving, and come back if it stays.
progress-works-none = After some sessions, with your pain told on the day after, you will see here what helps you and what comes by itself.
progress-works-trying = Unknot varies the way and the time on purpose, by chance and always within your limits. Only so can it tell what helps from what would have come anyway.
progress-works-on = Try ways out for me
progress-stage-every-other-day = You are doing well
progress-stage-every-other-day-say = Every other day is enough now.
progress-stage-twice-a-week = Hardly any pain for ten days
progress-stage-twice-a-week-say = Twice a week is plenty. Movement matters more than pressing.
progress-stage-on-your-own = You don’t need me now
progress-stage-on-your-own-say = Three weeks with next to no pain. Keep moving; no more reminders.
progress-stage-back = Come back if it hurts 3 or more on two days, or if it comes back in the same place. If anything on the warning list appears, do not wait for Unknot: have it seen.
progress-next = For your next session
progress-entries = Everything you told
progress-entry-pain = Pain { $pain }
progress-entry-corrected = { $count ->
    [one] corrected once
   *[other] corrected { $count } times
}
progress-entry-was = Before: { $pain }
progress-entry-taken-back = taken back
progress-entry-correct = Correct
progress-tell = How is it now?
progress-stories = Each knot

knots-gone = It is gone
knots-gone-since = Gone since { DATETIME($at, day: "numeric", month: "long") }
knots-relapses = { $count ->
    [one] Came back once
   *[other] Came back { $count } times
}
knots-next = Next day
knots-how = How
knots-change-story = Change this story
knots-same-as = This is the same knot as: { $name }
knots-apart = A knot of its own: { $name }
knots-anew = Another knot since { DATETIME($at, day: "numeric", month: "long") }
knots-dose = { $minutes } minutes of pressing in all
knots-helped = Told to have helped: { $helped } of { $told } times
knots-last-next = the next day { $pain }
progress-axis-day = { DATETIME($at, day: "numeric", month: "short") }
progress-weekday = { DATETIME($at, weekday: "narrow") }
progress-weekday-long = { DATETIME($at, weekday: "long") }
progress-points = { NUMBER($value, maximumFractionDigits: 1) }
progress-calendar-pressed = pressed for { NUMBER($minutes, maximumFractionDigits: 1) } min
progress-reach-past = past it
progress-reach-to = to it
progress-reach-short = short of it

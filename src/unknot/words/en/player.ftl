# The guided session and the screens after it. What is said in the session itself is in cues.ftl.

session-title = Your session
session-ready = Ready when you are
session-ready-how = Tap anywhere to pause. Stop is always there: use it at once for anything sharp, numb, tingling or dizzy.
session-begin = Begin
session-length = { $time } minutes
session-back = Back to the plan
session-left = { $time } left
session-kind = { $kind ->
        [ready] Get ready
        [settle] Settle
        [hold] { $repetitions ->
            [1] Hold
           *[other] Hold { $repetition } of { $repetitions }
        }
        [stroke] { $repetitions ->
            [1] Stroke
           *[other] Stroke { $repetition } of { $repetitions }
        }
        [release] Let go
        [rest] Rest
        [switch-side] Change sides
        [move] Move
       *[done] Done
    }
session-hint-ready = Find the place, take your time
session-hint-settle = Nothing to do but breathe
session-hint-hold = Stay, and let the ache fade
session-hint-past-half = More than half is done. If the ache grows, ease off
session-hint-stroke = Slowly, no hurry
session-hint-release = Slowly
session-hint-rest = Let the arm hang
session-hint-switch-side = Take your time
session-hint-move = Only as far as is easy
session-hint-done = Well done
session-seconds-left = { $seconds ->
        [one] 1 second left
       *[other] { $seconds } seconds left
    }
session-picture = { $where }, { $side ->
        [left] left side
       *[right] right side
    }: the muscle glows under the skin
session-how-strong = How does it feel?
session-level = { $over ->
        [yes] { $level } of 10, too strong
       *[no] { $level } of 10
    }
session-ceiling = A good ache, at most { $ceiling } of 10
session-turn-skip = Skip this step
session-turn-next = Next
session-turn-swap = Another way
session-turn-repeat = Once more
session-turn-ease = Ease off
session-turn-too-sore = Too sore
session-keys = Keys: 0 to 9 how strong it is, N next, W another way, A again, E ease off, X too sore, K skip, space pause, S stop.
session-stop = Stop
session-pause = Pause
session-go-on = Go on
session-tap-to-go-on = Tap anywhere to go on.
session-overslept = Your device was asleep or its clock was changed, so this paused.
session-skip = Skip this step
session-sound = Sound
session-heard = What you hear
session-heard-voice = Voice and tones
session-heard-tones = Tones only
session-heard-silent = Nothing: screen and vibration
session-volume = Volume
session-speed = Pace of the voice
session-speed-value = { $percent } percent
session-shows-step = Show the step on a locked screen
session-breathes = Hear and feel the breath
session-pace = Pace of the breath
session-pace-value = In { $in } s, out { $out } s
session-on-lock-screen = Unknot session
session-volume-value = { $percent } percent
session-let-go = Let go slowly. You have stopped.
session-stopped = You stopped
session-to-start = Back to the start
session-to-after = How was it?
session-emergency = Emergency numbers
session-in-another-tab = This session is open in another window. Go on there, or close that window and open this page again.
session-begun-elsewhere = This session was begun in another browser. Go on there, or make a new plan here.
session-kept-damaged = What this browser kept of the session is damaged, so it is not used. Start Unknot again and open this page once more.
session-server-away = Unknot does not answer just now. You can go on: this browser keeps what you do, and sends it later.
session-not-kept = This browser keeps nothing. Leave this page open until the session is over.
session-away-and-not-kept = Unknot does not answer, and this browser keeps nothing. You can go on; leave this page open until Unknot is back.
session-no-sound = There is no sound in this browser. Every word is shown.
session-track = With the screen locked
session-track-why = The whole session as one sound track. It goes on when the screen is locked. Pause, Stop and Next are in your device’s media controls.
session-track-make = Make the sound track
session-track-making = Making it…
session-track-made = It is ready.
session-track-play = Begin with the sound track
session-track-save = Save the sound
session-track-save-words = Save the words
session-track-failed = The sound track could not be made in this browser. Everything else works.
session-track-no-voice = It is ready. The voice is not in it; it has tones only.

## How was it?

after-title = How was it?
after-lead = Your neck’s own answer counts, whatever it is.
after-before = Pain before
after-after = Pain now
after-low = none
after-high = worst I can imagine
after-turning = How does your neck turn now?
after-turning-easier = Easier
after-turning-same = The same
after-turning-harder = Harder
after-turning-not-tried = Didn’t try
after-helped = Did it help?
after-helped-yes = Yes
after-helped-a-little = A little
after-helped-no = No
after-helped-worse = It is worse
after-missing = Say how the pain is now, how your neck turns and whether it helped.
after-keep = Keep it
after-kept-here = It is kept in this browser
after-kept-here-how = Unknot does not answer just now. What you said is sent as soon as it does. You can close this page.
after-care = For the rest of the day
after-care-move = Ten slow movements, now and then, as far as is easy.
after-care-warm = Warmth for up to 15 minutes, if you like it.
after-care-active = Go on with your day rather than rest. Being a little sore for a day or two is common.
after-care-wait = Leave a sore spot alone until it has settled: a day at least.
after-worse = If it stays worse, gets stronger, or anything new comes with it, be seen by a professional. Next time, check in first.

## A session that the guard does not let through

guard-refused = This session is not played: { $why ->
        [not-fresh] your check-in is no longer fresh.
        [not-cleared] no check-in stands behind it.
       *[other] it asks for something that is not allowed.
    }
guard-instead = What you can do instead, gently
guard-instead-breathe = Sit back, shoulders low, and breathe slowly for a few minutes.
guard-instead-move = Turn your head and roll your shoulders slowly, only as far as is easy.
guard-instead-leave = Leave the sore spots alone until you have checked in again.
guard-check-in = Check in again

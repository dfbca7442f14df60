# "Your session": what is to hand, and the steps with their reasons.

plan-title = Your session
plan-lead = { $steps } steps, { $time } minutes. Change whatever does not suit you.
plan-lead-gentle = { $steps } gentle steps, { $time } minutes, and nothing is pressed today. Warmth, breath and easy movement do more than they seem to.
plan-minutes = Minutes you have
plan-minutes-short = { $minutes } minutes
plan-minutes-less = Fewer minutes
plan-minutes-more = More minutes
plan-tools = Have you got any of these?
plan-hand = Which hand is free?
plan-only-hand = { $hand } only
plan-place = Where are you?
plan-change = Change
plan-steps = Steps
plan-step = { $number } · { $phase }
plan-dose = { $long ->
        [yes] { $minutes } minutes
       *[no] { $seconds } seconds
    }{ $repetitions ->
        [1] {""}
       *[other] {" "}× { $repetitions }
    }
plan-ceiling = Good ache, at most { $ceiling } of 10
plan-how = How
plan-swap = Another way
plan-swap-with = { $technique } ({ $tool })
plan-skip = Leave out
plan-skip-step = Leave out: { $technique }
plan-left-out = Left out: { $steps }.
plan-bring-back = Bring back
plan-begin = Begin ({ $time })
plan-check-in = Check in again

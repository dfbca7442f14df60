# The frame of the application and the screens around a session: start, check-in, verdict, emergency, knots, causes, data.

app-name = Unknot
app-title = { $screen } · Unknot
app-step = Step { $step } of { $steps }
app-back = Back
app-go-on = Go on
app-to-start = Back to the start
app-try-again = Try again
app-why = Why?
app-evidence = How sure:
app-source = Source:
app-scale-unsaid = nothing chosen yet
app-scale-value = { $value } out of 10
app-sided = { $name }, { $side }
app-day = { DATETIME($at, day: "numeric", month: "short", year: "numeric") }
app-server-gone = Unknot is not answering.
    .do = Nothing is lost. Start it again on your computer, and this page goes on by itself.
app-opening = One moment
app-screen-did-not-open = This screen did not open. Start Unknot again on your computer, then try again.
app-something-wrong = That did not work

home-title = Ease your neck with your own hands
home-what = Unknot finds where your knot most likely sits, guides your hands step by step, and tells you when someone should look instead.
home-where = Where does it hurt?
home-welcome-back = Welcome back
home-last-visit = You were last here on { DATETIME($at, weekday: "long", day: "numeric", month: "long") }.
home-knot-last = Pain { $before } before, { $after } after
home-start = Start
home-start-new = Start a new visit instead
home-resume = Go on with your session
home-causes = What may play a part?
home-causes-hint = Five questions, one tap each
home-more = More
home-not-reviewed = No clinician has reviewed Unknot yet.
home-age = Not for anyone under 16.
home-emergency = Emergency: { $number }

check-in-left = { $left ->
    [0] perhaps the last question
   *[other] about { $left } more
}
check-in-why-asked = Why we ask
check-in-no-pain = no pain
check-in-worst-pain = worst I can imagine

verdict-stopped-kicker = What your answers say
verdict-cleared-kicker = Before you start
verdict-before-you-start = You can go on, with care
verdict-why-title = Why
verdict-you-said = You said:
verdict-why-reason = Your answers match a warning sign that health professionals look for. It does not mean that you have an illness; it means that someone should look.
verdict-limits-title = What changes for you today
verdict-left-out = Left out today
verdict-light = Only lightly
verdict-say-title = What you can say when you call
verdict-fine-title = What is fine meanwhile
verdict-fine-rest = Rest in whichever position is most at ease
verdict-fine-breath = Breathe slowly, about six breaths a minute
verdict-fine-move = Move only as far as is comfortable, and press nowhere
verdict-for-someone-else = Nothing that was answered stands in the way of gentle self-care for them, within what stands here. A plan is made when they check in themselves.
verdict-further-title = Could it be more urgent?
verdict-further = { $count ->
    [one] One more question tells. What stands here holds in any case.
   *[other] { $count } more questions tell. What stands here holds in any case.
}
verdict-further-go = Answer to see
verdict-if-worse = If it gets worse quickly, or you feel very ill:
verdict-call = Call { $number }
verdict-print = Print or save this page
verdict-check-answers = Check my answers
verdict-go-on-gently = Go on, gently
verdict-go-on-without-pressure = Go on, without pressing

modality-light-hand = light hand work
modality-sustained-hand = steady pressing by hand
modality-ball-wall = a ball at the wall
modality-cane = a massage cane
modality-percussion-gun = a massage gun
modality-nodes-vibration = a kneading or vibrating massager
modality-foam-roller = a foam roller
modality-heat = heat
modality-stretch = stretching
modality-tens = a TENS device
modality-in-areas = { $modality } ({ $areas })
area-neck = neck
area-shelf = top of the shoulders
area-back = upper back

emergency-call = Call
emergency-number-anywhere = 112
emergency-crisis-line = Or call the crisis line: { $number }
emergency-do-title = What to do now
emergency-say-title = What to say
emergency-why-title = Why
emergency-say-anything = “I need help now.” Then say where you are and what you feel.
emergency-mistake = This was a mistake – check my answers
emergency-crisis = You do not have to carry this alone
    .do = Call now, or ask someone near you to call. Until help is there, stay with someone you trust, and go away from anything you could hurt yourself with.
    .say = “I feel hopeless, and I have thoughts of harming myself. I need to talk to someone now.”

knots-title = Your knots
knots-none = No knot here yet. After your first session you will find its story on this page.
knots-since = { $count ->
    [one] Since { DATETIME($at, day: "numeric", month: "long") } · 1 session
   *[other] Since { DATETIME($at, day: "numeric", month: "long") } · { $count } sessions
}
knots-last = Last time, pain
knots-not-told = not said
knots-before = Before
knots-after = After
knots-chart = { $name }: pain before and after { $count ->
    [one] 1 session
   *[other] { $count } sessions
}. The numbers are in the table below.
knots-every-session = Every session
knots-day = Day
knots-turning = Turning
knots-stopped = stopped early
knots-print = Print or save this page
trend-better = It has been getting better.
trend-worse = It has been getting worse. If that goes on, have it looked at.
trend-no-clear-change = No clear change so far.
trend-too-few-data = Too few sessions to tell yet.
turning-easier = easier
turning-same = the same
turning-harder = harder
turning-not-tried = not tried

causes-count = { $at } of { $of }
causes-named = What you named
causes-named-about = One small step each. Choose one; you need not do them all.
causes-none-named = Nothing stands out
causes-none-named-about = Knots often come without a clear reason. You can answer again whenever something changes.
causes-answer-again = Answer again
causes-small-step = One small step
causes-known = What is known
causes-how-sure = How sure is that?
cause-name-C1 = Sitting or looking down for long
cause-name-C2 = Stress and tensing up
cause-name-C3 = Sleep
cause-name-C4 = Drinking too little
cause-name-C5 = The same movement, or a new load
confidence-high = quite sure
confidence-medium = moderately sure
confidence-low = not sure
confidence-ours = our own caution

data-title = Your data
data-about = Everything stays on this computer, in one file in your own data folder. Nothing is sent anywhere. “unknot doctor” tells where the file is.
data-take = Keep a copy
data-take-about = One file with everything: check-ins, drawings, plans and sessions. Unknot can read it in again, here or on another computer.
data-export = Save everything as a file
data-import = Read a file in
data-imported = { $added ->
    [0] Nothing new: everything in this file was already here.
    [one] Read in: 1 entry. Already here: { $known }.
   *[other] Read in: { $added } entries. Already here: { $known }.
}
data-erase = Erase everything
data-erase-about = Every check-in, drawing, plan and session. It cannot be brought back unless you have saved a file.
data-erase-ask = Erase everything …
data-erase-sure = Erase everything?
data-erase-sure-about = All that Unknot knows about you on this computer will be gone, at once and for good.
data-erase-word = erase
data-erase-type = To be sure, type “{ $word }”
data-erase-now = Erase it all
data-erase-keep = Keep my data
data-erased = Everything is gone
data-erased-about = Unknot knows nothing about you any more. The next visit is a first visit.
data-version = Version of what Unknot knows: { $version }

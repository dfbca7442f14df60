# What is said and captioned in a guided session. One cue is said in three to six seconds and makes sense with eyes closed.
# Arguments: $side ("left", "right" or "none"), $point, $muscle, $tool (in words), $seconds, $repetition, $repetitions, $ceiling (numbers).
# $ceiling is that of the step, as far down as it was eased; where nothing presses, the highest of the session.
# Sources: protocol M1-M10, T2-T7, S4, S6; the fact sheet 3.1, 3.2, 3.4, 4.

## The whole session

cue-settle = Sit or lie with your feet down and your elbow resting. Shoulders low, jaw loose. Breathe slowly.
cue-breathing = Breathe in through your nose, low into your belly. Let the breath out a little longer.
cue-warmth = Wrapped warm pack on your shoulder, or the back of your neck. Warm, never hot.
cue-ready = Get ready. Shoulders low, breath easy.
cue-halfway = Halfway. Shoulders low, breath slow. If the ache grows, ease off.
cue-release = Let go slowly.
cue-rest = Rest. Let your arm down and breathe.
cue-switch-side = { $side ->
        [left] Now the left side. Take your time to change over.
        [right] Now the right side. Take your time to change over.
       *[none] Now the other side. Take your time to change over.
    }
cue-paused = Paused. Let go and rest. Carry on when you are ready.
cue-after-care = Keep gently active today. Feeling a little sore for a day or two is common.
cue-done = That is your session done. Notice how your neck feels before you get up.
cue-in = Breathe in
cue-out = Breathe out

## Get ready: side and place of hand or tool

cue-place-kneading = { $side ->
        [left] Left side. Right hand across your chest. From behind, take the muscle where neck meets shoulder.
        [right] Right side. Left hand across your chest. From behind, take the muscle where neck meets shoulder.
       *[none] One hand across your chest. From behind, take the muscle where neck meets shoulder.
    }
cue-place-sustained-pressure = { $side ->
        [left] Left side: { $point }. Right arm across, two fingers on the spot.
        [right] Right side: { $point }. Left arm across, two fingers on the spot.
       *[none] Two fingers on the spot: { $point }.
    }
cue-place-pressure-release = { $side ->
        [left] Left side: { $point }. Right arm across, fingers on the spot.
        [right] Right side: { $point }. Left arm across, fingers on the spot.
       *[none] Two fingers on the spot: { $point }.
    }
cue-place-pincer-hold = { $side ->
        [left] Left side. Right arm across your chest. Thumb behind the front roll, fingers on top.
        [right] Right side. Left arm across your chest. Thumb behind the front roll, fingers on top.
       *[none] One arm across your chest. Thumb behind the front roll, fingers on top.
    }
cue-place-friction = { $side ->
        [left] Left side: { $point }. Right arm across, finger pads on the band.
        [right] Right side: { $point }. Left arm across, finger pads on the band.
       *[none] Finger pads on the tight band: { $point }.
    }
cue-place-ball-pressure = { $side ->
        [left] Left side: { $point }. Ball off the spine, left arm across.
        [right] Right side: { $point }. Ball off the spine, right arm across.
       *[none] Ball at the wall, off the spine: { $point }.
    }
cue-place-ball-roll = { $side ->
        [left] Left side: { $point }. Ball off the spine, left arm across.
        [right] Right side: { $point }. Ball off the spine, right arm across.
       *[none] Ball at the wall, off the spine: { $point }.
    }
cue-place-cane-pressure = { $side ->
        [left] Left side: { $point }. Cane over your shoulder, knob resting there.
        [right] Right side: { $point }. Cane over your shoulder, knob resting there.
       *[none] Cane over your shoulder, knob resting on the spot: { $point }.
    }
cue-place-electric-low = { $side ->
        [left] Left side: { $point }. Towel first, lowest speed, off the spine.
        [right] Right side: { $point }. Towel first, lowest speed, off the spine.
       *[none] Towel first, lowest speed, off the spine: { $point }.
    }
cue-place-both-hands = { $side ->
        [left] Left side: { $point }. Lie back, fingertips of both hands there. Your head’s weight is the pressure.
        [right] Right side: { $point }. Lie back, fingertips of both hands there. Your head’s weight is the pressure.
       *[none] Lie back, fingertips of both hands on the spot: { $point }. Your head’s weight is the pressure.
    }
cue-place-slow-movement = Sit or stand at ease, arms hanging. Let your shoulders sink and look straight ahead.
cue-place-gentle-stretch = { $side ->
        [left] Sit with your back supported. Left hand holds the chair, left shoulder low.
        [right] Sit with your back supported. Right hand holds the chair, right shoulder low.
       *[none] Sit with your back supported. Shoulders low, hands resting.
    }

## Press and hold

cue-hold-sustained-pressure = Press to a good ache, no more than { $ceiling } out of ten. Let it fade. Breathe.
cue-hold-pressure-release = Press until it just aches, no more than { $ceiling } out of ten. Wait, then sink in.
cue-hold-pincer-hold = Gently pinch, and lift it away to a good ache, no more than { $ceiling } out of ten. Breathe.
cue-hold-ball-pressure = Lean in to a good ache, no more than { $ceiling } out of ten. Let it fade. Breathe.
cue-hold-ball-roll = Stay on this spot, no more than { $ceiling } out of ten. Let the ache fade. Breathe.
cue-hold-cane-pressure = Pull gently down and back to a good ache, no more than { $ceiling } out of ten. Breathe.
cue-hold-electric-low = Let it rest there, no more than { $ceiling } out of ten. Do not press it in. Breathe.

## Keep moving

cue-stroke-kneading = Gently squeeze and roll, out towards the shoulder. No more than { $ceiling } out of ten. Breathe.
cue-stroke-friction = Short, brisk strokes across the band, no more than { $ceiling } out of ten. Breathe slowly.
cue-stroke-ball-roll = Roll slowly. Pause several seconds where it is tender, no more than { $ceiling } out of ten. Breathe.
cue-stroke-electric-low = Let it glide slowly over the muscle, no more than { $ceiling } out of ten. Do not press. Breathe.
cue-move-slow-movement = Turn slowly, bend to each side, roll your shoulders. Only what is comfortable, nothing sharp.
cue-move-gentle-stretch = { $side ->
        [left] Ease into a mild stretch on the left side. No pulling, nothing sharp. Breathe out and stay.
        [right] Ease into a mild stretch on the right side. No pulling, nothing sharp. Breathe out and stay.
       *[none] Ease into a mild stretch. No pulling, nothing sharp. Breathe out and stay.
    }

## How strong it is: asked in a hold, and what is said to the answer

cue-ask-level = How strong is it now, from nought to ten?
cue-ask-level-again = And now, from nought to ten?
cue-tell-me = From nought to ten: tell me when you can. Until then, no harder.
cue-eased = Ease off a little: no more than { $ceiling } out of ten from here.
cue-too-sore = Let go slowly. We leave this spot. From here on, no more than { $ceiling } out of ten.
cue-level-over = That is too strong. Ease off until it is { $ceiling } or less. If it stays, say stop.
cue-level-rising = It is growing, so ease off: no more than { $ceiling } out of ten.
cue-level-faded = It has faded. Well done: let go now.
cue-level-steady = Good. Stay just there, no harder.
cue-level-late = Good. Stay off it now, and rest.

## The scale of good pain, taught once

line-teach-scale = I will ask how strong it is. Nought is no pain, ten the worst you can imagine.
line-teach-good = Up to { $ceiling }, with easy breathing, is good pain: strong, but it fades as you hold.
line-teach-stop = Sharp, burning, numb or tingling is never good pain. Stop at once.

## Within a cue: breath and posture

line-shoulders-low = Shoulders low and heavy.
line-jaw-loose = Jaw loose, tongue resting, eyes soft.
line-breathe-longer-out = Breathe slowly, and let it out a little longer.
line-breathe-in-out = In through the nose for four or five, out for five or six.
line-thoughts-wander = If your thoughts wander, come back to the breath.
line-elbow-rests = Let the elbow of the working arm rest.
line-head-heavy = Let your head grow heavy on your fingertips.

## Within a cue: hands

line-thumb-or-fingers = Two fingers or a thumb, whichever is easier. Keep them straight.
line-wait-for-ease = Wait until it eases before you sink in.
line-sink-a-little = Has it eased? Then sink in a little, no further than it aches.
line-pincer-behind = Stay on the muscle, behind the front roll. Never in front of it.
line-knead-squeeze = Thumb and fingers take the muscle: squeeze, roll, let go.
line-knead-from-the-neck = Begin where the neck ends, and work out towards the shoulder.
line-knead-slowly = One squeeze every second or two. No hurry.
line-knead-back-to-start = At the shoulder, lift your hand and begin again at the neck.
line-friction-skin = A little oil or a thin cloth spares the skin.
line-friction-across = Across the band, as over a string. Short and even.
line-friction-knuckles = If your fingers tire, take the knuckles.

## Within a cue: tools

line-ball-off-spine = The ball stays on the muscle, a little off the spine.
line-ball-knees = Knees soft, chin level. Lean less for less.
line-roll-small = Only as far as the width of two fingers, up and down.
line-roll-pause = At the tender place, stop rolling and stay.
line-cane-down-and-back = Pull down and back, never forward into the neck.
line-cane-hands-easy = Hold it lightly: the lever does the work.
line-electric-lowest = Lowest speed, towel in between.
line-electric-off-spine = Keep it on the muscle, off the spine and off the neck.
line-warm-cloth = A cloth between it and your skin.
line-warm-check = Warm, not hot. If it stings, take it off.

## Within a cue: movement and afterwards

line-move-turn = Turn your head slowly to one side, and to the other.
line-move-bend = Ear towards the shoulder, one side, then the other.
line-move-shoulders = Roll both shoulders slowly back and down.
line-move-only-easy = Only as far as is easy. Nothing sharp.
line-stretch-mild = A mild pull is enough. Nothing sharp.
line-after-warm = Warmth for up to a quarter of an hour is fine, if you like it.
line-after-sore-spot = Leave a sore spot alone until it has settled.

## Half time of a hold

half-two-fingers = Halfway. Fingers or thumb straight, shoulder low. If the ache grows, ease off.
half-head-heavy = Halfway. Head heavy, jaw loose. If the ache grows, ease off.
half-sink-in = Halfway. If it has eased, sink in a little, no further than it aches.
half-pincer = Halfway. Stay on the muscle, behind the front roll. If the ache grows, ease off.
half-ball = Halfway. Off the spine, knees soft. If the ache grows, lean less.
half-cane = Halfway. Down and back, never forward. If the ache grows, pull less.
half-electric = Halfway. Lowest speed, on the muscle, off the spine and the neck.
half-gun = Halfway. Let it float, do not press, and stay off the neck.

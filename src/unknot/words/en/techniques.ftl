# What a session is made of, with how, why and how good the evidence is. Sources: the fact sheet 3, 4 and 8; protocol M, T and S6.

## Techniques

technique-settle = Settle in
    .how = Sit with your back supported, both feet down and your elbow resting on a table or cushion. Let your shoulders sink and your jaw go loose. Breathe slowly.
    .why = With low, relaxed shoulders you press on a soft muscle and not a tense one.
    .evidence = Not tested on its own: this is the usual way to begin, and it costs nothing.
technique-breathing = Slow breathing
    .how = Breathe in through your nose for 4 to 5 seconds, low into your belly. Breathe out for 5 to 6 seconds. That is about six breaths a minute; go on for 3 to 5 minutes.
    .why = Stress makes the muscle on top of the shoulders work more, even at rest. Slow breathing may lower pain a little, and you can do it anywhere.
    .evidence = Very low: studies of short-lived pain found that slow breathing lowered it, but they are weak. For lasting neck pain the results look helpful and are not reliable.
technique-warmth = Warmth
    .how = Wrap a warm pack in a cloth and lay it on the top of the shoulder or the back of the neck for 5 to 10 minutes, never more than 15. Warm, never hot. Stay awake, and leave it out if you cannot feel heat well there.
    .why = Warmth is comfortable and can help you keep up your sessions. If you like cold better, that is just as good.
    .evidence = Moderate at best: in a trial with 92 people, heat wraps with physiotherapy eased pain and movement, but the makers may have been involved. For a fresh strain, heat and cold helped equally, and only a little.
technique-kneading = Kneading
    .how = Reach across your chest with the opposite hand and take the muscle between thumb and fingers, from behind. Gently squeeze and roll it, one squeeze every second or two. Work from the base of the neck out towards the shoulder, away from the side of the neck.
    .why = It is a gentle way in: it gets the area used to touch before anything firmer.
    .evidence = Weak to moderate: as far as is known, 33 trials of massage for neck pain (1,994 people) showed little or no difference from a pretend treatment. A longer course might do more.
technique-sustained-pressure = Steady pressure
    .how = Let the arm cross your chest to the opposite side, elbow supported and shoulder low. Put two fingers or a thumb straight onto the spot; just under the skull use fingertips only. Press firmly but so that you can manage it well, and hold for 30 to 90 seconds while the ache fades. Stop sooner if it has nearly gone.
    .why = Pressure can make the area less sensitive for a while and make moving easier. Pressing harder has not been shown to ease pain more.
    .evidence = Moderate: in 11 trials (427 people) the spot could take more pressure afterwards. But in 7 trials (251 people) people did not clearly feel less pain than without it.
technique-pressure-release = Gentle pressure, step by step
    .how = Press only until you first feel the muscle resist or begin to ache. Wait there until it eases, then sink in a little. Do this up to three times, no longer than 90 seconds in all.
    .why = It is the gentler form of steady pressure: you follow the muscle and never force it.
    .evidence = Unclear: this gentler form is widely taught, but there is no trial of it alone to show you. Trials of steady pressure are the nearest thing.
technique-pincer-hold = Pinch and lift
    .how = Reach across with the opposite hand. Take the front roll between your thumb behind and your fingers on top, and lift it away from the neck. Hold it there to a good ache. Never poke forwards or down into the hollow in front of it.
    .why = The hollow in front of this muscle holds nerves and blood vessels. Lifting the muscle away keeps the pressure on the muscle alone.
    .evidence = Unclear: nobody has tested this grip on its own. It is chosen because it keeps away from the side of the neck.
technique-friction = Short strokes across
    .how = Use the pads of your fingers, or your knuckles. Make short, brisk strokes across the tight band, not along it, for 30 to 60 seconds. A thin cloth or a little oil saves your skin. Once a day for each spot is enough.
    .why = It is another way to make the area less sensitive for a while, if you do not like a long hold.
    .evidence = Weak: as far as is known, in one trial with 40 people, a single go of these strokes did about as well as steady pressure. That says nothing about the days after.
technique-ball-pressure = Ball at the wall
    .how = Stand with a ball between your back and the wall, feet 30 to 40 cm away and knees soft. Bring that arm across your chest. Lean in: your lean sets the pressure. Keep the ball on muscle and off the spine.
    .why = A ball reaches where your hands cannot, and it saves your thumbs.
    .evidence = Weak: in one trial of 60 women with long-lasting neck pain, pressing with a tennis ball eased pain and movement straight afterwards, compared with nothing. How long it lasts is not known.
technique-ball-roll = Slow roll at the wall
    .how = Lean on the ball as before and roll it slowly, two or three centimetres at a time. Where it is most tender, pause for several seconds. Never roll over the spine or the edge of a bone.
    .why = Rolling finds the tender places; the pauses most likely do more than the rolling.
    .evidence = Weak: in one trial, on the calf, holding still helped a tender point a little, and rolling did no better than a pretend treatment. So pause more than you roll.
technique-cane-pressure = Massage cane
    .how = Hook the cane over your shoulder and let the knob rest on the muscle, with its weight alone at first. Pull down and back, towards your body, and never forwards into the side of the neck. Hold for 15 to 60 seconds, then let go slowly.
    .why = The cane reaches the upper back and spares your hands. It also makes your pull much stronger, so a little is enough.
    .evidence = Limited: in one small trial, 40 adults who pressed (most likely with a cane) and stretched at home for five days had less pain than those who only moved.
technique-electric-low = Electric massager, on low
    .how = Use the lowest speed and lay a towel between the massager and you. Let it rest on the muscle of the shoulder or upper back, off the spine. Do not press it in, do not fall asleep on it, and stop if anything feels numb.
    .why = Some people find it soothing. Low and short is the rule, because a strong machine can do harm.
    .evidence = Unclear: nobody has properly tested these on the neck. There are rare reports of serious artery injury after massagers were used on the neck, and that is why the limits are strict.
technique-slow-movement = Slow movement
    .how = Turn your head slowly from side to side. Then bend it gently towards each shoulder, and roll your shoulders. Go 5 to 10 times each, only as far as is comfortable, and never into sharp pain.
    .why = Pressing only makes moving easier for a while; moving is what you gain from it. Keeping active is the standard advice for neck pain.
    .evidence = Moderate for moving in general: regular exercise is linked with fewer new bouts of neck pain. These few movements were not tested alone.
technique-gentle-stretch = Gentle stretch
    .how = Move slowly until you feel a first, mild stretch, and stay for 20 to 30 seconds while you breathe. If a hand helps, it only rests there: nothing pulls harder than the weight of your hand. Do not tip your head back and turn it at once.
    .why = Done regularly, stretching can ease pain. After pressing, it makes use of the easier movement.
    .evidence = Moderate: in a trial with 96 people, stretching twice a day, five days a week, for four weeks eased pain by about 1.4 points out of 10 more than a leaflet alone.
technique-after-care = Afterwards
    .how = Keep gently active rather than resting. Warmth for up to 15 minutes is fine if you like it, and drink as you usually do. If the spot is sore, do not press it hard again for 24 hours. If a headache or neck pain unlike any before starts in the next days or weeks, go to an emergency department the same day.
    .why = Some soreness for a day or two is common. If it is strong or lasts longer than that, do half as much next time.
    .evidence = Mixed: keeping active is good, well-known advice. Nothing shows that extra water takes soreness away.

## Tools

tool-hands = Your hands
    .how = Two fingers, a thumb or your knuckles, with the elbow resting on something. Change over before your thumb tires: two minutes in a row is the most.
    .never = Never the front or side of the neck, and never on the spine.
tool-tennis-ball = Tennis ball
    .how = Put it in a sock so it does not drop, and lean on it against a wall. More lean is more pressure; less lean is less.
    .never = Never on the neck or the spine, and never lie on it with your full weight.
tool-massage-ball = Massage ball
    .how = Begin with a soft one, and go firmer only after a week without soreness. A hard ball goes only through clothes and a towel, for 30 seconds at most.
    .never = Never on the neck, the spine, the edges of the ribs, the ridge of the shoulder blade or above the collarbone.
tool-cane = Massage cane
    .how = Choose one with a broad knob. Let the knob rest on the muscle first, then pull gently down and back, towards your body.
    .never = Never on the front or side of the neck or the spine, and never pull it forwards into the neck.
tool-vibrator = Hand-held vibrating massager
    .how = Lowest speed, resting on the muscle of the shoulder or upper back, for 10 minutes in all. On the back of the neck lightly and for a minute at most, if your answers allow it.
    .never = Never on the front or side of the neck or the spine, never in the bath, and never when you may fall asleep.
tool-shiatsu = Shiatsu massager with turning knobs
    .how = Sit with it behind your shoulders or upper back, on low, with a towel between. Leave its heat off the first time. Ten minutes is plenty.
    .never = Never with a knob on the spine or the side of the neck, never lying back on it with your full weight, and never asleep.
tool-gun = Massage gun
    .how = Lowest speed and a large, soft head. Let it float over the muscle of the top of the shoulder, at least 3 cm from the neck, or the upper back. At most 30 seconds on a spot and two minutes on a muscle, once a day.
    .never = Never on the neck, head or throat, and never on the spine, the collarbone or the front of the shoulder. Stop if anything goes numb.
tool-heat-pack = Heat pack
    .how = Warm, not hot, with a cloth between the pack and your skin, for up to 15 minutes. Leave an hour or two before the next time.
    .never = Never when you may fall asleep, after alcohol, on skin that is sore, broken or numb, or straight onto bare skin.

## Positions, places, parts of a session, hands

position-sitting-supported = Sitting, supported
    .how = Sit with your back against something and both feet down. Rest the elbow of the working arm on a table or cushion. Shoulders low, jaw loose, eyes level.
position-lying-face-up = Lying on your back
    .how = Lie on your back with your knees bent and a thin pillow under your head. Your head rests, and its weight is the pressure. After about 20 weeks of pregnancy, sit instead.
position-standing-at-wall = Standing, back to a wall
    .how = Stand with your feet 30 to 40 cm from the wall, knees soft and chin level. Lean back gently: your lean sets the pressure.
position-side-on-to-wall = Standing, side-on to a wall
    .how = Turn your shoulder blade towards the wall, with your knees soft and your chin level. Lean in gently; lean less to press less.

place-home = At home
place-desk = At your desk
place-bed = In bed
place-travel = Travelling (never while driving)

phase-settle = Settle
phase-warm = Warm up
phase-press = Press
phase-move = Move
phase-close = Finish

hand-left = Left hand
hand-right = Right hand
hand-both = Both hands

## How strong the pressure feels


good-pain = A good ache, or a reason to stop?
    .about = A good ache is dull, you can manage it, and your breath stays easy. It may spread into the place you know, and it fades while you hold. Close to the neck even that stays mild. If you wince, hold your breath or the ache keeps growing, ease off. If it is sharp, electric, burning, numb or tingling, runs below the elbow, or makes you dizzy, press Stop: that is never a good ache.

## Why a session was limited

note-no-pressure-within-days = One of your answers needs checking, so nothing is pressed today: see a clinician within three days if you can, a week at most, and until then only do what is gentle and comfortable.
note-no-pressure-condition = Because of something you told Unknot about your health, nothing is pressed here: ask a clinician whether pressure suits you, and use the gentle parts until then.
note-light-only = Because of something you told Unknot about your health, the pressure stays light and short: no more than 3 out of 10, and 30 seconds at a time.
note-first-week = This is your first week, so you do about half as much: see how your muscles answer before you do more.
note-hours-between = It is too soon to press again: leave at least six hours between sessions, and move gently until then.
note-enough-today = You have pressed enough for today: more would not help more, so keep moving gently and come back tomorrow.
note-hand-not-free = The hand that would reach a spot is not free, so that spot is done another way or left out: choose a tool, or come back when both hands can work.
note-forbidden-muscle = A muscle that fits your pain lies at the front or side of the neck, where nothing is ever pressed: move gently, breathe slowly, and see a professional if it stays.
note-cannot-tell = Unknot can’t tell which muscle this most likely comes from: this session looks after the whole area, and a professional can look closer if it stays.
note-look-first = What you marked may not come from a muscle, so nothing is pressed: answer the questions it leads back to, and have it looked at.
note-perhaps-no-muscle = What you marked may not come from a muscle: press only what feels like an easing ache, and have it looked at if it stays.
note-general-care = This is general care rather than work on one spot: settle, breathe and move gently, and mark where it hurts if you would like more.

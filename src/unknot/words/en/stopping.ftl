# After Stop: what a person felt, and what to do about it. Sources: the fact sheet 2.3, RF-03, RF-08, RF-09; protocol S3-S6 and R6.

stop-ask = What did you feel?
stop-not-today = This session is over, and it will not be gone on with today.

## What did you feel?

feeling-sharp = Sharp, stabbing or electric pain
feeling-numb = Numbness or tingling in an arm or hand
feeling-dizzy = Dizzy, light-headed or faint
feeling-neuro = Trouble seeing or speaking, a weak face or arm, unsteady, or a sudden very bad headache
feeling-heart = Heart pounding or slow, or faint when I touched the side of my neck
feeling-too-sore = Too sore: more than a good ache, or I winced
feeling-bruise = A bruise, swelling or dark urine
feeling-nothing = Nothing bad: I just want to stop

## What to do: the headline, what to do now, and what comes next

stop-sharp = Sharp pain means stop
    .do = Let go slowly and leave that spot alone today. Sit or lie with your neck at ease, and move only as far as is comfortable.
    .next = Have it checked by a doctor or physiotherapist before you press there again: it may be more than muscle tension, such as an irritated nerve, and it needs a proper look. If it comes back, be seen within three days, a week at most.
stop-numb = Numbness or tingling means stop
    .do = Let go slowly, rest your arm and see whether the feeling comes back within ten minutes. If the arm suddenly went weak, call the emergency number now.
    .next = Have it checked by a doctor or physiotherapist, because a nerve may be irritated: it may be more than muscle tension, and it needs a proper look. If it lasts longer than ten minutes or comes back, be seen within three days, a week at most. If the arm or hand is weak, or both arms are affected, speak to a clinician today.
stop-dizzy = Stop, and sit or lie down
    .do = Let go slowly and stay down until it has passed. Call the emergency number if it is not gone within a few minutes, if you fainted, or if you also have trouble seeing or speaking, a weak face or arm, unsteady legs or a sudden bad headache.
    .next = If it passes quickly, rest for today. If it happens again, see a clinician within three days, a week at most: dizziness is not put down to a knot, it may be more than muscle tension, and it needs a proper look.
stop-neuro = Call the emergency number now
    .do = Take your hands away, and sit or lie down. Call even if it is already getting better. Say what you felt, when it began, and that you were massaging your neck.
    .next = Do not massage your neck. This may be far more than muscle tension, and it needs a proper look straight away.
stop-heart = Hands away from your neck
    .do = Sit or lie down. Call the emergency number now if you fainted or feel you may, if it does not settle within a few minutes, or if your chest feels tight, you sweat or you are short of breath.
    .next = At the side of the neck, pressure can slow the heart, so it is never pressed. Tell a clinician what happened before you use Unknot again: it may be more than muscle tension, and it needs a proper look.
stop-too-sore = That was more than a good ache
    .do = Let go slowly, rest and breathe. From here on keep any pressure at 4 out of 10 or less, and leave this spot alone if it stays sore.
    .next = Some soreness for a day or two is common. If it is stronger than 5 out of 10 or lasts longer than two days, press half as hard next time, and for half as long. If the pain is severe, speak to a clinician today: it may be more than muscle tension, and it needs a proper look.
stop-bruise = Leave that place alone
    .do = Do not press where it is bruised or swollen. If your urine is dark, like tea, get medical help now: call the emergency number or go to an emergency department.
    .next = Wait until the bruise or swelling has quite gone. If it is large or growing, or you take blood thinners, speak to a clinician today: it may be more than muscle tension, and it needs a proper look.
stop-nothing = That is fine
    .do = Let go slowly and take a breath. You can stop whenever you like.
    .next = Nothing more is needed. Move gently through the day, and come back when it suits you.

# What may play a part, what is known about it, how sure that is, and one small step. Sources: protocol C1-C5; the fact sheet 5.

causes-title = What may play a part
causes-about = Neck knots seldom have one reason. These five questions help you pick one small thing to try. There are no wrong answers, and nothing here is your fault.

cause-answer-often = Often
cause-answer-sometimes = Sometimes
cause-answer-no = No
cause-answer-unsure = Not sure

cause-C1 = In a usual week, do you sit for long, or look down at a phone or screen for long, without a change?
    .known = Long spells at a screen go along with neck pain at work, though how far they bring it on is less clear. How far you bend your neck seems to matter little: when 457 people without pain were followed for a year, the angle of their neck over the phone did not predict who got neck pain. Poor sleep and little exercise did.
    .sure = Fairly sure that the angle alone does not predict pain. Less sure about long sitting, and it is not well shown that short breaks prevent pain.
    .step = There is no perfect way to sit, so just change often: about every 30 minutes, shift or stand up and make five slow movements.
cause-C2 = Do you feel stressed, or notice your shoulders or jaw tensing without meaning to?
    .known = Strain at work, worry, low mood and too little support go along with neck pain that starts or stays. Stress also makes the muscle on top of the shoulders work more at rest.
    .sure = Fairly sure that they go together. Less sure how much easing one eases the other.
    .step = When you notice your shoulders have crept up, let them sink. When you can, breathe slowly for 3 to 5 minutes, about six breaths a minute.
cause-C3 = Do you sleep on your front, sleep badly, or wake with a stiff or sore neck?
    .known = Sleeping on your side or back is usually advised rather than on your front, mostly from experience. In nine good trials (555 people), rubber or latex pillows gave a little less pain than others, but not better sleep. In a study of one year, people who slept badly got neck pain more often.
    .sure = Fairly sure that a pillow can help a little. The best position is mostly opinion.
    .step = Lie on your side or back, with a pillow that keeps your nose in line with your breastbone. Give it two to four weeks.
cause-C4 = Do you often go for long without drinking when you are thirsty?
    .known = In two small laboratory studies, people who had drunk little for a day felt test pain more. In one of them a drink did not put that right straight away. No trial shows that drinking treats or prevents neck knots.
    .sure = Not sure at all: the evidence is weak and indirect. It is here because the text Unknot is built on names it.
    .step = Drink when you are thirsty. You do not need to force down more.
cause-C5 = Does your neck or shoulder tire from doing the same thing again and again, from a load you are not used to, or after an injury?
    .known = Repeated strain and loads you are not used to may well play a part: studies of people at work give some support. Earlier neck pain makes it likelier to come back or last, and regular exercise goes along with doing better.
    .sure = Moderately sure about repeated strain. Surer about earlier neck pain and about exercise.
    .step = Swap hands, take turns between tasks, and build up anything new a little at a time. If you were hurt only lately, do not press there; have it looked at.

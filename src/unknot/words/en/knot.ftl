# The page "What is a knot?". Sources: protocol U1-U3; the fact sheet 0, 1.3, 3.3, 5.2, 8, 9.

knot-title = What is a knot?

knot-what = A neck knot is not really a knot. It is a sore, easily irritated spot in a tight band of muscle. Its full name is “myofascial trigger point”. Such spots are common and usually harmless.
    .title = Not a knot, but a tender spot
knot-feel = The usual picture is this: some fibres in the band stay tightened and form a small, hard lump that you may feel under the skin. It can hurt right there, or somewhere else, even in the head; that is called referred pain. Many people feel no lump at all. What tells you most is whether the spot is tender, and whether pressing it brings on the pain you know.
    .title = What you may feel
knot-disputed = Scientists do not agree on what these spots are. Some say the idea of a knot in the muscle has been disproved, though the pain is real; they point to irritated nerves, to tenderness that comes from elsewhere, or to the way the nervous system handles pain. Others defend the idea. Feeling for a lump is not reliable either: even trained people agree only moderately. People without any pain have tender spots too: about two each in one small study. So Unknot says “most likely” and “could also be”.
    .title = What science is not sure of
knot-expect = More comfort and easier movement, for a while. Pressure can make the area less sensitive for a time and make moving easier. On average, expect about half a point to one and a half points less pain out of 10, for minutes or hours, sometimes days. Part of that would have come by itself, or because you expected it. You rate your pain and your turning before and after, so you can see what happens for you.
    .title = What you can expect
knot-more = In the long run, movement and exercise most likely help more than pressing. In five trials (1,722 people) those who exercised had fewer new bouts of neck pain within a year, though this is not fully settled. In another trial, office workers with neck and shoulder pain trained with an elastic band for two minutes a day, five days a week; after ten weeks their pain was 1.4 points out of 10 lower than that of the others. Think of ten weeks, not days.
    .title = What helps more in the long run
knot-not = Unknot does not know what is wrong with you, and it cannot promise that a knot will go or stay away. It does not suit everybody, and it does not replace someone who can look at you. No clinician has reviewed it yet. If the pain is severe, gets worse, or has not changed after a week of steady care, see a clinician: it may be more than muscle tension, and it needs a proper look.
    .title = What Unknot does not promise
knot-lump = Do not press a lump that is new, does not move under your finger, is growing, is bigger than 2 cm, or lies at the front or side of the neck. Show it to a clinician.
    .title = A lump that needs a proper look

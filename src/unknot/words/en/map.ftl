# The body map, "Where does it hurt?" and "Feel for it". $side is "left", "right" or "none"; $place is in words.

where-title = Where does it hurt?
where-lead = Paint it, or tap a place.
where-lead-list = Choose each place, then say how strong it is.
where-done = That is where
where-as-last-time = Same as last time
where-list = Choose from a list
where-picture = Paint on the body instead
where-nothing = Mark at least one place, so that Unknot knows where to look.

## The map

map-label = Body map
map-views = Side of the body
map-view-back = Back
map-view-left = Left
map-view-right = Right
map-view-front = Front
map-view-arms = Arms
map-view-count = { $count ->
        [one] (1 place marked)
       *[other] ({ $count } places marked)
    }
map-group-P = Back of the head, neck, shoulders and back
map-group-L = Side of the head and neck
map-group-A = Face, chest and front of the shoulders
map-group-R = Arms and hands
map-side-left = Left
map-side-right = Right
map-side-none = Middle
map-tree = Places on the body
map-turn = Turn the body
map-turn-left = Turn to the left
map-turn-right = Turn to the right
map-seen-back = Seen from behind
map-seen-left = Seen from its left
map-seen-right = Seen from its right
map-seen-front = Seen from the front
map-seen-aside = { $degrees } degrees toward its { $toward ->
        [left] left
        [right] right
        [front] front
       *[back] back
    }
map-tilt = Tilt the body
map-tilted = { $way ->
        [above] { $degrees } degrees from above
        [below] { $degrees } degrees from below
       *[level] level
    }
map-tool = What your finger does
map-tool-turn = Turn the body
map-brush-1 = Paint with a fine brush
map-brush-2 = Paint with a medium brush
map-brush-3 = Paint with a broad brush
map-depth-skin = Show the skin
map-depth-superficial = Show the muscles under the skin
map-depth-deep = Show the deep muscles
map-bones = Show the bones you can feel
map-legend = Hatched: can hurt, never press
map-tree-keys = Arrow keys go from place to place, and a letter leaps to the next name that begins with it. Space marks a place or takes it away. Plus, minus or a number sets how strong it is. Control and Z undoes.
map-turn-keys = Arrow keys turn the body. B shows its back, L its left, R its right, F its front and A the arms. Control and Z undoes.

map-place = { $side ->
        [left] { $place }, left
        [right] { $place }, right
       *[none] { $place }
    }
map-place-marked = { $place }, { $strength } of 10
map-place-unmarked = { $place }
map-marked = Marked places
map-nothing-yet = Touch or paint the body where you feel it. Several places are fine.
map-take-away = Take away: { $place }
map-undo = Undo
map-clear = Clear everything
map-strength = How strong is it? { $subject }
map-pains = Your pains
map-pain = Pain { $number }
map-pain-another = Another pain
map-pain-nothing-yet = Now paint where this other pain is.
map-pain-more = What kind, since when?
pain-kind = What is it like?
pain-kind-ache = Ache
pain-kind-sharp = Sharp
pain-kind-burning = Burning
pain-kind-pressure = Pressure
pain-since = Since when?
pain-since-today = Today
pain-since-days = Days
pain-since-weeks = Weeks
pain-since-months = Months
map-on-paper = { $places }: { $strength } of 10{ $like ->
        [none] .
       *[some] . { $like }.
    }
map-strength-low = a little
map-strength-high = worst I can imagine

## Feel for it

feel-title-candidate = { $muscle }, { $side ->
        [left] left
       *[right] right
    }
feel-kicker = { $certainty ->
        [most-likely] Most likely
       *[could-also-be] Could also be
    }
feel-kicker-question = Question { $number }
feel-press-here = Press gently here, at most { $pressure } of 10
feel-counts = It counts if it is tender, and if it is the pain you know.
feel-ask = Is that your pain?
feel-familiar = Yes, that is it
feel-sore = Sore, not it
feel-not-tender = No
feel-cannot-tell = I can’t tell
feel-why = Why this muscle?
feel-marks = You marked { $places }. Pain from this muscle is often felt there.
feel-place-named = “{ $place }”
feel-fits = { $against ->
        [none] It fits { $places }.
       *[some] It fits { $places }, and does not explain { $others }.
    }
feel-speaks = { $speaks ->
        [for] Speaks for it
        [against] Not explained by it
       *[missing] Often felt there, not marked
    }
feel-looks-like = Looks more like
feel-not-marked = It is mostly felt at { $places } as well, which you did not mark.
feel-noticed-for = What you notice when you move fits it.
feel-noticed-against = What you notice when you move speaks against it.
feel-together = These two fit best together: one alone does not explain all you marked.
feel-marks-none = It is common where you marked, though none of your marks points to it alone.
feel-source-note = Textbook pictures of where pain is felt are a guide, not a rule. That is why you feel for it yourself.
feel-about = About this muscle
feel-picture = { $muscle }, { $side ->
        [left] left side
       *[right] right side
    }, shown glowing under the skin. A ring marks where to press.
feel-picture-never = { $muscle }, { $side ->
        [left] left side
       *[right] right side
    }, shown under the skin. It is never pressed.
feel-looking = Comparing with what you marked …
feel-count = { $number } of { $total }

feel-summary-title = What it could be
feel-notice-title = What do you notice?
feel-notice-place = Does it hurt here as well?
feel-notice-place-lead = You did not mark this place. Pain that fits the rest is often felt here.
feel-notice-place-counts = It counts if it is part of the same pain.
feel-yes = Yes
feel-no = No
feel-summary-title-other = This may not be a muscle
feel-summary-lead-other = What you marked looks more like something else. Nobody can tell from a drawing, so these questions are worth a second look.
feel-holds-back = Until that has been looked at, nothing is pressed: your session is breath, warmth and easy movement.
feel-check-again = Answer again, to be sure
feel-summary-title-none = I can’t tell which muscle
feel-summary-lead = Made from where you marked it and what you felt. A likely source, not a finding by a professional.
feel-summary-lead-none = What you marked does not point to one muscle. You still get gentle care for the whole area, and a professional can look closer if it stays.
feel-most-likely = Most likely
feel-could-also-be = Could also be
feel-not-muscular = What else it could be
feel-not-muscular-lead = Some things feel just the same and are no muscle knot. See a professional if it stays, or if anything new appears.
feel-never-pressed = Shown here, never pressed
feel-never-why = It lies at the front or side of the neck, over large vessels and nerves. It may well hurt, and you do not press it. Gentle movement and slow breathing are what you do instead.
feel-felt-familiar = You felt: that is it
feel-felt-sore = You felt: sore, not it
feel-felt-not-tender = You felt: no
feel-felt-cannot-tell = You could not tell
feel-again = Feel again
feel-to-plan = Plan my session
feel-to-care = Plan gentle care

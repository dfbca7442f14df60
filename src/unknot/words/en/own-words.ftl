# The first box of the check-in, in which a person may write what is wrong in their own words.

own-words-label = In your own words, if you like
    .hint = Where does it hurt, and what else have you noticed? It is read on this machine. It decides which questions come first, and answers none of them.
own-words-skip = Skip this
own-words-for-someone-else = I am asking for someone else
own-words-for-someone-else-about = Then answer as they would: “you” means them. Nothing of it is kept as yours, and there is advice but no plan. Children under 16 are not for Unknot; it says where to go.
own-words-comes-first = You wrote “{ $words }”, so this comes first.
own-words-as-written = Where I wrote that it hurts
own-words-place = You wrote “{ $words }”. Is this where it hurts?
own-words-which-side = Left, right or both?
own-words-about-other = It sounds as if you are asking for someone else. Are you?
own-words-not-recognised = Nothing in it was recognised. That says nothing about you; the questions will ask.
own-words-cut = Only the first { $count } characters were read.
own-words-side = { $side ->
        [left] Left
        [right] Right
       *[both] Both
    }

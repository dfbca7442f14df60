# Speaking to a session: the screen on which Unknot learns how you say seven words, and what is said while it listens.

listening-title = Speak to your session
listening-lead = Your hands are busy and your eyes may be closed. Say each of seven commands twice, and Unknot learns how you say it.
listening-private = The sound stays on this page. It is not sent, and not recorded. Kept is only a rough picture of each saying, in this browser, until you delete it.
listening-start = Learn my voice
listening-again = Learn anew
listening-cancel = Not now
listening-progress = { $saying } of { $sayings }
listening-say = Say
listening-say-first = Say it as you would in a session, by itself.
listening-say-second = Good. The same once more.
listening-learnt = That is all. Unknot knows your seven commands.
listening-not-kept = They could not be kept in this browser. They last until you leave this page.
listening-not-too-short = That was too short. Once more, please.
listening-not-too-long = That was too long. Say only these words, then be quiet for a moment.
listening-not-too-soft = That was too soft, or the room is too loud. Come closer, or find a quieter place.
listening-not-unlike-the-first = That did not sound like the first time. Say it the same way.
listening-not-like-another = That sounds like another of your commands. Say it clearly, a little slower.
listening-restart-command = Say both anew
listening-commands = What you can say
listening-try = Try it out
listening-try-end = Stop trying
listening-trying = Say one of them. Nothing happens but that it is shown.
listening-heard = Heard: { $command }
listening-heard-shout = Heard something loud. In a session that pauses.
listening-heard-clap = Heard a clap. In a session that pauses.
listening-heard-unknown = That was not clear. In a session nothing happens.
listening-in-sessions = Listen in my sessions
data-listening = Listen, or delete what was learnt
listening-forget = Delete what was learnt
listening-forgotten = Deleted. Nothing of your voice is kept.
listening-without = Without a voice: tap anywhere, or press a key that means nothing else, and it pauses. A loud shout or a clap pauses too while it listens. Stop is always there.

command-stop = stop
    .does = Ends the session at once
command-pause = pause
    .does = Pauses
command-go-on = go on
    .does = Goes on after a pause
command-softer = softer
    .does = Lowers how strong it may be
command-next = next
    .does = Ends this part and goes on
command-again = again
    .does = Does this part once more
command-how-long = how long
    .does = Says how much is left

listening-no-microphone = There is no microphone that can be used. Keys and taps work as always.
listening-no-permission = The microphone is not allowed. You can allow it in the browser; keys and taps work as always.
listening-no-support = This browser cannot listen. Keys and taps work as always.
listening-too-loud = It is loud here, and most words will be missed. A tap anywhere pauses a session, and so does a loud shout.
listening-no-longer = The microphone has gone. Keys and taps work as always.

## In a session

listening-turn = Listen for my commands
listening-to-learn = Speak to your session
listening-left = { $seconds ->
        [one] 1 second left of this, { $time } in all
       *[other] { $seconds } seconds left of this, { $time } in all
    }

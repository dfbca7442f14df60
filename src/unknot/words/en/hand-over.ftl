# The hand-over: what a professional is given, what they sign, and how a plan says that it obeys them.

note-advised = This plan keeps to what a professional has advised you.
note-advised-no-pressure = A professional has advised you not to press for now, so nothing is pressed: movement, warmth and slow breathing are fine.
note-advised-cut = Some of what was written for you is outside your limits for today. It was left out or made shorter.

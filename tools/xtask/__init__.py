"""What x.py does: sets Unknot up in its own folder, then runs, checks, tests or measures it.

Only the standard library, because it runs before anything is installed. Nothing is written outside the
project's folder, except into the download caches of pip, uv and npm, and, as root on Debian, the Chromium
that `test` installs.

    places    where things lie
    steps     one step of the set-up: skipped when nothing changed, explained when it fails
    turn      one set-up at a time
    index     what pip knows about package indexes, told to uv
    frontend  Node's packages and the built front end (hatch_build.py uses it too)
    setup     the steps in order
    gates     format, lint, types, imports, docs, tests
    chromium  the browser that the browser tests drive
    lock      the lock files, made anew
    cli       the commands
"""

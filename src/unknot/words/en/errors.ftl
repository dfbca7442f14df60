# What went wrong, and what to do next.

input-no-such-question = There is no question “{ $question }”. The list of questions is in “unknot questions”.
input-no-such-option = “{ $option }” is not among the answers to “{ $question }”.
input-out-of-range = { $number } is not between { $least } and { $most }.
plan-is-for-oneself = This check-in was for someone else. A plan is only made for the person who checks in.
input-wants-a-number = “{ $question }” wants a whole number, or “unsure”.
input-wants-options = “{ $question }” wants one or more of its options, “none” or “unsure”.
input-wants-one-option = “{ $question }” wants exactly one of its options, or “unsure”.
input-no-such-place = There is no region “{ $place }” on the map. Names look like shoulder_top_R.
input-no-such-movement = “{ $movement }” is not a movement that is asked about. Names look like turn-to-side_R.
input-no-such-point = “{ $point }” is not a point that is felt for. Names look like UT2_R.
input-no-such-tool = Unknot does not know the tool “{ $tool }”.
input-no-such-place-to-be = Unknot does not know the place “{ $place }”: home, desk, bed or travel.
input-minutes = A session takes { $shortest } to { $longest } minutes. Choose a number in between.
input-no-such-step = The plan has no step “{ $step }” any more. Make the plan again.
input-no-such-swap = The step “{ $step }” cannot be done that way within the limits.
input-no-such-plan = This plan is not known here. Start with a check-in.
input-not-valid = “{ $field }” is not as it should be: { $reason }.
input-not-json = What was sent is not JSON: { $reason }.
plan-needs-fresh-check-in = Your check-in is no longer fresh. A few questions first, then the plan.
case-needs-answers = { $count ->
    [one] One question is still open; “unknot screen” names it.
   *[other] { $count } questions are still open; “unknot screen” names them.
}
plan-refused = After this check-in there is no plan. What to do instead is on the check-in page.
outcome-without-session = There is no session to this plan yet, so nothing can be said of it.
session-is-over = This session has ended and is not gone on with. The next one starts with a check-in.
event-id-taken = Something else was already kept under this id. Send it under a new one.
request-from-elsewhere = This came from another page or program, so it was refused. Open Unknot at its own address.
request-not-found = There is nothing at this address.
request-wrong-method = This address does not take that kind of request.
request-too-large = That file is too large for an export of Unknot.
problem-unspecific = Something went wrong inside Unknot. Nothing was half-saved. Try again; if it stays, “unknot doctor” tells more.

store-read-only = Unknot cannot write to { $path }. Give yourself permission to write there, or set UNKNOT_DATA to another folder.
store-disk-full = The disk is full, so nothing more can be kept. Free some space; what was kept is safe.
store-not-a-database = { $path } is not a database of Unknot, or it is damaged. Move it away, and import your last export.
store-not-ours = { $path } is a database of another program. Set UNKNOT_DATA to another folder.
store-newer = { $path } was written by a newer version of Unknot. Install that version; nothing was changed.
store-unreadable-event = Something that is kept ({ $kind }, { $event }) was written by another version of Unknot. Use that version; nothing was changed.
store-busy = Another program holds the database. Close the other Unknot, and try again.
store-closed = Unknot is closing. Start it again.
store-backup-exists = There is already something at { $path }. Choose another name.
import-not-ours = This file is not an export of Unknot: { $reason }.
import-newer = This export was made by a newer version of Unknot. Install that version first.
import-bad-knowledge = The knowledge { $version } in the export is not what its name says. Nothing was imported. Make the export again.
input-no-such-event = Nothing is kept under “{ $event }”. “unknot explain” lists the last decisions.
input-no-such-country = There is no country “{ $country }”. Give its two letters, like GB, or ZZ if you do not know.
import-bad-event = The export is damaged: { $reason }. Nothing was imported.

port-taken = Port { $port } is in use. Choose another with --port, or leave --port out and a free one is found.
serving-at = Unknot is at { $address }
serving-stop = Ctrl-C stops it. Your data stays in { $folder }.
serving-stopped = Stopped.
store-disk-failed = The disk could not be read or written: { $reason }. Check it; what was kept before is on it still.
store-damaged = { $path } is damaged. Move it away, and import your last export.
store-knowledge-altered = The kept knowledge { $version } is not what it was: someone or something has changed it.
store-failed = The database could not be used: { $reason }. Close other programs that use it, and try again.

plan-before-guidance = Since this plan was made you have taken up the advice of a professional. Make the plan again, so that it keeps to that.
guidance-not-ours = This is not a file that a professional signed for Unknot: { $reason }.
guidance-too-large = This file is far too large to be what a professional signed. It ends in .unknot-guidance.json and has a few thousand characters.
guidance-newer = This was signed with a newer version of Unknot. Install that version first; nothing was taken up.
guidance-damaged = This file is damaged or incomplete: { $reason }. Nothing was taken up. Ask for it again.
guidance-bad-signature = The signature does not match what the file says, so someone or something has changed it. Nothing was taken up. Ask for it again.
guidance-for-another = This was written for another page than yours. Make a page, give it to the professional, and add what they sign on that one.
guidance-other-key = You already follow advice from “{ $name }”, signed with another key. If they have a new key, ask them in person; then stop following the earlier advice, and add this file again.
guidance-older = This is older than what you already have from “{ $name }”. Nothing was changed.
guidance-known = You already follow this. Nothing was changed.
guidance-from-the-future = This says that it was signed on { $day }, and that day has not come. Look at the date on your computer, or ask for it again.
guidance-lapsed = This was only meant to hold until { $day }. Ask for a new one.
guidance-unknown-name = This speaks of “{ $name }”, which this version of Unknot does not know. Nothing was taken up.
guidance-not-compared = This key is new here. Compare its number with the professional first: { $number }.
guidance-not-followed = This advice is not being followed, or it has no session of its own.
hand-over-not-built = The page for a professional is not built. Run “python3 x.py run” once, then try again.

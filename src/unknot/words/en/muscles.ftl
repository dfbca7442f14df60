# The muscles, how to feel for each spot, what else it could be, and where pressing is allowed. Sources: the fact sheet 1.0, 1.2-1.5, 4.

# Said at the end of every way of feeling for a spot (protocol L1; the fact sheet 0.3).
-feel-by-hand = Feel gently through the muscle for a small, hard, tender lump under the skin. Many people feel no lump: what counts is whether it is tender, and whether it is your pain.
-feel-by-ball = Lean in lightly and move a little at a time until you meet a small, hard, tender place under the skin. Many people feel no lump: what counts is whether it is tender, and whether it is your pain.

## Muscles

muscle-upper_trapezius = Upper trapezius
    .about = It runs from the base of the skull, down the back of the neck, out to the tip of the shoulder. It lifts the shoulder and bends the head to the side. Pain from it is often felt up the back-side of the neck, behind the ear and at the temple.
muscle-middle_trapezius = Middle trapezius
    .about = It runs straight across, from the base of the neck and upper spine to the top of the shoulder blade, and draws the blade back. Textbooks link it with a burning ache between the shoulder blade and the spine, and at the tip of the shoulder.
muscle-lower_trapezius = Lower trapezius
    .about = It fans upwards from the middle of the back to the ridge on the shoulder blade, and helps when you lift your arm. Textbooks link it with pain that climbs to the back of the neck and the top of the shoulder, and along the inner edge of the blade.
muscle-levator_scapulae = Levator scapulae
    .about = It runs from the upper neck down to the top inner corner of the shoulder blade, lifts the blade and helps turn the head. Pain from it is most often felt where neck meets shoulder, with a stiff neck that will not turn freely.
muscle-splenius_capitis = Splenius capitis
    .about = It runs from the middle of the lower neck up to the bone behind the ear, and tips and turns the head. Textbooks link it with pain on top of the head.
muscle-splenius_cervicis = Splenius cervicis
    .about = It runs from the upper back to the sides of the highest neck bones, and helps turn the neck. Textbooks link it with an ache through the head to behind the eye, or where neck meets shoulder. Pain behind one eye with a change in your sight is never put down to a muscle: get help at once.
muscle-semispinalis_capitis = Semispinalis capitis
    .about = It runs up the back of the neck, beside the spine, to the back of the skull, and holds your head up. Textbooks link it with pain at the back of the head, or in a band round to the temple and forehead.
muscle-suboccipitals = Suboccipital muscles
    .about = These small, deep muscles lie just under the skull and make fine nods and turns. Pain from them is often vague and on both sides: from the back of the head round to the side and the eye.
muscle-multifidi_rotatores_cervicis = Deep small neck muscles
    .about = These short muscles lie deep beside the bones of the neck and steady it, one bone to the next. Textbooks link them with an ache at the back of the neck, up to the skull or down to the shoulder blade.
muscle-rhomboids = Rhomboids
    .about = They run from the spine, at the base of the neck and upper back, out to the inner edge of the shoulder blade, and draw it back. Textbooks link them with an ache along that edge, even at rest.
muscle-serratus_posterior_superior = Serratus posterior superior
    .about = It runs from the base of the neck to the upper ribs, under the shoulder blade. Textbooks link it with a deep ache under the blade, at the back of the shoulder and down to the little finger. A nerve can feel just like this, so numbness or tingling there needs a proper look first.
muscle-supraspinatus = Supraspinatus
    .about = It lies above the ridge of the shoulder blade, runs to the top of the arm and helps lift the arm sideways. Textbooks link it with pain at the outer shoulder, sometimes down to the elbow. It could also be the shoulder joint itself.
muscle-infraspinatus = Infraspinatus
    .about = It covers the shoulder blade below its ridge and runs to the top of the arm, which it turns outwards. Pain from it is often felt at the front of the shoulder and down the outer arm, and it can hurt to reach behind your back.
muscle-scm_sternal = Sternocleidomastoid, breastbone part
    .about = It runs from the breastbone up the side of the neck to behind the ear, and bends and turns the head. Textbooks link it with pain in the cheek, brow, eye and back of the head. A large artery lies under it, so it is shown here but never pressed.
muscle-scm_clavicular = Sternocleidomastoid, collarbone part
    .about = It runs from the collarbone up the side of the neck to behind the ear, and bends and turns the head. Textbooks link it with pain in the forehead and deep in the ear. A large artery lies under it, so it is shown here but never pressed.
muscle-scalenes = Scalenes
    .about = They run from the side of the neck bones down to the top two ribs and help you breathe in. Textbooks link them with pain in the chest, the shoulder blade and down the arm to the thumb. The nerves of the arm pass between them, so they are never pressed.
muscle-masseter = Masseter
    .about = It runs from the cheekbone to the corner of the jaw and closes your mouth. Textbooks link it with pain in the jaw, the teeth and in front of the ear. Unknot does not work on the face.
muscle-temporalis = Temporalis
    .about = It spreads over the temple and runs down to the jaw, which it closes. Textbooks link it with pain at the temple, the brow and the upper teeth. Unknot does not work on the face.

## Feeling for each spot

palpate-UT1 = Reach across your chest with the opposite hand. Where neck meets shoulder, take the soft front roll of muscle between your thumb behind and your fingers on top, lift it away from the neck and roll it. Never poke forwards or down into the hollow in front. { -feel-by-hand }
palpate-UT2 = Reach across your chest with the opposite hand and lay your fingers flat on top of the shoulder, halfway between the bump at the base of your neck and the bony tip of the shoulder. { -feel-by-hand }
palpate-UT3 = Reach across your chest with the opposite hand. Slide your fingers outwards along the top of the shoulder and stop before the bony tip. { -feel-by-hand }
palpate-MT1 = Stand with your back to a wall and that arm across your chest. Put a ball between the wall and you, just inside the top inner corner of the shoulder blade, and off the spine. { -feel-by-ball }
palpate-MT2 = Reach across your chest with the opposite hand, over the top of the shoulder, and feel just behind the shelf near its outer end. Stay on the muscle, off the bony tip. { -feel-by-hand }
palpate-LT1 = Stand with your back to a wall and that arm across your chest. Put a ball by the inner edge of the shoulder blade, near its lower end, and off the spine. { -feel-by-ball }
palpate-LT2 = Stand with your back to a wall and that arm across your chest. Put a ball by the inner edge of the shoulder blade, level with the inner end of its ridge, and off the spine. { -feel-by-ball }
palpate-LS1 = Reach across your chest with the opposite hand, over the shoulder to the back. Put your fingers behind the place where neck meets shoulder and feel towards the middle and down. Always from behind, never from the side. { -feel-by-hand }
palpate-LS2 = Swing your arm a little: the top inner corner of the shoulder blade moves. Reach over the shoulder with the opposite hand and feel from behind, on the muscle just above that corner. { -feel-by-hand }
palpate-SPC = Reach across with the opposite hand. Lay your fingertips high on the back of the neck, about 3 cm out from the middle. Stay at the back: if your fingers slide round to the side, bring them back. { -feel-by-hand }
palpate-SPV1 = Reach across with the opposite hand. Lay your fingertips on the back of the neck, below the middle of its height and about 3 cm out from the spine. Stay at the back, not the side. { -feel-by-hand }
palpate-SPV2 = Reach across with the opposite hand. Lay your fingertips at the base of the neck, at the back, on the muscle beside the large bump and off the bone. { -feel-by-hand }
palpate-SSC1 = Lie on your back with a thin pillow and let your fingertips curl just under the edge of the skull, beside the middle. Let your head rest on them and press only lightly. If your scalp tingles, stop. { -feel-by-hand }
palpate-SSC2 = Reach across with the opposite hand. Lay your fingertips on the back of the neck, in the soft muscle just beside the spine, in the upper half. Stay off the bone. { -feel-by-hand }
palpate-SUB = Lie on your back with your knees bent. Curl your fingertips just under the skull, on both sides of the middle, and let the weight of your head rest on them. Do not hook upwards with your thumbs. { -feel-by-hand }
palpate-MUL = Reach across with the opposite hand. Lay your fingertips on the back of the neck, halfway up and about 1.5 cm out from the middle, on muscle and not on bone. Press only lightly. { -feel-by-hand }
palpate-RH1 = Stand with your back to a wall and that arm across your chest. Put a ball between the spine and the shoulder blade, in the upper half, nearer the blade than the spine. { -feel-by-ball }
palpate-RH2 = Stand with your back to a wall and that arm across your chest. Put a ball between the spine and the shoulder blade, in the lower half, nearer the blade than the spine. { -feel-by-ball }
palpate-SPS = Only with a soft ball at a wall, and only lightly: bring that arm across your chest so the blade slides away, and place the ball by its top inner corner, off the spine. If your little finger is numb or tingles, leave this spot and have that looked at. { -feel-by-ball }
palpate-SUP = Reach across your chest with the opposite hand, over the top of the shoulder. Feel for the long ridge of the shoulder blade, then press into the muscle just above it. { -feel-by-hand }
palpate-INF1 = Stand side-on to a wall with a ball between the wall and your shoulder blade, in the middle of the blade just below its ridge. { -feel-by-ball }
palpate-INF2 = Stand with your back turned partly to a wall and a ball on the shoulder blade, below its ridge and close to its inner edge, on the muscle. { -feel-by-ball }
palpate-SCMs = Do not feel for this one. It lies at the side and front of the neck, over a large artery, and pressing there can slow the heart. Easy movement and slow breathing are the way here; if it stays, see a professional.
palpate-SCMc = Do not feel for this one. It lies at the side of the neck, over a large artery, and pressing there can slow the heart. Easy movement and slow breathing are the way here; if it stays, see a professional.
palpate-SCA = Do not feel for this one. It lies at the side of the neck, just above the collarbone, where the nerves and blood vessels of the arm run. Easy movement and slow breathing are the way here; have pain in the arm looked at.
palpate-MAS = Do not press here. Unknot works on the back and the tops of the shoulders, not on the face, and jaw pain could also come from the joint or the teeth.
palpate-TEM = Do not press here. Unknot works on the back and the tops of the shoulders, not on the head. If you are 50 or over and a headache here is new, with a sore scalp or jaw pain when you chew, be seen today.

## What else it could be

alternative-nerve-root = A nerve in the neck
    .about = Pain by the shoulder blade or down the arm could also come from an irritated nerve in the neck, and that often settles within weeks. Do not press if you feel numbness, tingling or pain down the arm: see a doctor or physiotherapist within a week. If the arm or hand is weak, or both arms are affected, speak to a clinician today.
alternative-shoulder-joint = The shoulder itself
    .about = Pain at the front or outside of the shoulder could also come from the joint or the tendons around it. If a week of steady, gentle care changes nothing, or lifting the arm stays hard, ask a doctor or physiotherapist.
alternative-jaw-joint = The jaw
    .about = Pain at the temple, in front of the ear or in the teeth could also come from the jaw joint or the teeth. If it lasts, ask a dentist or doctor. If you are 50 or over with a new headache and a sore scalp or pain on chewing, be seen today; if your sight goes or doubles, call the emergency number.
alternative-migraine = Migraine
    .about = A migraine throbs at the temple, the forehead or behind the eye, often on one side, and the neck may ache along with it. See your doctor if attacks come often or painkillers are needed on 10 days a month or more. If a headache is new and unlike any before, be seen today; if it came on suddenly and very strongly, call the emergency number.
alternative-tension-type-headache = A tension-type headache
    .about = It presses round the head like a band, mostly on both sides, and the neck is often tight as well. See your doctor if it comes on 15 days a month or more, stays for over two weeks, or needs painkillers on 10 days a month or more.
alternative-heart = The heart
    .about = Pain behind the breastbone, in the jaw, the neck or an arm can come from the heart. If you have pressure in the chest, sweat, feel sick or are short of breath, call the emergency number now. If it comes when you exert yourself and goes when you rest, be seen today.
alternative-gallbladder = The gallbladder
    .about = A gallbladder can hurt at the bottom of the right shoulder blade or the tip of the right shoulder, often after a fatty meal. See your doctor within days; with fever, yellow skin or strong pain in the belly, today.
alternative-shingles = Shingles, before the rash
    .about = Shingles burns in a stripe on one side for some days before blisters come. Look at the skin there. If you see a rash or blisters, speak to a clinician today: the treatment works best within three days.
alternative-thyroid = The thyroid gland
    .about = A sore thyroid gland hurts at the front of the neck and up to the jaw and the ears. Do not press there, and see your doctor within days. If you have trouble swallowing or breathing, call the emergency number.
alternative-throat-or-ear = The throat or the ear
    .about = An infection of the throat or the ear can hurt down the neck. See your doctor if it does not ease in a few days. If you cannot open your mouth, drool, or your neck swells, call the emergency number.
alternative-teeth-or-sinus = The teeth or the sinuses
    .about = Pain in the face, the teeth or the cheeks could also come from a tooth or from the sinuses. If it lasts, ask a dentist or doctor.
alternative-temple-artery = An artery at the temple
    .about = From the age of 50, a new headache at the temple with a sore scalp or pain on chewing has to be seen today. If your sight goes or doubles, call the emergency number.
alternative-both-shoulders-stiff = Stiffness of both shoulders from the joints
    .about = From the age of 50, shoulders that are both stiff for a long while every morning could be an illness that a doctor can treat well. See your doctor within days.
alternative-top-of-the-lung = The top of the lung
    .about = Pain in the armpit and down the inside of the arm to the little finger can, rarely, come from the top of the lung. It needs a doctor within days, and sooner if an eyelid droops or the hand is weak.
alternative-spinal-cord = The spinal cord in the neck
    .about = When both hands feel numb or clumsy, the cord in the neck has to be looked at, today. If your legs are weak or unsteady, or bladder or bowel have changed, call the emergency number.
alternative-nerve-in-the-arm = A nerve at the wrist or the elbow
    .about = Pain or numbness in some fingers only could come from a nerve that is caught at the wrist or the elbow. See a doctor or physiotherapist within a week.

## What moving can tell. Always "what do you notice", never "try it".

movement-turn-to-side = Does turning your head to the { $side ->
        [left] left
       *[right] right
    } stop short?
    .how = Think of looking over your shoulder today, when you crossed a road or turned to someone. Do not try it out.
    .counts = It counts if the turn stops early and aches where neck meets shoulder.
movement-bend-away = Does bending your head away from the { $side ->
        [left] left
       *[right] right
    } pull on that shoulder?
    .how = Think of putting your ear towards the other shoulder, as on a pillow. Do not try it out.
    .counts = It counts if it pulls along the top of the shoulder.
movement-chin-to-chest = Does bringing your chin to your chest pull at the back of the neck?
    .how = Think of looking down at a book or a button. Do not try it out.
    .counts = It counts if it pulls at the back of the neck, more than on other days.
movement-reach-across = Does it ache inside the { $side ->
        [left] left
       *[right] right
    } shoulder blade at rest, and more when you reach across?
    .how = Think of pulling on a seat belt, or of an arm across your chest. Do not try it out.
    .counts = It counts if the ache is there at rest and reaching across makes it worse.
movement-reach-behind = Does reaching behind your back with the { $side ->
        [left] left
       *[right] right
    } arm hurt at the front of the shoulder?
    .how = Think of a back pocket or the fastening of a bra. Do not try it out.
    .counts = It counts if it hurts at the front of the shoulder.
movement-lift-arm = Does lifting the { $side ->
        [left] left
       *[right] right
    } arm out sideways hurt?
    .how = Think of putting on a coat. Do not try it out.
    .counts = It counts if it hurts at the outside of the shoulder.
movement-look-up-and-turn = When you look up and to the { $side ->
        [left] left
       *[right] right
    }, does pain go down the arm?
    .how = Only if you have noticed it by yourself, for example reaching up to a shelf. Never try it out.
    .counts = It counts if pain or tingling goes below the elbow.

## Where pressing is allowed, and where never

zone-Z_FRONT = Front of the neck
    .why = Never pressed: the large arteries and veins to the head, the nerves of the arm, the thyroid gland and the top of the lung lie here.
zone-Z_SIDE = Side of the neck
    .why = Never pressed: arteries and nerves lie close under the skin here, and pressing on one place can slow the heart.
zone-Z_SPINE = Over the spine
    .why = Never pressed: pressure belongs on muscle, not on bone. Your hand may rest here.
zone-Z_SUBOCC = Just under the skull
    .why = Only with fingertips, lightly and for up to 30 seconds, with the head resting: an artery to the brain and a nerve of the scalp lie close by.
zone-Z_NECKBACK = Back of the neck
    .why = Only lightly, on the muscle and beside the spine: hands are best here, and a massage gun is never used.
zone-Z_BASE = Base of the neck
    .why = Only lightly and from behind: the side of the neck is close by.
zone-Z_SHELF = Top of the shoulder
    .why = Pressing is allowed here: it is broad, thick muscle, behind the front edge and away from the neck.
zone-Z_UPBACK = Upper back and shoulder blade
    .why = Pressing is allowed here, on the muscle: keep off the spine, the edges of the ribs, the ridge of the shoulder blade and the tip of the shoulder.

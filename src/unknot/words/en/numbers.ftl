# Whom to call, and what each number is for.

numbers-title = Whom to call
numbers-title-in = Whom to call: { $country }
numbers-somewhere = anywhere
numbers-emergency = an ambulance, when someone may be in danger
numbers-any-emergency = any emergency: ambulance, fire or police
numbers-advice = a nurse or doctor on the phone, when it is urgent but not an emergency
numbers-no-advice = For advice, phone your doctor or the out-of-hours service.
numbers-crisis = someone to talk to, when you think of harming yourself
numbers-nowhere = 112 works on mobile phones in most of the world. If it does not answer, ask anyone near you to call for help.
numbers-nowhere-option = I don’t know, or not in the list
numbers-unchecked = These numbers are general knowledge. Nobody has checked them yet.
numbers-sure = Written down on { DATETIME($at, day: "numeric", month: "long", year: "numeric") }; we are { $sure } of the emergency number.
numbers-number-nowhere = from any mobile phone
numbers-where = Where you are
numbers-call = Call { $number }

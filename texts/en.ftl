# Every word on a page or in a letter, in English. The Dutch text stands under the same key in nl.ftl.

## The frame
brand = Juiste Deur
skip = Skip to the content
language-name = Nederlands
nav-follow = Follow
demo-note = This is an example. What you fill in here does not really go to an organisation.
help-title = Need help?
help-text = Talk to a person. You get a number, a name and a day by which you have an answer.
help-link = Ask a person
footer-label = About this site
footer-accessibility = Accessibility
footer-privacy = Privacy
footer-status = Is everything working?
footer-products = All subjects from A to Z
back = Back
continue = Continue
error-prefix = Error:
summary-title = Please complete or change this
summary-text = Please look at this once more:
why = Why do we ask this?
optional = (optional)
external = (opens the site of the organisation)

## Front page and answer
home-title = What do you want to arrange or know?
home-lead = Tell us in your own words. We show you the right door, whichever organisation it belongs to. Most subjects have Dutch names; questions in Dutch work best.
home-examples = For example: “broken street light in my street” or “I am moving house, what do I have to do?”
home-private = Please do not write down a citizen service number (BSN). We do not keep what you type.
home-button = Find the right door
home-events = Something is happening in your life
home-products = All subjects from A to Z
answer-title = Our answer
answer-your-question = You asked
answer-change = Ask your question in another way
answer-at = You arrange this with { $name }:
answer-probably = You probably arrange this with { $name }:
answer-layer = You arrange this with { $layer }:
answer-elsewhere = You cannot apply for it here yet. A person helps you further.
answer-start = Start now
answer-read = Read how it works
answer-others = Perhaps you mean
answer-none-title = A person can answer this better
answer-none-text = We are not sure which door your question belongs to. Put it to someone at your municipality. You get a number and a day by which you have an answer.
answer-not-this = Not what you were looking for?
answer-to-person = Ask a person
place-title = Where do you live?
place-label = Your postcode or municipality
place-hint = For example 3811 or Amersfoort. We do not keep this.
place-button = Show who does it
fault-question-empty = Please type your question first. A few words are enough.
layer-rijk = the national government
layer-provincie = your province
layer-waterschap = your water board
layer-gemeente = your municipality

## Subjects and products
topics-title = Something is happening in your life
topics-intro = Choose what looks like your situation. You then see what you can or must arrange, with all organisations together.
topic-intro = What you can or must arrange.
topic-here = What you can arrange here
topic-also = What may also come with it
products-title = All subjects from A to Z
products-letters = To a letter
products-intro = Everything government does for you, under the Dutch name that all organisations use for it.
product-for = Who is this for?
audience-burger = For residents.
audience-bedrijf = For businesses and institutions.
audience-both = For residents, businesses and institutions.
audience-unknown = The national list does not say. Ask a person.
product-name = In the national list this is called: { $name }.
kind-aanvraag = You apply for something, and get a decision about it.
kind-subsidie = You apply for money for something you are going to do.
kind-melding = You report something.
kind-verplichting = You are obliged to arrange this.
product-what-unknown = No explanation has been written for this subject yet. The organisation below can tell you more.
product-who = Who does it for you?
product-who-known = { $name } does this.
product-who-likely = Probably { $name } does this. We derive that from your postcode. Not right? Then fill in the name of your municipality.
product-who-ask = This is done by { $layer }. Fill in where you live and you will see which organisation that is.
product-who-unknown = This is done by { $layer }. Which organisation exactly, we do not know for certain. Ask a person.
product-who-chosen = This is done by { $layer }. Here it can be done with { $name }.
product-who-choose = Is yours another organisation? Then it is not possible here yet. Go to its own site, or ask a person.
product-who-nobody = The national list does not say who does this. Ask a person.
product-go = To { $name }
product-here = You can do this here right away.
product-cost = What does it cost?
norm-working-days = { $n ->
    [one] { $n } working day
   *[other] { $n } working days
}
norm-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
norm-weeks = { $n ->
    [one] { $n } week
   *[other] { $n } weeks
}
product-norm = You get an answer within { $term }. The organisation promises that; it is not a deadline set by law.
product-long = How long does it take?
product-need = What do you need?
product-steps = What happens after that?
product-not-this = This is something else
product-other-ways = In another way
product-other-ways-text = Would you rather call, visit or write? You can also do that at your municipality. Or ask a person, here on this site.
product-other-ways-organisation = Would you rather call or write? You can do that at the organisation that does this. Or ask a person, here on this site.
product-law = The law behind this
product-law-replaced = On 1 January 2024 this act was largely replaced by the Omgevingswet. The national list still names it.
product-law-model = This is a model. Each organisation makes its own rules for this.
product-law-none = The national list names no act for this subject.

## Form
form-step = Step { $step } of { $of }
form-step-or-more = Step { $step } of { $of } or more
yes = Yes
no = No
place-by-address = With a postcode
place-by-words = With a street, crossing or description
field-check = Your answers
field-bericht = Write back
field-plaats = Your postcode or municipality
field-vraag = Your question
field-code = The eight words
field-fotos = Photos
field-postcode = Postcode
field-huisnummer = House number
field-huisnummer-hint = The house that is closest to the place.
field-straat = Street, crossing or description
field-straat-hint = For example: crossing of Stationsweg and Molenlaan, near the bus stop.
field-gemeente = Municipality
field-gemeente-hint = Only needed if you do not know a postcode, or if the place is in another municipality than the postcode suggests.
field-punt = The place on the map
map-title = Or point out the place on the map
map-name = Map
map-hint = Click or tap the place. With the keyboard: move the map with the arrow keys, zoom with + and -, and press Enter. Please fill in the postcode or the municipality as well: we do not read those from the map.
map-chosen = You chose this place:
map-here = Choose the middle
map-remove = Remove the place
map-nearer = Zoom in
map-further = Zoom out
map-source = Map: { $name }. The pictures of the map come from { $host }. They see your IP address and which part of the map you look at, but not what you fill in.
place-on-map = on the map: { $point }
field-naam = Your name
field-email = Your e-mail address
field-moet = What should it say?
field-waarom = How you know
field-email-hint = We will then send you a confirmation.
field-telefoon = Your phone number
photo-name = Photo { $number }
photo-choose = Choose a photo
photo-hint = JPEG, PNG or WebP, up to 10 MB.
photo-add = Add photo
photo-remove = Remove { $name }
photo-yours = Your photos
photo-waits = This file is still being checked. You can simply go on.
photo-full = You have added the largest number of photos.
danger-title = Call now
danger-112 = Are people in danger now? Call 112.
danger-gas = Do you smell gas, or is there a gas or power failure? Call 0800 9009. It is open day and night and free of charge.
danger-thuis = Is it not safe at home, or are you worried about somebody? Call Veilig Thuis: 0800 2000. It is open day and night and free of charge. You need not give your name.
danger-113 = Are you thinking of suicide, or are you worried about somebody? Call 113 or 0800 0113. It is open day and night and free of charge. You need not give your name.
danger-call = Call { $number }
danger-else = Is it not urgent? Then read on.
danger-municipality = Is it not an emergency, but must it be solved today? Call your municipality. Most municipalities have the number 14, followed by the area code.
danger-on = I have called, or there is no danger any more. Continue with the report
elsewhere-title = { $name } does not take this here yet
elsewhere-text = We cannot take your { $what } here: this organisation does not take part yet. You can go to its own site, or visit its desk.
elsewhere-unknown = We know no site of this organisation. Look up its site, or call it.
elsewhere-link = To the site of this organisation
elsewhere-change = Choose another place
elsewhere-change-address = Change the address
elsewhere-home = This follows from your address, as the register holds it. Is it not right?
elsewhere-home-link = Look at My data

## Faults at a field
fault-empty = Please fill this in. We cannot go on without it.
fault-too-long = This is too long. Make it shorter than { $limit } characters.
fault-unprintable = There is a character in this that we cannot read. Please type the text again.
fault-choose = Please choose one of the answers.
fault-email = This does not look like an e-mail address. An e-mail address looks like this: name@example.com.
fault-phone = This does not look like a phone number. Use digits only, for example 06 12345678.
fault-postcode = This does not look like a postcode. A postcode is four digits and two letters, for example 3811 CJ.
fault-postcode-unknown = We do not know this postcode. Check it, or fill in the municipality.
fault-gemeente = We do not know this municipality. Check the name, for example: Amersfoort.
fault-gemeente-needed = Please fill in the municipality. It tells us who has to go and look.
fault-place = Please fill in where it is: a postcode with house number, or a street or description.
fault-place-number = Please fill in a whole postcode and a house number, or describe the place.
fault-punt = This place is not in the Netherlands. Please point out the place again.
fault-place-needed = Please fill in your postcode or municipality. It tells us who answers your question.
fault-place-unknown = We do not know this postcode or municipality. Check what you filled in.
fault-too-many-files = You cannot add more than { $limit } files.
fault-too-many-documents = There can be at most { $limit } documents with one case. Do you have more? Then write what you still want to send: we tell you how that can be done.
fault-too-many-at-once = You chose too many files. Choose at most { $limit } at once. Add the rest afterwards.
fault-documents-too-large = Together these files are too large. Send at most { $limit } MB at once. Add the rest afterwards.
fault-file-choose = Please also choose the file that you want to add.
fault-file-none = Choose a file first.
fault-kind-choose = Choose what kind of document it is, and choose the file again.
fault-photo-too-large = This file is too large. Choose a file of at most { $limit } MB.
fault-photo-kind = This file is not a photo that we can read. Choose a JPEG, PNG or WebP.
fault-photo-infected = Our virus scanner does not find this file safe. We have not kept it. Choose another file, or go on without.
fault-photo-broken = We could not read this file. Try again, or choose another file.
fault-code-unknown = No report or question belongs to these eight words. Perhaps a letter was copied wrongly. Or it was over so long ago that we have destroyed it.
fault-code = These are not the eight words of a receipt. Check them: each word has five letters.

## Check and send
check-title = Is everything right?
check-lead = Look through your answers. You can still change everything.
check-change = Change
check-photos = Photos
check-no-photo = No photo
check-nothing = Nothing filled in
check-not-complete = Something is missing or not right here. Choose “Change”.
check-next-title = What happens when you send it?
check-next-team = Your { $what } goes to { $team }.
check-next-likely = We take from the postcode that it lies in { $name }. Is that not right? Then change the place or address.
check-before-decision = Please note: at “{ $label }” you filled in { $day }. The organisation may decide on your application until { $date }. Perhaps you have no decision yet on the day that you filled in.
check-outside = Please note: from what you filled in we gather that the place is in { $place }. That is not in { $name }. Check the place and your choice.
check-running = You already have a { $what } here that is not closed yet ({ $numbers }). Only send this one if it is another.
check-send = Send your { $what }

## Receipt
receipt-title = We have your { $what }
receipt-pdf-title = Receipt
receipt-number = Your number
receipt-received = Received
receipt-organisation = Organisation
receipt-team = Who handles it
receipt-service = What you did
receipt-date = You get an answer by { $date } at the latest.
receipt-next-title = What happens now?
receipt-follow-title = Follow your { $what }
receipt-code-text = With these eight words you can follow your { $what }, add to it or withdraw it, without an account. Keep them safe: whoever has these words can see your { $what }.
receipt-follow-link = Open the page of your report
receipt-save = Save this receipt as PDF
receipt-copy-title = This is what you sent
receipt-shielded = Answers about health are not on this sheet.
receipt-home = Back to the start

## Follow
form-you-is-another = Here ‘you’ means the person for whom you are filling this in.
form-later = Save and continue later
kept-title = Your form is saved
kept-words-lead = With these eight words you continue later, also on another device.
kept-words-text = We keep the form until { $days } days after your last change. Keep the words safe: whoever has them can see what you filled in. Nothing has been sent yet. If you send it, you follow it with the same words.
kept-words-where = This is where you type the words
kept-mine-lead = You find it again in My government, on every device. We keep it until { $days } days after your last change. Nothing has been sent yet.
kept-mine = To My government
kept-on = Continue with the form now
follow-title = Follow your report or question
follow-label = The eight words of your receipt
follow-hint = They are on your receipt and in the confirmation. Or you got them when you saved a form. Spaces, dashes and capitals do not matter.
follow-button = Show
zaak-number = Number { $number }
zaak-at = Handled by { $name }
zaak-received = Received on { $moment }
zaak-norm = You get an answer by { $date } at the latest. That is a promise, not a deadline set by law.
zaak-norm-or-law = You get an answer by { $date } at the latest. That is a promise. If it is late, the law applies.
zaak-later = We are later than we promised. We are sorry. You should have had an answer by { $date }. You do not need to do anything yourself.
zaak-too-late = We are too late. We are sorry. There should have been a decision by { $date }. That is in the law or in the ordinance.
zaak-late-ask = Do you want to know how things stand? Ask it in a message on this page, or ask a person.
zaak-late-notice = You can write to us that we are too late. That is called a notice of default (ingebrekestelling). You can do that in a message on this page. Give the number { $number } and write that you give us notice of default. Is there still no decision { $term } after we got that? Then we must pay you money for each day that it takes after that, up to a maximum ({ $basis }). The law names a few exceptions.
zaak-late-appeal = Is there still no decision { $term } after you gave us notice of default? Then you can also go to court because we do not decide in time. You do not need to object first ({ $basis }).
zaak-granted = You have had the permit since { $date }. There had to be a decision by { $last }. There was none, and then you have the permit by law (Dienstenwet article 28; Awb article 4:20b).
zaak-granted-from = You may use the permit from { $date } ({ $basis }).
zaak-granted-publish = You do not need to do anything. Within { $term } after you got the permit { $name } must publish it ({ $basis }). You will read that here.
zaak-mover-them = We are working on it. You do not need to do anything.
zaak-mover-genodigden = Some people still have to give their data: { $names }. Remind them, or make new words.
zaak-over = Closed: { $result }
zaak-steps-title = Where things stand
zaak-step-over = Closed
zaak-step-now = This is where we are now
zaak-step-later = Still to come
zaak-yours-title = This is what you sent
zaak-messages-title = Messages
zaak-from-you = You wrote
message-from = { $name } wrote
message-read-by-you = Read by you on { $moment }
message-read-by-them = Read by the organisation on { $moment }
message-read-by-person = Read by the sender on { $moment }
message-read-by-us = Read by us on { $moment }
zaak-add-label = What else would you like to say?
zaak-add-hint = Please do not write down names or numbers of other people.
zaak-add-button = Add
zaak-add-task = You give a document that we asked for at our question.
zaak-documents-title = Add documents
zaak-documents-label = Choose your files
zaak-documents-hint = PDF, JPEG, PNG or WebP. You can choose { $most } files at once, up to 10 MB together. Do you have more? Just come back afterwards.
zaak-documents-kind = What kind of document is it?
zaak-documents-kind-first = Choose what it is
zaak-documents-other = Something else
zaak-documents-closed = Do you choose { $kinds }? That goes to a closed part. Who handles your application and who answers the phone cannot open it. They can read the text that you write with it.
zaak-documents-kind-closed = { $kind } (closed part)
zaak-documents-added = Added: { $names }
zaak-documents-name = Document
zaak-document-given = Added on { $moment }
zaak-document-given-closed = Added on { $moment }, in the closed part
zaak-withdraw-title = No longer needed?
zaak-withdraw-text = Is it no longer needed, or did you make a mistake? Then you can withdraw your { $what }. First you read what that means.
zaak-withdraw-button = Withdraw
zaak-withdraw-sure = Do you want to withdraw your { $what }?
zaak-withdraw-means = Then { $name } stops working on it, and you get no decision or answer any more. You cannot undo this. Do you want it later after all? Then you must send it again.
zaak-withdraw-yes = Yes, withdraw it
zaak-withdraw-no = No, let it go on
zaak-withdraw-back = Back
done-added = Added. We have it.
done-withdrawn = You have withdrawn your { $what }.
done-authorised = You can now arrange things for { $name }.
zaak-easy-title = Was this easy?
zaak-easy-makkelijk = Yes, easy
zaak-easy-gaat = It was all right
zaak-easy-moeilijk = No, difficult
zaak-easy-thanks = Thank you. You can still change your answer.
zaak-complain-site = To the site of { $name }
zaak-dispute-title = Not satisfied?
zaak-complain = You can make a complaint to the organisation about how it goes (Algemene wet bestuursrecht, article 9:1).
klacht-sent = You made a complaint on { $date }, number { $number }
bezwaar-sent = You objected on { $date }, number { $number }

zaak-photo-waits = This file is still being checked. Please look again later.
zaak-photo-infected = This file is not safe. We have removed it.
zaak-photo-infected-message = We cannot use { $name }: our virus scanner does not find the file safe. We have removed it. We did receive everything else. Was it important? Then please add another file below, or write down what was in it.
zaak-pdf = Save the receipt as PDF

## A complaint or an objection
klacht-title = Make a complaint
klacht-lead = Tell us what went wrong with your { $what }. Your complaint goes to { $name }. It costs nothing.
klacht-label = What is your complaint about?
klacht-hint = What happened, and when? Please do not write down a citizen service number (BSN).
klacht-wie = Your name and address
klacht-wie-hint = A complaint has your name and address in it (Awb article 9:4). Without them { $name } does read your complaint, but need not keep to the rules and the day below.
klacht-send = Send the complaint
klacht-next-receipt = You get a confirmation with a number at once (Awb article 9:6).
klacht-next-who = Someone who was not involved deals with your complaint. You can also tell your story in person (Awb articles 9:7 and 9:10).
klacht-last-day = { $name } must have dealt with your complaint by { $date } ({ $article }).
klacht-next-zaak = Your complaint changes nothing about your { $what }. It simply goes on.
klacht-next-bezwaar = Do you disagree with a decision? Then object to it. You can do so on the page of your { $what }, with the decision.
klacht-after = Are you not satisfied with the answer to your complaint? Then you can go to the ombudsman (Awb article 9:18). The answer says which ombudsman, and until when you can (Awb article 9:12).
klacht-receipt-title = We have your complaint
klacht-of = Your complaint about: { $what }
bezwaar-title = Object
bezwaar-lead = You ask { $name } to look at the decision again. It costs nothing.
bezwaar-late = You could object until { $date }. That day has passed. You can still object. But { $name } only looks at it if you could not help that it is late (Awb article 6:11).
bezwaar-label = Why do you disagree with the decision?
bezwaar-hint = Do you not know everything yet? Then write what you know now. You may add to it later (Awb article 6:6). Please do not write down a citizen service number (BSN).
bezwaar-laat-hint = Write why you could not object earlier.
field-laat = Why could you not do it in time?
bezwaar-send = Send the objection
bezwaar-next-receipt = You get a confirmation with a number at once (Awb article 6:14). { $name } already has your address from your { $what }.
bezwaar-next-who = You can also explain your objection in a conversation. { $name } will invite you (Awb article 7:2).
bezwaar-last-day = { $name } must decide on your objection by { $date } ({ $article }).
bezwaar-no-day = The objection comes so late that the day has passed on which by law there had to be a decision. You will be told how it ends.
bezwaar-next-zaak = The decision stays in force until your objection has been decided on (Awb article 6:16).
bezwaar-after = Do you disagree with the decision on your objection? Then you can go to court. The decision says to which court, and until when you can (Awb article 6:23).
bezwaar-receipt-title = We have your objection
bezwaar-of = Your objection to decision { $number }
geschil-committee = Does a committee give advice? Then it is { $date } at the latest ({ $article }). { $name } will tell you if so.
geschil-longer = { $name } may put this off by { $weeks } weeks. You will be told ({ $article }).
geschil-about = This is about
refused-no-bezwaar = There is no decision here to which you can object at this organisation. Is there a decision? Then it says with it what you can do.
dispute-received = We have received this.
dispute-answered = There is a message for you. Do you want to say something more? Then write back below.
dispute-closed = This is closed.
dispute-follow = Follow your complaint
dispute-owner = Who deals with it
dispute-messages = What you wrote and the answer
dispute-code-text = With these eight words you see the answer and can write back, without an account. Keep them safe: whoever has these words can see your complaint.
dispute-send = Send the message
dispute-zaak = This is about number { $number }
dispute-back = Back to your case
bezwaar-here = You can object to this decision here at once. We fill in your name and the number.

## Ask a person
vraag-title = Ask a person
vraag-lead = Someone at your municipality answers your question, or makes sure that it gets to the right organisation. You get a number and a day by which you have an answer.
vraag-behalf = You are now acting for someone else. A question is not part of that. You find it again with the eight words on your receipt, not in My government.
vraag-mine = You are signed in, so you will find your question in My government. If you do not want that, sign out first.
vraag-about = Your question is about: { $name }
vraag-label = Your question
vraag-hint = Please do not write down a citizen service number (BSN).
vraag-place-hint = It tells us which municipality answers your question. For example 3811 or Amersfoort.
vraag-email-hint = We will then send you a message when there is an answer. You can follow it without an e-mail address too.
vraag-button = Send the question
vraag-receipt-title = We have your question
thread-title = Your question
thread-number = Number
thread-owner = Who answers
thread-received = First received
thread-date-text = { $name } answers by { $date } at the latest. That is a promise, not a deadline set by law.
thread-legal = { $name } must have done what you ask by { $date }, or have told you why not. That is the law ({ $article }).
thread-longer = The municipality may make this { $weeks } weeks longer, more than once, when that is needed. You will be told ({ $article }).
thread-remedy = Does the municipality not do what you ask, or not all of it? You can object to that decision within { $weeks } weeks ({ $article }).
thread-answered = There is an answer. Does it not answer your question? Then write back below.
thread-closed = This question is closed. Do you have a new question? Then please ask it anew.
thread-follow = Follow your question
thread-send = Send the question
request-answered = There is an answer. Is your request not done with it? Then write back below.
request-closed = This request is closed. Is something wrong again? Then please make a new request.
request-owner = Who decides
request-messages = The request and the answer
request-send = Send the message
thread-forwarded = Sent on by { $from } to { $to }, on { $when }.
vraag-sent-on = Therefore we have sent this on to { $name }. You do not have to send anything again. Your number stays the same and you can read on this page how it goes on.
thread-code-text = With these eight words you can see the answer and write back, without an account. Keep them safe: whoever has these words can see your question.
thread-reply = Write back
thread-messages = The question and the answer
refused-vraag-closed = This question is closed. Please ask a new one.
refused-already-there = This is already with this organisation.
refused-not-answered = This question has no answer yet. Answer it first, or send it on.
refused-own-decision = You took the decision that this objection is about yourself. A colleague therefore decides on the objection (Awb article 10:3 paragraph 3).
refused-not-handler = Only a case handler can answer and close a complaint or an objection.
refused-dispute-forward = You cannot send on a complaint or an objection. It is about what your own organisation did or decided, so it deals with it itself.
refused-of-another = This is in the My government of somebody else already. You can follow it with the eight words.
refused-not-handed-over = You did not prepare this for another organisation. So you need not say anything here.
refused-document-waits = This file is still being checked for viruses. You can see it after that. Please try again later.
refused-document-infected = This file is not safe. We have removed it.
refused-withdraw-granted = You have the permit already, because there was no decision in time. So you can no longer withdraw. Do you not want to use the permit? Ask a person.
refused-zaak-closed = This is closed. You can no longer change it. Ask a person.
refused-no-such-status = This status does not belong to this zaak.
refused-no-such-result = This result does not belong to this zaak.
refused-not-hosted = This organisation does not take anything here yet. Go to its own site.

## Letters
letter-received-subject = We have your { $what }, number { $number }
letter-received-body =
    Hello,

    We have received your { $what }: { $title }.

    Your number: { $number }
    Who handles it: { $team }

    You get an answer by { $date } at the latest. That is a promise, not a deadline set by law.{ $law ->
        [yes] { " " }There must be a decision by { $last } at the latest ({ $article }).
       *[no] { "" }
    }

    Follow, add to or withdraw your { $what }:
    { $link }

    { $how }

    You cannot reply to this e-mail.
letter-vraag-received-subject = We have your question, number { $number }
letter-vraag-received-body =
    Hello,

    We have received your question.

    Your number: { $number }
    Who answers: { $team }

    You get an answer by { $date } at the latest. That is a promise, not a deadline set by law.

    See your question or add to it:
    { $link }

    { $how }

    You cannot reply to this e-mail.
letter-correctie-received-subject = We have your request, number { $number }
letter-correctie-received-body =
    Hello,

    We have received your request about your data.

    Your number: { $number }
    Who handles it: { $team }

    The municipality must have decided by { $legal }. That is the law.

    Look at your request or add something:
    { $link }

    { $how }

    You cannot reply to this e-mail.

letter-geschil-when = You get an answer by { $legal } at the latest. That is the law.
letter-klacht-received-subject = We have your complaint, number { $number }
letter-klacht-received-body =
    Hello,

    We have received your complaint. It is about number { $about }.

    The number of your complaint: { $number }
    Where your complaint comes in: { $team }

    { $when }

    See your complaint or add to it:
    { $link }

    { $how }

    You cannot reply to this e-mail.
letter-bezwaar-received-subject = We have your objection, number { $number }
letter-bezwaar-received-body =
    Hello,

    We have received your objection to decision { $about }.

    The number of your objection: { $number }
    Where your objection comes in: { $team }

    { $when }

    See your objection or add to it:
    { $link }

    { $how }

    You cannot reply to this e-mail.
letter-what-vraag = question
letter-what-correctie = request
letter-what-klacht = complaint
letter-what-bezwaar = objection
letter-vraag-message-subject = There is a message about your { $what }, number { $number }
letter-vraag-message-body =
    Hello,

    We wrote to you about your { $what } with number { $number }. You can read it here:
    { $link }

    Do you want to say something more? Then you can write back on that page.

    You cannot reply to this e-mail.

letter-vraag-sent-on-subject = We sent your { $what } on, number { $number }
letter-vraag-sent-on-body =
    Hello,

    We have sent your { $what } with number { $number } on to { $name }. You do not have to send anything again.

    You can read here why, and how it goes on:
    { $link }

    You cannot reply to this e-mail.

letter-vraag-answered-subject = There is an answer to your question, number { $number }
letter-vraag-answered-body =
    Hello,

    There is an answer to your question with number { $number }. You can read it here:
    { $link }

    Does it not answer your question? Then you can write back on that page.

    You cannot reply to this e-mail.

## Error pages
error-not-found-title = This page is not there
error-not-found-text = The address is not right, or this is not yours. Perhaps a word of the code was copied wrongly.
error-not-found-next = Go to the start, or follow your report with the eight words of your receipt.
error-not-allowed-title = You may not do this here
error-not-allowed-text = You can see this, but not change it.
error-not-allowed-next = Ask a person if you think that is not right.
error-invalid-title = Something is not right
error-invalid-text = We cannot use something that you filled in.
error-invalid-next = Go back and look at it. What you had already filled in has been kept.
error-refused-title = This is not possible now
error-refused-text = This is not possible now.
error-refused-next = You can ask a question at the bottom of this page.
error-conflict-title = Someone was just before you
error-conflict-text = Something changed while you were busy.
error-conflict-next = Load the page again and see how it stands now.
error-unavailable-title = That does not work right now
error-unavailable-text = We are sorry: something is out of order. What you had already sent, and have a receipt for, is not lost.
error-unavailable-next = Please try again in a few minutes.
error-internal-title = Something went wrong on our side
error-internal-text = We are sorry. The mistake is ours, not yours. What you had already sent, and have a receipt for, is not lost.
error-internal-next = Please try again. If it keeps going wrong, ask a person and mention the number below.
error-too-large-title = This is too large
error-too-large-text = You sent more than we can take in one go.
error-too-large-next = Make the text shorter or choose a smaller photo, and try again.
error-too-many-title = One moment please
error-too-many-text = You sent a great many things in a short time. Perhaps you share your internet with many others.
error-too-many-next = Wait a minute and then try again.
error-cross-site-title = This form does not come from this site
error-cross-site-text = Your browser says that the form was on another site. To protect you, we do not take it.
error-cross-site-next = Go to the start and fill in the form here again.
error-method-title = This address does not work like that
error-method-text = This address belongs to a form and cannot be opened by itself.
error-method-next = Go to the start.
error-trace = Number of this error:
error-home = To the start
error-desk = To the desk
error-manage = To the management pages
error-desk-not-found-title = This is not here any more
error-desk-not-found-text = This is not (or no longer) at your organisation. Maybe it was sent on or destroyed, or the address is not right.
error-desk-not-found-next = Look it up by its number at the desk.
error-desk-not-allowed-title = You cannot do this here
error-desk-not-allowed-text = In your role you cannot do this.
error-desk-not-allowed-next = Is that not right? Somebody who manages your organisation gives roles.
error-desk-refused-title = This is not possible now
error-desk-refused-text = This is not possible now.
error-desk-refused-next = Look how things stand now.

## About the site
accessibility-title = Accessibility
accessibility-1-title = Everyone must be able to use this
accessibility-1-text =
    We want everyone to be able to use this site: with a keyboard, with a screen reader, on a phone, with large letters, and without JavaScript.
    We build to the guidelines WCAG 2.2, levels A and AA (compulsory in the Netherlands by the Besluit digitale toegankelijkheid overheid, in the standard EN 301 549).
accessibility-2-title = How we check that
accessibility-2-text = With every change, a program (axe) checks all kinds of pages, in Dutch and English. That does not find everything. There has not been an examination by independent people yet. So we do not call this site fully tested.
accessibility-3-title = Does something not work?
accessibility-3-text = Let us know through “Ask a person”. Tell us which page you were on and what did not work. You get a number and a day by which you have an answer.
privacy-title = Privacy
privacy-1-title = Who is responsible?
privacy-1-text =
    As long as you have not sent anything, { $operator } is responsible for what you fill in.
    As soon as you send it, the organisation on your receipt is responsible.
privacy-2-title = What do we keep?
privacy-2-text =
    We do not keep what you type in the search box.
    A form that you do not send is erased one day after your last change, or after 30 days when you saved it or are signed in.
    How long an organisation keeps what you send stands with each service. A question it keeps until one year after the answer.
    Everything you write is encrypted in our storage. Each report and question has a key of its own.
privacy-3-title = Who looked?
privacy-3-text = Each time someone looks at your report or question, we write down who that was, for which organisation and why. Nobody can change that unnoticed.
privacy-4-title = Cookies
privacy-4-text = When you begin a form or question you get one cookie. It tells the site that they are yours. It disappears after a day. When you sign in you get another, which disappears when you close your browser. We do not track you.
privacy-5-title = Your rights
privacy-5-text = You may see what is stored about you, have it corrected and have it erased. With the eight words of your receipt you see for yourself what we have. For the rest: ask a person. If you do not agree with how we treat your data, you can go to the Autoriteit Persoonsgegevens (the Dutch data protection authority).
status-good-title = Everything works
status-good-1-title = Measured on { $moment }
status-good-1-text =
    You can search, report, ask and follow now.
    If something does fail, everything you have a receipt for is kept.
status-bad-title = Something is out of order
status-bad-1-title = Measured on { $moment }
status-bad-1-text =
    You can search and read now, but not send or follow anything.
    Everything you have a receipt for is kept. Please try again in a few minutes.

## Signing in and my government
nav-mine = My government
nav-sign-in = Sign in
nav-sign-out = Sign out
nav-signed-in = You are signed in
nav-as = Signed in as { $name }
acts-for = You act for { $name }
acts-for-company = the company or institution with KVK number { $kvk }
acts-for-branch = branch { $vestiging } of KVK number { $kvk }
sign-in-title = Sign in
sign-in-lead = Choose how you want to show who you are. Then you go on where you were.
sign-in-digid-title = For yourself
sign-in-digid-text = With DigiD you arrange things for yourself and your family. A password alone is not enough: sign in with the DigiD app, if you have it.
sign-in-digid-button = Sign in with DigiD
sign-in-eherkenning-title = For a company or institution
sign-in-eherkenning-text = With eHerkenning you arrange things for your company, association, foundation or school.
sign-in-eherkenning-button = Sign in with eHerkenning
sign-in-without-title = I cannot or do not want to sign in
sign-in-without-text = You do not need it for everything: you can report something or ask a question without it. For the rest you can go to the desk of your municipality, or authorise someone. Ask a person, at the bottom of this page.
sign-in-only-digid = You do this for yourself. That is only possible with DigiD. Then you go on where you were.
sign-in-only-digid-now = You are signed in for a company or institution now. This is only possible with DigiD: people do it for themselves.
sign-in-only-eherkenning = This is for a company or institution. It is only possible with eHerkenning. Then you go on where you were.
sign-in-only-eherkenning-now = You are signed in with DigiD now. This is only possible with eHerkenning: it is for a company or institution.
sign-in-without-digid-title = I do not have DigiD
sign-in-without-digid-text = You apply for DigiD at digid.nl. Can’t you, or would you rather not? Then you can authorise someone, or arrange it with the organisation that deals with it. Visit or call. Or ask a person, at the bottom of this page.
sign-in-without-eherkenning-title = I do not have eHerkenning
sign-in-without-eherkenning-text = Your company or institution applies for eHerkenning at a recognised supplier. The website eherkenning.nl says which there are. Can’t you, or would you rather not? Then contact the organisation that deals with it. Or ask a person, at the bottom of this page.
sign-in-without-who = Who deals with this?
sign-in-unavailable = Signing in does not work right now: the sign-in service does not answer. It is not your fault. Try again in a few minutes.
sign-in-not-offered = You cannot sign in this way on this site yet.
sign-in-cancelled = You stopped signing in. You can try again.
sign-in-step-up = For this we need to be more certain who you are. Sign in at a higher level, for example with the DigiD app with ID check.
sign-in-step-up-company = For this we need to be more certain who you are. Sign in with eHerkenning at a higher level, for example level 3. Do you not have that? Ask your eHerkenning supplier.
sign-in-lately = To be sure, we ask you once more who you are. So nobody else can do this on a screen that was left open.
sign-in-acting = You arrange this for { $name }. Sign in once more with your own DigiD.
sign-in-again = Signing in took too long, or was already used. Please sign in again.
sign-in-represents = Signing in on behalf of someone else is not possible here yet. Sign in with your own DigiD.
sign-in-who = The sign-in service did not tell us who you are. Please sign in again. Does it keep going wrong? Ask a person.
sign-in-ours = Something went wrong on our side while signing in. Please try again.
sign-in-refused = We could not establish for certain who you are. To protect you we did not sign you in. Please try again.
signed-out-title = You are signed out
signed-out-text = Nobody can reach your data on this device any more. What you had not sent yet is ready for you next time.
begin-hello = You are signed in as { $name }.
begin-known = What government already knows about you, we fill in for you. You only need to check it.
begin-draft = You had begun with this already. You last changed something on { $when }.
begin-draft-on = Go on with what you began
begin-draft-on-of = Go on with what you began, last changed on { $when }
begin-again = Begin again
start-verhuismelding = Start your notice of moving
start-melding-openbare-ruimte = Start your report
noun-zaak = case
noun-vraag = question
mine-title = My government
mine-lead = All your cases and questions with all organisations, in one place. Nobody else sees them together like this.
mine-named-title = Somebody else named you
mine-named = On { $date } somebody sent this to { $organisation }: { $what }. You are named in it.
mine-named-text = That can be because you move along. Is it right? Then you need not do anything.
mine-named-link = Is this not right? Tell them
mine-unsent-title = It is your turn
mine-unsent-when = Not sent yet. Last changed on { $moment }
mine-unsent-discard = Throw away
mine-open-title = We are working on it
mine-open-none = Nothing of yours is running now.
mine-more-open = More running cases
mine-more-questions = More questions
mine-ended-title = Closed
mine-more-ended = More closed cases
mine-more-closed = More closed questions
mine-ended = closed on { $date }
mine-norm = answer by { $date } (a promise)
mine-deadline = decision by { $date } (by law)
mine-klacht-deadline = dealt with by { $date } (by law)
mine-later = we are later than promised: you should have had an answer by { $date }
mine-too-late = we are too late: there should have been a decision by { $date }
mine-klacht-too-late = we are too late: it should have been dealt with by { $date }
mine-granted = granted by law since { $date }: there was no decision in time
mine-remedy = you can { $do } until { $date }
mine-objected = you objected on { $date }
mine-vraag-open = We are working on it
mine-vraag-answered = There is an answer. You can write back.
mine-join-title = I have eight words of a receipt
mine-join-text = Did you report or ask something without signing in? Fill in the eight words of your receipt. From then on you find it here too. The words keep working.
mine-join-button = Put it in My government
mine-data-title = Your data
mine-download = Download all that is kept here of you (JSON)
sessions-title = Where you are signed in
sessions-lead = Here you see where you are signed in now. Did you leave a screen open somewhere, or is there something you do not recognise? Then sign out there, without going there.
sessions-here = Here: the device on which you read this
sessions-elsewhere = On another device, or in another browser
sessions-began = Signed in with { $way } on { $moment }
sessions-seen = Last used on { $moment }
sessions-way-digid = DigiD
sessions-way-eherkenning = eHerkenning
sessions-way-medewerkers = your work account
sessions-end = Sign out there
sessions-end-others = Sign out everywhere but here
sessions-none = You are signed in nowhere else.
sessions-idle = If you do nothing for { $minutes } minutes, we sign you out.
sessions-doubt-digid = Was it not you? Then also change the password of your DigiD, at digid.nl.
sessions-doubt-eherkenning = Was it not you? Then also tell the company that gave you your eHerkenning.
sessions-doubt-medewerkers = Was it not you? Then tell who is responsible for security at your work at once.
my-data-title = My data
my-data-lead = This is what the registers of government hold about you at this moment. Government organisations use these data, so that you do not have to give them again and again.
my-data-holder = This is kept for you by { $name }.
my-data-gemeente = the municipality of { $name }
my-data-kvk = the Chamber of Commerce
my-data-asked = Retrieved on { $moment }.
my-data-away = This register does not answer now. Your data are not lost. Try again in a few minutes.
my-data-wrong-text = Is something not right? You can ask us to correct what is wrong, and to add what is missing. Choose “Is this not right?” beside it. You get a number and the day by which the municipality must have decided.
my-data-missing-button = Something is missing
my-data-ontbreekt = Something that is not there yet
my-data-wrong-kvk = Is something wrong? Tell the Chamber of Commerce: on kvk.nl, or at one of its offices.
my-data-naam = Name
my-data-geslacht = Sex
my-data-geboren = Born on
my-data-geboorteplaats = Born in
my-data-adres = Address
my-data-sinds = At this address since
my-data-gemeente-label = Municipality
my-data-inschrijving = Registered in this municipality since
my-data-nationaliteit = Nationality
my-data-verblijfstitel = Residence permit
my-data-curatele = Curatele (legal guardianship)
my-data-curatele-ja = Yes: a curator arranges things for you.
my-data-partner = Partner
my-data-kinderen = Children
my-data-ouders = Parents
my-data-geheim = Confidentiality
my-data-geheim-ja = Yes: your data are not given to third parties, such as churches and foundations.
my-data-geheim-nee = No
my-data-kvknummer = KVK number
my-data-rechtsvorm = Legal form
my-data-statutair = Name in the articles
my-data-handelsnamen = Trade names
my-data-rsin = RSIN
my-data-activiteiten = What you do
my-data-onderneming-sinds = Started on
my-data-bezoekadres = Visiting address
my-data-postadres = Postal address
my-data-hoofdvestiging = Head office, with number
my-data-shielded = This address is shielded. We do not show it.
my-data-branches = Only the head office is here. Do you have more branches? You see those at the Chamber of Commerce (KVK).
my-data-kvk-site = To the Chamber of Commerce (KVK)
my-data-holder-rni = You live abroad. So the register of non-residents (Registratie Niet-ingezetenen, RNI) keeps your data, and no municipality.
my-data-wrong-rni = Your data are in the register of non-residents (Registratie Niet-ingezetenen, RNI), because you live abroad. Is something wrong? You have it corrected at a municipality with an RNI desk, or at the National Office for Identity Data (RvIG). Its site says how. Or ask a person, at the bottom of this page.
my-data-rni-site = To the National Office for Identity Data
my-data-rdw = the RDW
my-data-rdw-site = To the RDW
my-data-belastingdienst = the Tax Administration (Belastingdienst)
my-data-income = Income in { $year }
my-data-inkomen = Income
my-data-income-none = No income is known of this year
my-data-income-final = (settled)
my-data-income-provisional = (may still change)
my-data-income-surer = We only show your income when we are more certain that it is you. For that, sign in at a higher level, for example with the DigiD app with ID check.
my-data-income-sign-in = Show my income
my-data-wrong-bri = Is this amount not right? You have it corrected at the Tax Administration: on its site, or by telephone. We do not change it.
my-data-bri-site = To the Tax Administration
my-data-rdw-text = We cannot show you here which vehicles are in your name. We can only ask the RDW whether one number plate is in your name. We do that when you fill in the plate yourself, for example for a parking permit. You see all your vehicles at the RDW. There you also have corrected what is not right.
correction-title = Ask us to correct what is wrong
correction-lead = Your request goes to { $name }, which keeps this for you.
correction-last-day = If you send it today, the municipality must have done what you ask by { $date }, or have told you why not. That is the law ({ $article }).
correction-nothing = This is not there yet
correction-moved = Have you moved house? Then nothing needs to be corrected.
correction-moved-link = Report your move
correction-what = What
correction-now = It says now
correction-should = What should it say?
correction-why = How do you know?
correction-why-hint = For example: it is on my birth certificate.
correction-button = Send request
correction-receipt-title = We have your request
correction-of = Your request about: { $what }
correction-elsewhere = { $name } keeps your data. That municipality takes no requests here yet. You can go to its own site, or to its counter.
correction-unknown = We cannot see which municipality keeps your data. Ask a person, at the bottom of this page.
geheim-title = Ask for confidentiality
geheim-title-stop = Stop confidentiality
geheim-request = You ask: do not give my data to third parties, such as churches and foundations (Wet BRP article 2.59).
geheim-request-stop = You ask: give my data again to third parties that may have them (Wet BRP article 2.59).
geheim-explained = Government keeps seeing your data: confidentiality is about churches, foundations and others outside government. You get a letter about it.
doel-geheimhouding-regelen = arranging to whom your data go
nationality-treated = is treated as Dutch
nationality-not-dutch = established not to be Dutch
nationality-none = stateless
unknown = unknown
register-brp = Personal Records Database (BRP)
register-kvk = Commercial Register
looked-title = Who looked at my data?
looked-lead = Here you see when someone else or a system worked with your data, and when a register gave your data: for which organisation and why. Also when somebody named you in what they sent, and when an employee read that.
looked-lead-all = Here you see everything that was done with your data, also by yourself: for which organisation, when and why.
looked-none = Nobody else has worked with your data yet.
looked-why = Why
looked-oneself = You yourself, at { $name }
looked-namer = Somebody who named you, at { $name }
looked-holder = Someone with the eight words of the receipt, at { $name }
looked-worker = Someone who works for { $name }
looked-machine = The system, for { $name }
looked-more = Earlier
looked-all = Also what you did yourself
looked-others = Only what others did
looked-family = Your name may stand in the data of a family member. When someone looks those up, it is in the list of that family member and not in yours (Wet BRP article 2.7, GDPR article 15(4)).
looked-note = Names of employees are not shown here. Do you want to know more, or do you not trust it? Ask a person.
action-ingelogd = Signed in
action-uitgelogd = Signed out
action-sessie-beeindigd = Signed out on another device
action-sessie-verlopen = Signed out automatically
action-sessie-vervangen = Signed in again
action-zaken-gezocht = Searched at the desk for what you have there
action-zaken-bekeken = Looked at the list of your cases
action-zaak-ontvangen = Received your case
action-zaak-gelezen = Read your case
action-zaak-aangevuld = Added something to your case
action-zaak-ingetrokken = Withdrew your case
action-zaak-gewaardeerd = Said whether it was easy
action-zaak-status-gezet = Moved your case a step on
action-zaak-afgesloten = Closed your case
action-zaak-meegegeven = Downloaded your cases
action-zaak-doorgezonden = Sent your case on to another organisation
action-doorzending-opgezocht = Looked up where your case or question was sent on to
action-stukken-verstuurd = Sent the papers of your case to another organisation
action-besloten-stukken-verstuurd = Sent the papers from the closed part to another organisation
action-zaak-ontvangen-van-ander = Received your case from another organisation
action-zaak-vernietigd = Destroyed your case after the retention period
action-document-gelezen = Opened an attachment
action-besloten-document-gelezen = Opened an attachment in the closed part, to give advice
action-logboek-bekeken = Checked who was dealing with your case
action-advies-gegeven = Gave advice about your case
action-document-nagekeken = Checked an attachment for viruses
action-document-toegevoegd = Added a document to your case
action-document-besmet = Removed an unsafe attachment
action-ontvangstbewijs-gelezen = Looked at your receipt
action-concept-hervat = Continued with a form that has not been sent yet
action-zaak-verbonden = Put a case in My government with the eight words
action-vragen-gezocht = Found at the desk what you asked
action-vragen-bekeken = Looked at the list of your questions
action-vraag-ontvangen = Received your question
action-klacht-ontvangen = Received your complaint
action-bezwaar-ontvangen = Received your objection
action-correctie-ontvangen = Received your request to correct something
action-klacht-gelezen = Read your complaint
action-bezwaar-gelezen = Read your objection
action-correctie-gelezen = Read your request to correct something
action-klacht-aangevuld = Added something to your complaint
action-bezwaar-aangevuld = Added something to your objection
action-correctie-aangevuld = Added something to your request to correct something
action-klacht-beantwoord = Answered your complaint
action-bezwaar-beantwoord = Answered your objection
action-correctie-beantwoord = Answered your request to correct something
action-klacht-gesloten = Closed your complaint
action-bezwaar-gesloten = Closed your objection
action-correctie-gesloten = Closed your request to correct something
action-vraag-gelezen = Read your question
action-vraag-aangevuld = Added something to your question
action-vraag-beantwoord = Answered your question
action-vraag-doorgezonden = Sent your question on to another organisation
action-vraag-ontvangen-van-ander = Received your question from another organisation
action-vraag-gesloten = Closed your question
action-vraag-vernietigd = Destroyed your question after its retention period
action-vraag-verbonden = Put a question in My government with the eight words
action-vraag-meegegeven = Downloaded your question
action-genoemd-in-zaak = Named by somebody else in what they sent, for example because you move along
action-genoemd-gelezen = Read a case of somebody else in which you are named
action-register-bevraagd-brp = Retrieved your data from the Personal Records Database
action-register-bevraagd-bag = Looked up an address
action-register-bevraagd-kvk = Retrieved data from the Commercial Register
action-register-bevraagd-rdw = Retrieved data from the vehicle register
action-register-bevraagd-bri = Retrieved your income from the income register
source-brp = From the Personal Records Database, { $date }.
source-bag = From the register of addresses and buildings, { $date }.
source-kvk = From the Commercial Register, { $date }.
source-eherkenning = From how you signed in with eHerkenning, { $date }.
form-in-onderzoek = The municipality is investigating whether this is right.
form-differs-title = Is this not right?
form-differs-label = What is not right?
form-differs-hint = You can simply go on. Whoever handles this for you reads what you write here.
form-differs-source = This changes nothing in the register itself. You can have it corrected there as well, now or when you have sent this.
form-differs-link = Have it corrected in My data
form-differs-row = According to you not right: { $label }
form-doubted-row = { $value } (the municipality is investigating whether this is right)
form-away = We cannot look this up now. Please fill it in yourself, we check it later.
form-checked-later = { $value } (we check this later)
form-away-people = We cannot look this up now. Please fill it in yourself, we check it later. Put each name on its own line, your own too.
signal-geheimhouding = Confidentiality: give no data of this person to third parties (Wet BRP article 2.59).
signal-onderzoek = Under investigation: { $label }. The municipality that keeps this is investigating whether it is right. Find out whether you can use it.
signal-onderzoek-later = { $register }: something of what was compared is under investigation. Find out whether you can use it.
signal-differs = According to who sent this, this is not right: { $label }. It says: “{ $value }”
signal-verschilt = { $register }: { $what }. Check this.
signal-not-found = { $register }: what was filled in is not in it. Check this.
signal-outside = By what was filled in, the place lies in { $name }. That is outside the own area. Check this.
signal-partner = A partner moves, who reported it does not. That is only allowed to the address where who reported it lives (Wet BRP article 2.49(1)(b) and (5)). Whether that is so could not be checked. Check this.
signal-running = The same applicant already has an application of this kind here: { $numbers }. Check whether this is another one.
verschil-achternaam = the name differs from what was filled in
verschil-geboortedatum = the date of birth differs from what was filled in
verschil-adres = the address differs from what was filled in
verschil-gezin = not everyone who was filled in was recognised as the person, the partner or a minor child
verschil-partner = a partner was named without the person herself: that is only allowed if the partner comes to live with that person (Wet BRP article 2.49)
verschil-naam = the name differs from what was filled in
verschil-rechtsvorm = the legal form differs from what was filled in
verschil-vestiging = this branch is not one of this company
verschil-houderschap = the number plate is not in the name of who sent this
verschil-overlijden = this person has died
verschil-emigratie = this person lives abroad
verschil-curatele = this person is under guardianship (curatele)
verschil-leeftijd = this person was too young to do this herself
form-date-counts = The day that counts
form-date-day = Day
form-date-month = Month
form-date-year = Year
form-address-choose = Which address do you mean?
form-address-number-hint = Only the number, for example 12.
field-huisletter = House letter
field-toevoeging = Addition
fault-huisnummer = Fill in a house number: only digits, for example 12. A letter or addition has a field of its own.
fault-huisletter = A house letter is one letter, for example A.
fault-toevoeging = An addition has at most four letters or digits, for example 2 or bis.
fault-address-unknown = This address is not in the register of addresses and buildings. Check the postcode and house number.
fault-address-choose = There are more addresses here. Choose which one you mean.
fault-people = Choose at least one person from the list.
fault-date = This day does not exist. Fill in day, month and year as digits, for example 4 1 2027.
fault-date-empty = Fill in the day, the month and the year.
fault-date-ahead = This day is still too far away. You can report it from 4 weeks before.
fault-date-past = This day is over. Fill in today or a later day.
fault-date-before = This day lies before the day that you filled in above. Fill in the same day or a later one.
fault-address-same = According to the Personal Records Database you live at this address already. Fill in the new address. Are you not moving yourself? Then untick yourself on the page “Who is moving?”.
fault-address-partner = Does your partner move to another address without you? Then your partner reports that, or you do it with an authorisation from your partner.
fault-register-away = The register does not answer now. What you typed is still there. Try again in a few minutes.
refused-not-in-brp = We cannot find you in the Personal Records Database. Ask a person: there is always a way to arrange it.
refused-not-in-register = We cannot find you in this register. Ask a person.
refused-deceased = According to the Personal Records Database this person has died. Is that not right, or do you arrange something for someone who died? Ask a person.
refused-emigrated = According to the Personal Records Database you live abroad. Then this is not possible through this site. Contact the organisation that deals with it, or ask a person. Are you coming back to the Netherlands? Then register at the desk of the municipality where you are going to live.
refused-too-young = You are still too young for this. A parent, guardian or carer does this for you. Ask a person if that is not possible.
refused-not-adult = You are younger than 18. This is for people of 18 or older. Will you be 18 soon, or do you have a question? Ask a person.
refused-curator = According to the Personal Records Database you are under guardianship (curatele). Your guardian (curator) does this for you. Is that not right, or can your guardian not do it? Ask a person.
refused-behalf-curator = According to the Personal Records Database the person for whom you do this is under guardianship (curatele). The guardian (curator) does this. Is that not right? Ask a person.
refused-gemeente-unknown = We do not know the municipality that the Personal Records Database holds for you. And from your address we cannot tell in which municipality you live. So go to the municipality where you live, or call it. Is your address not right? Then look at My data. Or ask a person.
refused-correction-too-young = You are younger than 16. A parent, guardian or carer asks this for you. If that is not possible, ask a person.
refused-correction-curator = The Personal Records Database says that you are under guardianship. Your guardian asks this for you. Is that not right? Ask a person.
receipt-mine = See this in My government
zaak-deadline = There must be a decision by { $date }. That is in the law or in the ordinance.
zaak-advice-medical = The medical adviser has given advice ({ $moment }). Would you like to read it? Ask who handles your application.
zaak-advice-bibob = The Bibob coordinator has given advice ({ $moment }). What counts of it for the decision, you read in the decision.
zaak-mine = All cases
receipt-why-melding = A report is not an application: there will be no decision, so you cannot object. If you are not happy with how it goes, you can make a complaint (Algemene wet bestuursrecht, article 9:1).
receipt-why-aangifte = You do not need to do anything. If the municipality does not accept your notice, or only in part, you get a letter about it (Wet BRP, article 2.60).
controle-brp-klopt = We could not look up your data in the Personal Records Database when you sent this. Now we have: what we checked is right.
controle-brp-beletsel = We could not look up your data in the Personal Records Database when you sent this. Now we have. Perhaps this cannot be done in this way. An employee looks at it. You do not need to do anything.
controle-brp-verschilt = We could not look up your data when you sent this. Now we have: something differs from what you filled in. An employee looks at it. You do not need to do anything.
controle-brp-niet-gevonden = We could not find your data in the Personal Records Database. An employee looks at it. You do not need to do anything.
controle-kvk-klopt = We could not look up your data in the Commercial Register when you sent this. Now we have: what we checked is right.
controle-kvk-verschilt = We could not look up your data in the Commercial Register when you sent this. Now we have: something differs from what you filled in. An employee looks at it. You do not need to do anything.
controle-kvk-niet-gevonden = We could not find this company or institution in the Commercial Register. An employee looks at it. You do not need to do anything.
controle-bag-klopt = We could not look up the address when you sent this. Now we have: it is right.
controle-bag-verschilt = We could not look up the address when you sent this. Now we have: something differs from what you filled in. An employee looks at it.
controle-bag-niet-gevonden = The address you filled in is not in the register of addresses and buildings. An employee looks at it. Do you know what is wrong? Write it below.
action-zaak-bericht-gestuurd = Sent you a message in your case
action-zaak-signaal = Noted something that whoever handles your case must look at
action-controle-uitgesteld = Put off a check until the register answers again
doel-mijn-gegevens = to show you your own data
doel-verhuismelding = to fill in your notice of moving with what we already know
document-choose = Choose a file
document-hint = PDF, JPEG, PNG or WebP, up to 10 MB.
document-add = Add file
document-besloten = This goes to a closed part. Whoever handles your application and whoever you get on the phone cannot open it.
list-more = Add another
vehicle-yours = { $plate } (in your name according to the RDW)
vehicle-not-yours = { $plate } (not in your name according to the RDW)
vehicle-unknown = { $plate } (the RDW cannot say in whose name)
fault-kenteken = This does not look like a number plate. A plate has six letters and digits, for example AB-123-C.
fault-number = Fill in a whole number, only digits.
fault-number-least = This number is too small. It must be { $limit } or more.
fault-number-most = This number is too large. It may be { $limit } at most.
fault-iban = This account number is not right. Please check it on your bank card, for example NL91 ABNA 0417 1643 00.
fault-money = Fill in an amount in euros, for example 1.250 or 1250,50.
fault-document-needed = Add this file. Without it we cannot go on.
fault-document-kind = We cannot read this file. Choose a PDF, JPEG, PNG or WebP.
refused-not-in-kvk = We cannot find this company or institution in the Commercial Register. Ask a person.
controle-rdw-klopt = We could not look up the number plate when you sent this. Now we have: it is in your name.
controle-rdw-verschilt = We could not look up the number plate when you sent this. Now we have: it is not in your name. An employee looks at it and asks you for proof if needed.
controle-rdw-niet-gevonden = The RDW does not know this number plate. An employee looks at it. Do you know what is wrong? Write it below.
receipt-deadline = That there must be a decision by { $date }, is set by { $basis }.
deadline-moves = Is your application complicated? Then the organisation may move this day once. It writes to you before that day, with the reason ({ $basis }).
promise-only = The organisation promises that; it is not a deadline set by law.
promise-or-law = The organisation promises that. If it is late, the law or the ordinance says there must be a decision by { $date }.
ground-unless-law = unless another legal rule gives another term
ground-unless-grant-rule = unless the grant regulation gives another term
ground-until = up to and including
ground-under = { " under " }
ground-article = { "article " }
ground-paragraph = { ", paragraph " }
ground-and = { " and " }
receipt-silent-yes = Have you heard nothing after that day? Then you have the permit automatically (Dienstenwet article 28; Awb section 4.1.3.3).
receipt-silent-from = You may then use it from { $date } ({ $basis }). Is there another day for the decision? Then this moves along.
receipt-silent-no = Have you heard nothing after that day? Then you do not have the permit yet. Some permits are granted by themselves when you hear nothing, but this one is not. That is set by { $basis }. You can then give notice of default (Awb article 4:17).
receipt-silent-unread = Have you heard nothing after that day? Then do not begin yet. Some permits are granted by themselves when you hear nothing (Dienstenwet article 28). This one is not, says the organisation. But nobody has checked this in the ordinance yet. Ask the organisation. If the permit is not granted by itself, you can give notice of default (Awb article 4:17).
receipt-why-dienstenwet-vergunning = Others whom it concerns can object to the decision too.
receipt-why-invordering = The Awb sets no deadline for this decision (Invorderingswet 1990 article 1, paragraph 2). An objection is not possible here.
receipt-why-toeslag = Do you disagree with the decision? Then you can object to it within { $term }, at Dienst Toeslagen (Awb article 6:7).
receipt-late-awb = Is there no decision in time? Then you can give notice of default (Awb article 4:17).
receipt-remedy = Do you disagree with { $against }? Then you can { $do } within { $term }, at { $where } ({ $basis }).
receipt-remedy-short = Will you disagree with { $against }? Then you can { $do }.
receipt-rules = What this rests on
receipt-rights-title = Your rights and the law behind this
remedy-bezwaar = object
remedy-administratief-beroep = appeal (administratief beroep)
remedy-besluit = the decision
remedy-organ-of = { $organ } of { $name }
remedy-unread = This term has not been checked in the text of the law yet.
rule-since = in force since { $date }
rule-example = example, not checked
start-parkeervergunning = Start your application
doel-parkeervergunning = to fill in your application for a parking permit with what we already know
fault-address-with-postcode = Write your address with a full postcode, for example: Stationsplein 1, 3811 CJ Amersfoort.
start-gehandicaptenparkeerkaart = Start your application
doel-gehandicaptenparkeerkaart = to fill in your application for a disabled parking card with what we already know
start-horecabedrijf-exploitatievergunning = Start your application
doel-horeca-exploitatievergunning = to fill in the application for an operating permit with what the trade register already knows
start-belastingkwijtschelding = Start your application
doel-kwijtschelding = to fill in your application for remission with what we already know
start-kleine-landschapselementensubsidie = Start your application
doel-landschapssubsidie = to fill in your application for a grant with what we already know
start-evenementenvergunning = Start your application
doel-evenementenvergunning = to fill in your application for an event permit with what we already know

## The desk
nav-desk = Desk
rol-behandelaar = case handler
rol-kcc = customer contact
rol-beheerder = administrator
rol-fg = data protection officer
rol-medisch-adviseur = medical adviser
rol-bibob-coordinator = Bibob coordinator
sign-in-desk-title = Sign in at the desk
sign-in-medewerkers-text = For people who work at an organisation that takes part. Everything you look at is written in the log.
sign-in-medewerkers-button = Sign in as staff
and = and
term-years = { $n ->
    [one] { $n } year
   *[other] { $n } years
}
term-months = { $n ->
    [one] { $n } month
   *[other] { $n } months
}
term-weeks = { $n ->
    [one] { $n } week
   *[other] { $n } weeks
}
term-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
due-today = today
due-in = { $n ->
    [one] tomorrow
   *[other] in { $n } days
}
due-late = { $n ->
    [one] { $n } day late
   *[other] { $n } days late
}
reason-term = { $term }, counted from the day after { $date } ({ $article }).
reason-norm = A promise of { $term }, counted from { $date }.
reason-suspended = The clock stood still for { $n ->
    [one] { $n } day
   *[other] { $n } days
} ({ $article }).
reason-extended = The term was extended by { $term } ({ $article }).
reason-moved = No term can end on { $date }. It becomes the first day after it on which one can ({ $article }).
reason-short = The term must hold at least two working days ({ $article }).
reason-suspends = The term has stood still since we asked for a supplement, for at most { $n ->
    [one] { $n } day
   *[other] { $n } days
} ({ $article }).
desk-title = Desk
desk-find-label = Number of a case or question, BSN or KVK number
desk-find-button = Find
field-nummer = Number
desk-found-person = What this person has at your organisation
desk-found-company = What this company has at your organisation
desk-found-none = Your organisation has nothing with this number. What somebody sent without signing in you find only by the number of the case or question.
desk-found-more = There is more. You see the newest fifty cases and questions.
desk-found-logged = That you searched for this number stands in the log. The person or company reads that in My government.
fault-bsn-typed = This is no citizen service number. Check the digits.
fault-number-unknown = Your organisation has no case or question with this number. Check the number.
desk-sent-on = Sent on to { $name } on { $date }. Your organisation sees nothing more of it.
fault-number-not-hers = There is no case with this number about which you give advice. Check the number.
desk-closed = Your role shows no cases and questions.
desk-log = Log
desk-log-lead = Everything that happened and was looked at in your organisation, without content. The newest comes first.
desk-log-link = To the log
desk-log-when = When
desk-log-who = Who
desk-log-what = What
desk-log-worker = Staff member { $name }
desk-log-machine = By itself ({ $name })
desk-log-holder = Whoever has the eight words
desk-log-anonymous = Somebody who did not sign in
desk-log-person = Resident { $name }
desk-log-company = Company { $name }
desk-log-representative = Somebody of a company ({ $name })
desk-log-of = Of what
desk-log-only = You only see what happened to case { $number }, and who looked at it. The log now also says that you looked at this.
desk-log-all = Show the whole log
fault-log-number = Your organisation has or had no case with this number. Check the number.
desk-log-more = Earlier
desk-first = Do this first:
desk-letters-late = { $n ->
    [one] One e-mail of your organisation waits longer than 48 hours. The law does not allow that (Awb article 2:10). Warn whoever runs this site.
   *[other] { $n } e-mails of your organisation wait longer than 48 hours. The law does not allow that (Awb article 2:10). Warn whoever runs this site.
}
desk-vragen-title = Questions
desk-vragen-none = No question waits for an answer.
desk-zaken-title = Cases
desk-zaken-none = There are no open cases.
desk-advise-title = Waiting for your advice
desk-advise-none = Nothing is waiting for your advice.
desk-find-zaak = Number of a case
desk-before = Before
desk-what = What
desk-mover = Who must move
desk-status = How far
desk-more-vragen = More questions
desk-more-zaken = More cases
desk-top = Back to the start of the list
desk-mover-person = The applicant, until { $date }
desk-mover-unused = We: the supplement did not come in time
desk-mover-answer = We: the sender waits for an answer
desk-mover-us = We
desk-vraag = Question
desk-vraag-answered = Answered. The resident can still write back.
desk-vraag-closed = Closed.
desk-promised = promised: { $date } at the latest
desk-promised-void = promised: by { $date }; because of the supplement that day counts no more
desk-by-law = by law: { $date } at the latest
desk-shielded = There are also answers about health. Only who handles this case or advises about it reads those (GDPR article 9).
desk-sent = What was sent
desk-who = Who
desk-who-asks = Who asks this
desk-correction-of = Request to correct: { $what }
desk-klacht-of = Complaint about: { $what }
desk-bezwaar-of = Objection to decision { $number }
desk-disputes = Complaint or objection
desk-kept = This is what you wrote. It was not sent:
desk-overtaken = A colleague was just before you. Below you see how things stand now.
desk-refused-zaak-closed = This case is closed. Nothing can be added or changed any more. You can still make a note.
desk-refused-vraag-closed = This question is closed. The resident can ask a new one.
desk-who-unknown = Sent without a name and without signing in.
desk-email = E-mail address
desk-phone = Phone number
field-bsn = Citizen service number (BSN)
desk-identify = Show the whole number (is written in the log)
desk-document-closed = This paper is in the closed part. Only the { $who } can open it.
desk-document-given = Added on { $moment } by { $who }
desk-given-melder = who sent this
desk-given-vertegenwoordiger = who acts for the person who sent this
desk-given-houder = somebody with the eight words of the receipt
document-open = Open this document
desk-no-messages = Nothing was written yet.
desk-from-us = We wrote
desk-from-person = The sender wrote
desk-notes = Notes
desk-signals = Take note
desk-signals-hint = The sender does not see this.
desk-signals-done = Take note: dealt with
desk-signals-left = { $n ->
    [one] One point is still open under “Take note”. You can go on.
   *[other] { $n } points are still open under “Take note”. You can go on.
}
desk-signal-button = Seen
desk-signal-by = Seen by { $name }
desk-signal-did = Done: { $text }
field-gezien = What did you do about it?
desk-notes-hint = For colleagues only. The sender does not see this.
desk-acts = What do you want to do?
desk-write-title = Write to the sender
desk-answer-label = Your message to the sender
desk-answer-hint = Short, in plain words.
desk-unreached-party = This sender gave no e-mail address. No e-mail leaves: the sender sees this only after signing in. Send this letter by post today.
desk-unreached-refused = The last e-mail to this applicant did not arrive: the address accepts no mail. The applicant sees what you write on this site only. Do you know a telephone number or a postal address? Let them know that way too, today.
desk-unreached-words = This sender gave no e-mail address. No e-mail leaves: the sender sees this only with the eight words of the receipt. Do you know a telephone number or an address? Then tell it that way too, today.
brief-save = Save this request as a letter (PDF)
brief-title = We still need something from you
brief-asked = What we ask of you
brief-until = You can give this until { $date }.
brief-last-day = We must now decide by { $date } at the latest.
brief-how = How to give it
brief-link = You give it on this site: { $link }
desk-answer-button = Send
desk-vraag-close = Close this question
desk-correctie-close = Close this request
desk-klacht-close = Close this complaint: the outcome is in the last message
desk-bezwaar-close = Close this objection: the decision is in the last message
desk-vraag-answer-hint = Short, in plain words.
desk-correctie-answer-hint = Short, in plain words.
desk-klacht-answer-hint = Were you involved in what it is about? Then a colleague deals with this complaint (Awb article 9:7). Put in the answer what you found, what the organisation thinks of it and what happens now (9:12 paragraph 1). Also say to which ombudsman one can go after that, and until when (9:12 paragraph 2).
desk-bezwaar-answer-hint = Did you take the decision yourself? Then a colleague decides on this objection (Awb article 10:3 paragraph 3). First hear the person who objects, unless that is not needed (7:2 and 7:3). Put the reasons in the decision (7:12), and at which court one can appeal and until when (6:23).
desk-klacht-shielded = Only who deals with the complaint reads this text. There may be something about health in it (GDPR article 9).
desk-bezwaar-shielded = Only who deals with the objection reads this text. There may be something about health in it (GDPR article 9).
desk-forward-title = Send on to another organisation
desk-forward-text = The day on which the question first came in stays. The resident is told at once to whom you send the question on, and why (Algemene wet bestuursrecht, article 2:3).
field-naar = To
desk-forward-choose = Choose
desk-forward-button = Send on
desk-zaak-forward-text = Is another organisation competent? Then send the case on as soon as you can (Algemene wet bestuursrecht, article 2:3). All that the sender sent goes with it. The number and the day on which the case first came in stay.
desk-zaak-forward-term = The term begins anew there, unless that organisation had the case before.
desk-zaak-forward-after = You do not see the case any more after that.
desk-forward-elsewhere = An organisation that is not in this list
desk-forward-elsewhere-hint = Only when it is not in the list. Write the municipality, or the name as the organisation writes it itself, in Dutch, such as waterschap Rivierenland. The case then ends here, and you send the papers yourself.
field-elders = Which organisation?
fault-organisation-none = Choose an organisation from the list, or write below which one it is.
fault-organisation-choose = Choose an organisation from the list.
fault-organisation-both = You already chose an organisation from the list. Leave this empty, or choose above that the organisation is not in the list.
fault-organisation-own = This is your own organisation. Choose or write the organisation that is competent.
fault-organisation-unknown = We do not know this organisation. Write the whole name in Dutch as it stands in the register of government organisations, for example gemeente Zwolle, provincie Gelderland, waterschap Rivierenland, Sociale Verzekeringsbank or Belastingdienst.
desk-send-papers = You sent this case on. Now send the papers to { $name } yourself: save what was sent as a PDF, open the attachments, and send them in a secure way.
desk-papers-button = The papers have been sent
desk-papers-sent = The papers were sent to { $name } on { $moment }, by { $who }.
desk-papers-closed-wait = The adviser still has to send the papers in the closed part to { $name }.
desk-papers-closed-sent = The papers in the closed part were sent to { $name } on { $moment }, by { $who }.
advise-send-papers = This case was sent on. Send the papers in the closed part to { $name }, in a secure way.
desk-papers-title = Papers still to send
desk-papers-to = To
desk-papers-since = Sent on
queue-title = Order of the queue
queue-day = At this moment { $date } counts.
queue-person-asked = Do you give the supplement that we asked for? Then the day on which you give it counts.
queue-desk-asked = If the applicant gives the supplement, the day on which that happens counts.
desk-pdf = Save what was sent as a PDF
desk-forward-why-hint = The sender reads this. Write in short why you send it on.
desk-status-title = Take it a step further
desk-ask-title = Ask for a supplement
desk-ask-hint = Write exactly what lacks and why you need it. The applicant gets this as a task.
desk-ask-until-hint = The term for the decision stands still until the supplement is there, or until this day has passed (Awb 4:5 and 4:15).
desk-ask-until-free = The law gives no term to decide here, so nothing stands still. You choose a reasonable day yourself.
desk-ask-until-example = For example { $example }.
desk-ask-button = Ask for this
field-gevraagd = What lacks?
field-uiterlijk = By when?
fault-date-choose = Choose a day, for example 1-1-2026.
fault-date-before-start = This day is before the day on which it starts. Choose a later day.
fault-date-holds-too-long = This day is too far away: this may not be valid for so long. Choose an earlier day.
fault-date-typed = Choose a day, or write it as in the example: day, month and year.
fault-date-ahead-only = Choose a day after today. The applicant needs time.
fault-date-too-far = This day is too far away.
fault-date-weeks = This day is too far away: give the applicant { $limit } weeks at most.
desk-decide-title = Decide
desk-decide-signed = This stands with the decision. The letter also says where and until when the person can do something against it.
desk-decide-label = Why do you decide this?
desk-decide-hint = The applicant reads this in the decision. Name the facts and the article. What the applicant can do against it, where and until when, is put below it.
desk-decide-button = Take this decision and make it known
desk-until-label = Valid up to and including
desk-until-hint = Fill this in only with { $result }, and only if it is for a limited time. The day then stands in the decision. { $example }
desk-until-most = Fill this in with { $result }. It is valid for { $most } at most. The day stands in the decision. { $example }
desk-ended-title = Say until when it is valid
desk-ended-text = What was granted stays valid after the case. Say here when it ends. Its holder is told. The time that we keep the case runs from that day. Revoking is a separate decision with reasons: you send that separately.
desk-ended-button = Keep this day and tell its holder
vervalreden-tijdelijk = It was for a limited time
vervalreden-ingetrokken-belanghebbende = Its holder gave it up
vervalreden-ingetrokken-overheid = We revoked it, or it lapses by a rule
desk-close-title = Close the case
desk-close-label = What was done?
desk-close-button = Close it and tell the sender
desk-note-title = Make a note
desk-note-button = Keep the note
field-vervaldatum = Valid up to and including
field-vervalreden = Why does it end?
field-resultaat = How does it end?
field-uitleg = Explanation
field-notitie = Your note
field-antwoord = Your supplement
desk-tasks = Asked of the applicant
desk-task-until = Possible until { $date }
desk-task-done = Given on { $date }
desk-task-withdrawn = Taken back by us on { $date }
desk-task-unused = Could be given until { $date }. Not given.
desk-ask-withdraw = Take this request back
desk-advice = Advice
desk-advice-waits = There is no advice from the { $who } yet. The last day for the decision stays the same.
desk-advice-named = The decision says by itself who gave advice. Copy from the advice only what your reasons need.
advise-papers = Papers
advise-no-papers = No papers were sent along.
advise-papers-hint = Each time you open a paper, the applicant sees that.
advise-closed = closed part
field-advies = Your advice
advise-hint-medical = Write only what is needed to decide: yes or no, which card, for how long, and whether a new examination is needed. Write down no illness, and nothing else from the papers.
advise-hint-bibob = Write only what is needed to decide: whether there is a danger, how serious it is, and which conditions help. Is no Bibob check needed? Then write that. Write down no amounts or names from the papers.
advise-more = Add something to the advice
advise-button = Give this advice
advise-seen = Who handles the application reads your advice. The applicant sees that you gave advice, and when.
advise-over = This case is finished. You can no longer give advice.
desk-why-date = Why this day?
besluit-valid-until = Valid up to and including
besluit-until = Valid up to and including { $date }.{ $why ->
    [ingetrokken_belanghebbende] { " " }It ends then because it was given up.
    [ingetrokken_overheid] { " " }It ends then because it was revoked, or lapses by a rule.
   *[tijdelijk] { "" }
 }
besluit-until-was = Was valid up to and including { $date }.{ $why ->
    [ingetrokken_belanghebbende] { " " }It was given up.
    [ingetrokken_overheid] { " " }It was revoked, or lapsed by a rule.
   *[tijdelijk] { "" }
 }
besluit-until-message = What this decision gave you is valid up to and including { $date }.{ $why ->
    [ingetrokken_belanghebbende] { " " }You gave it up.
    [ingetrokken_overheid] { " " }It was revoked, or lapsed by a rule.
   *[tijdelijk] { "" }
 } Is this not right? Then ask us a question.
besluit-title = The decision
zaak-sent-on = Therefore we have sent your case on to { $name }. You do not have to send anything again. Your number stays the same and you can read on this page how it goes on.
zaak-sent-elsewhere = Therefore we send your case on to { $name }. You do not have to send anything again. That organisation will tell you itself how it goes on; you will not read that on this page.
zaak-sent-on-term = The term begins anew there: there must be a decision by { $date }.
zaak-sent-on-term-back = This organisation had your case before, since { $received }. The term counts from that day: there must be a decision by { $date }.
zaak-sent-on-term-over = This organisation had your case before, since { $received }. The term counts from that day. The last day for a decision was { $date }: it has passed.
zaak-supplement-withdrawn = On { $date } we asked you for a supplement. It is not needed after all. You need not do anything more for this.
zaak-sent-on-asked = We had asked you for something. You do not have to do that any more: that organisation will tell you what it needs.
besluit-message = There is a decision. You can read it on this page, with the reasons and what you can do when you disagree.
besluit-why = Why
besluit-shielded = The reasons can be about health. Only who handles this case or advises about it reads those (GDPR article 9).
besluit-remedy = Do you disagree?
besluit-advice = Advice of
besluit-remedy-until = You can { $do } until { $date }, at { $where } ({ $basis }).
besluit-remedy-was = You could { $do } until { $date }, at { $where } ({ $basis }). That day has passed.
besluit-remedy-how = Do you do so by letter? Write in it why you disagree, with your name, your address, the date and the number of the decision, and sign it (Awb article 6:5). It is free.
besluit-remedy-site = You can object on this site: { $link }. You sign in there.
besluit-remedy-post = Send your letter to { $name }, { $address }.
besluit-remedy-no-post = We have no postal address of { $name } here. Ask for it before you send a letter.
besluit-remedy-unread = This term has not been checked in the text of the law yet. So do not wait until the last day, or ask us.
besluit-remedy-reach = How to reach { $name }: { $how }
besluit-remedy-other = Are you also told about { $against }, and do you disagree with that? Then you can { $do } at { $where } ({ $basis }). That is apart from this decision: you have { $term } for it after you were told.
zaak-mover-you = It is your turn. Do this by { $date }.
zaak-task-title = You must do something
zaak-task-title-late = What we asked you
zaak-task-late = You could do this until { $date }. That day is over. We now go on with what we have. You can still send it as long as we are not done.
zaak-task-clock-on = What you send now, we take into account if we have not decided yet (Algemene wet bestuursrecht, articles 4:5 and 4:15).
zaak-task-label = Your supplement
zaak-task-button = Send the supplement
zaak-task-clock = As long as we wait for you, the time in which we must decide stands still. If you send nothing, we decide with what we have, or do not take your application up (Algemene wet bestuursrecht, articles 4:5 and 4:15).
zaak-task-free = If you send nothing, we go on with what we have.
zaak-task-free-late = What you send now, we take into account if we are not done yet.
mine-task = your supplement can come until { $date }
mine-genodigden = some people still have to give their data
refused-already-asked = A supplement was asked for already. Wait for the answer.
refused-term-over = The term for the decision has passed. It cannot stand still any more.
refused-task-done = You gave this already. Do you want to say something else? Write it as a message.
refused-task-withdrawn = We do not need this supplement any more. Do you still want to say something? Then write it as a message.
refused-task-over = This request was already answered or taken back.
refused-status-end = This step belongs to the end of the case. Take a decision, or close the case.
refused-status-back = The case is further already. A step back is not possible.
refused-no-decision = No decision belongs to this. Close the case.
refused-granted-by-law = The term for the decision has passed, and here silence means yes. So the permit is granted by law (Awb article 4:20b). Choose “Van rechtswege verleend” and make that known (Awb article 4:20c).
refused-not-granted-by-law = The term for the decision has not passed yet. Nothing has been granted by law. Take a decision yourself.
desk-granted = The last day for a decision was { $date }, and here silence means yes. The permit is granted by law (Awb article 4:20b).
desk-granted-publish = Make that known by { $date } at the latest, within { $term } after it was granted ({ $basis }).
desk-granted-by = granted by law: make it known by { $date } at the latest
desk-granted-short = granted by law: make that known
refused-supplement-first = You cannot leave this application unhandled yet. First ask the applicant for a supplement, with a last day for it (Awb article 4:5).
refused-supplement-runs = You cannot leave this application unhandled yet. The applicant still has time for the supplement that you asked for. Wait until that day has passed (Awb article 4:5). You can read the day under Asked of the applicant.
desk-unhandled-ask = You can only leave this application unhandled when the applicant could supplement it. So first ask for a supplement (Awb article 4:5).
desk-unhandled-until = You can leave it unhandled until { $date }: { $term } after the supplement came or its time passed ({ $basis }). After that, decide on the substance.
desk-unhandled-past = You could leave it unhandled until { $date }: { $term } after the supplement came or its time passed ({ $basis }). Now decide on the substance.
desk-unhandled-late = The term is over. It can no longer be left unhandled: decide on the substance.
desk-may-leave = can be left unhandled until { $date }
refused-supplement-past = You can no longer leave this application unhandled: the time for that is over (Awb article 4:5(4)). Decide on the substance.
refused-supplement-late = The term is over. It can no longer be left unhandled: decide on the substance.
desk-unhandled-wait = You can only leave this application unhandled when the time for the supplement is over. The applicant has until and including { $date } (Awb article 4:5).
refused-does-not-hold = With this result nothing is granted that stays valid. Leave "Valid up to and including" empty.
refused-needs-decision = This needs a decision. Take a decision, with your reasons.
action-aanvulling-gevraagd = Asked you for a supplement
action-aanvulling-ontvangen = Received your supplement
action-aanvulling-ingetrokken = Took back the request for a supplement
action-besluit-vervalt = Said until when a decision for you is valid
action-zaak-besloten = Took a decision in your case
action-notitie-gemaakt = Made a note with your case or question
action-signaal-gezien = Looked at a signal of your case and dealt with it
action-nummer-getoond = Looked at your whole citizen service number
letter-how-link = Whoever has this link can see your { $what }. Keep it safe and do not pass it on.
letter-how-signed-in = Sign in there as you did when you sent this.
letter-how-words = Type the eight words of your receipt there.
letter-zaak-bericht-subject = There is a message for you, number { $number }
letter-zaak-bericht-body =
    Good day,

    A message is ready for you in the case with number { $number }. Read it here:
    { $link }

    { $how }

    You cannot reply to this e-mail.
letter-zaak-aanvulling-subject = We still need something from you, number { $number }
letter-zaak-aanvulling-body =
    Good day,

    We still need something from you in the case with number { $number }. You can give it until { $date }. Read here what it is, and give it there:
    { $link }

    As long as we wait for you, the time in which we must decide stands still.{ $law ->
        [yes] { " " }We must now decide by { $last } at the latest.
       *[no] { "" }
    }

    If you send nothing, we decide with what we have, or do not handle your application (Awb article 4:5).

    { $how }

    You cannot reply to this e-mail.
letter-zaak-aanvulling-zonder-termijn-subject = We still need something from you, number { $number }
letter-zaak-aanvulling-zonder-termijn-body =
    Good day,

    We still need something from you in the case with number { $number }. You can give it until { $date }. Read here what it is, and give it there:
    { $link }

    If you send nothing, we go on with what we have.

    { $how }

    You cannot reply to this e-mail.
letter-zaak-besluit-subject = There is a decision, number { $number }
letter-zaak-besluit-body =
    Good day,

    There is a decision in the case with number { $number }. Read it here, with why we decided so and what you can do if you disagree:
    { $link }

    { $how }

    You cannot reply to this e-mail.

## What happens with data
privacy-link = What happens with your data?
privacy-register-link = Register of processing
register-offered = Offered
register-stopped = This organisation does not offer this any more. The data are still kept.
register-stopped-since = This organisation has not offered this since { $date }. The data are still kept.
register-title = Register of processing
register-lead = Which personal data each organisation uses here, what for, and for how long (GDPR article 30). This list is made of the same settings that this site runs on.
register-who = Who is responsible?
register-of = Processing by { $name }
register-what = What data are used for
register-security = How we protect data
register-transfer = To other countries
register-json = The whole register for computers (JSON)
register-oin = Government number (OIN)
register-contact = Contact
register-example = Example: this number is made up.
register-fg-page = on its own site
register-fg-unknown = How to reach the data-protection officer we do not know. Ask a person, at the bottom of this page.
rol-fg-capital = Data-protection officer
register-purpose = What for
register-basis = Legal ground
register-concerned = Whose
register-data = Which data
register-asked = Asked of registers
register-recipients = Who sees them
register-kept = How long
register-notice = Read all about this
register-bag = Addresses and Buildings Database
register-rdw = Vehicle register of the RDW
register-bri = Income Database
privacy-notice-title = Your data: { $title }
privacy-notice-lead = Here you read which data we use for this, why we may, who sees them and how long we keep them.
privacy-controller = Responsible
privacy-who = Who is responsible?
privacy-who-one = Responsible for your data is:
privacy-who-many = Responsible is the organisation to which you send this. Your receipt says which one. It is one of these:
privacy-why = What for, and why may we?
privacy-basis = The ground for this is:
privacy-data = Which data?
privacy-concerned = These are data of:
privacy-asked = What do we ask of registers?
privacy-asked-text = What government knows already, you need not give. We ask no more than this:
privacy-asked-brp = The database says by itself whether something is under investigation, whether you asked for confidentiality, and whether somebody died or left the country.
privacy-recipients = Who sees your data?
privacy-long = How long do we keep them?
privacy-kept = { $term } after it is over. Then we destroy it.
privacy-kept-after = Was something granted that stays valid? Then we keep it until { $term } after its last day.
privacy-must = Must you give this?
privacy-must-aangifte = The law obliges you to report this. What is called ‘needed’ above belongs to it. If something lacks, we ask for it. You need not give the rest.
privacy-must-melding = You need not report anything. Without what is called ‘needed’ above, we do not know what there is and where. You need not give the rest.
privacy-must-aanvraag = You are not obliged to apply for anything. Without what is called ‘needed’ above, we cannot look at your application. Then we ask you to add it. If it does not come, we need not handle the application (Awb article 4:5). You need not give the rest.
privacy-must-dienstenwet-vergunning = You are not obliged to apply for anything. Without what is called ‘needed’ above, we cannot look at your application. Then we ask you to add it. If it does not come, we need not handle the application (Awb article 4:5). You need not give the rest.
privacy-must-subsidie = You are not obliged to apply for anything. Without what is called ‘needed’ above, we cannot look at your application. Then we ask you to add it. If it does not come, we need not handle the application (Awb article 4:5). You need not give the rest.
privacy-must-overdracht = You need not give anything here. Without what is called ‘needed’ above, we cannot make the sheet for Dienst Toeslagen for you. You can apply without that sheet too.
privacy-must-other = What is called ‘needed’ above, we need to do this for you. You need not give the rest.
privacy-automatic = Does a computer decide?
privacy-automatic-text = No. A computer fills in for you what registers know already. What you ask for is always decided by a person.
privacy-rights = Your rights
privacy-right-see = You may see what we have of you, and get a copy of it (GDPR article 15).
privacy-right-correct = You can ask us to correct what is not right (GDPR article 16). For the Personal Records Database there are rules of its own: the municipality decides within four weeks (Wet BRP article 2.58).
privacy-right-erase = You may ask us to erase (GDPR article 17). That is not always possible: sometimes we must keep something.
privacy-right-limit = You may ask us not to use something for a while, for example as long as it is being found out whether it is right (GDPR article 18).
privacy-right-object = You may object to the use of your data (GDPR article 21).
privacy-rights-how = Much of it you can see and do yourself. For the rest, ask a person. You get an answer within a month (GDPR article 12(3)).
privacy-complaint = A complaint?
privacy-complaint-text = Do you disagree with how we handle your data? Then you can complain to the Dutch Data Protection Authority (GDPR article 77):
data-needed = Needed.
data-free = Not obligatory.
data-register = Comes from a register: you need not give it.
data-consent = Do you choose that we may use this? You can withdraw that consent at any time (GDPR article 13 paragraph 2 c). Write that as a message with your application, or ask a person. What happened until then stays valid.
data-closed-medisch-adviseur = Goes to a closed part. Only you and the medical adviser open it.
data-closed-bibob-coordinator = Goes to a closed part. Only you and the Bibob coordinator open it.
betrokkene-aanvrager = you
betrokkene-onderneming = whoever acts for a company or institution
betrokkene-partner = your partner
betrokkene-kind = your children
betrokkene-ouder = your parents
betrokkene-genodigde = whom the applicant names, and who gives their own data
betrokkene-medewerker = whoever works for the organisation
ontvanger-team = The team that handles this.
ontvanger-klantcontact = Staff who answer your questions.
ontvanger-klantcontact-afgeschermd = Staff who answer your questions. They do not see answers about health.
ontvanger-medisch-adviseur = The medical adviser, who opens your medical papers and gives the team only advice.
ontvanger-bibob-coordinator = The Bibob coordinator, who opens your Bibob form and its papers and gives the team only advice.
ontvanger-beheerder = Whoever runs this site, on behalf of the organisation.
ontvanger-registers = The registers that we ask: they see about whom we ask.
ontvanger-ander-orgaan = Another government organisation, when it is for them (Awb article 2:3). You see which one.
ontvanger-mailserver = The service that delivers our e-mail, if you give an e-mail address.
ontvanger-inlogdienst = The service with which you sign in: DigiD or eHerkenning.
ontvanger-toezicht = The data-protection officer, who supervises.
veld-brp-burgerservicenummer = Citizen service number
veld-brp-geslacht = Sex
veld-brp-naam = Name
veld-brp-geboorte = Birth: date, place and country
veld-brp-geboorte-datum = Date of birth
veld-brp-geboorte-plaats = Place of birth
veld-brp-geboorte-land = Country of birth
veld-brp-verblijfplaats = Address
veld-brp-gemeenteVanInschrijving = Municipality where you are registered
veld-brp-datumInschrijvingInGemeente = Since when you are registered there
veld-brp-nationaliteiten = Nationality
veld-brp-verblijfstitel = Right of residence
veld-brp-indicatieCurateleRegister = Whether you are under guardianship
veld-brp-gezag = Custody of children
veld-brp-partners = Your partner, with all that the database holds of her or him
veld-brp-partners-burgerservicenummer = Citizen service number of your partner
veld-brp-partners-naam = Name of your partner
veld-brp-partners-geboorte = Birth of your partner
veld-brp-partners-geboorte-datum = Date of birth of your partner
veld-brp-partners-soortVerbintenis = Marriage or registered partnership
veld-brp-partners-aangaanHuwelijkPartnerschap = When and where that began
veld-brp-partners-ontbindingHuwelijkPartnerschap = Whether and when that ended
veld-brp-kinderen = Your children, with all that the database holds of them
veld-brp-kinderen-burgerservicenummer = Citizen service number of your children
veld-brp-kinderen-naam = Name of your children
veld-brp-kinderen-geboorte = Birth of your children
veld-brp-kinderen-geboorte-datum = Date of birth of your children
veld-brp-ouders = Your parents, with all that the database holds of them
veld-brp-ouders-burgerservicenummer = Citizen service number of your parents
veld-brp-ouders-naam = Name of your parents
veld-brp-ouders-geboorte = Birth of your parents
veld-brp-ouders-geboorte-datum = Date of birth of your parents
veld-bag-adres = Whether the address exists, and what it is officially called
veld-kvk-basisprofiel = Name, legal form, activities and address of the company or institution
veld-kvk-vestigingsprofiel = Data of the branch
veld-rdw-houderschap = Whether the number plate is in your name
veld-bri-inkomen = Your income of a year

## Messages
berichten-title = Messages
berichten-unread = { $n ->
    [0] You have read everything.
    [one] You have 1 new message.
   *[other] You have { $n } new messages.
}
berichten-none = There are no messages for you yet.
berichten-message = Message
berichten-besluit = Decision
berichten-aanvulling = Request for a supplement
berichten-aanvulling-ingetrokken = Supplement not needed any more
berichten-doorgezonden = Sent on
berichten-receipt = Receipt
berichten-new = New
berichten-proof = Proof of sending and reading
berichten-more = Older messages
mine-messages = { $n ->
    [0] Your messages
   *[other] Your messages: { $n } new
}
bewijs-title = Proof of sending and reading
bewijs-file = proof
bewijs-lead = This is how this message was sent to you, and how it was read (Awb, article 2:25).
bewijs-what = What
bewijs-placed = Placed in My government
bewijs-announced = E-mail that told there is something
bewijs-announced-at = Sent on { $moment } to { $to }
bewijs-announced-waits = Not sent yet. Ready since { $moment } for { $to }. We keep trying.
bewijs-announced-refused = Not delivered: { $to } did not accept the e-mail. So we have not tried again since { $moment }.
bewijs-announced-none = Not sent: no e-mail address was given.
bewijs-read = Read for the first time
bewijs-read-not = Not read yet
bewijs-save = Save as PDF
bewijs-log = From the log
bewijs-log-text = These lines stand in a log that nobody can change unnoticed. With the number and the check number, anyone who must judge it can verify that.
bewijs-line = Line { $number }, check number { $hash }
bewijs-line-waits = This line was just written. Open this page again for its number.
action-berichten-bekeken = Looked at the list of your messages
action-bewijs-gegeven = Gave a proof of sending and reading
action-brief-verzonden = Told you by e-mail that there is something
action-brief-geweigerd = Could not deliver an e-mail: your e-mail address did not accept it
action-brief-vervallen = An e-mail was not sent any more
## Handing over to another counter (zorgtoeslag)
start-zorgtoeslag = Start calculating
doel-zorgtoeslag-voorbereiden = showing you your own data while preparing healthcare benefit
action-elders-gedaan = Said that you applied to the Benefits Office (Dienst Toeslagen)
action-zaak-overgedragen = Made your sheet for Dienst Toeslagen
source-bri = From the national register of income, { $date }.
source-self = Filled in by you.
known-no-partner = No spouse or registered partner
known-income = { $amount } (over { $year })
known-no-income = No income known over { $year }
form-differs-unchecked = You can just go on. It will stand on your sheet. To have it corrected, go to My data in My government.
form-away-unchecked = We can't look this up now. Please fill it in yourself.
handover-title = Your sheet for Dienst Toeslagen is ready
handover-pdf-title = Your sheet for Dienst Toeslagen
handover-nothing-yet = You have not applied for anything yet.
handover-until = You do that yourself at { $name }. For { $year } you can until { $date }.
handover-yourself = You do that yourself at { $name }.
handover-done-hint = Did you apply? We can’t see that. Tell us, and it is no longer among what you still have to do.
handover-done-button = I have applied
handover-done = On { $date } you said that you applied to { $name }.
handover-save = Save this sheet as PDF
handover-where = Apply at
handover-rough = How much is it roughly?
handover-amount = About { $month } a month. That is { $amount } over the whole of { $year }.
handover-amount-from = About { $month } a month, from { $date }. That is { $amount } over the rest of { $year }. Healthcare benefit begins on the first day of the month after you turned 18 (Zorgverzekeringswet article 16, paragraph 2; Wet op de zorgtoeslag article 2, paragraph 5).
handover-not-yet = Over { $year } you do not get healthcare benefit yet. It begins on { $date }: the first day of the month after you turned 18 (Zorgverzekeringswet article 16, paragraph 2; Wet op de zorgtoeslag article 2, paragraph 5).
handover-too-little = Healthcare benefit begins for you on { $date }: the first day of the month after you turned 18. Over the rest of { $year } the amount is so small that you do not get it (Awir article 14, paragraph 5).
handover-income-over = You probably get no healthcare benefit over { $year }, because the income is higher than { $limit }.
handover-assets-over = You probably get no healthcare benefit over { $year }, because the assets on 1 January were more than { $limit }.
handover-no-figures = We do not know the amounts of { $year } yet. That is why we mention no amount.
handover-partner-unknown = Whether you have a benefit partner decides how much you get. That is why we mention no amount.
handover-estimate = This is an estimate on what you filled in, not a decision. Will your income be higher than you think? Then you must pay back part of it later.
handover-no-decision = This is an estimate on what you filled in, not a decision. Will it be different from what you think? Then calculate it again. You may always apply.
handover-supposes = We suppose that nothing else changes this year, and that you have Dutch health insurance. Do you have a benefit partner? Then your partner too.
handover-still = You can apply all the same.
handover-take = This is what you take along
handover-next = What happens next?
handover-only = { $name } is the only one that may take your application and decide on it ({ $basis }). The municipality has no say in that, so you can't object there.
handover-back = Finding this sheet back
handover-kept = You find this sheet back in My government. On { $date } we throw it away.
handover-help = Need help with applying? You can get it at { $team }.
handover-at = Made with the help of { $name }.
handover-made = Made
handover-made-at = Made with the help of
handover-check-title = What happens now?
handover-check-text = You get a sheet with everything you need. You do not apply with it yet: you do that afterwards, yourself, at { $name }. We send nothing on.
handover-check-button = Make the sheet
handover-elsewhere-title = You can apply at once at { $name }
handover-elsewhere-text = Your municipality does not help with preparing here yet. It need not: you can do it yourself.
mine-handover = You have not applied yet. You do that at { $name }.
product-other-ways-handover = Would you rather do it together with someone? Ask your municipality for help, or ask a person, here on this site. You can only apply at the organisation above.

## The decision on paper
besluit-save = Save the decision as PDF
besluit-number = Number of the decision
besluit-date = Date
besluit-organ = Taken by
besluit-in-name = Taken on behalf of
besluit-mandaat = By
besluit-for = For
besluit-asked = What was decided about
besluit-about = About
besluit-received = Received
besluit-result = Decision
acts-for-person = You arrange this for { $name }
behalf-for-label = For whom
behalf-by-label = Sent by
behalf-by-gezag = { $name }, parent or guardian
behalf-by-machtiging = { $name }, with written authorisation
behalf-ended-title = You can no longer do this for another person
behalf-ended-text = The authorisation of { $name } was ended or has expired, or it is too long ago that we checked whether you may do this. We have not changed or sent anything more.
behalf-ended-kept = What you began is kept with the person you did it for, who can finish it. May you still do this? Then ask for a new authorisation.
namens-self = Back to yourself
namens-title = For whom do you want to arrange something?
namens-lead = You can arrange things for somebody who authorised you, and for your child. At the top of each page it says for whom you do it.
namens-people-title = Somebody who authorised you
namens-people-none = Nobody has authorised you now. Did you get eight words? Type them at Authorisations.
namens-machtiging = { $services } · until and including { $date }
namens-button = Arrange something for { $name }
namens-kind-title = I arrange something for my child
namens-kind-text = We look up in the Personal Records Database which children you have and whether you have authority over them. Your child can see later that you asked.
namens-kind-link = Look up my children
namens-kind-lead = These are your children under 18, as the Personal Records Database has them at this moment.
namens-kind-none = We find no children under 18. Is that not right? Ask a person.
namens-kind-other = Is a child missing, or is something not right? Then go to the desk of your municipality. Bring proof of identity, and a paper that shows that you have authority.
namens-kind-older = You can no longer arrange anything for this child here: it is too old for that. It does this itself.
namens-kind-no-gezag = The register does not say that you have authority over this child, or can not say so. Go to the desk of your municipality.
namens-kind-doubt = The municipality is investigating whether the data of this child are right. Until that is done, you arrange this at the desk.
namens-away-title = We cannot look this up now
namens-away-text = The Personal Records Database does not answer. So we do not know for sure whether you have authority, and you can not arrange anything for your child now.
namens-away-next = Try again later. Is it urgent? Then go to the desk of your municipality, with proof of identity.
machtigingen-title = Authorisations
machtigingen-lead = You can authorise somebody to arrange something for you. You choose what, and until when. You can always stop.
machtigingen-given = Who may do something for you
machtigingen-given-none = You have authorised nobody.
machtigingen-held = For whom you may do something
machtigingen-held-none = Nobody has authorised you.
machtiging-title = Authorisation
machtiging-state = How it stands
machtiging-offered = Not accepted yet. The eight words work until { $date }
machtiging-lapsed = Not accepted in time. The eight words do not work any more
machtiging-stands = Valid until and including { $date }
machtiging-over = Expired on { $date }
machtiging-ended = Ended on { $date }
machtiging-to = { $name } (you wrote: { $meant })
machtiging-end = End this authorisation
machtiging-stop = Give this authorisation back
machtiging-give-title = Authorise somebody
machtiging-give-lead = You give somebody permission in writing to do something on your behalf. You get eight words. You give those to that person.
machtiging-name-hint = So you recognise it later. For example: my daughter Anna.
machtiging-services-hint = Only this may that person do and see for you. Nothing else of yours.
machtiging-for-maand = One month, until and including { $date }
machtiging-for-halfjaar = Half a year, until and including { $date }
machtiging-for-jaar = One year, until and including { $date }
machtiging-for-tweejaar = Two years, until and including { $date }
machtiging-give-note = Give the words only to who you trust. That person sees your name and, when filling in, what we already know about you. In My government you see what was done on your behalf.
machtiging-give-button = Authorise
machtiging-words-title = Hand over these eight words
machtiging-words-lead = Whoever types these words may do for you what is below. They work once, until { $date }.
machtiging-words-surer = We only show the words when we are more certain that it is you: who has them can arrange something for which you too sign in at a higher level, for example with the DigiD app with ID check.
machtiging-words-show = Show the words
machtiging-words-how = The other person signs in with their own DigiD, goes to My government and chooses Authorisations. Read the words out, or write them down. Never send them to somebody you do not know.
machtiging-take-title = Did you get eight words?
machtiging-take-text = Type them here. First you see whose authorisation it is and for what.
machtiging-code-label = The eight words that you received
machtiging-code-hint = The person who authorises you gave them to you. Spaces, dashes and capitals do not matter.
machtiging-take-button = Look at it
machtiging-offer-title = Do you want to accept this authorisation?
machtiging-offer-lead = { $name } authorises you to do this:
machtiging-offer-until = It goes on until and including { $date }. You can always give it back.
machtiging-offer-note = If you accept it, the other person sees your name, and later what you did.
machtiging-offer-button = Accept it
mine-behalf-lead = This you may arrange for { $name }:
mine-behalf-only = Below is only what belongs to that. The rest of My government is for that person alone.
mine-others-title = For and by another person
mine-others-act = Arrange something for another person, or for your child
mine-others-let = Authorise somebody to arrange something for you
field-voor = Whom do you authorise?
field-diensten = What may that person do for you?
field-tot = For how long?
fault-machtiging-name = Fill in whom you authorise, in at most 80 letters.
fault-machtiging-service = Choose at least one thing that person may do.
fault-machtiging-until = Choose for how long. Longer than two years is not possible.
fault-machtiging-code = We do not know these words, or they were used already. Ask the other person for new ones.
fault-machtiging-words = These are not eight words of an authorisation. Check them with the person who gave them to you: each word has five letters.
refused-machtiging-own = This is your own authorisation. Give the words to the other person.
refused-machtiging-late = These words do not work any more. Ask the other person to authorise you again.
refused-machtiging-over = This authorisation is no longer valid.
refused-machtiging-many = You have given twenty already. End one first.
refused-machtiging-not-adult = Who is authorised must be 18 or older. We can not establish that of you. Is that not right? Ask a person.
refused-machtiging-no-name = The Personal Records Database has no name of you. So we can not put this in writing. Ask a person.
refused-machtiging-away = The Personal Records Database does not answer. So we can not put an authorisation in writing now. Try again later, or hand in one on paper at the desk.
refused-child-deceased = According to the Personal Records Database this child has died. Is that not right, or do you still have to arrange something? Ask a person.
refused-child-elsewhere = According to the Personal Records Database this child does not live in the Netherlands. Go to the desk of the municipality, or ask a person.
refused-child-desk = For this child you can only arrange this at the desk of the municipality. Bring proof of identity.
refused-child-doubt = The municipality is investigating whether the data of this child are right. Until that is done, you arrange this at the desk.
refused-child-no-gezag = The register does not say that you have authority over this child, or can not say so. Go to the desk of your municipality, with a paper that shows your authority.
refused-child-too-old = This child is too old: it does this itself.
refused-behalf-deceased = According to the Personal Records Database the person you do this for has died. With that your authority has ended. Do you still have to arrange something? Ask a person.
refused-behalf-emigrated = According to the Personal Records Database the person you do this for lives abroad. Ask a person.
error-not-for-another-title = This you can not do for another person
error-not-for-another-text = This is not part of what you may do for this person.
error-not-for-another-next = Do you want to do it for yourself? Choose Back to yourself at the top of the page.
error-not-for-branch-title = You cannot do this for one branch
error-not-for-branch-text = You act for one branch. This is about the whole company.
error-not-for-branch-next = Have it done by someone who is authorised for the whole company. Or ask the eHerkenning administrator in your company for a wider authorisation.
error-not-for-company-title = This is not possible for a company
error-not-for-company-text = This is only for people who signed in with DigiD.
error-not-for-company-next = For your company or institution you arrange authorisations at eHerkenning.
looked-representative = Somebody who acts for you or was about to, at { $name }
action-machtiging-gegeven = Authorised somebody
action-machtiging-bekeken = Looked at an authorisation of yours
action-machtiging-aangenomen = Accepted your authorisation
action-machtiging-gebruikt = Began to act on your behalf
action-machtiging-ingetrokken = Ended an authorisation
action-machtiging-opgezegd = Gave your authorisation back
action-machtiging-vervallen = Your authorisation ended, because according to the Personal Records Database you have died
action-machtiging-vernietigd = Destroyed an old authorisation
action-machtigingen-bekeken = Looked at the list of your authorities
action-namens-begonnen = Went on to act on your behalf
action-namens-geeindigd = Stopped acting on your behalf
doel-machtiging = put an authorisation in writing, or use it
doel-regelen-voor-kind = see whether a parent may arrange something for a child
doel-of-service = handling: { $title }
doel-bericht-sturen = to send you a message
doel-bezwaar-maken = object to a decision
doel-bewijs-geven = to give you proof
doel-eigen-berichten-tonen = to show you your own messages
doel-eigen-gegevens-meegeven = to give you your own data to take along
doel-eigen-zaken-tonen = to show you your own cases
doel-formulier-laten-invullen = to let you fill in a form
doel-foto-s-nakijken-op-virussen = to check photos for viruses
doel-gegevens-verbeteren = to correct data
doel-inloggen = to let you sign in
doel-klacht-doen = make a complaint
doel-inzage-geven-aan-wie-de-volgcode-heeft = to show it to whoever has the eight words
doel-later-controleren = to check later what a register could not say
doel-ontvangstbewijs-tonen = to show you your receipt
doel-toezicht-op-het-gebruik-van-persoonsgegevens = to supervise how personal data are used
doel-tonen-wie-heeft-gekeken = to show you who looked
doel-voor-een-ander-handelen = to let somebody act for another person
doel-vraag-beantwoorden = to answer your question
doel-klacht-behandelen = to deal with your complaint
doel-klacht-doen = to make a complaint
doel-bezwaar-behandelen = to deal with your objection
doel-bezwaar-maken = to make an objection
doel-verzoek-tot-verbetering-behandelen = to deal with your request to correct something
doel-verzoek-om-geheimhouding-behandelen = to deal with your request to keep your data from others
doel-werkvoorraad-tonen = to show staff what waits for them
doel-zaak-behandelen = to handle your case
doel-zaak-intrekken = withdraw a case
desk-acts-as = Acts as
mine-behalf-none = Nothing is going on now.
mine-branch-lead = Here is everything that was applied for, reported and asked for your branch.
mine-branch-only = What was done for the whole company is seen only by those who are authorised for the whole company.
desk-branch = Branch

## Managing
nav-manage = Managing
manage-title = Managing
manage-link = To managing your organisation
manage-organisation = Your organisation
manage-organisation-text = Who answers questions, how soon, and how residents reach you.
manage-organisation-link = See what your organisation says of itself
manage-workers-title = Staff and roles
manage-workers-text = Who may do what at your organisation.
manage-workers-link = See staff and roles
manage-waiting-title = Waiting for a second pair of eyes
manage-waiting-none = Nothing is waiting.
manage-waiting-own = A colleague must look at this.
manage-waiting-you = You can look at this and publish it.
manage-services-title = Services
manage-service = Service
manage-offered = Offered
manage-version = Version
manage-state-never = Not set up yet
manage-state-files = As set up at the start
manage-state-published = Published on { $date } by { $name }
manage-state-stopped = Stopped on { $date } by { $name }
manage-proposed = Proposed by { $name } on { $date }.
manage-decided-published = Proposed by { $by } on { $proposed }. Published by { $name } on { $date }.
manage-decided-rejected = Proposed by { $by } on { $proposed }. Rejected by { $name } on { $date }.
manage-thing-waits = A proposal by { $name } is waiting.
manage-thing-waits-link = See the proposal
manage-edit = Propose a change
manage-edit-again = Propose to offer this
manage-edit-title = Change: { $name }
manage-edit-lead = Fill in how it will be. Then you see what changes. Nothing changes until a colleague publishes your proposal.
manage-edit-waits = A proposal is waiting already. A new one is possible when that one has been published or rejected.
manage-now-title = This is how it is now
manage-past-title = All versions
manage-past-none = Nothing has been changed here yet.
manage-past-first = First version
manage-past-files = From the files with which this site began.
manage-past-waits = Proposal by { $name }. Waiting for a colleague.
manage-past-stopped = Stopped by { $name }.
manage-past-published = Proposed by { $name }, published by { $other }.
manage-past-rejected = Proposed by { $name }, rejected by { $other }.
manage-stop-title = Stop this service at once
manage-stop-text = You can do this alone, without a colleague: when something is wrong, it must be quick. Residents can then send nothing new here. What was sent already goes on. The register of processing still says that your organisation keeps these data. To start it again, you need a colleague.
manage-stop-label = Why do you stop the service?
manage-stop-hint = Your colleagues read this at the versions.
manage-stop-button = Stop the service now
manage-preview-title = What changes
manage-preview = See what changes
manage-preview-text = A colleague who also manages looks at this and publishes it. Until then everything stays as it is.
manage-propose = Propose this
manage-back-to-form = Back to the form
manage-change-what = What
manage-change-before = Now
manage-change-after = Will be
manage-nothing = nothing
manage-why = Why:
manage-reason = Reason for rejecting:
manage-why-hint = Your colleague reads this before publishing. For example: the council lowered the norm on 12 November.
manage-choose = Choose yes or no
manage-version-title = Version: { $name }
manage-version-waits = Proposal: { $name }
manage-version-stopped = Stopped: { $name }
manage-version-own = You proposed this yourself. A colleague who also manages must publish it.
manage-version-old = This proposal no longer fits how it is now: another version has been published since. Reject it and make a new proposal.
manage-version-whole = Everything in this version
manage-publish-text = Is this right? Once published, it applies at once to everybody who sends something. What was sent already keeps the old version.
manage-publish-roles = Is this right? After publishing this colleague has exactly these roles, from the next page she opens.
manage-worker-unknown = Roles were never recorded here for { $name }. We cannot see whether your sign-in service knows this name. Check the name: if your sign-in service does not know it, nothing changes for anybody.
manage-compared = This service is not offered now. Below is what differs from the last version that was in force.
manage-publish = Publish this
manage-reject = Reject this proposal
manage-reject-label = Why?
manage-reject-hint = Your colleagues read this at the versions.
manage-reject-button = Reject
manage-withdraw = Withdraw your proposal
manage-withdraw-button = Withdraw
manage-part-answer = Who answers, and how soon
manage-part-cost = What it costs
manage-part-rule = The rule of your own on which it rests
manage-part-term = The term of the decision
manage-part-decision = Who decides?
manage-part-contact = How residents reach you
manage-part-officer = Who supervises the use of data
manage-part-questions = Questions from residents
manage-roles-of = the roles of { $name }
manage-roles-title = Give or take roles
manage-roles-label = Which roles will this colleague have?
manage-roles-hint = Choose all the roles that the colleague will have. If you choose none, the colleague may do nothing here any more.
fault-roles-apart = Who gives advice about closed papers cannot also be a case handler or work in customer contact. Who decides may not open those papers.
fault-roles-officer = The data protection officer supervises what colleagues do here. That is why she or he can have no other role here (GDPR, article 38(6)).
manage-roles-sign-in = Roles of your sign-in service
manage-no-roles = no roles
manage-since = Since
manage-worker-hint = The name by which your organisation knows this colleague in the sign-in service, for example: gm0307-kcc.
manage-workers-lead = Who stands here has only the roles that stand here. All others have the roles that your sign-in service gives. You can't change your own roles.
manage-workers-none = No roles have been set here for anybody. Everybody has the roles of your sign-in service.
manage-workers-waits = A proposal is waiting
manage-propose-roles = Propose these roles
unit-werkdagen = working days
unit-dagen = days, weekends too
unit-weken = weeks
unit-maanden = months
field-dienst = This service
field-team-nl = The team that answers, in Dutch
field-team-nl-hint = As residents read it, for example: Team Parkeren van de gemeente Amersfoort.
field-team-en = The team that answers, in English
field-norm-term = Within how much time do you promise an answer?
field-norm-term-hint = A number, for example 10.
field-norm-eenheid = Those are
field-norm-source = Where does that promise stand?
field-norm-source-hint = For example: Servicenormen 2026, onderdeel 3.
field-leges-nl = What it costs here, in Dutch
field-leges-nl-hint = In one sentence, for example: U betaalt € 35,40 per jaar. Empty is what applies nationally.
field-leges-en = What it costs here, in English
field-verordening-naam = Name of the ordinance or scheme
field-verordening-artikel = Article
field-verordening-artikel-hint = Only needed if you name an ordinance.
field-verordening-datum = In force since
field-verordening-datum-hint = For example 31-12-2024.
field-verordening-link = Where can it be read?
field-verordening-link-hint = An address that begins with https://
field-termijn-term = A term of your own for the decision
field-termijn-term-hint = A number. Empty is the term of the law.
field-termijn-eenheid = Those are
field-termijn-grondslag = Which article gives that term?
field-lex-silencio = Is a decision that comes too late automatically a yes?
field-lex-silencio-hint = Dienstenwet, article 28, and your own ordinance.
field-lex-silencio-bron = Which article of your ordinance makes that it is not a yes?
field-lex-silencio-bron-hint = Only if you choose no. Name the ordinance and the article.
field-mandaat-aan = Who decides for the administration, in Dutch?
field-mandaat-aan-hint = The function, for example: de teammanager Parkeren.
field-mandaat-grondslag = Which decision gives that power?
field-bevoegd-orgaan-nl = Does another organ than that of your organisation decide here, in Dutch?
field-bevoegd-orgaan-nl-hint = In full, for example: de invorderingsambtenaar van GBLT. If empty, it is the organ of your own organisation.
field-bevoegd-orgaan-en = That organ in English
field-volgorde-nl = Which moment counts for the queue, in Dutch?
field-volgorde-nl-hint = General Administrative Law Act (Awb), article 4:26.
field-volgorde-en = Which moment counts, in English
field-contact-telefoon = Telephone number
field-contact-email = E-mail address
field-contact-email-hint = Of the team, not of a person.
field-contact-adres = Address for letters and for visits
field-contact-adres-hint = With a decision this stands as the address for a letter. For example: Postbus 12345, 1234 AB Amersfoort; counter: Stadhuisplein 1.
field-fg-email = E-mail address of the data protection officer
field-fg-email-hint = This stands in every privacy notice and in the register of processing. Without an address the page below stands there.
field-fg-link = Page about the data protection officer
field-contact-openingstijden-nl = When can you be reached, in Dutch?
field-contact-openingstijden-nl-hint = For example: maandag tot en met vrijdag van 9 tot 17 uur.
field-contact-openingstijden-en = When you can be reached, in English
field-vraag-team-nl = The team that answers questions, in Dutch
field-vraag-team-en = The team that answers questions, in English
field-vraag-norm-term = Within how much time do you promise an answer?
field-vraag-norm-term-hint = A number, for example 3.
field-vraag-norm-eenheid = Those are
field-vraag-norm-source = Where does that promise stand?
field-waarom-wijziging = What changes and why?
field-reden = Reason
field-medewerker = Colleague
field-rollen = Roles
fault-duration = This is no length of time. Fill in a whole number, for example 10. It can be two years at most.
fault-source = Fill in where this stands: the name of the rule and the article.
fault-both-languages = Say this in Dutch and in English. Do you want to say nothing here? Then leave both empty, where that is allowed.
fault-link = This is no address of a page. It begins with https://.
fault-silence = Choose yes or no. With this permit you must say so (Dienstenwet, article 28).
fault-queue = Fill in which moment counts. With a subsidy you must say so (Awb, article 4:26).
fault-no-decision = This kind of service ends in no decision, so it has no term for one. Leave this empty.
fault-norm-working-days = A month or year has no fixed number of working days. Choose a number of working days, or another unit.
fault-norm-too-long = This norm is too long: after { $limit } days the term for the decision can be over. Choose a shorter norm.
fault-rule-future = This day has not come yet, so the rule is not in force now. Publish this on or after that day.
fault-service-wrong = Something is wrong with this service itself. Who runs the system sees what with “check services”.
fault-version-waits = A proposal about this is waiting already. What you filled in is still there. Look at that proposal first.
fault-version-old = A colleague published something in the meantime. What you filled in is still there. Look again at what changes.
refused-four-eyes = You proposed this yourself. A colleague who also manages must publish it.
refused-own-roles = This is about your own roles. Two colleagues must do this.
refused-decided = This proposal has been decided already. The versions show how it is now.
refused-nothing-changes = Nothing changes. What you filled in is so already.
refused-not-offered = This service is not offered already.
refused-version-wrong = This proposal no longer fits the rules for this service. Reject it and make a new proposal.
elsewhere-stopped-title = { $name } does not take this here now
elsewhere-stopped-text = You can't do this here with this organisation now. You can on its own site or at its counter. What you sent before is still being dealt with.
product-not-here = You can't do this here with this organisation now.
product-not-here-now = This can’t be done here now. Under “Who does it for you?” you read where you can go.
product-norm-differs = That differs by organisation. Fill in below where you live, and you will see.
product-reach = Contact: { $how }
receipt-reach = Contact
check-changed = Something has just changed at the organisation. Look at the date below once more. If it is right, send it.
norm-months = { $n ->
    [one] { $n } month
   *[other] { $n } months
}
norm-years = { $n ->
    [one] { $n } year
   *[other] { $n } years
}
# How something ended, as its zaaktype calls it
resultaat-verleend = Granted
resultaat-deels-verleend = Granted in part
resultaat-van-rechtswege-verleend = Granted by law
resultaat-geweigerd = Refused
resultaat-wachtlijst = Waiting list
resultaat-geen-vergunning-nodig = No permit needed
resultaat-niet-in-behandeling = Not taken into consideration
resultaat-ingetrokken = Withdrawn
resultaat-kwijtschelding = Remission
resultaat-deels-kwijtschelding = Remission in part
resultaat-geen-kwijtschelding = No remission
resultaat-opgelost = Solved
resultaat-ingepland = Planned
resultaat-doorgestuurd = Passed on
resultaat-niet-opgelost = Not solved
resultaat-verwerkt = Processed
resultaat-deels-verwerkt = Processed in part
resultaat-niet-verwerkt = Not processed
resultaat-overgedragen = Handed over
resultaat-doorgezonden = Sent on
session-over-title = Sign in first
session-over-lead = What you typed was not sent.
session-over-text = You are signed out, or for this we must be more certain that it is you. Copy your text, sign in and paste it on the page. If you chose a file, choose that again too.
session-over-typed = Your text
session-over-button = Sign in
# Whom an applicant names and who gives her own data
letter-uitnodiging-subject = { $company } names you as { $role }
letter-uitnodiging-body =
    Hello,

    { $company } named you as { $role } in an application to { $organisation }.

    We ask you to give your name, date of birth and address yourself. You need not type anything: you sign in with DigiD, see what the Personal Records Database knows of you, and give that with one button.

    Why?
    { $why }
    { $ground }

    This is where you give your data:
    { $link }

    { $company } does not get to see what you give, only that you gave it. The link is for you alone: do not pass it on.

    Do you not know { $company }, is something not right or do you have a question? Then contact { $organisation }: { $contact }

    In het Nederlands: { $other }

    You can’t answer this e-mail.
uitnodiging-words-title = Were you asked to give your data?
uitnodiging-words-text = Somebody named you in an application, for example as a manager. Type the eight words that you got. You see first who named you and why.
uitnodiging-words-hint = They stand in the link in your e-mail, or you got them from who named you. Spaces, dashes and capitals do not matter.
uitnodiging-words-button = Continue
fault-uitnodiging-words = Type eight words of five letters
fault-uitnodiging-code = These words do not work. Perhaps new ones were made, or the application is not there any more. Ask who named you for new words.
uitnodiging-title = You were named as { $role }
uitnodiging-lead = { $company } named you in an application to { $organisation }.
uitnodiging-asked = We ask you to give your name, date of birth and address to { $organisation } yourself. You need not type anything: you sign in with DigiD, see what the Personal Records Database knows of you, and give that with one button.
uitnodiging-why = Why your data are needed
uitnodiging-unseen = { $company } does not get to see what you give, only that you gave it.
uitnodiging-go = Continue with DigiD
uitnodiging-used = Data were given with these words already, on { $moment }.
uitnodiging-used-you = Was that you? Then you can see what you gave.
uitnodiging-used-look = See what you gave
uitnodiging-doubt = Is something not right?
uitnodiging-contact = Do you not know the company, or do you have a question? Contact { $organisation }: { $contact }
uitnodiging-this = See whether this is right. You give these data to { $organisation }.
uitnodiging-source = From the Personal Records Database, asked on { $moment }.
uitnodiging-wrong = Is something not right?
uitnodiging-secret = You asked for confidentiality. Who handles the application sees that, and may not give your data to others.
uitnodiging-number = Your citizen service number is kept closed, so that you find this back. Nobody is shown it here.
uitnodiging-named = { $company } named you: { $name }. Is that not you? Then give nothing, and ask a person, at the bottom of this page.
uitnodiging-button = Give these data to { $organisation }
uitnodiging-not = Would you rather not give them this way? You need not. Then contact { $organisation }: { $contact }. Without these data the application can perhaps not be assessed as a whole.
uitnodiging-gave = You gave these data to { $organisation } on { $moment }.
uitnodiging-kept = They are kept as long as the application, and destroyed after that. Everybody who looks at them is listed at
sign-in-without-invited-text = You apply for DigiD at digid.nl. Can’t you or would you rather not? Then contact the organisation that asks you this. How stands in the e-mail and on the page you came from.
refused-uitnodiging-over = You need not do this any more. The application is closed or withdrawn.
refused-uitnodiging-given = These data were given already.
refused-uitnodiging-away = The Personal Records Database does not answer now. Nothing was given. Try again later: your link keeps working.
refused-uitnodiging-person = Only a person can do this, for herself or himself, with DigiD.
genodigden-title = Who give their own data
genodigden-text = You named these people. We asked each of them to give name, date of birth and address themselves. You see who did, not what they gave.
genodigden-hint = Did an e-mail not arrive? Then make new words and hand them over yourself. The old link then stops working.
genodigde-asked = Asked on { $moment }
genodigde-given = Given on { $moment }
genodigde-not-given = Not given yet
genodigde-new-words = Make new words
genodigde-words-title = Words for { $name }
genodigde-words-lead = Give these eight words to this person, and to nobody else. You see them only now.
genodigde-words-how = { $name } types them at { $place } and signs in with their own DigiD.
genodigde-words-old = The link and the words of before do not work any more.
genodigde-words-back = Back to the application
genodigde-named = Named as
genodigde-age = Age today
genodigde-source = Asked of the BRP
genodigde-other-name = No word of the name that was given stands in the name in the BRP. That can be right, for example with the name of a partner. See whether this is the same person.
desk-genodigden = Who give their own data
desk-genodigden-hint = The applicant named these people. Each signs in with DigiD and gives what the BRP knows of them. They see that you look at this.
desk-genodigden-closed = Only who handles the case sees what these people gave.
mine-given-title = What you gave for somebody else
mine-given = Your data, for an application of { $company }
mine-given-when = Given to { $organisation } on { $moment }
action-genodigde-gevraagd = Asked somebody whom you named for data
action-genodigde-nieuwe-woorden = Made new words for somebody whom you named
action-uitnodiging-gelezen = Looked at an invitation of somebody whom you named
action-uitnodiging-geopend = Looked at an invitation to give data
action-gegevens-gegeven = Gave your data for an application of somebody else
action-gegeven-gelezen = Looked at what you gave for an application of somebody else
action-gegeven-bekeken = Looked at the list of what you gave for others
doel-leidinggevende = showing and passing on your data as a manager
doel-uitnodiging-tonen = showing an invitation

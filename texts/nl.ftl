# Elk woord op een pagina of in een brief. B1, u, actief. De Engelse tekst staat met dezelfde sleutel in en.ftl.

## Het kader
brand = Juiste Deur
skip = Naar de inhoud
language-name = English
nav-follow = Volgen
demo-note = Dit is een voorbeeld. Wat u hier invult, gaat niet echt naar een organisatie.
help-title = Hulp nodig?
help-text = Spreek een mens. U krijgt een nummer, een naam en een dag waarop u antwoord heeft.
help-link = Vraag het een mens
footer-label = Over deze site
footer-accessibility = Toegankelijkheid
footer-privacy = Privacy
footer-status = Werkt alles?
footer-products = Alle onderwerpen van A tot Z
back = Terug
continue = Verder
error-prefix = Fout:
summary-title = Vul dit nog in of verander het
summary-text = Kijk dit nog even na:
why = Waarom vragen wij dit?
optional = (hoeft niet)
external = (opent de site van de organisatie)

## Voorpagina en antwoord
home-title = Wat wilt u regelen of weten?
home-lead = Vertel het in uw eigen woorden. Wij wijzen u de juiste deur, bij welke organisatie die ook is.
home-examples = Bijvoorbeeld: “er ligt al weken afval naast de container” of “ik ga verhuizen, wat moet ik doen?”
home-private = Schrijf geen burgerservicenummer op. Wat u typt, bewaren wij niet.
home-button = Zoek de juiste deur
home-events = Er gebeurt iets in uw leven
home-products = Alle onderwerpen van A tot Z
answer-title = Ons antwoord
answer-your-question = U vroeg
answer-change = Stel uw vraag anders
answer-at = Dat regelt u bij { $name }:
answer-probably = Dat regelt u waarschijnlijk bij { $name }:
answer-layer = Dat regelt u bij { $layer }:
answer-elsewhere = Aanvragen kan hier nog niet. Een mens helpt u verder.
answer-start = Begin nu
answer-read = Lees hoe het werkt
answer-others = Misschien bedoelt u
answer-none-title = Dit kan een mens beter beantwoorden
answer-none-text = Wij weten niet zeker bij welke deur uw vraag hoort. Stel hem aan een medewerker van uw gemeente. U krijgt een nummer en een dag waarop u antwoord heeft.
answer-not-this = Niet wat u zocht?
answer-to-person = Vraag het een mens
place-title = Waar woont u?
place-label = Uw postcode of gemeente
place-hint = Bijvoorbeeld 3811 of Amersfoort. Wij bewaren dit niet.
place-button = Laat zien wie het doet
fault-question-empty = Typ eerst uw vraag. Een paar woorden is genoeg.
layer-rijk = het Rijk
layer-provincie = uw provincie
layer-waterschap = uw waterschap
layer-gemeente = uw gemeente

## Onderwerpen en producten
topics-title = Er gebeurt iets in uw leven
topics-intro = Kies wat op u lijkt. U ziet dan wat u kunt of moet regelen, bij alle organisaties samen.
topic-intro = Dit kunt u regelen of moet u regelen.
topic-here = Dit regelt u hier
topic-also = Dit kan er ook bij horen
products-title = Alle onderwerpen van A tot Z
products-letters = Naar een letter
products-intro = Alles wat de overheid voor u doet, met de naam die alle organisaties ervoor gebruiken.
product-for = Voor wie is dit?
audience-burger = Voor inwoners.
audience-bedrijf = Voor ondernemers en instellingen.
audience-both = Voor inwoners, ondernemers en instellingen.
audience-unknown = Dat staat niet in de landelijke lijst. Vraag het een mens.
product-name = In de landelijke lijst heet dit: { $name }.
kind-aanvraag = U vraagt iets aan, en krijgt er een besluit over.
kind-subsidie = U vraagt geld aan voor iets wat u gaat doen.
kind-melding = U meldt iets.
kind-verplichting = U bent verplicht dit te regelen.
product-what-unknown = Bij dit onderwerp is nog geen uitleg geschreven. De organisatie hieronder vertelt u er meer over.
product-who = Wie doet het voor u?
product-who-known = { $name } doet dit.
product-who-likely = Waarschijnlijk doet { $name } dit. Wij leiden dat af uit uw postcode. Klopt het niet? Vul dan de naam van uw gemeente in.
product-who-ask = Dit doet { $layer }. Vul in waar u woont, dan ziet u welke organisatie dat is.
product-who-unknown = Dit doet { $layer }. Welke organisatie precies, weten wij niet zeker. Vraag het een mens.
product-who-chosen = Dit doet { $layer }. Hier kan het bij { $name }.
product-who-choose = Hoort u bij een andere organisatie? Dan kan het hier nog niet. Ga naar haar eigen site, of vraag het een mens.
product-who-nobody = De landelijke lijst zegt niet wie dit doet. Vraag het een mens.
product-go = Naar { $name }
product-here = U kunt dit hier meteen doen.
product-cost = Wat kost het?
norm-working-days = { $n ->
    [one] { $n } werkdag
   *[other] { $n } werkdagen
}
norm-days = { $n ->
    [one] { $n } dag
   *[other] { $n } dagen
}
norm-weeks = { $n ->
    [one] { $n } week
   *[other] { $n } weken
}
product-norm = U krijgt binnen { $term } antwoord. Dat is een belofte van de organisatie, geen termijn uit de wet.
product-long = Hoe lang duurt het?
product-need = Wat heeft u nodig?
product-steps = Wat gebeurt er daarna?
product-not-this = Dit is iets anders
product-other-ways = Op een andere manier
product-other-ways-text = Liever bellen, langskomen of schrijven? Dat kan ook bij uw gemeente. Of vraag het een mens, hier op de site.
product-other-ways-organisation = Liever bellen of schrijven? Dat kan bij de organisatie die dit doet. Of vraag het een mens, hier op de site.
product-law = De wet hierachter
product-law-replaced = Deze wet is op 1 januari 2024 grotendeels vervangen door de Omgevingswet. De landelijke lijst noemt hem nog.
product-law-model = Dit is een model. Elke organisatie maakt hiervoor haar eigen regels.
product-law-none = De landelijke lijst noemt geen wet bij dit onderwerp.

## Formulier
form-step = Stap { $step } van { $of }
form-step-or-more = Stap { $step } van { $of } of meer
yes = Ja
no = Nee
place-by-address = Met een postcode
place-by-words = Met een straat, kruising of beschrijving
field-check = Uw antwoorden
field-bericht = Schrijf terug
field-plaats = Uw postcode of gemeente
field-vraag = Uw vraag
field-code = De acht woorden
field-fotos = Foto’s
field-postcode = Postcode
field-huisnummer = Huisnummer
field-huisnummer-hint = Het huis dat het dichtst bij de plek is.
field-straat = Straat, kruising of beschrijving
field-straat-hint = Bijvoorbeeld: kruising Stationsweg en Molenlaan, bij de bushalte.
field-gemeente = Gemeente
field-gemeente-hint = Alleen nodig als u geen postcode weet, of als de plek in een andere gemeente ligt dan de postcode doet denken.
field-punt = De plek op de kaart
map-title = Of wijs de plek aan op de kaart
map-name = Kaart
map-hint = Klik of tik op de plek. Met het toetsenbord: schuif de kaart met de pijltjes, zoom met + en -, en druk op Enter. Vul ook de postcode of de gemeente in: die lezen wij niet van de kaart.
map-chosen = U koos deze plek:
map-here = Kies het midden
map-remove = Haal de plek weg
map-nearer = Zoom in
map-further = Zoom uit
map-source = Kaart: { $name }. De plaatjes van de kaart komen van { $host }. Daar ziet men uw IP-adres en welk stuk van de kaart u bekijkt, maar niet wat u invult.
place-on-map = op de kaart: { $point }
field-naam = Uw naam
field-email = Uw e-mailadres
field-moet = Wat moet er staan?
field-waarom = Hoe u dat weet
field-email-hint = Dan sturen wij u een bevestiging.
field-telefoon = Uw telefoonnummer
photo-name = Foto { $number }
photo-choose = Kies een foto
photo-hint = JPEG, PNG of WebP, tot 10 MB.
photo-add = Foto toevoegen
photo-remove = Haal { $name } weg
photo-yours = Uw foto’s
photo-waits = Dit bestand wordt nog nagekeken. U kunt gewoon verder.
photo-full = U heeft het grootste aantal foto’s toegevoegd.
danger-title = Bel nu
danger-112 = Is er nu gevaar voor mensen? Bel 112.
danger-gas = Ruikt u gas, of is er een storing van gas of stroom? Bel 0800 9009. Dat is dag en nacht open en gratis.
danger-thuis = Is het thuis niet veilig, of maakt u zich zorgen over iemand? Bel Veilig Thuis: 0800 2000. Dat is dag en nacht open en gratis. U hoeft uw naam niet te zeggen.
danger-113 = Denkt u aan zelfdoding, of maakt u zich zorgen over iemand? Bel 113 of 0800 0113. Dat is dag en nacht open en gratis. U hoeft uw naam niet te zeggen.
danger-call = Bel { $number }
danger-else = Is er geen spoed? Lees dan verder.
danger-municipality = Is het geen spoed, maar moet het vandaag nog worden opgelost? Bel uw gemeente. De meeste gemeenten hebben nummer 14, gevolgd door het netnummer.
danger-on = Ik heb gebeld, of er is geen gevaar meer. Ga verder met de melding
elsewhere-title = { $name } neemt dit hier nog niet aan
elsewhere-text = Wij kunnen uw { $what } hier niet aannemen: deze organisatie doet hier nog niet mee. U kunt wel op haar eigen site terecht, of bij haar aan de balie.
elsewhere-unknown = Van deze organisatie kennen wij geen site. Zoek haar site op, of bel haar.
elsewhere-link = Naar de site van deze organisatie
elsewhere-change = Kies een andere plek
elsewhere-change-address = Wijzig het adres
elsewhere-home = Dit volgt uit uw adres, zoals het in het register staat. Klopt dat niet?
elsewhere-home-link = Kijk bij Mijn gegevens

## Fouten bij een veld
fault-empty = Vul dit in. Zonder kunnen wij niet verder.
fault-too-long = Dit is te lang. Maak het korter dan { $limit } tekens.
fault-unprintable = Hier staat een teken in dat wij niet kunnen lezen. Typ de tekst opnieuw.
fault-choose = Kies een van de antwoorden.
fault-email = Dit lijkt geen e-mailadres. Een e-mailadres ziet er zo uit: naam@voorbeeld.nl.
fault-phone = Dit lijkt geen telefoonnummer. Gebruik alleen cijfers, bijvoorbeeld 06 12345678.
fault-postcode = Dit lijkt geen postcode. Een postcode is vier cijfers en twee letters, bijvoorbeeld 3811 CJ.
fault-postcode-unknown = Deze postcode kennen wij niet. Controleer hem, of vul de gemeente in.
fault-gemeente = Deze gemeente kennen wij niet. Controleer de naam, bijvoorbeeld: Amersfoort.
fault-gemeente-needed = Vul de gemeente in. Dan weten wij wie er moet gaan kijken.
fault-place = Vul in waar het is: een postcode met huisnummer, of een straat of beschrijving.
fault-place-number = Vul een volledige postcode en een huisnummer in, of beschrijf de plek.
fault-punt = Deze plek ligt niet in Nederland. Wijs de plek opnieuw aan.
fault-place-needed = Vul uw postcode of gemeente in. Dan weten wij wie uw vraag beantwoordt.
fault-place-unknown = Deze postcode of gemeente kennen wij niet. Controleer wat u heeft ingevuld.
fault-too-many-files = U kunt niet meer dan { $limit } bestanden toevoegen.
fault-too-many-documents = Bij één zaak kunnen hoogstens { $limit } documenten. Heeft u er meer? Schrijf dan wat u nog wilt sturen: wij laten weten hoe dat kan.
fault-too-many-at-once = U koos te veel bestanden. Kies er hoogstens { $limit } tegelijk. De rest voegt u daarna toe.
fault-documents-too-large = Deze bestanden zijn samen te groot. Stuur hoogstens { $limit } MB tegelijk. De rest voegt u daarna toe.
fault-file-choose = Kies ook het bestand dat u wilt toevoegen.
fault-file-none = Kies eerst een bestand.
fault-kind-choose = Kies wat voor document het is, en kies het bestand opnieuw.
fault-photo-too-large = Dit bestand is te groot. Kies een bestand van hoogstens { $limit } MB.
fault-photo-kind = Dit bestand is geen foto die wij kunnen lezen. Kies een JPEG, PNG of WebP.
fault-photo-infected = Onze virusscanner vindt dit bestand niet veilig. Wij hebben het niet bewaard. Kies een ander bestand, of ga verder zonder.
fault-photo-broken = Wij konden dit bestand niet lezen. Probeer het opnieuw, of kies een ander bestand.
fault-code-unknown = Bij deze acht woorden hoort geen melding of vraag. Misschien is een letter verkeerd overgenomen. Of het is al zo lang klaar dat wij het hebben vernietigd.
fault-code = Dit zijn niet de acht woorden van een bewijs. Controleer ze: elk woord heeft vijf letters.

## Controleren en versturen
check-title = Klopt alles?
check-lead = Kijk uw antwoorden na. U kunt alles nog veranderen.
check-change = Wijzig
check-photos = Foto’s
check-no-photo = Geen foto
check-nothing = Niets ingevuld
check-not-complete = Hier ontbreekt iets of klopt iets niet. Kies “Wijzig”.
check-next-title = Wat gebeurt er als u verstuurt?
check-next-team = Uw { $what } gaat naar { $team }.
check-next-likely = Wij leiden uit de postcode af dat het in { $name } ligt. Klopt dat niet? Wijzig dan de plek of het adres.
check-before-decision = Let op: bij “{ $label }” vulde u { $day } in. De organisatie mag tot en met { $date } over uw aanvraag beslissen. Misschien heeft u op de dag die u invulde nog geen besluit.
check-outside = Let op: uit wat u invulde leiden wij af dat de plek in { $place } ligt. Dat is niet in { $name }. Kijk de plek en uw keuze na.
check-running = U heeft hier al een lopende { $what } ({ $numbers }). Verstuur deze alleen als het een andere is.
check-send = Verstuur uw { $what }

## Ontvangstbewijs
receipt-title = Wij hebben uw { $what }
receipt-pdf-title = Ontvangstbewijs
receipt-number = Uw nummer
receipt-received = Ontvangen
receipt-organisation = Organisatie
receipt-team = Wie behandelt het
receipt-service = Wat u deed
receipt-date = U krijgt uiterlijk { $date } antwoord.
receipt-next-title = Wat gebeurt er nu?
receipt-follow-title = Volg uw { $what }
receipt-code-text = Met deze acht woorden kunt u uw { $what } volgen, aanvullen of intrekken, zonder account. Bewaar ze goed: wie deze woorden heeft, kan uw { $what } zien.
receipt-follow-link = Open de volgpagina
receipt-save = Bewaar dit bewijs als PDF
receipt-copy-title = Dit heeft u verstuurd
receipt-shielded = Antwoorden over gezondheid staan niet op dit blad.
receipt-home = Terug naar het begin

## Volgen
form-you-is-another = Met ‘u’ bedoelen wij hier de persoon voor wie u dit invult.
form-later = Bewaren en later verder
kept-title = Uw formulier is bewaard
kept-words-lead = Met deze acht woorden gaat u later verder, ook op een ander apparaat.
kept-words-text = Wij bewaren het formulier tot { $days } dagen na uw laatste verandering. Bewaar de woorden goed: wie ze heeft, kan zien wat u heeft ingevuld. Er is nog niets verstuurd. Verstuurt u het, dan volgt u het met dezelfde woorden.
kept-words-where = Hier vult u de woorden in
kept-mine-lead = U vindt het terug in Mijn overheid, op elk apparaat. Wij bewaren het tot { $days } dagen na uw laatste verandering. Er is nog niets verstuurd.
kept-mine = Naar Mijn overheid
kept-on = Nu verder met het formulier
follow-title = Volg uw melding of vraag
follow-label = De acht woorden van uw bewijs
follow-hint = Ze staan op uw bewijs en in de bevestiging. Of u kreeg ze toen u een formulier bewaarde. Spaties, streepjes en hoofdletters maken niet uit.
follow-button = Laat zien
zaak-number = Nummer { $number }
zaak-at = Behandeld door { $name }
zaak-received = Ontvangen op { $moment }
zaak-norm = U krijgt uiterlijk { $date } antwoord. Dat is een belofte, geen termijn uit de wet.
zaak-norm-or-law = U krijgt uiterlijk { $date } antwoord. Dat is een belofte. Lukt dat niet, dan geldt de wet.
zaak-later = Wij zijn later dan wij beloofden. Dat spijt ons. U had uiterlijk { $date } antwoord moeten krijgen. U hoeft zelf niets te doen.
zaak-too-late = Wij zijn te laat. Dat spijt ons. Er had uiterlijk { $date } een besluit moeten zijn. Dat staat in de wet of in de verordening.
zaak-late-ask = Wilt u weten hoe het ermee staat? Vraag het in een bericht op deze pagina, of vraag het een mens.
zaak-late-notice = U kunt ons schrijven dat wij te laat zijn. Dat heet een ingebrekestelling. U kunt dat doen in een bericht op deze pagina. Noem het nummer { $number } en schrijf dat u ons in gebreke stelt. Is er { $term } nadat wij dat kregen nog geen besluit? Dan moeten wij u geld betalen voor elke dag dat het daarna nog duurt, tot een maximum ({ $basis }). De wet noemt een paar uitzonderingen.
zaak-late-appeal = Is er { $term } nadat u ons in gebreke stelde nog geen besluit? Dan kunt u ook in beroep gaan bij de rechter, omdat wij niet op tijd besluiten. U hoeft dan niet eerst bezwaar te maken ({ $basis }).
zaak-granted = U heeft de vergunning sinds { $date }. Er moest uiterlijk { $last } een besluit zijn. Dat kwam er niet, en dan heeft u de vergunning vanzelf (Dienstenwet artikel 28; Awb artikel 4:20b).
zaak-granted-from = U mag de vergunning gebruiken vanaf { $date } ({ $basis }).
zaak-granted-publish = U hoeft niets te doen. Binnen { $term } nadat u de vergunning kreeg, moet { $name } haar bekendmaken ({ $basis }). U leest het dan hier.
zaak-mover-them = Wij zijn aan zet. U hoeft niets te doen.
zaak-mover-genodigden = Er moeten nog mensen hun gegevens geven: { $names }. Herinner ze eraan, of maak nieuwe woorden.
zaak-over = Afgerond: { $result }
zaak-steps-title = Hoe staat het ervoor?
zaak-step-over = Afgerond
zaak-step-now = Hier zijn wij nu
zaak-step-later = Volgt nog
zaak-yours-title = Dit heeft u verstuurd
zaak-messages-title = Berichten
zaak-from-you = U schreef
message-from = { $name } schreef
message-read-by-you = Door u gelezen op { $moment }
message-read-by-them = Door de organisatie gelezen op { $moment }
message-read-by-person = Door de indiener gelezen op { $moment }
message-read-by-us = Door ons gelezen op { $moment }
zaak-add-label = Wat wilt u nog zeggen?
zaak-add-hint = Schrijf geen namen of nummers van andere mensen op.
zaak-add-button = Toevoegen
zaak-add-task = Een document dat wij vroegen, geeft u bij onze vraag.
zaak-documents-title = Documenten toevoegen
zaak-documents-label = Kies uw bestanden
zaak-documents-hint = PDF, JPEG, PNG of WebP. U kunt { $most } bestanden tegelijk kiezen, samen tot 10 MB. Heeft u er meer? Kom daarna gewoon terug.
zaak-documents-kind = Wat voor document is het?
zaak-documents-kind-first = Kies wat het is
zaak-documents-other = Iets anders
zaak-documents-closed = Kiest u { $kinds }? Dat gaat naar een afgesloten deel. Wie uw aanvraag behandelt en wie u aan de telefoon krijgt, kunnen het niet openen. De tekst die u erbij schrijft, lezen zij wel.
zaak-documents-kind-closed = { $kind } (afgesloten deel)
zaak-documents-added = Toegevoegd: { $names }
zaak-documents-name = Document
zaak-document-given = Toegevoegd op { $moment }
zaak-document-given-closed = Toegevoegd op { $moment }, in het afgesloten deel
zaak-withdraw-title = Toch niet nodig?
zaak-withdraw-text = Is het niet meer nodig, of heeft u zich vergist? Dan kunt u uw { $what } intrekken. U leest eerst wat dat betekent.
zaak-withdraw-button = Intrekken
zaak-withdraw-sure = Wilt u uw { $what } intrekken?
zaak-withdraw-means = Dan stopt { $name } ermee, en u krijgt geen besluit of antwoord meer. U kunt dit niet terugdraaien. Wilt u het later toch? Dan moet u het opnieuw sturen.
zaak-withdraw-yes = Ja, trek het in
zaak-withdraw-no = Nee, laat het doorgaan
zaak-withdraw-back = Terug
done-added = Toegevoegd. Wij hebben het.
done-withdrawn = U heeft uw { $what } ingetrokken.
done-authorised = U kunt nu iets regelen voor { $name }.
zaak-easy-title = Was dit makkelijk?
zaak-easy-makkelijk = Ja, makkelijk
zaak-easy-gaat = Het ging
zaak-easy-moeilijk = Nee, moeilijk
zaak-easy-thanks = Dank u wel. U kunt uw antwoord nog veranderen.
zaak-complain-site = Naar de site van { $name }
zaak-dispute-title = Niet tevreden?
zaak-complain = Over hoe het gaat, kunt u een klacht doen bij de organisatie (Algemene wet bestuursrecht, artikel 9:1).
klacht-sent = U deed een klacht op { $date }, nummer { $number }
bezwaar-sent = U maakte bezwaar op { $date }, nummer { $number }

zaak-photo-waits = Dit bestand wordt nog nagekeken. Kijk later nog eens.
zaak-photo-infected = Dit bestand is niet veilig. Wij hebben het weggehaald.
zaak-photo-infected-message = { $name } kunnen wij niet gebruiken: onze virusscanner vindt het bestand niet veilig. Wij hebben het weggehaald. Al het andere hebben wij wel ontvangen. Was het belangrijk? Voeg dan hieronder een ander bestand toe, of schrijf op wat erin stond.
zaak-pdf = Bewaar het ontvangstbewijs als PDF

## Een klacht of bezwaar
klacht-title = Een klacht doen
klacht-lead = Vertel wat er misging bij uw { $what }. Uw klacht gaat naar { $name }. Het kost niets.
klacht-label = Waar gaat uw klacht over?
klacht-hint = Wat gebeurde er, en wanneer? Schrijf geen burgerservicenummer op.
klacht-wie = Uw naam en adres
klacht-wie-hint = Bij een klacht horen uw naam en adres (Awb artikel 9:4). Zonder die gegevens leest { $name } uw klacht wel, maar hoeft die zich niet te houden aan de regels en de dag hieronder.
klacht-send = Klacht versturen
klacht-next-receipt = U krijgt meteen een bevestiging met een nummer (Awb artikel 9:6).
klacht-next-who = Iemand die er niet bij betrokken was, behandelt uw klacht. U kunt uw verhaal ook vertellen (Awb artikel 9:7 en 9:10).
klacht-last-day = { $name } moet uw klacht uiterlijk { $date } hebben afgehandeld ({ $article }).
klacht-next-zaak = Uw klacht verandert niets aan uw { $what }. Die gaat gewoon door.
klacht-next-bezwaar = Bent u het niet eens met een besluit? Maak dan bezwaar. Dat kan op de pagina van uw { $what }, bij het besluit.
klacht-after = Bent u niet tevreden met het antwoord op uw klacht? Dan kunt u naar de ombudsman (Awb artikel 9:18). In het antwoord staat naar welke ombudsman u gaat, en tot wanneer dat kan (Awb artikel 9:12).
klacht-receipt-title = Wij hebben uw klacht
klacht-of = Uw klacht over: { $what }
bezwaar-title = Bezwaar maken
bezwaar-lead = U vraagt { $name } om nog eens naar het besluit te kijken. Het kost niets.
bezwaar-late = U kon bezwaar maken tot en met { $date }. Die dag is voorbij. U kunt nog wel bezwaar maken. Maar { $name } kijkt er alleen naar als u er niets aan kon doen dat het te laat is (Awb artikel 6:11).
bezwaar-label = Waarom bent u het niet eens met het besluit?
bezwaar-hint = Weet u nog niet alles? Schrijf dan wat u nu weet. U mag het later aanvullen (Awb artikel 6:6). Schrijf geen burgerservicenummer op.
bezwaar-laat-hint = Schrijf waarom u niet eerder bezwaar kon maken.
field-laat = Waarom lukte het niet op tijd?
bezwaar-send = Bezwaar versturen
bezwaar-next-receipt = U krijgt meteen een bevestiging met een nummer (Awb artikel 6:14). { $name } weet uw adres al van uw { $what }.
bezwaar-next-who = U kunt uw bezwaar ook uitleggen in een gesprek. { $name } nodigt u daarvoor uit (Awb artikel 7:2).
bezwaar-last-day = { $name } moet uiterlijk { $date } op uw bezwaar beslissen ({ $article }).
bezwaar-no-day = Het bezwaar komt zo laat dat de dag voorbij is waarop er volgens de wet een beslissing moest zijn. U hoort wel hoe het afloopt.
bezwaar-next-zaak = Het besluit blijft gelden tot er op uw bezwaar is beslist (Awb artikel 6:16).
bezwaar-after = Bent u het niet eens met de beslissing op uw bezwaar? Dan kunt u naar de rechter. In de beslissing staat bij welke rechter, en tot wanneer dat kan (Awb artikel 6:23).
bezwaar-receipt-title = Wij hebben uw bezwaar
bezwaar-of = Uw bezwaar tegen besluit { $number }
geschil-committee = Geeft een commissie advies? Dan is het uiterlijk { $date } ({ $article }). { $name } laat u dat dan weten.
geschil-longer = { $name } mag dit { $weeks } weken uitstellen. Dan krijgt u daar bericht van ({ $article }).
geschil-about = Dit gaat over
refused-no-bezwaar = Hier is geen besluit waartegen u bij deze organisatie bezwaar kunt maken. Staat er wel een besluit? Dan leest u daarbij wat u kunt doen.
dispute-received = Wij hebben dit ontvangen.
dispute-answered = Er is een bericht voor u. Wilt u nog iets zeggen? Schrijf dan hieronder terug.
dispute-closed = Dit is afgesloten.
dispute-follow = Volg uw klacht
dispute-owner = Wie behandelt het
dispute-messages = Wat u schreef en het antwoord
dispute-code-text = Met deze acht woorden ziet u het antwoord en kunt u terugschrijven, zonder account. Bewaar ze goed: wie deze woorden heeft, kan uw klacht zien.
dispute-send = Bericht versturen
dispute-zaak = Dit gaat over nummer { $number }
dispute-back = Terug naar uw zaak
bezwaar-here = U kunt hier meteen bezwaar maken tegen dit besluit. Uw naam en het nummer vullen wij in.

## Vraag het een mens
vraag-title = Vraag het een mens
vraag-lead = Een medewerker van uw gemeente beantwoordt uw vraag, of zorgt dat hij bij de goede organisatie komt. U krijgt een nummer en een dag waarop u antwoord heeft.
vraag-behalf = U handelt nu voor een ander. Een vraag valt daar niet onder. U vindt hem terug met de acht woorden op uw bewijs, niet in Mijn overheid.
vraag-mine = U bent ingelogd. Daarom vindt u uw vraag straks terug in Mijn overheid. Wilt u dat niet? Log dan eerst uit.
vraag-about = Uw vraag gaat over: { $name }
vraag-label = Uw vraag
vraag-hint = Schrijf geen burgerservicenummer op.
vraag-place-hint = Dan weten wij welke gemeente uw vraag beantwoordt. Bijvoorbeeld 3811 of Amersfoort.
vraag-email-hint = Dan sturen wij u een bericht als er antwoord is. Zonder e-mailadres kunt u het ook volgen.
vraag-button = Vraag versturen
vraag-receipt-title = Wij hebben uw vraag
thread-title = Uw vraag
thread-number = Nummer
thread-owner = Wie antwoordt
thread-received = Eerst ontvangen
thread-date-text = { $name } antwoordt uiterlijk { $date }. Dat is een belofte, geen termijn uit de wet.
thread-legal = { $name } moet uiterlijk { $date } hebben gedaan wat u vraagt, of hebben gezegd waarom niet. Dat staat in de wet ({ $article }).
thread-longer = De gemeente mag deze termijn met telkens { $weeks } weken verlengen als dat nodig is. Dan krijgt u daar bericht van ({ $article }).
thread-remedy = Doet de gemeente niet of niet helemaal wat u vraagt? Tegen die beslissing kunt u binnen { $weeks } weken bezwaar maken ({ $article }).
thread-answered = Er is antwoord. Is uw vraag hiermee niet beantwoord? Schrijf dan hieronder terug.
thread-closed = Deze vraag is afgesloten. Heeft u een nieuwe vraag? Stel die dan opnieuw.
thread-follow = Volg uw vraag
thread-send = Vraag versturen
request-answered = Er is antwoord. Is uw verzoek hiermee niet klaar? Schrijf dan hieronder terug.
request-closed = Dit verzoek is afgesloten. Klopt er weer iets niet? Doe dan een nieuw verzoek.
request-owner = Wie beslist
request-messages = Het verzoek en het antwoord
request-send = Bericht versturen
thread-forwarded = Doorgestuurd van { $from } naar { $to }, op { $when }.
vraag-sent-on = Wij hebben dit daarom doorgestuurd naar { $name }. U hoeft niets opnieuw te sturen. Uw nummer blijft hetzelfde en u leest op deze pagina hoe het verdergaat.
thread-code-text = Met deze acht woorden ziet u het antwoord en kunt u terugschrijven, zonder account. Bewaar ze goed: wie deze woorden heeft, kan uw vraag zien.
thread-reply = Schrijf terug
thread-messages = De vraag en het antwoord
refused-vraag-closed = Deze vraag is afgesloten. Stel een nieuwe vraag.
refused-already-there = Dit ligt al bij deze organisatie.
refused-not-answered = Deze vraag heeft nog geen antwoord. Geef eerst antwoord, of stuur hem door.
refused-own-decision = U nam zelf het besluit waar dit bezwaar over gaat. Een collega beslist daarom op het bezwaar (Awb artikel 10:3 lid 3).
refused-not-handler = Alleen een behandelaar kan een klacht of bezwaar beantwoorden en sluiten.
refused-dispute-forward = Een klacht of bezwaar kunt u niet doorsturen. Het gaat over wat uw eigen organisatie deed of besloot, dus zij behandelt het zelf.
refused-of-another = Dit staat al in Mijn overheid van iemand anders. Met de acht woorden kunt u het wel volgen.
refused-not-handed-over = Dit heeft u niet voorbereid voor een andere organisatie. U hoeft hier dus niets te zeggen.
refused-document-waits = Dit bestand wordt nog nagekeken op virussen. Daarna kunt u het zien. Probeer het later nog eens.
refused-document-infected = Dit bestand is niet veilig. Wij hebben het weggehaald.
refused-withdraw-granted = U heeft de vergunning al, omdat er niet op tijd is besloten. Intrekken kan daarom niet meer. Wilt u de vergunning niet gebruiken? Vraag het een mens.
refused-zaak-closed = Dit is afgerond. U kunt er niets meer aan veranderen. Vraag het een mens.
refused-no-such-status = Deze status hoort niet bij deze zaak.
refused-no-such-result = Dit resultaat hoort niet bij deze zaak.
refused-not-hosted = Deze organisatie neemt hier nog niets aan. Ga naar haar eigen site.

## Brieven
letter-received-subject = Wij hebben uw { $what }, nummer { $number }
letter-received-body =
    Goedendag,

    Wij hebben uw { $what } ontvangen: { $title }.

    Uw nummer: { $number }
    Wie behandelt het: { $team }

    U krijgt uiterlijk { $date } antwoord. Dat is een belofte, geen termijn uit de wet.{ $law ->
        [yes] { " " }Uiterlijk { $last } moet er een besluit zijn ({ $article }).
       *[no] { "" }
    }

    Volg uw { $what }, vul hem aan of trek hem in:
    { $link }

    { $how }

    Antwoorden op deze e-mail kan niet.
letter-vraag-received-subject = Wij hebben uw vraag, nummer { $number }
letter-vraag-received-body =
    Goedendag,

    Wij hebben uw vraag ontvangen.

    Uw nummer: { $number }
    Wie antwoordt: { $team }

    U krijgt uiterlijk { $date } antwoord. Dat is een belofte, geen termijn uit de wet.

    Bekijk uw vraag of schrijf iets bij:
    { $link }

    { $how }

    Antwoorden op deze e-mail kan niet.
letter-correctie-received-subject = Wij hebben uw verzoek, nummer { $number }
letter-correctie-received-body =
    Goedendag,

    Wij hebben uw verzoek over uw gegevens ontvangen.

    Uw nummer: { $number }
    Wie behandelt het: { $team }

    De gemeente moet uiterlijk { $legal } hebben beslist. Dat staat in de wet.

    Bekijk uw verzoek of schrijf iets bij:
    { $link }

    { $how }

    Antwoorden op deze e-mail kan niet.

letter-geschil-when = U krijgt uiterlijk { $legal } antwoord. Dat staat in de wet.
letter-klacht-received-subject = Wij hebben uw klacht, nummer { $number }
letter-klacht-received-body =
    Goedendag,

    Wij hebben uw klacht ontvangen. Zij gaat over nummer { $about }.

    Het nummer van uw klacht: { $number }
    Waar uw klacht binnenkomt: { $team }

    { $when }

    Bekijk uw klacht of schrijf iets bij:
    { $link }

    { $how }

    Antwoorden op deze e-mail kan niet.
letter-bezwaar-received-subject = Wij hebben uw bezwaar, nummer { $number }
letter-bezwaar-received-body =
    Goedendag,

    Wij hebben uw bezwaar ontvangen tegen besluit { $about }.

    Het nummer van uw bezwaar: { $number }
    Waar uw bezwaar binnenkomt: { $team }

    { $when }

    Bekijk uw bezwaar of schrijf iets bij:
    { $link }

    { $how }

    Antwoorden op deze e-mail kan niet.
letter-what-vraag = vraag
letter-what-correctie = verzoek
letter-what-klacht = klacht
letter-what-bezwaar = bezwaar
letter-vraag-message-subject = Er is een bericht over uw { $what }, nummer { $number }
letter-vraag-message-body =
    Goedendag,

    Wij schreven u over uw { $what } met nummer { $number }. U leest het hier:
    { $link }

    Wilt u nog iets zeggen? Dan kunt u op die pagina terugschrijven.

    Antwoorden op deze e-mail kan niet.

letter-vraag-sent-on-subject = Wij hebben uw { $what } doorgestuurd, nummer { $number }
letter-vraag-sent-on-body =
    Goedendag,

    Wij hebben uw { $what } met nummer { $number } doorgestuurd naar { $name }. U hoeft niets opnieuw te sturen.

    U leest hier waarom, en hoe het verdergaat:
    { $link }

    U kunt deze e-mail niet beantwoorden.

letter-vraag-answered-subject = Er is antwoord op uw vraag, nummer { $number }
letter-vraag-answered-body =
    Goedendag,

    Er is antwoord op uw vraag met nummer { $number }. U leest het hier:
    { $link }

    Is uw vraag niet beantwoord? Dan kunt u op die pagina terugschrijven.

    Antwoorden op deze e-mail kan niet.

## Foutpagina's
error-not-found-title = Deze pagina is er niet
error-not-found-text = Het adres klopt niet, of dit is niet van u. Misschien is een woord van de code verkeerd overgenomen.
error-not-found-next = Ga naar het begin, of volg uw melding met de acht woorden van uw bewijs.
error-not-allowed-title = Dit mag u hier niet doen
error-not-allowed-text = U kunt dit zien, maar niet veranderen.
error-not-allowed-next = Vraag het een mens als u denkt dat dit niet klopt.
error-invalid-title = Er klopt iets niet
error-invalid-text = Iets van wat u invulde kunnen wij niet gebruiken.
error-invalid-next = Ga terug en kijk het na. Wat u al had ingevuld, is bewaard.
error-refused-title = Dit kan nu niet
error-refused-text = Dit kan nu niet.
error-refused-next = Een vraag stellen kan onderaan deze pagina.
error-conflict-title = Iemand was u net voor
error-conflict-text = Terwijl u bezig was, is er iets veranderd.
error-conflict-next = Laad de pagina opnieuw en kijk hoe het er nu voor staat.
error-unavailable-title = Dat lukt nu even niet
error-unavailable-text = Het spijt ons: er is een storing. Wat u al had verstuurd en waarvan u een bewijs heeft, is niet weg.
error-unavailable-next = Probeer het over een paar minuten nog eens.
error-internal-title = Er ging bij ons iets mis
error-internal-text = Het spijt ons. De fout ligt bij ons, niet bij u. Wat u al had verstuurd en waarvan u een bewijs heeft, is niet weg.
error-internal-next = Probeer het nog eens. Blijft het fout gaan, vraag het dan een mens en noem het nummer hieronder.
error-too-large-title = Dit is te groot
error-too-large-text = U stuurde meer dan wij in één keer kunnen aannemen.
error-too-large-next = Maak de tekst korter of kies een kleinere foto, en probeer het opnieuw.
error-too-many-title = Even wachten
error-too-many-text = U heeft kort na elkaar heel veel verstuurd. Misschien deelt u uw internet met veel anderen.
error-too-many-next = Wacht een minuut en probeer het dan opnieuw.
error-cross-site-title = Dit formulier komt niet van deze site
error-cross-site-text = Uw browser zegt dat het formulier op een andere site stond. Om u te beschermen nemen wij het niet aan.
error-cross-site-next = Ga naar het begin en vul het formulier hier opnieuw in.
error-method-title = Zo werkt dit adres niet
error-method-text = Dit adres is van een formulier en kan niet los worden geopend.
error-method-next = Ga naar het begin.
error-trace = Nummer van deze fout:
error-home = Naar het begin
error-desk = Naar de balie
error-manage = Naar het beheer
error-desk-not-found-title = Dit is hier niet meer
error-desk-not-found-text = Dit is niet (meer) bij uw organisatie. Misschien is het doorgestuurd of vernietigd, of klopt het adres niet.
error-desk-not-found-next = Zoek het op nummer in de balie.
error-desk-not-allowed-title = Dit mag u hier niet doen
error-desk-not-allowed-text = In uw rol kunt u dit niet doen.
error-desk-not-allowed-next = Klopt dat niet? Een beheerder van uw organisatie geeft rollen.
error-desk-refused-title = Dit kan nu niet
error-desk-refused-text = Dit kan nu niet.
error-desk-refused-next = Kijk hoe het er nu voor staat.

## Over de site
accessibility-title = Toegankelijkheid
accessibility-1-title = Iedereen moet hier terechtkunnen
accessibility-1-text =
    Wij willen dat iedereen deze site kan gebruiken: met een toetsenbord, met een schermlezer, op een telefoon, met grote letters, en zonder JavaScript.
    Wij bouwen naar de richtlijnen WCAG 2.2, niveau A en AA (in Nederland verplicht via het Besluit digitale toegankelijkheid overheid, in de norm EN 301 549).
accessibility-2-title = Hoe wij dat controleren
accessibility-2-text = Bij elke verandering kijkt een programma (axe) alle soorten pagina’s na, in het Nederlands en het Engels. Dat vindt niet alles. Een onderzoek door onafhankelijke mensen is er nog niet geweest. Daarom noemen wij deze site nog niet volledig getoetst.
accessibility-3-title = Lukt iets niet?
accessibility-3-text = Laat het weten via “Vraag het een mens”. Schrijf erbij op welke pagina u was en wat er niet lukte. U krijgt een nummer en een dag waarop u antwoord heeft.
privacy-title = Privacy
privacy-1-title = Wie is verantwoordelijk?
privacy-1-text =
    Zolang u nog niets heeft verstuurd, is { $operator } verantwoordelijk voor wat u invult.
    Zodra u verstuurt, is de organisatie die op uw bewijs staat verantwoordelijk.
privacy-2-title = Wat bewaren wij?
privacy-2-text =
    Wat u in het zoekvak typt, bewaren wij niet.
    Een formulier dat u niet verstuurt, wissen wij een dag na uw laatste verandering, of na 30 dagen als u het heeft bewaard of bent ingelogd.
    Hoe lang een organisatie bewaart wat u verstuurt, staat bij elke dienst. Een vraag bewaart zij tot een jaar na het antwoord.
    Alles wat u schrijft staat versleuteld in onze opslag. Bij elke melding en vraag hoort een eigen sleutel.
privacy-3-title = Wie heeft gekeken?
privacy-3-text = Elke keer dat iemand uw melding of vraag bekijkt, schrijven wij op wie dat was, voor welke organisatie en waarom. Niemand kan dat ongemerkt veranderen.
privacy-4-title = Cookies
privacy-4-text = Begint u een formulier of vraag, dan krijgt u één cookie. Daarmee weet de site dat die van u is. Het verdwijnt na een dag. Logt u in, dan krijgt u er nog een, die verdwijnt als u uw browser sluit. Wij volgen u niet.
privacy-5-title = Uw rechten
privacy-5-text = U mag zien wat er van u is opgeslagen, het laten verbeteren en het laten wissen. Met de acht woorden van uw bewijs ziet u zelf wat wij hebben. Voor de rest: vraag het een mens. Bent u het niet eens met hoe wij met uw gegevens omgaan, dan kunt u terecht bij de Autoriteit Persoonsgegevens.
status-good-title = Alles werkt
status-good-1-title = Gemeten op { $moment }
status-good-1-text =
    U kunt nu zoeken, melden, vragen en volgen.
    Valt er toch iets uit, dan blijft alles waarvan u een bewijs heeft bewaard.
status-bad-title = Er is een storing
status-bad-1-title = Gemeten op { $moment }
status-bad-1-text =
    U kunt nu wel zoeken en lezen, maar niets versturen of volgen.
    Alles waarvan u een bewijs heeft, is bewaard. Probeer het over een paar minuten nog eens.

## Inloggen en mijn overheid
nav-mine = Mijn overheid
nav-sign-in = Inloggen
nav-sign-out = Uitloggen
nav-signed-in = U bent ingelogd
nav-as = Ingelogd als { $name }
acts-for = U handelt voor { $name }
acts-for-company = de onderneming of instelling met KVK-nummer { $kvk }
acts-for-branch = vestiging { $vestiging } van KVK-nummer { $kvk }
sign-in-title = Inloggen
sign-in-lead = Kies hoe u wilt laten zien wie u bent. Daarna gaat u verder waar u was.
sign-in-digid-title = Voor uzelf
sign-in-digid-text = Met DigiD regelt u zaken voor uzelf en voor uw gezin. Alleen een wachtwoord is niet genoeg: log in met de DigiD-app, als u die heeft.
sign-in-digid-button = Inloggen met DigiD
sign-in-eherkenning-title = Voor een onderneming of instelling
sign-in-eherkenning-text = Met eHerkenning regelt u zaken voor uw onderneming, vereniging, stichting of school.
sign-in-eherkenning-button = Inloggen met eHerkenning
sign-in-without-title = Ik kan of wil niet inloggen
sign-in-without-text = Dat hoeft niet voor alles: een melding doen en een vraag stellen kan zonder. Voor de rest kunt u naar de balie van uw gemeente, of iemand machtigen. Vraag het een mens, onderaan deze pagina.
sign-in-only-digid = Dit doet u voor uzelf. Dat kan alleen met DigiD. Daarna gaat u verder waar u was.
sign-in-only-digid-now = U bent nu ingelogd voor een onderneming of instelling. Dit kan alleen met DigiD: een mens doet het voor zichzelf.
sign-in-only-eherkenning = Dit is voor een onderneming of instelling. Het kan alleen met eHerkenning. Daarna gaat u verder waar u was.
sign-in-only-eherkenning-now = U bent nu ingelogd met DigiD. Dit kan alleen met eHerkenning: het is voor een onderneming of instelling.
sign-in-without-digid-title = Ik heb geen DigiD
sign-in-without-digid-text = U vraagt DigiD aan op digid.nl. Kan of wilt u dat niet? Dan kunt u iemand machtigen, of het regelen bij de organisatie die erover gaat. Kom langs of bel. Of vraag het een mens, onderaan deze pagina.
sign-in-without-eherkenning-title = Ik heb geen eHerkenning
sign-in-without-eherkenning-text = Uw onderneming of instelling vraagt eHerkenning aan bij een erkende leverancier. Op eherkenning.nl staat welke er zijn. Kan of wilt u dat niet? Neem dan contact op met de organisatie die erover gaat. Of vraag het een mens, onderaan deze pagina.
sign-in-without-who = Wie gaat hierover?
sign-in-unavailable = Inloggen lukt nu even niet: de inlogdienst antwoordt niet. Dat ligt niet aan u. Probeer het over een paar minuten nog eens.
sign-in-not-offered = Op deze site kunt u hiermee nog niet inloggen.
sign-in-cancelled = U bent gestopt met inloggen. U kunt het opnieuw proberen.
sign-in-step-up = Hiervoor moeten wij zekerder weten wie u bent. Log in op een hoger niveau, bijvoorbeeld met de DigiD-app met ID-check.
sign-in-step-up-company = Hiervoor moeten wij zekerder weten wie u bent. Log in met eHerkenning op een hoger niveau, bijvoorbeeld niveau 3. Heeft u dat niet? Vraag ernaar bij uw leverancier van eHerkenning.
sign-in-lately = Voor de zekerheid vragen wij nog één keer wie u bent. Zo kan niemand anders dit doen op een scherm dat open bleef staan.
sign-in-acting = U regelt dit voor { $name }. Log nog een keer in met uw eigen DigiD.
sign-in-again = Het inloggen duurde te lang, of was al gebruikt. Log opnieuw in.
sign-in-represents = Inloggen namens een ander kan hier nog niet. Log in met uw eigen DigiD.
sign-in-who = De inlogdienst heeft ons niet verteld wie u bent. Log opnieuw in. Blijft het misgaan? Vraag het een mens.
sign-in-ours = Er ging bij ons iets mis bij het inloggen. Probeer het nog eens.
sign-in-refused = Wij konden niet zeker vaststellen wie u bent. Om u te beschermen hebben wij u niet ingelogd. Probeer het opnieuw.
signed-out-title = U bent uitgelogd
signed-out-text = Op dit apparaat kan niemand meer bij uw gegevens. Wat u nog niet had verstuurd, staat de volgende keer weer klaar.
begin-hello = U bent ingelogd als { $name }.
begin-known = Wat de overheid al van u weet, vullen wij voor u in. U hoeft het alleen na te kijken.
begin-draft = U was hier al aan begonnen. Het laatst veranderde u iets op { $when }.
begin-draft-on = Ga verder met wat u begon
begin-draft-on-of = Ga verder met wat u begon, laatst veranderd op { $when }
begin-again = Opnieuw beginnen
start-verhuismelding = Begin met de verhuismelding
start-melding-openbare-ruimte = Begin met melden
noun-zaak = zaak
noun-vraag = vraag
mine-title = Mijn overheid
mine-lead = Al uw zaken en vragen bij alle organisaties, op één plek. Niemand anders ziet ze zo bij elkaar.
mine-named-title = Een ander noemde u
mine-named = Op { $date } stuurde iemand dit aan { $organisation }: { $what }. U staat daarin.
mine-named-text = Dat kan zijn omdat u meeverhuist. Klopt het? Dan hoeft u niets te doen.
mine-named-link = Klopt dit niet? Laat het weten
mine-unsent-title = U bent aan zet
mine-unsent-when = Nog niet verstuurd. Laatst bewerkt op { $moment }
mine-unsent-discard = Weggooien
mine-open-title = Wij zijn bezig
mine-open-none = Er loopt nu niets van u.
mine-more-open = Meer lopende zaken
mine-more-questions = Meer vragen
mine-ended-title = Afgerond
mine-more-ended = Meer afgeronde zaken
mine-more-closed = Meer afgesloten vragen
mine-ended = klaar op { $date }
mine-norm = antwoord uiterlijk { $date } (een belofte)
mine-deadline = besluit uiterlijk { $date } (volgens de wet)
mine-klacht-deadline = klaar uiterlijk { $date } (volgens de wet)
mine-later = wij zijn later dan beloofd: u had uiterlijk { $date } antwoord moeten krijgen
mine-too-late = wij zijn te laat: er had uiterlijk { $date } een besluit moeten zijn
mine-klacht-too-late = wij zijn te laat: het had uiterlijk { $date } klaar moeten zijn
mine-granted = verleend van rechtswege sinds { $date }: er kwam niet op tijd een besluit
mine-remedy = { $do } kan tot en met { $date }
mine-objected = u maakte bezwaar op { $date }
mine-vraag-open = Wij zijn aan zet
mine-vraag-answered = Er is antwoord. U kunt terugschrijven.
mine-join-title = Ik heb acht woorden van een bewijs
mine-join-text = Heeft u iets gemeld of gevraagd zonder in te loggen? Vul de acht woorden van uw bewijs in. Dan staat het vanaf nu ook hier. De woorden blijven werken.
mine-join-button = Zet het in Mijn overheid
mine-data-title = Uw gegevens
mine-download = Download alles wat hier van u staat (JSON)
sessions-title = Waar u bent ingelogd
sessions-lead = Hier ziet u waar u nu bent ingelogd. Liet u ergens een scherm open, of herkent u iets niet? Log daar dan uit, zonder erheen te gaan.
sessions-here = Hier: het apparaat waarop u dit leest
sessions-elsewhere = Op een ander apparaat, of in een andere browser
sessions-began = Ingelogd met { $way } op { $moment }
sessions-seen = Laatst gebruikt op { $moment }
sessions-way-digid = DigiD
sessions-way-eherkenning = eHerkenning
sessions-way-medewerkers = uw werkaccount
sessions-end = Log daar uit
sessions-end-others = Log overal uit, behalve hier
sessions-none = U bent nergens anders ingelogd.
sessions-idle = Wie { $minutes } minuten niets doet, loggen wij vanzelf uit.
sessions-doubt-digid = Was u het zelf niet? Verander dan ook het wachtwoord van uw DigiD, op digid.nl.
sessions-doubt-eherkenning = Was u het zelf niet? Vertel het dan ook aan het bedrijf dat uw eHerkenning gaf.
sessions-doubt-medewerkers = Was u het zelf niet? Vertel het dan meteen aan wie bij u over beveiliging gaat.
my-data-title = Mijn gegevens
my-data-lead = Dit staat er op dit moment over u in de registers van de overheid. Organisaties van de overheid gebruiken deze gegevens, zodat u ze niet steeds opnieuw hoeft te geven.
my-data-holder = Dit houdt { $name } voor u bij.
my-data-gemeente = de gemeente { $name }
my-data-kvk = de Kamer van Koophandel
my-data-asked = Opgevraagd op { $moment }.
my-data-away = Dit register antwoordt nu niet. Uw gegevens zijn niet weg. Probeer het over een paar minuten nog eens.
my-data-wrong-text = Klopt er iets niet? U mag laten verbeteren wat niet klopt, en laten aanvullen wat ontbreekt. Kies “Klopt dit niet?” bij het gegeven. U krijgt een nummer en de dag waarop de gemeente moet hebben beslist.
my-data-missing-button = Er ontbreekt iets
my-data-ontbreekt = Iets wat er nog niet staat
my-data-wrong-kvk = Klopt er iets niet? Geef dat door aan de Kamer van Koophandel: op kvk.nl, of bij een kantoor van de KVK.
my-data-naam = Naam
my-data-geslacht = Geslacht
my-data-geboren = Geboren op
my-data-geboorteplaats = Geboren in
my-data-adres = Adres
my-data-sinds = Op dit adres sinds
my-data-gemeente-label = Gemeente
my-data-inschrijving = In deze gemeente ingeschreven sinds
my-data-nationaliteit = Nationaliteit
my-data-verblijfstitel = Verblijfsvergunning
my-data-curatele = Curatele
my-data-curatele-ja = Ja: een curator regelt zaken voor u.
my-data-partner = Partner
my-data-kinderen = Kinderen
my-data-ouders = Ouders
my-data-geheim = Geheimhouding
my-data-geheim-ja = Ja: uw gegevens gaan niet naar derden, zoals kerken en stichtingen.
my-data-geheim-nee = Nee
my-data-kvknummer = KVK-nummer
my-data-rechtsvorm = Rechtsvorm
my-data-statutair = Naam in de statuten
my-data-handelsnamen = Handelsnamen
my-data-rsin = RSIN
my-data-activiteiten = Wat u doet
my-data-onderneming-sinds = Begonnen op
my-data-bezoekadres = Bezoekadres
my-data-postadres = Postadres
my-data-hoofdvestiging = Hoofdvestiging, met nummer
my-data-shielded = Dit adres is afgeschermd. Wij laten het niet zien.
my-data-branches = Hier staat alleen de hoofdvestiging. Heeft u meer vestigingen? Die ziet u bij de KVK.
my-data-kvk-site = Naar de KVK
my-data-holder-rni = U woont in het buitenland. De Registratie Niet-ingezetenen (RNI) houdt daarom uw gegevens bij, geen gemeente.
my-data-wrong-rni = Uw gegevens staan in de Registratie Niet-ingezetenen (RNI), omdat u in het buitenland woont. Klopt er iets niet? Dat laat u verbeteren bij een gemeente met een RNI-loket, of bij de Rijksdienst voor Identiteitsgegevens. Op de site van de rijksdienst staat hoe. Of vraag het een mens, onderaan deze pagina.
my-data-rni-site = Naar de Rijksdienst voor Identiteitsgegevens
my-data-rdw = de RDW
my-data-rdw-site = Naar de RDW
my-data-belastingdienst = de Belastingdienst
my-data-income = Inkomen over { $year }
my-data-inkomen = Inkomen
my-data-income-none = Van dit jaar is geen inkomen bekend
my-data-income-final = (staat vast)
my-data-income-provisional = (kan nog veranderen)
my-data-income-surer = Uw inkomen laten wij alleen zien als wij zekerder weten dat u het bent. Log daarvoor in op een hoger niveau, bijvoorbeeld met de DigiD-app met ID-check.
my-data-income-sign-in = Laat mijn inkomen zien
my-data-wrong-bri = Klopt dit bedrag niet? Dat laat u verbeteren bij de Belastingdienst: op haar site, of met de BelastingTelefoon. Wij veranderen het niet.
my-data-bri-site = Naar de Belastingdienst
my-data-rdw-text = Welke voertuigen op uw naam staan, kunnen wij hier niet laten zien. Wij kunnen de RDW alleen vragen of één kenteken op uw naam staat. Dat doen wij als u het kenteken zelf invult, bijvoorbeeld voor een parkeervergunning. Al uw voertuigen ziet u bij de RDW. Daar laat u ook verbeteren wat niet klopt.
correction-title = Laat verbeteren wat niet klopt
correction-lead = Uw verzoek gaat naar { $name }. Die houdt dit gegeven voor u bij.
correction-last-day = Verstuurt u het vandaag, dan moet de gemeente uiterlijk { $date } hebben gedaan wat u vraagt, of hebben gezegd waarom niet. Dat staat in de wet ({ $article }).
correction-nothing = Dit staat er nog niet
correction-moved = Bent u verhuisd? Dan hoeft u niets te laten verbeteren.
correction-moved-link = Geef uw verhuizing door
correction-what = Gegeven
correction-now = Nu staat er
correction-should = Wat moet er staan?
correction-why = Hoe weet u dat?
correction-why-hint = Bijvoorbeeld: het staat zo in mijn geboorteakte.
correction-button = Verzoek versturen
correction-receipt-title = Wij hebben uw verzoek
correction-of = Uw verzoek over: { $what }
correction-elsewhere = { $name } houdt uw gegevens bij. Die gemeente neemt hier nog geen verzoeken aan. U kunt er op haar eigen site terecht, of aan de balie.
correction-unknown = Wij kunnen niet zien welke gemeente uw gegevens bijhoudt. Vraag het een mens, onderaan deze pagina.
geheim-title = Vraag geheimhouding aan
geheim-title-stop = Stop de geheimhouding
geheim-request = U vraagt: geef mijn gegevens niet aan derden, zoals kerken en stichtingen (Wet BRP artikel 2.59).
geheim-request-stop = U vraagt: geef mijn gegevens weer aan derden die ze mogen krijgen (Wet BRP artikel 2.59).
geheim-explained = De overheid blijft uw gegevens zien: geheimhouding geldt voor kerken, stichtingen en anderen buiten de overheid. U krijgt er een brief over.
doel-geheimhouding-regelen = regelen aan wie uw gegevens gaan
nationality-treated = wordt als Nederlander behandeld
nationality-not-dutch = vastgesteld niet-Nederlander
nationality-none = staatloos
unknown = onbekend
register-brp = Basisregistratie Personen
register-kvk = Handelsregister
looked-title = Wie keek naar mijn gegevens?
looked-lead = Hier staat wanneer een ander of een systeem met uw gegevens bezig was, en wanneer een register uw gegevens gaf: voor welke organisatie en waarom. Ook als een ander u noemde in wat die verstuurde, en als een medewerker dat las.
looked-lead-all = Hier staat alles wat er met uw gegevens is gedaan, ook door uzelf: voor welke organisatie, wanneer en waarom.
looked-none = Er was nog niemand anders met uw gegevens bezig.
looked-why = Waarom
looked-oneself = U zelf, bij { $name }
looked-namer = Iemand die u noemde, bij { $name }
looked-holder = Iemand met de acht woorden van het bewijs, bij { $name }
looked-worker = Een medewerker van { $name }
looked-machine = Het systeem, voor { $name }
looked-more = Eerder
looked-all = Ook wat u zelf deed
looked-others = Alleen wat anderen deden
looked-family = In de gegevens van een gezinslid kan uw naam staan. Zoekt iemand die gegevens op, dan staat dat in de lijst van dat gezinslid en niet in die van u (Wet BRP artikel 2.7, AVG artikel 15 lid 4).
looked-note = Namen van medewerkers staan hier niet bij. Wilt u er meer over weten, of vertrouwt u het niet? Vraag het een mens.
action-ingelogd = Ingelogd
action-uitgelogd = Uitgelogd
action-sessie-beeindigd = Uitgelogd op een ander apparaat
action-sessie-verlopen = Vanzelf uitgelogd
action-sessie-vervangen = Opnieuw ingelogd
action-zaken-gezocht = Aan de balie gezocht wat u heeft lopen
action-zaken-bekeken = De lijst met uw zaken bekeken
action-zaak-ontvangen = Uw zaak ontvangen
action-zaak-gelezen = Uw zaak gelezen
action-zaak-aangevuld = Iets toegevoegd aan uw zaak
action-zaak-ingetrokken = Uw zaak ingetrokken
action-zaak-gewaardeerd = Gezegd of het makkelijk was
action-zaak-status-gezet = Uw zaak een stap verder gebracht
action-zaak-afgesloten = Uw zaak afgerond
action-zaak-meegegeven = Uw zaken gedownload
action-zaak-doorgezonden = Uw zaak doorgestuurd naar een andere organisatie
action-doorzending-opgezocht = Opgezocht waarheen uw zaak of vraag was doorgestuurd
action-stukken-verstuurd = De stukken van uw zaak naar een andere organisatie gestuurd
action-besloten-stukken-verstuurd = De stukken uit het afgesloten deel naar een andere organisatie gestuurd
action-zaak-ontvangen-van-ander = Uw zaak ontvangen van een andere organisatie
action-zaak-vernietigd = Uw zaak vernietigd na de bewaartermijn
action-document-gelezen = Een bijlage geopend
action-besloten-document-gelezen = Een bijlage in het afgesloten deel geopend, om advies te geven
action-logboek-bekeken = Nagekeken wie met uw zaak bezig was
action-advies-gegeven = Advies gegeven over uw zaak
action-document-nagekeken = Een bijlage nagekeken op virussen
action-document-toegevoegd = Een document toegevoegd aan uw zaak
action-document-besmet = Een onveilige bijlage weggehaald
action-ontvangstbewijs-gelezen = Uw ontvangstbewijs bekeken
action-concept-hervat = Verder gegaan met een formulier dat nog niet is verstuurd
action-zaak-verbonden = Een zaak met de acht woorden in Mijn overheid gezet
action-vragen-gezocht = Aan de balie gevonden wat u heeft gevraagd
action-vragen-bekeken = De lijst met uw vragen bekeken
action-vraag-ontvangen = Uw vraag ontvangen
action-klacht-ontvangen = Uw klacht ontvangen
action-bezwaar-ontvangen = Uw bezwaar ontvangen
action-correctie-ontvangen = Uw verzoek om te verbeteren ontvangen
action-klacht-gelezen = Uw klacht gelezen
action-bezwaar-gelezen = Uw bezwaar gelezen
action-correctie-gelezen = Uw verzoek om te verbeteren gelezen
action-klacht-aangevuld = Iets toegevoegd aan uw klacht
action-bezwaar-aangevuld = Iets toegevoegd aan uw bezwaar
action-correctie-aangevuld = Iets toegevoegd aan uw verzoek om te verbeteren
action-klacht-beantwoord = Uw klacht beantwoord
action-bezwaar-beantwoord = Uw bezwaar beantwoord
action-correctie-beantwoord = Uw verzoek om te verbeteren beantwoord
action-klacht-gesloten = Uw klacht afgesloten
action-bezwaar-gesloten = Uw bezwaar afgesloten
action-correctie-gesloten = Uw verzoek om te verbeteren afgesloten
action-vraag-gelezen = Uw vraag gelezen
action-vraag-aangevuld = Iets toegevoegd aan uw vraag
action-vraag-beantwoord = Uw vraag beantwoord
action-vraag-doorgezonden = Uw vraag doorgestuurd naar een andere organisatie
action-vraag-ontvangen-van-ander = Uw vraag ontvangen van een andere organisatie
action-vraag-gesloten = Uw vraag afgesloten
action-vraag-vernietigd = Uw vraag vernietigd na de bewaartermijn
action-vraag-verbonden = Een vraag met de acht woorden in Mijn overheid gezet
action-vraag-meegegeven = Uw vraag gedownload
action-genoemd-in-zaak = Door een ander genoemd in wat die verstuurde, bijvoorbeeld omdat u meeverhuist
action-genoemd-gelezen = Een zaak van een ander gelezen waarin u bent genoemd
action-register-bevraagd-brp = Uw gegevens opgevraagd in de Basisregistratie Personen
action-register-bevraagd-bag = Een adres opgezocht
action-register-bevraagd-kvk = Gegevens opgevraagd in het Handelsregister
action-register-bevraagd-rdw = Gegevens opgevraagd in het kentekenregister
action-register-bevraagd-bri = Uw inkomen opgevraagd in de Basisregistratie Inkomen
source-brp = Uit de Basisregistratie Personen, { $date }.
source-bag = Uit de Basisregistratie Adressen en Gebouwen, { $date }.
source-kvk = Uit het Handelsregister, { $date }.
source-eherkenning = Van uw inlog met eHerkenning, { $date }.
form-in-onderzoek = De gemeente onderzoekt of dit klopt.
form-differs-title = Klopt dit niet?
form-differs-label = Wat klopt er niet?
form-differs-hint = U kunt gewoon verder. Wie dit voor u behandelt, leest wat u hier schrijft.
form-differs-source = In het register zelf verandert hierdoor niets. Daar laten verbeteren kan ook, nu of als u dit heeft verstuurd.
form-differs-link = Laat het verbeteren in Mijn gegevens
form-differs-row = Volgens u klopt niet: { $label }
form-doubted-row = { $value } (de gemeente onderzoekt of dit klopt)
form-away = Wij kunnen dit nu niet opzoeken. Vul het zelf in, wij controleren het later.
form-checked-later = { $value } (wij controleren dit later)
form-away-people = Wij kunnen dit nu niet opzoeken. Vul het zelf in, wij controleren het later. Zet elke naam op een eigen regel, ook die van uzelf.
signal-geheimhouding = Geheimhouding: verstrek geen gegevens van deze persoon aan derden (Wet BRP artikel 2.59).
signal-onderzoek = In onderzoek: { $label }. De gemeente die dit bijhoudt, onderzoekt of het klopt. Ga na of u dit kunt gebruiken.
signal-onderzoek-later = { $register }: van wat is vergeleken, is iets in onderzoek. Ga na of u dit kunt gebruiken.
signal-differs = Volgens wie dit verstuurde, klopt dit niet: { $label }. Daarbij staat: “{ $value }”
signal-verschilt = { $register }: { $what }. Kijk dit na.
signal-not-found = { $register }: wat is ingevuld, staat daar niet in. Kijk dit na.
signal-outside = De plek ligt, naar wat is ingevuld, in { $name }. Dat is buiten het eigen gebied. Kijk dit na.
signal-partner = Een partner verhuist, wie dit doorgaf niet. Dat mag alleen naar het adres waar wie dit doorgaf zelf woont (Wet BRP artikel 2.49 lid 1 b en lid 5). Of dat zo is, kon niet worden nagekeken. Kijk dit na.
signal-running = Van dezelfde aanvrager loopt hier al een aanvraag van deze soort: { $numbers }. Ga na of dit een andere is.
verschil-achternaam = de naam is anders dan ingevuld
verschil-geboortedatum = de geboortedatum is anders dan ingevuld
verschil-adres = het adres is anders dan ingevuld
verschil-gezin = niet iedereen die is ingevuld, is herkend als de persoon zelf, de partner of een minderjarig kind
verschil-partner = er is een partner genoemd zonder de persoon zelf: dat mag alleen als de partner bij die persoon komt wonen (Wet BRP artikel 2.49)
verschil-naam = de naam is anders dan ingevuld
verschil-rechtsvorm = de rechtsvorm is anders dan ingevuld
verschil-vestiging = deze vestiging is niet van deze onderneming
verschil-houderschap = het kenteken staat niet op naam van wie dit verstuurde
verschil-overlijden = deze persoon is overleden
verschil-emigratie = deze persoon woont in het buitenland
verschil-curatele = deze persoon staat onder curatele
verschil-leeftijd = deze persoon was te jong om dit zelf te regelen
form-date-counts = De dag die telt
form-date-day = Dag
form-date-month = Maand
form-date-year = Jaar
form-address-choose = Welk adres bedoelt u?
form-address-number-hint = Alleen het getal, bijvoorbeeld 12.
field-huisletter = Huisletter
field-toevoeging = Toevoeging
fault-huisnummer = Vul een huisnummer in: alleen cijfers, bijvoorbeeld 12. Een letter of toevoeging heeft een eigen vak.
fault-huisletter = Een huisletter is één letter, bijvoorbeeld A.
fault-toevoeging = Een toevoeging heeft hoogstens vier letters of cijfers, bijvoorbeeld 2 of bis.
fault-address-unknown = Dit adres staat niet in de Basisregistratie Adressen en Gebouwen. Controleer de postcode en het huisnummer.
fault-address-choose = Er zijn hier meer adressen. Kies welk adres u bedoelt.
fault-people = Kies minstens één persoon uit de lijst.
fault-date = Deze dag bestaat niet. Vul dag, maand en jaar in als cijfers, bijvoorbeeld 4 1 2027.
fault-date-empty = Vul de dag, de maand en het jaar in.
fault-date-ahead = Deze dag is nog te ver weg. U kunt dit vanaf 4 weken van tevoren doorgeven.
fault-date-past = Deze dag is al geweest. Vul vandaag of een latere dag in.
fault-date-before = Deze dag ligt voor de dag die u hierboven invulde. Vul dezelfde of een latere dag in.
fault-address-same = Volgens de Basisregistratie Personen woont u al op dit adres. Vul het nieuwe adres in. Verhuist u zelf niet mee? Haal dan het vinkje bij uzelf weg op de pagina “Wie verhuist er?”.
fault-address-partner = Verhuist uw partner zonder u naar een ander adres? Dan geeft uw partner dat zelf door, of u doet het met een machtiging van uw partner.
fault-register-away = Het register antwoordt nu niet. Wat u typte, staat er nog. Probeer het over een paar minuten nog eens.
refused-not-in-brp = Wij vinden u niet in de Basisregistratie Personen. Vraag het een mens: er is altijd een manier om het te regelen.
refused-not-in-register = Wij vinden u niet in dit register. Vraag het een mens.
refused-deceased = Volgens de Basisregistratie Personen is deze persoon overleden. Klopt dat niet, of regelt u iets voor een overledene? Vraag het een mens.
refused-emigrated = Volgens de Basisregistratie Personen woont u in het buitenland. Dan kan dit niet via deze site. Neem contact op met de organisatie die hierover gaat, of vraag het een mens. Komt u terug naar Nederland? Schrijf u dan in aan de balie van de gemeente waar u gaat wonen.
refused-too-young = U bent hiervoor nog te jong. Een ouder, voogd of verzorger doet dit voor u. Vraag het een mens als dat niet kan.
refused-not-adult = U bent jonger dan 18. Dit is er voor wie 18 jaar of ouder is. Wordt u binnenkort 18, of heeft u een vraag? Vraag het een mens.
refused-curator = Volgens de Basisregistratie Personen staat u onder curatele. Uw curator doet dit voor u. Klopt dat niet, of kan uw curator het niet doen? Vraag het een mens.
refused-behalf-curator = Volgens de Basisregistratie Personen staat de persoon voor wie u dit doet onder curatele. De curator doet dit. Klopt dat niet? Vraag het een mens.
refused-gemeente-unknown = De gemeente die in de Basisregistratie Personen bij u staat, kennen wij niet. En uit uw adres kunnen wij niet opmaken in welke gemeente u woont. Ga daarom naar de gemeente waar u woont, of bel die. Klopt uw adres niet? Kijk dan bij Mijn gegevens. Of vraag het een mens.
refused-correction-too-young = U bent jonger dan 16. Een ouder, voogd of verzorger vraagt dit voor u. Vraag het een mens als dat niet kan.
refused-correction-curator = Volgens de Basisregistratie Personen staat u onder curatele. Uw curator vraagt dit voor u. Klopt dat niet? Vraag het een mens.
receipt-mine = Bekijk dit in Mijn overheid
zaak-deadline = Uiterlijk { $date } moet er een besluit zijn. Dat staat in de wet of in de verordening.
zaak-advice-medical = De medisch adviseur heeft advies gegeven ({ $moment }). Wilt u het advies lezen? Vraag dat aan wie uw aanvraag behandelt.
zaak-advice-bibob = De Bibob-coördinator heeft advies gegeven ({ $moment }). Wat daarvan telt voor het besluit, leest u in het besluit.
zaak-mine = Alle zaken
receipt-why-melding = Een melding is geen aanvraag: er komt geen besluit, en u kunt dus geen bezwaar maken. Bent u niet tevreden over hoe het gaat, dan kunt u een klacht doen (Algemene wet bestuursrecht, artikel 9:1).
receipt-why-aangifte = U hoeft niets te doen. Volgt de gemeente uw verhuismelding niet, of maar voor een deel? Dan krijgt u daar een brief over (Wet BRP, artikel 2.60).
controle-brp-klopt = Wij konden uw gegevens niet opzoeken in de Basisregistratie Personen toen u dit verstuurde. Nu wel: wat wij hebben gecontroleerd, klopt.
controle-brp-beletsel = Wij konden uw gegevens niet opzoeken in de Basisregistratie Personen toen u dit verstuurde. Nu wel. Misschien kan dit niet op deze manier. Een medewerker kijkt ernaar. U hoeft niets te doen.
controle-brp-verschilt = Wij konden uw gegevens niet opzoeken toen u dit verstuurde. Nu wel: iets is anders dan u invulde. Een medewerker kijkt ernaar. U hoeft niets te doen.
controle-brp-niet-gevonden = Wij konden uw gegevens niet vinden in de Basisregistratie Personen. Een medewerker kijkt ernaar. U hoeft niets te doen.
controle-kvk-klopt = Wij konden uw gegevens niet opzoeken in het Handelsregister toen u dit verstuurde. Nu wel: wat wij hebben gecontroleerd, klopt.
controle-kvk-verschilt = Wij konden uw gegevens niet opzoeken in het Handelsregister toen u dit verstuurde. Nu wel: iets is anders dan u invulde. Een medewerker kijkt ernaar. U hoeft niets te doen.
controle-kvk-niet-gevonden = Wij konden deze onderneming of instelling niet vinden in het Handelsregister. Een medewerker kijkt ernaar. U hoeft niets te doen.
controle-bag-klopt = Wij konden het adres niet opzoeken toen u dit verstuurde. Nu wel: het klopt.
controle-bag-verschilt = Wij konden het adres niet opzoeken toen u dit verstuurde. Nu wel: iets is anders dan u invulde. Een medewerker kijkt ernaar.
controle-bag-niet-gevonden = Het adres dat u invulde staat niet in de Basisregistratie Adressen en Gebouwen. Een medewerker kijkt ernaar. Weet u wat er mis is? Schrijf het hieronder.
action-zaak-bericht-gestuurd = U een bericht gestuurd in uw zaak
action-zaak-signaal = Iets genoteerd waarop de behandelaar moet letten
action-controle-uitgesteld = Een controle uitgesteld tot het register weer antwoordt
doel-mijn-gegevens = u uw eigen gegevens laten zien
doel-verhuismelding = uw verhuismelding invullen met wat wij al weten
document-choose = Kies een bestand
document-hint = PDF, JPEG, PNG of WebP, tot 10 MB.
document-add = Bestand toevoegen
document-besloten = Dit gaat naar een afgesloten deel. Wie uw aanvraag behandelt en wie u aan de telefoon krijgt, kunnen dit niet openen.
list-more = Nog een toevoegen
vehicle-yours = { $plate } (staat op uw naam volgens de RDW)
vehicle-not-yours = { $plate } (staat niet op uw naam volgens de RDW)
vehicle-unknown = { $plate } (de RDW kan niet zeggen op wiens naam)
fault-kenteken = Dit lijkt geen kenteken. Een kenteken heeft zes letters en cijfers, bijvoorbeeld AB-123-C.
fault-number = Vul een heel getal in, alleen cijfers.
fault-number-least = Dit getal is te klein. Het moet { $limit } of meer zijn.
fault-number-most = Dit getal is te groot. Het mag hoogstens { $limit } zijn.
fault-iban = Dit rekeningnummer klopt niet. Kijk het na op uw bankpas, bijvoorbeeld NL91 ABNA 0417 1643 00.
fault-money = Vul een bedrag in euro’s in, bijvoorbeeld 1.250 of 1250,50.
fault-document-needed = Voeg dit bestand toe. Zonder kunnen wij niet verder.
fault-document-kind = Dit bestand kunnen wij niet lezen. Kies een PDF, JPEG, PNG of WebP.
refused-not-in-kvk = Wij vinden deze onderneming of instelling niet in het Handelsregister. Vraag het een mens.
controle-rdw-klopt = Wij konden het kenteken niet opzoeken toen u dit verstuurde. Nu wel: het staat op uw naam.
controle-rdw-verschilt = Wij konden het kenteken niet opzoeken toen u dit verstuurde. Nu wel: het staat niet op uw naam. Een medewerker kijkt ernaar en vraagt u zo nodig om een bewijs.
controle-rdw-niet-gevonden = De RDW kent dit kenteken niet. Een medewerker kijkt ernaar. Weet u wat er mis is? Schrijf het hieronder.
receipt-deadline = Dat er uiterlijk { $date } een besluit moet zijn, staat in { $basis }.
deadline-moves = Is uw aanvraag ingewikkeld? Dan mag de organisatie deze dag één keer verzetten. Zij schrijft u dat vóór die dag, met de reden ({ $basis }).
promise-only = Dat is een belofte van de organisatie, geen termijn uit de wet.
promise-or-law = Dat belooft de organisatie. Lukt dat niet, dan moet er volgens de wet of de verordening uiterlijk { $date } een besluit zijn.
ground-unless-law = als geen wettelijk voorschrift een andere termijn geeft
ground-unless-grant-rule = als de subsidieverordening geen andere termijn geeft
ground-until = tot en met
ground-under = { " onder " }
ground-article = { "artikel " }
ground-paragraph = { " lid " }
ground-and = { " en " }
receipt-silent-yes = Heeft u na die dag nog niets gehoord? Dan heeft u de vergunning vanzelf (Dienstenwet artikel 28; Awb paragraaf 4.1.3.3).
receipt-silent-from = U mag haar dan gebruiken vanaf { $date } ({ $basis }). Komt er een andere dag voor het besluit? Dan schuift dit mee op.
receipt-silent-no = Heeft u na die dag nog niets gehoord? Dan heeft u de vergunning nog niet. Bij sommige vergunningen krijgt u die vanzelf als u niets hoort, maar bij deze niet. Dat staat in { $basis }. U kunt de organisatie dan in gebreke stellen (Awb artikel 4:17).
receipt-silent-unread = Heeft u na die dag nog niets gehoord? Begin dan nog niet. Bij sommige vergunningen krijgt u die vanzelf als u niets hoort (Dienstenwet artikel 28). Bij deze niet, zegt de organisatie. Maar dit is nog niet nagelezen in de verordening. Vraag het de organisatie. Krijgt u de vergunning niet vanzelf, dan kunt u de organisatie in gebreke stellen (Awb artikel 4:17).
receipt-why-dienstenwet-vergunning = Ook anderen die het raakt, kunnen tegen het besluit bezwaar maken.
receipt-why-invordering = De Awb geeft hier geen beslistermijn (Invorderingswet 1990 artikel 1 lid 2). Bezwaar maken kan hier niet.
receipt-why-toeslag = Bent u het niet eens met het besluit? Dan kunt u binnen { $term } bezwaar maken bij Dienst Toeslagen (Awb artikel 6:7).
receipt-late-awb = Komt er geen besluit op tijd? Dan kunt u de organisatie in gebreke stellen (Awb artikel 4:17).
receipt-remedy = Bent u het niet eens met { $against }? Dan kunt u binnen { $term } { $do } bij { $where } ({ $basis }).
receipt-remedy-short = Bent u het straks niet eens met { $against }? Dan kunt u { $do }.
receipt-rules = Waar dit op rust
receipt-rights-title = Uw rechten en de wet hierachter
remedy-bezwaar = bezwaar maken
remedy-administratief-beroep = in administratief beroep gaan
remedy-besluit = het besluit
remedy-organ-of = { $organ } van { $name }
remedy-unread = Deze termijn is nog niet nagekeken in de tekst van de wet.
rule-since = geldt sinds { $date }
rule-example = voorbeeld, niet nagekeken
start-parkeervergunning = Begin met uw aanvraag
doel-parkeervergunning = uw aanvraag voor een parkeervergunning invullen met wat wij al weten
fault-address-with-postcode = Schrijf uw adres met een volledige postcode, bijvoorbeeld: Stationsplein 1, 3811 CJ Amersfoort.
start-gehandicaptenparkeerkaart = Begin met uw aanvraag
doel-gehandicaptenparkeerkaart = uw aanvraag voor een gehandicaptenparkeerkaart invullen met wat wij al weten
start-horecabedrijf-exploitatievergunning = Begin met uw aanvraag
doel-horeca-exploitatievergunning = de aanvraag voor een exploitatievergunning invullen met wat het Handelsregister al weet
start-belastingkwijtschelding = Begin met uw aanvraag
doel-kwijtschelding = uw aanvraag voor kwijtschelding invullen met wat wij al weten
start-kleine-landschapselementensubsidie = Begin met uw aanvraag
doel-landschapssubsidie = uw aanvraag voor subsidie invullen met wat wij al weten
start-evenementenvergunning = Begin met uw aanvraag
doel-evenementenvergunning = uw aanvraag voor een evenementenvergunning invullen met wat wij al weten

## De balie
nav-desk = Balie
rol-behandelaar = behandelaar
rol-kcc = klantcontact
rol-beheerder = beheerder
rol-fg = functionaris gegevensbescherming
rol-medisch-adviseur = medisch adviseur
rol-bibob-coordinator = Bibob-coördinator
sign-in-desk-title = Inloggen aan de balie
sign-in-medewerkers-text = Voor wie bij een aangesloten organisatie werkt. Alles wat u bekijkt, komt in het logboek te staan.
sign-in-medewerkers-button = Inloggen als medewerker
and = en
term-years = { $n ->
    [one] { $n } jaar
   *[other] { $n } jaar
}
term-months = { $n ->
    [one] { $n } maand
   *[other] { $n } maanden
}
term-weeks = { $n ->
    [one] { $n } week
   *[other] { $n } weken
}
term-days = { $n ->
    [one] { $n } dag
   *[other] { $n } dagen
}
due-today = vandaag
due-in = { $n ->
    [one] morgen
   *[other] over { $n } dagen
}
due-late = { $n ->
    [one] { $n } dag te laat
   *[other] { $n } dagen te laat
}
reason-term = { $term }, te tellen vanaf de dag na { $date } ({ $article }).
reason-norm = Een belofte van { $term }, te tellen vanaf { $date }.
reason-suspended = De termijn stond { $n ->
    [one] { $n } dag
   *[other] { $n } dagen
} stil ({ $article }).
reason-extended = De termijn is met { $term } verlengd ({ $article }).
reason-moved = Op { $date } kan geen termijn eindigen. Het wordt de eerste dag daarna waarop dat wel kan ({ $article }).
reason-short = Er moeten minstens twee werkdagen in de termijn vallen ({ $article }).
reason-suspends = De termijn staat stil sinds wij om een aanvulling vroegen, hoogstens { $n ->
    [one] { $n } dag
   *[other] { $n } dagen
} ({ $article }).
desk-title = Balie
desk-find-label = Nummer van een zaak of vraag, BSN of KVK-nummer
desk-find-button = Zoek
field-nummer = Nummer
desk-found-person = Wat deze persoon bij uw organisatie heeft
desk-found-company = Wat dit bedrijf bij uw organisatie heeft
desk-found-none = Uw organisatie heeft niets op dit nummer. Wat iemand zonder inloggen stuurde, vindt u alleen met het nummer van de zaak of vraag.
desk-found-more = Er is meer. U ziet de nieuwste vijftig zaken en vragen.
desk-found-logged = Dat u op dit nummer zocht, staat in het logboek. De persoon of het bedrijf leest dat in Mijn overheid.
fault-bsn-typed = Dit is geen burgerservicenummer. Controleer de cijfers.
fault-number-unknown = Uw organisatie heeft geen zaak of vraag met dit nummer. Controleer het nummer.
desk-sent-on = Doorgestuurd op { $date } naar { $name }. Meer ziet uw organisatie er niet van.
fault-number-not-hers = Er is geen zaak met dit nummer waarover u advies geeft. Controleer het nummer.
desk-closed = In uw rol ziet u geen zaken en vragen.
desk-log = Logboek
desk-log-lead = Alles wat er bij uw organisatie gebeurde en werd bekeken, zonder inhoud. Het nieuwste staat bovenaan.
desk-log-link = Naar het logboek
desk-log-when = Wanneer
desk-log-who = Wie
desk-log-what = Wat
desk-log-worker = Medewerker { $name }
desk-log-machine = Vanzelf ({ $name })
desk-log-holder = Wie de acht woorden heeft
desk-log-anonymous = Iemand die niet inlogde
desk-log-person = Inwoner { $name }
desk-log-company = Bedrijf { $name }
desk-log-representative = Iemand van een bedrijf ({ $name })
desk-log-of = Waarvan
desk-log-only = U ziet alleen wat er gebeurde met zaak { $number }, en wie erin keek. In het logboek staat nu ook dat u dit bekeek.
desk-log-all = Toon het hele logboek
fault-log-number = Uw organisatie heeft of had geen zaak met dit nummer. Controleer het nummer.
desk-log-more = Eerder
desk-first = Doe eerst:
desk-letters-late = { $n ->
    [one] Eén e-mail van uw organisatie wacht langer dan 48 uur. Zo lang mag dat niet (Awb artikel 2:10). Waarschuw wie deze site beheert.
   *[other] { $n } e-mails van uw organisatie wachten langer dan 48 uur. Zo lang mag dat niet (Awb artikel 2:10). Waarschuw wie deze site beheert.
}
desk-vragen-title = Vragen
desk-vragen-none = Er wacht geen vraag op antwoord.
desk-zaken-title = Zaken
desk-zaken-none = Er loopt geen zaak.
desk-advise-title = Wacht op uw advies
desk-advise-none = Er wacht niets op uw advies.
desk-find-zaak = Nummer van een zaak
desk-before = Voor
desk-what = Wat
desk-mover = Wie is aan zet
desk-status = Hoe ver
desk-more-vragen = Meer vragen
desk-more-zaken = Meer zaken
desk-top = Terug naar het begin van de lijst
desk-mover-person = De indiener, tot en met { $date }
desk-mover-unused = Wij: de aanvulling kwam niet op tijd
desk-mover-answer = Wij: de indiener wacht op antwoord
desk-mover-us = Wij
desk-vraag = Vraag
desk-vraag-answered = Beantwoord. De inwoner kan nog terugschrijven.
desk-vraag-closed = Gesloten.
desk-promised = beloofd: uiterlijk { $date }
desk-promised-void = beloofd: uiterlijk { $date }; door de aanvulling telt die dag niet meer
desk-by-law = volgens de wet: uiterlijk { $date }
desk-shielded = Er zijn ook antwoorden over gezondheid. Die leest alleen wie deze zaak behandelt of erover adviseert (AVG artikel 9).
desk-sent = Wat is verstuurd
desk-who = Wie
desk-who-asks = Wie vraagt dit
desk-correction-of = Verzoek om te verbeteren: { $what }
desk-klacht-of = Klacht over: { $what }
desk-bezwaar-of = Bezwaar tegen besluit { $number }
desk-disputes = Klacht of bezwaar
desk-kept = Dit schreef u. Het is niet verstuurd:
desk-overtaken = Een collega was u net voor. Hieronder ziet u hoe het er nu voor staat.
desk-refused-zaak-closed = Deze zaak is afgerond. Er kan niets meer bij, en er kan niets meer aan veranderen. U kunt nog wel een notitie maken.
desk-refused-vraag-closed = Deze vraag is gesloten. De inwoner kan een nieuwe vraag stellen.
desk-who-unknown = Verstuurd zonder naam en zonder in te loggen.
desk-email = E-mailadres
desk-phone = Telefoonnummer
field-bsn = Burgerservicenummer
desk-identify = Toon het hele nummer (komt in het logboek)
desk-document-closed = Dit stuk ligt in het afgesloten deel. Alleen de { $who } kan het openen.
desk-document-given = Toegevoegd op { $moment } door { $who }
desk-given-melder = de indiener
desk-given-vertegenwoordiger = wie voor de indiener handelt
desk-given-houder = iemand met de acht woorden van het bewijs
document-open = Open dit stuk
desk-no-messages = Er is nog niets geschreven.
desk-from-us = Wij schreven
desk-from-person = De indiener schreef
desk-notes = Notities
desk-signals = Let op
desk-signals-hint = De indiener ziet dit niet.
desk-signals-done = Let op: afgehandeld
desk-signals-left = { $n ->
    [one] Onder “Let op” staat nog één punt open. U kunt wel verder.
   *[other] Onder “Let op” staan nog { $n } punten open. U kunt wel verder.
}
desk-signal-button = Gezien
desk-signal-by = Gezien door { $name }
desk-signal-did = Gedaan: { $text }
field-gezien = Wat deed u ermee?
desk-notes-hint = Alleen voor collega’s. De indiener ziet dit niet.
desk-acts = Wat wilt u doen?
desk-write-title = Schrijf aan de indiener
desk-answer-label = Uw bericht aan de indiener
desk-answer-hint = Kort, in gewone woorden, en met u.
desk-unreached-party = Deze indiener gaf geen e-mailadres. Er gaat geen bericht uit: de indiener ziet dit pas na inloggen. Stuur deze brief vandaag per post.
desk-unreached-refused = De laatste e-mail aan deze indiener kwam niet aan: het adres neemt niets aan. Wat u schrijft, ziet de indiener alleen op deze site. Kent u een telefoonnummer of adres? Laat het dan vandaag ook zo weten.
desk-unreached-words = Deze indiener gaf geen e-mailadres. Er gaat geen bericht uit: de indiener ziet dit alleen met de acht woorden van het bewijs. Kent u een telefoonnummer of adres? Laat het dan vandaag ook zo weten.
brief-save = Bewaar deze vraag als brief (PDF)
brief-title = Wij hebben nog iets van u nodig
brief-asked = Dit vragen wij u
brief-until = U kunt dit geven tot en met { $date }.
brief-last-day = Wij moeten nu uiterlijk { $date } besluiten.
brief-how = Zo geeft u het
brief-link = U geeft het op deze site: { $link }
desk-answer-button = Verstuur
desk-vraag-close = Sluit deze vraag
desk-correctie-close = Sluit dit verzoek
desk-klacht-close = Sluit deze klacht: het oordeel staat in het laatste bericht
desk-bezwaar-close = Sluit dit bezwaar: de beslissing staat in het laatste bericht
desk-vraag-answer-hint = Kort, in gewone woorden, en met u.
desk-correctie-answer-hint = Kort, in gewone woorden, en met u.
desk-klacht-answer-hint = Was u erbij betrokken? Dan behandelt een collega deze klacht (Awb artikel 9:7). Zet in het antwoord wat u vond, het oordeel daarover en wat er nu gebeurt (9:12 lid 1). Zet er ook in bij welke ombudsman iemand daarna terechtkan, en tot wanneer (9:12 lid 2).
desk-bezwaar-answer-hint = Nam u het besluit zelf? Dan beslist een collega op dit bezwaar (Awb artikel 10:3 lid 3). Hoor eerst de indiener, behalve als dat niet hoeft (7:2 en 7:3). Zet in de beslissing de redenen (7:12), en bij welke rechter iemand in beroep kan en tot wanneer (6:23).
desk-klacht-shielded = Deze tekst leest alleen wie de klacht behandelt. Er kan iets over gezondheid in staan (AVG artikel 9).
desk-bezwaar-shielded = Deze tekst leest alleen wie het bezwaar behandelt. Er kan iets over gezondheid in staan (AVG artikel 9).
desk-forward-title = Stuur door naar een andere organisatie
desk-forward-text = De dag waarop de vraag het eerst binnenkwam, blijft staan. De inwoner krijgt meteen bericht aan wie u de vraag doorstuurt, en waarom (Algemene wet bestuursrecht, artikel 2:3).
field-naar = Naar
desk-forward-choose = Kies
desk-forward-button = Stuur door
desk-zaak-forward-text = Is een andere organisatie bevoegd? Stuur de zaak dan zo snel mogelijk door (Algemene wet bestuursrecht, artikel 2:3). Alles wat de indiener stuurde, gaat mee. Het nummer en de dag waarop de zaak het eerst binnenkwam, blijven staan.
desk-zaak-forward-term = De termijn begint daar opnieuw, behalve als die organisatie de zaak al eerder had.
desk-zaak-forward-after = U ziet de zaak daarna niet meer.
desk-forward-elsewhere = Een organisatie die niet in deze lijst staat
desk-forward-elsewhere-hint = Alleen als zij niet in de lijst staat. Schrijf de gemeente, of de naam zoals de organisatie zelf die schrijft, zoals waterschap Rivierenland. De zaak eindigt dan hier, en u stuurt de stukken zelf op.
field-elders = Welke organisatie?
fault-organisation-none = Kies een organisatie uit de lijst, of schrijf hieronder welke het is.
fault-organisation-choose = Kies een organisatie uit de lijst.
fault-organisation-both = U koos al een organisatie uit de lijst. Maak dit veld leeg, of kies hierboven dat de organisatie niet in de lijst staat.
fault-organisation-own = Dit is uw eigen organisatie. Kies of schrijf de organisatie die wel bevoegd is.
fault-organisation-unknown = Deze organisatie kennen wij niet. Schrijf de hele naam zoals die in het register van overheidsorganisaties staat, bijvoorbeeld gemeente Zwolle, provincie Gelderland, waterschap Rivierenland, Sociale Verzekeringsbank of Belastingdienst.
desk-send-papers = U heeft deze zaak doorgestuurd. Stuur de stukken nu zelf naar { $name }: bewaar wat is verstuurd als PDF, open de bijlagen, en stuur ze op een veilige manier.
desk-papers-button = De stukken zijn verstuurd
desk-papers-sent = De stukken zijn naar { $name } gestuurd op { $moment }, door { $who }.
desk-papers-closed-wait = De stukken in het afgesloten deel moet de adviseur nog naar { $name } sturen.
desk-papers-closed-sent = De stukken in het afgesloten deel zijn naar { $name } gestuurd op { $moment }, door { $who }.
advise-send-papers = Deze zaak is doorgestuurd. Stuur de stukken uit het afgesloten deel naar { $name }, op een veilige manier.
desk-papers-title = Stukken nog te sturen
desk-papers-to = Naar
desk-papers-since = Doorgestuurd op
queue-title = Volgorde
queue-day = Op dit moment telt { $date }.
queue-person-asked = Geeft u de aanvulling die wij vroegen? Dan telt de dag waarop u die geeft.
queue-desk-asked = Geeft de indiener de gevraagde aanvulling, dan telt de dag waarop dat gebeurt.
desk-pdf = Bewaar wat is verstuurd als PDF
desk-forward-why-hint = De indiener leest dit. Schrijf kort waarom u doorstuurt.
desk-status-title = Zet een stap verder
desk-ask-title = Vraag een aanvulling
desk-ask-hint = Schrijf precies wat ontbreekt en waarom u het nodig heeft. De indiener krijgt dit als taak.
desk-ask-until-hint = De termijn voor het besluit staat stil tot de aanvulling er is, of tot deze dag voorbij is (Awb 4:5 en 4:15).
desk-ask-until-free = De wet geeft hier geen termijn om te besluiten, dus er staat niets stil. U kiest zelf een redelijke dag.
desk-ask-until-example = Bijvoorbeeld { $example }.
desk-ask-button = Vraag dit
field-gevraagd = Wat ontbreekt er?
field-uiterlijk = Uiterlijk wanneer?
fault-date-choose = Kies een dag, bijvoorbeeld 1-1-2026.
fault-date-before-start = Deze dag is eerder dan de dag waarop het ingaat. Kies een latere dag.
fault-date-holds-too-long = Deze dag is te ver weg: zo lang mag dit niet gelden. Kies een eerdere dag.
fault-date-typed = Kies een dag, of schrijf hem zoals in het voorbeeld: dag, maand en jaar.
fault-date-ahead-only = Kies een dag na vandaag. De indiener heeft tijd nodig.
fault-date-too-far = Deze dag is te ver weg.
fault-date-weeks = Deze dag is te ver weg: geef de indiener hoogstens { $limit } weken.
desk-decide-title = Neem een besluit
desk-decide-signed = Dit staat bij het besluit. De brief zegt er ook bij waar en tot wanneer iemand iets kan doen.
desk-decide-label = Waarom besluit u dit?
desk-decide-hint = De indiener leest dit in het besluit. Noem de feiten en het artikel. Wat de indiener ertegen kan doen, waar en tot wanneer, zetten wij eronder.
desk-decide-button = Neem dit besluit en maak het bekend
desk-until-label = Geldt tot en met
desk-until-hint = Vul dit alleen in bij { $result }, en alleen als het voor een bepaalde tijd is. De dag staat dan in het besluit. { $example }
desk-until-most = Vul dit in bij { $result }. Het geldt hoogstens { $most }. De dag staat in het besluit. { $example }
desk-ended-title = Zeg tot wanneer het geldt
desk-ended-text = Wat is verleend, geldt na de zaak door. Zeg hier wanneer het eindigt. De houder krijgt er bericht van. Vanaf die dag telt hoelang wij de zaak bewaren. Intrekken is een eigen besluit met redenen: dat stuurt u apart.
desk-ended-button = Bewaar deze dag en vertel het de houder
vervalreden-tijdelijk = Het was voor een bepaalde tijd
vervalreden-ingetrokken-belanghebbende = De houder heeft het opgezegd
vervalreden-ingetrokken-overheid = Wij hebben het ingetrokken, of het vervalt door een regel
desk-close-title = Rond af
desk-close-label = Wat is er gedaan?
desk-close-button = Rond af en vertel het de indiener
desk-note-title = Maak een notitie
desk-note-button = Bewaar de notitie
field-vervaldatum = Geldt tot en met
field-vervalreden = Waarom eindigt het?
field-resultaat = Hoe loopt het af?
field-uitleg = Uitleg
field-notitie = Uw notitie
field-antwoord = Uw aanvulling
desk-tasks = Gevraagd aan de indiener
desk-task-until = Kan tot en met { $date }
desk-task-done = Gegeven op { $date }
desk-task-withdrawn = Door ons ingetrokken op { $date }
desk-task-unused = Kon tot en met { $date }. Niet gegeven.
desk-ask-withdraw = Trek deze vraag in
desk-advice = Advies
desk-advice-waits = Er is nog geen advies van de { $who }. De laatste dag voor het besluit blijft staan.
desk-advice-named = In het besluit staat vanzelf wie advies gaf. Schrijf uit het advies alleen over wat nodig is voor uw uitleg.
advise-papers = Papieren
advise-no-papers = Er zijn geen papieren meegestuurd.
advise-papers-hint = Elke keer dat u een papier opent, ziet de aanvrager dat.
advise-closed = afgesloten deel
field-advies = Uw advies
advise-hint-medical = Schrijf alleen wat nodig is om te besluiten: ja of nee, welke kaart, voor hoe lang, en of een nieuw onderzoek nodig is. Schrijf geen ziekte op, en niets anders uit de papieren.
advise-hint-bibob = Schrijf alleen wat nodig is om te besluiten: is er gevaar, hoe ernstig is het, en welke voorwaarden helpen. Is er geen Bibob-onderzoek nodig? Schrijf dan dat. Schrijf geen bedragen of namen uit de papieren op.
advise-more = Voeg iets toe aan het advies
advise-button = Geef dit advies
advise-seen = Wie de aanvraag behandelt, leest uw advies. De aanvrager ziet dat u advies gaf, en wanneer.
advise-over = Deze zaak is afgerond. U kunt geen advies meer geven.
desk-why-date = Waarom deze dag?
besluit-valid-until = Geldt tot en met
besluit-until = Geldt tot en met { $date }.{ $why ->
    [ingetrokken_belanghebbende] { " " }Dan eindigt dit omdat het is opgezegd.
    [ingetrokken_overheid] { " " }Dan eindigt dit omdat het is ingetrokken of door een regel vervalt.
   *[tijdelijk] { "" }
 }
besluit-until-was = Gold tot en met { $date }.{ $why ->
    [ingetrokken_belanghebbende] { " " }Het is opgezegd.
    [ingetrokken_overheid] { " " }Het is ingetrokken of door een regel vervallen.
   *[tijdelijk] { "" }
 }
besluit-until-message = Wat u met dit besluit kreeg, geldt tot en met { $date }.{ $why ->
    [ingetrokken_belanghebbende] { " " }U heeft het opgezegd.
    [ingetrokken_overheid] { " " }Het is ingetrokken of door een regel vervallen.
   *[tijdelijk] { "" }
 } Klopt dit niet? Stel ons dan een vraag.
besluit-title = Het besluit
zaak-sent-on = Wij hebben uw zaak daarom doorgestuurd naar { $name }. U hoeft niets opnieuw te sturen. Uw nummer blijft hetzelfde en u leest op deze pagina hoe het verdergaat.
zaak-sent-elsewhere = Wij sturen uw zaak daarom door naar { $name }. U hoeft niets opnieuw te sturen. Deze organisatie laat u zelf weten hoe het verdergaat; op deze pagina leest u dat niet.
zaak-sent-on-term = De termijn begint daar opnieuw: uiterlijk { $date } moet er een besluit zijn.
zaak-sent-on-term-back = Deze organisatie had uw zaak al eerder, sinds { $received }. De termijn telt vanaf die dag: uiterlijk { $date } moet er een besluit zijn.
zaak-sent-on-term-over = Deze organisatie had uw zaak al eerder, sinds { $received }. De termijn telt vanaf die dag. De laatste dag voor een besluit was { $date }: die is voorbij.
zaak-supplement-withdrawn = Op { $date } vroegen wij u om een aanvulling. Die is toch niet nodig. U hoeft hiervoor niets meer te doen.
zaak-sent-on-asked = Wij vroegen u nog iets. Dat hoeft u niet meer te doen: die organisatie laat u weten wat zij nodig heeft.
besluit-message = Er is een besluit. U leest het op deze pagina, met waarom zo is besloten en wat u kunt doen als u het er niet mee eens bent.
besluit-why = Waarom
besluit-shielded = De uitleg kan over gezondheid gaan. Die leest alleen wie deze zaak behandelt of erover adviseert (AVG artikel 9).
besluit-remedy = Bent u het er niet mee eens?
besluit-advice = Advies van
besluit-remedy-until = U kunt { $do } tot en met { $date }, bij { $where } ({ $basis }).
besluit-remedy-was = U kon { $do } tot en met { $date }, bij { $where } ({ $basis }). Die dag is voorbij.
besluit-remedy-how = Doet u dat met een brief? Schrijf daarin waarom u het er niet mee eens bent, met uw naam, uw adres, de datum en het nummer van het besluit, en zet uw handtekening eronder (Awb artikel 6:5). Dat kost niets.
besluit-remedy-site = U kunt bezwaar maken op deze site: { $link }. U logt daar in.
besluit-remedy-post = Stuur uw brief naar { $name }, { $address }.
besluit-remedy-no-post = Van { $name } hebben wij hier geen postadres. Vraag ernaar voordat u een brief stuurt.
besluit-remedy-unread = Deze termijn is nog niet nagekeken in de tekst van de wet. Wacht dus niet tot de laatste dag, of vraag het ons.
besluit-remedy-reach = Zo bereikt u { $name }: { $how }
besluit-remedy-other = Krijgt u ook bericht over { $against }, en bent u het daar niet mee eens? Dan kunt u { $do } bij { $where } ({ $basis }). Dat staat los van dit besluit: u heeft er { $term } voor nadat u dat bericht kreeg.
zaak-mover-you = U bent aan zet. Doe dit uiterlijk { $date }.
zaak-task-title = U moet iets doen
zaak-task-title-late = Wat wij u vroegen
zaak-task-late = U kon dit doen tot en met { $date }. Die dag is voorbij. Wij gaan nu verder met wat wij hebben. U kunt het nog sturen zolang wij niet klaar zijn.
zaak-task-clock-on = Wat u nu nog stuurt, nemen wij mee als wij nog niet hebben besloten (Algemene wet bestuursrecht, artikel 4:5 en 4:15).
zaak-task-label = Uw aanvulling
zaak-task-button = Verstuur de aanvulling
zaak-task-clock = Zolang wij op u wachten, staat de tijd stil waarin wij moeten besluiten. Stuurt u niets, dan besluiten wij met wat wij hebben, of nemen wij uw aanvraag niet in behandeling (Algemene wet bestuursrecht, artikel 4:5 en 4:15).
zaak-task-free = Stuurt u niets, dan gaan wij verder met wat wij hebben.
zaak-task-free-late = Wat u nu nog stuurt, nemen wij mee als wij nog niet klaar zijn.
mine-task = uw aanvulling kan tot en met { $date }
mine-genodigden = er moeten nog mensen hun gegevens geven
refused-already-asked = Er is al om een aanvulling gevraagd. Wacht op het antwoord.
refused-term-over = De termijn voor het besluit is al voorbij. Die kan niet meer stilstaan.
refused-task-done = Dit heeft u al gegeven. Wilt u nog iets zeggen? Schrijf het dan als bericht.
refused-task-withdrawn = Deze aanvulling hebben wij niet meer nodig. Wilt u toch iets zeggen? Schrijf het dan als bericht.
refused-task-over = Deze vraag is al beantwoord of al ingetrokken.
refused-status-end = Deze stap hoort bij het einde van de zaak. Neem een besluit, of rond de zaak af.
refused-status-back = De zaak is al verder. Een stap terug kan niet.
refused-no-decision = Hier hoort geen besluit bij. Rond de zaak af.
refused-granted-by-law = De termijn voor het besluit is voorbij, en hier betekent zwijgen ja. De vergunning is dus van rechtswege verleend (Awb artikel 4:20b). Kies “Van rechtswege verleend” en maak dat bekend (Awb artikel 4:20c).
refused-not-granted-by-law = De termijn voor het besluit is nog niet voorbij. Van rechtswege is er nog niets verleend. Neem zelf een besluit.
desk-granted = De laatste dag voor een besluit was { $date }, en hier betekent zwijgen ja. De vergunning is van rechtswege verleend (Awb artikel 4:20b).
desk-granted-publish = Maak dat bekend uiterlijk { $date }, binnen { $term } na de verlening ({ $basis }).
desk-granted-by = van rechtswege verleend: bekendmaken uiterlijk { $date }
desk-granted-short = van rechtswege verleend: maak dat bekend
refused-supplement-first = Deze aanvraag kunt u nog niet buiten behandeling laten. Vraag de indiener eerst om een aanvulling, met een dag waarop die er uiterlijk moet zijn (Awb artikel 4:5).
refused-supplement-runs = Deze aanvraag kunt u nog niet buiten behandeling laten. De indiener heeft nog tijd voor de aanvulling die u vroeg. Wacht tot die dag voorbij is (Awb artikel 4:5). U leest de dag bij Gevraagd aan de indiener.
desk-unhandled-ask = U kunt deze aanvraag pas buiten behandeling laten als de indiener hem kon aanvullen. Vraag dus eerst een aanvulling (Awb artikel 4:5).
desk-unhandled-until = Buiten behandeling laten kan tot en met { $date }: { $term } nadat de aanvulling kwam, of nadat de tijd daarvoor voorbij was ({ $basis }). Daarna beslist u op de inhoud.
desk-unhandled-past = Buiten behandeling laten kon tot en met { $date }: { $term } nadat de aanvulling kwam, of nadat de tijd daarvoor voorbij was ({ $basis }). Beslis nu op de inhoud.
desk-unhandled-late = De termijn is voorbij. Buiten behandeling laten kan niet meer: beslis op de inhoud.
desk-may-leave = buiten behandeling laten kan tot en met { $date }
refused-supplement-past = Deze aanvraag kunt u niet meer buiten behandeling laten: de tijd daarvoor is voorbij (Awb artikel 4:5 lid 4). Beslis op de inhoud.
refused-supplement-late = De termijn is voorbij. Buiten behandeling laten kan niet meer: beslis op de inhoud.
desk-unhandled-wait = U kunt deze aanvraag pas buiten behandeling laten als de tijd voor de aanvulling voorbij is. De indiener heeft tot en met { $date } (Awb artikel 4:5).
refused-does-not-hold = Bij dit resultaat wordt niets verleend dat daarna geldt. Laat "Geldt tot en met" leeg.
refused-needs-decision = Hier hoort een besluit bij. Neem een besluit, met uw uitleg.
action-aanvulling-gevraagd = U om een aanvulling gevraagd
action-aanvulling-ontvangen = Uw aanvulling ontvangen
action-aanvulling-ingetrokken = De vraag om een aanvulling ingetrokken
action-besluit-vervalt = Gezegd tot wanneer een besluit voor u geldt
action-zaak-besloten = Een besluit genomen in uw zaak
action-notitie-gemaakt = Een notitie gemaakt bij uw zaak of vraag
action-signaal-gezien = Een signaal bij uw zaak bekeken en afgehandeld
action-nummer-getoond = Uw hele burgerservicenummer bekeken
letter-how-link = Wie deze link heeft, kan uw { $what } zien. Bewaar hem goed en stuur hem niet door.
letter-how-signed-in = U logt daar in zoals u deed toen u dit verstuurde.
letter-how-words = U vult daar de acht woorden van uw bewijs in.
letter-zaak-bericht-subject = Er is een bericht voor u, nummer { $number }
letter-zaak-bericht-body =
    Goedendag,

    Er staat een bericht voor u klaar bij de zaak met nummer { $number }. U leest het hier:
    { $link }

    { $how }

    Antwoorden op deze e-mail kan niet.
letter-zaak-aanvulling-subject = Wij hebben nog iets van u nodig, nummer { $number }
letter-zaak-aanvulling-body =
    Goedendag,

    Wij hebben nog iets van u nodig bij de zaak met nummer { $number }. Dat kan tot en met { $date }. U leest hier wat het is, en geeft het daar:
    { $link }

    Zolang wij op u wachten, staat de tijd stil waarin wij moeten besluiten.{ $law ->
        [yes] { " " }Wij moeten nu uiterlijk { $last } besluiten.
       *[no] { "" }
    }

    Stuurt u niets, dan besluiten wij met wat wij hebben, of nemen wij uw aanvraag niet in behandeling (Awb artikel 4:5).

    { $how }

    Antwoorden op deze e-mail kan niet.
letter-zaak-aanvulling-zonder-termijn-subject = Wij hebben nog iets van u nodig, nummer { $number }
letter-zaak-aanvulling-zonder-termijn-body =
    Goedendag,

    Wij hebben nog iets van u nodig bij de zaak met nummer { $number }. Dat kan tot en met { $date }. U leest hier wat het is, en geeft het daar:
    { $link }

    Stuurt u niets, dan gaan wij verder met wat wij hebben.

    { $how }

    Antwoorden op deze e-mail kan niet.
letter-zaak-besluit-subject = Er is een besluit, nummer { $number }
letter-zaak-besluit-body =
    Goedendag,

    Er is een besluit over de zaak met nummer { $number }. U leest het hier, met waarom wij zo besloten en wat u kunt doen als u het er niet mee eens bent:
    { $link }

    { $how }

    Antwoorden op deze e-mail kan niet.

## Wat er met gegevens gebeurt
privacy-link = Wat gebeurt er met uw gegevens?
privacy-register-link = Register van verwerkingen
register-offered = Aangeboden
register-stopped = Deze organisatie biedt dit niet meer aan. De gegevens worden nog bewaard.
register-stopped-since = Deze organisatie biedt dit sinds { $date } niet meer aan. De gegevens worden nog bewaard.
register-title = Register van verwerkingen
register-lead = Welke persoonsgegevens elke organisatie hier gebruikt, waarvoor, en hoe lang (AVG artikel 30). Deze lijst komt uit dezelfde instellingen waarmee deze site werkt.
register-who = Wie is verantwoordelijk?
register-of = Verwerkingen van { $name }
register-what = Waarvoor gegevens worden gebruikt
register-security = Hoe wij gegevens beschermen
register-transfer = Naar het buitenland
register-json = Het hele register voor computers (JSON)
register-oin = Overheidsnummer (OIN)
register-contact = Contact
register-example = Voorbeeld: dit nummer is verzonnen.
register-fg-page = op haar eigen site
register-fg-unknown = Hoe u de functionaris gegevensbescherming bereikt, weten wij niet. Vraag het een mens, onderaan deze pagina.
rol-fg-capital = Functionaris gegevensbescherming
register-purpose = Waarvoor
register-basis = Grondslag
register-concerned = Van wie
register-data = Welke gegevens
register-asked = Gevraagd aan registers
register-recipients = Wie ze ziet
register-kept = Hoe lang
register-notice = Lees alles hierover
register-bag = Basisregistratie Adressen en Gebouwen
register-rdw = Kentekenregister van de RDW
register-bri = Basisregistratie Inkomen
privacy-notice-title = Uw gegevens: { $title }
privacy-notice-lead = Hier leest u welke gegevens wij hiervoor gebruiken, waarom dat mag, wie ze ziet en hoe lang wij ze bewaren.
privacy-controller = Verantwoordelijk
privacy-who = Wie is verantwoordelijk?
privacy-who-one = Verantwoordelijk voor uw gegevens is:
privacy-who-many = Verantwoordelijk is de organisatie aan wie u dit stuurt. Welke dat is, staat op uw bewijs. Het is een van deze:
privacy-why = Waarvoor, en waarom mag dat?
privacy-basis = Dit mag op grond van:
privacy-data = Welke gegevens?
privacy-concerned = Het gaat om gegevens van:
privacy-asked = Wat vragen wij aan registers?
privacy-asked-text = Wat de overheid al weet, hoeft u niet te geven. Wij vragen niet meer dan dit:
privacy-asked-brp = De basisregistratie zegt er vanzelf bij of een gegeven wordt onderzocht, of u om geheimhouding vroeg, en of iemand is overleden of vertrokken.
privacy-recipients = Wie ziet uw gegevens?
privacy-long = Hoe lang bewaren wij ze?
privacy-kept = { $term } nadat het klaar is. Dan vernietigen wij het.
privacy-kept-after = Is er iets verleend dat daarna geldt? Dan bewaren wij het tot { $term } na de laatste dag daarvan.
privacy-must = Moet u dit geven?
privacy-must-aangifte = De wet verplicht u om dit door te geven. Wat hierboven ‘nodig’ heet, hoort daarbij. Ontbreekt er iets, dan vragen wij erom. De rest hoeft u niet te geven.
privacy-must-melding = U hoeft niets te melden. Zonder wat hierboven ‘nodig’ heet, weten wij niet wat er is en waar. De rest hoeft u niet te geven.
privacy-must-aanvraag = U bent niet verplicht iets aan te vragen. Zonder wat hierboven ‘nodig’ heet, kunnen wij uw aanvraag niet bekijken. Dan vragen wij u om een aanvulling. Komt die niet, dan hoeven wij de aanvraag niet te behandelen (Awb artikel 4:5). De rest hoeft u niet te geven.
privacy-must-dienstenwet-vergunning = U bent niet verplicht iets aan te vragen. Zonder wat hierboven ‘nodig’ heet, kunnen wij uw aanvraag niet bekijken. Dan vragen wij u om een aanvulling. Komt die niet, dan hoeven wij de aanvraag niet te behandelen (Awb artikel 4:5). De rest hoeft u niet te geven.
privacy-must-subsidie = U bent niet verplicht iets aan te vragen. Zonder wat hierboven ‘nodig’ heet, kunnen wij uw aanvraag niet bekijken. Dan vragen wij u om een aanvulling. Komt die niet, dan hoeven wij de aanvraag niet te behandelen (Awb artikel 4:5). De rest hoeft u niet te geven.
privacy-must-overdracht = U hoeft hier niets te geven. Zonder wat hierboven ‘nodig’ heet, kunnen wij het blad voor Dienst Toeslagen niet voor u maken. Aanvragen kan ook zonder dat blad.
privacy-must-other = Wat hierboven ‘nodig’ heet, hebben wij nodig om dit voor u te doen. De rest hoeft u niet te geven.
privacy-automatic = Beslist een computer?
privacy-automatic-text = Nee. Een computer vult voor u in wat registers al weten. Over wat u vraagt, beslist altijd een mens.
privacy-rights = Uw rechten
privacy-right-see = U mag zien wat wij van u hebben, en er een kopie van krijgen (AVG artikel 15).
privacy-right-correct = U mag laten verbeteren wat niet klopt (AVG artikel 16). Voor de Basisregistratie Personen gelden eigen regels: de gemeente beslist binnen vier weken (Wet BRP artikel 2.58).
privacy-right-erase = U mag vragen om te wissen (AVG artikel 17). Dat kan niet altijd: soms moeten wij iets bewaren.
privacy-right-limit = U mag vragen om iets even niet te gebruiken, bijvoorbeeld zolang wordt uitgezocht of het klopt (AVG artikel 18).
privacy-right-object = U mag bezwaar maken tegen het gebruik van uw gegevens (AVG artikel 21).
privacy-rights-how = Veel kunt u zelf zien en doen. Voor de rest vraagt u het een mens. U krijgt binnen een maand antwoord (AVG artikel 12 lid 3).
privacy-complaint = Een klacht?
privacy-complaint-text = Bent u het niet eens met hoe wij met uw gegevens omgaan? Dan kunt u een klacht doen bij de Autoriteit Persoonsgegevens (AVG artikel 77):
data-needed = Nodig.
data-free = Niet verplicht.
data-register = Komt uit een register: u hoeft het niet te geven.
data-consent = Kiest u dat wij dit mogen gebruiken? Die toestemming kunt u altijd intrekken (AVG artikel 13 lid 2 c). Schrijf dat als bericht bij uw aanvraag, of vraag het een mens. Wat tot dan gebeurde, blijft geldig.
data-closed-medisch-adviseur = Gaat naar een afgesloten deel. Alleen u en de medisch adviseur openen het.
data-closed-bibob-coordinator = Gaat naar een afgesloten deel. Alleen u en de Bibob-coördinator openen het.
betrokkene-aanvrager = u
betrokkene-onderneming = wie handelt voor een onderneming of instelling
betrokkene-partner = uw partner
betrokkene-kind = uw kinderen
betrokkene-ouder = uw ouders
betrokkene-genodigde = wie de aanvrager noemt, en die zelf gegevens geeft
betrokkene-medewerker = wie bij de organisatie werkt
ontvanger-team = Het team dat dit behandelt.
ontvanger-klantcontact = Medewerkers die uw vragen beantwoorden.
ontvanger-klantcontact-afgeschermd = Medewerkers die uw vragen beantwoorden. Antwoorden over gezondheid zien zij niet.
ontvanger-medisch-adviseur = De medisch adviseur. Die opent uw medische papieren, en geeft het team alleen een advies.
ontvanger-bibob-coordinator = De Bibob-coördinator. Die opent uw Bibob-formulier en de stukken erbij, en geeft het team alleen een advies.
ontvanger-beheerder = Wie deze site beheert, in opdracht van de organisatie.
ontvanger-registers = De registers die wij iets vragen: zij zien over wie wij het vragen.
ontvanger-ander-orgaan = Een andere overheidsorganisatie, als die erover gaat (Awb artikel 2:3). U ziet aan wie.
ontvanger-mailserver = De dienst die onze e-mail bezorgt, als u een e-mailadres geeft.
ontvanger-inlogdienst = De dienst waarmee u inlogt: DigiD of eHerkenning.
ontvanger-toezicht = De functionaris gegevensbescherming, die toezicht houdt.
veld-brp-burgerservicenummer = Burgerservicenummer
veld-brp-geslacht = Geslacht
veld-brp-naam = Naam
veld-brp-geboorte = Geboorte: datum, plaats en land
veld-brp-geboorte-datum = Geboortedatum
veld-brp-geboorte-plaats = Geboorteplaats
veld-brp-geboorte-land = Geboorteland
veld-brp-verblijfplaats = Adres
veld-brp-gemeenteVanInschrijving = Gemeente waar u staat ingeschreven
veld-brp-datumInschrijvingInGemeente = Sinds wanneer u daar staat ingeschreven
veld-brp-nationaliteiten = Nationaliteit
veld-brp-verblijfstitel = Verblijfsrecht
veld-brp-indicatieCurateleRegister = Of u onder curatele staat
veld-brp-gezag = Gezag over kinderen
veld-brp-partners = Uw partner, met alles wat daarvan in de basisregistratie staat
veld-brp-partners-burgerservicenummer = Burgerservicenummer van uw partner
veld-brp-partners-naam = Naam van uw partner
veld-brp-partners-geboorte = Geboorte van uw partner
veld-brp-partners-geboorte-datum = Geboortedatum van uw partner
veld-brp-partners-soortVerbintenis = Huwelijk of geregistreerd partnerschap
veld-brp-partners-aangaanHuwelijkPartnerschap = Wanneer en waar dat begon
veld-brp-partners-ontbindingHuwelijkPartnerschap = Of en wanneer dat is geëindigd
veld-brp-kinderen = Uw kinderen, met alles wat daarvan in de basisregistratie staat
veld-brp-kinderen-burgerservicenummer = Burgerservicenummer van uw kinderen
veld-brp-kinderen-naam = Naam van uw kinderen
veld-brp-kinderen-geboorte = Geboorte van uw kinderen
veld-brp-kinderen-geboorte-datum = Geboortedatum van uw kinderen
veld-brp-ouders = Uw ouders, met alles wat daarvan in de basisregistratie staat
veld-brp-ouders-burgerservicenummer = Burgerservicenummer van uw ouders
veld-brp-ouders-naam = Naam van uw ouders
veld-brp-ouders-geboorte = Geboorte van uw ouders
veld-brp-ouders-geboorte-datum = Geboortedatum van uw ouders
veld-bag-adres = Of het adres bestaat, en hoe het officieel heet
veld-kvk-basisprofiel = Naam, rechtsvorm, activiteiten en adres van de onderneming of instelling
veld-kvk-vestigingsprofiel = Gegevens van de vestiging
veld-rdw-houderschap = Of het kenteken op uw naam staat
veld-bri-inkomen = Uw inkomen van een jaar

## Berichten
berichten-title = Berichten
berichten-unread = { $n ->
    [0] U heeft alles gelezen.
    [one] U heeft 1 nieuw bericht.
   *[other] U heeft { $n } nieuwe berichten.
}
berichten-none = Er zijn nog geen berichten voor u.
berichten-message = Bericht
berichten-besluit = Besluit
berichten-aanvulling = Vraag om aanvulling
berichten-aanvulling-ingetrokken = Aanvulling niet meer nodig
berichten-doorgezonden = Doorgestuurd
berichten-receipt = Ontvangstbewijs
berichten-new = Nieuw
berichten-proof = Bewijs van verzenden en lezen
berichten-more = Oudere berichten
mine-messages = { $n ->
    [0] Uw berichten
   *[other] Uw berichten: { $n } nieuw
}
bewijs-title = Bewijs van verzenden en lezen
bewijs-file = bewijs
bewijs-lead = Zo is dit bericht naar u verzonden, en zo is het gelezen (Algemene wet bestuursrecht, artikel 2:25).
bewijs-what = Wat
bewijs-placed = Klaargezet in Mijn overheid
bewijs-announced = E-mail die zei dat er iets is
bewijs-announced-at = Verzonden op { $moment } aan { $to }
bewijs-announced-waits = Nog niet verzonden. Sinds { $moment } klaar voor { $to }. Wij proberen het steeds opnieuw.
bewijs-announced-refused = Niet gelukt: { $to } nam de e-mail niet aan. Daarom proberen wij het sinds { $moment } niet meer.
bewijs-announced-none = Niet verzonden: er is geen e-mailadres gegeven.
bewijs-read = Voor het eerst gelezen
bewijs-read-not = Nog niet gelezen
bewijs-save = Bewaar als PDF
bewijs-log = Uit het logboek
bewijs-log-text = Deze regels staan in een logboek dat niemand ongemerkt kan veranderen. Met het nummer en het controlegetal kan iedereen die erover moet oordelen dat nagaan.
bewijs-line = Regel { $number }, controlegetal { $hash }
bewijs-line-waits = Deze regel is net geschreven. Open deze pagina opnieuw voor het nummer.
action-berichten-bekeken = De lijst met uw berichten bekeken
action-bewijs-gegeven = Een bewijs van verzenden en lezen gegeven
action-brief-verzonden = U per e-mail laten weten dat er iets is
action-brief-geweigerd = Een e-mail niet kunnen bezorgen: uw e-mailadres nam die niet aan
action-brief-vervallen = Een e-mail niet meer verzonden
## Overdragen aan een ander loket (zorgtoeslag)
start-zorgtoeslag = Begin met uitrekenen
doel-zorgtoeslag-voorbereiden = uw eigen gegevens laten zien bij het voorbereiden van zorgtoeslag
action-elders-gedaan = Gezegd dat u het bij Dienst Toeslagen heeft aangevraagd
action-zaak-overgedragen = Uw blad voor Dienst Toeslagen gemaakt
source-bri = Uit de Basisregistratie Inkomen, { $date }.
source-self = Door u ingevuld.
known-no-partner = Geen echtgenoot of geregistreerd partner
known-income = { $amount } (over { $year })
known-no-income = Geen inkomen bekend over { $year }
form-differs-unchecked = U kunt gewoon verder. Het komt op uw blad te staan. Laten verbeteren doet u in Mijn overheid, bij Mijn gegevens.
form-away-unchecked = Wij kunnen dit nu niet opzoeken. Vul het zelf in.
handover-title = Uw blad voor Dienst Toeslagen staat klaar
handover-pdf-title = Uw blad voor Dienst Toeslagen
handover-nothing-yet = U heeft nog niets aangevraagd.
handover-until = Dat doet u zelf bij { $name }. Voor { $year } kan dat tot en met { $date }.
handover-yourself = Dat doet u zelf bij { $name }.
handover-done-hint = Heeft u het aangevraagd? Wij kunnen dat niet zien. Zeg het ons, dan staat het niet meer bij wat u nog moet doen.
handover-done-button = Ik heb het aangevraagd
handover-done = U zei op { $date } dat u het heeft aangevraagd bij { $name }.
handover-save = Bewaar dit blad als PDF
handover-where = Aanvragen
handover-rough = Hoeveel is het ongeveer?
handover-amount = Ongeveer { $month } per maand. Dat is { $amount } over heel { $year }.
handover-amount-from = Ongeveer { $month } per maand, vanaf { $date }. Dat is { $amount } over de rest van { $year }. Zorgtoeslag begint op de eerste dag van de maand nadat u 18 werd (Zorgverzekeringswet artikel 16 lid 2; Wet op de zorgtoeslag artikel 2 lid 5).
handover-not-yet = Over { $year } krijgt u nog geen zorgtoeslag. Die begint op { $date }: de eerste dag van de maand nadat u 18 werd (Zorgverzekeringswet artikel 16 lid 2; Wet op de zorgtoeslag artikel 2 lid 5).
handover-too-little = Zorgtoeslag begint voor u op { $date }: de eerste dag van de maand nadat u 18 werd. Over de rest van { $year } is het bedrag zo klein dat u het niet krijgt (Awir artikel 14 lid 5).
handover-income-over = U krijgt over { $year } waarschijnlijk geen zorgtoeslag, omdat het inkomen hoger is dan { $limit }.
handover-assets-over = U krijgt over { $year } waarschijnlijk geen zorgtoeslag, omdat het vermogen op 1 januari hoger was dan { $limit }.
handover-no-figures = De bedragen over { $year } kennen wij nog niet. Daarom noemen wij geen bedrag.
handover-partner-unknown = Of u een toeslagpartner heeft, bepaalt hoeveel u krijgt. Daarom noemen wij geen bedrag.
handover-estimate = Dit is een schatting op wat u invulde, geen besluit. Wordt uw inkomen hoger dan u denkt? Dan moet u later een deel terugbetalen.
handover-no-decision = Dit is een schatting op wat u invulde, geen besluit. Wordt het anders dan u denkt? Reken het dan opnieuw uit. Aanvragen mag altijd.
handover-supposes = Wij gaan ervan uit dat er dit jaar verder niets verandert, en dat u een Nederlandse zorgverzekering heeft. Heeft u een toeslagpartner? Dan die ook.
handover-still = U kunt wel gewoon aanvragen.
handover-take = Dit neemt u mee
handover-next = Wat gebeurt er daarna?
handover-only = { $name } is de enige die uw aanvraag mag aannemen en erover beslist ({ $basis }). De gemeente gaat daar niet over: bij haar kunt u dus geen bezwaar maken.
handover-back = Dit blad terugvinden
handover-kept = U vindt dit blad terug in Mijn overheid. Op { $date } gooien wij het weg.
handover-help = Hulp nodig bij het aanvragen? Dat kan bij { $team }.
handover-at = Gemaakt met hulp van { $name }.
handover-made = Gemaakt
handover-made-at = Gemaakt met hulp van
handover-check-title = Wat gebeurt er nu?
handover-check-text = U krijgt een blad met alles wat u nodig heeft. U vraagt hiermee nog niets aan: dat doet u daarna zelf bij { $name }. Wij sturen niets door.
handover-check-button = Maak het blad
handover-elsewhere-title = U kunt meteen aanvragen bij { $name }
handover-elsewhere-text = Uw gemeente helpt hier nog niet met voorbereiden. Dat hoeft ook niet: u kunt het zelf.
mine-handover = U heeft nog niets aangevraagd. Dat doet u bij { $name }.
product-other-ways-handover = Liever samen met iemand? Vraag hulp aan uw gemeente, of vraag het een mens, hier op de site. Aanvragen kan alleen bij de organisatie hierboven.

## Het besluit op papier
besluit-save = Bewaar het besluit als PDF
besluit-number = Nummer van het besluit
besluit-date = Datum
besluit-organ = Genomen door
besluit-in-name = Genomen namens
besluit-mandaat = Door
besluit-for = Voor
besluit-asked = Hierover is besloten
besluit-about = Over
besluit-received = Ontvangen
besluit-result = Besluit
acts-for-person = U regelt dit voor { $name }
behalf-for-label = Voor wie
behalf-by-label = Verstuurd door
behalf-by-gezag = { $name }, ouder of voogd
behalf-by-machtiging = { $name }, met een machtiging
behalf-ended-title = U kunt dit niet meer voor een ander doen
behalf-ended-text = De machtiging van { $name } is gestopt of verlopen, of het is te lang geleden dat wij keken of u dit mag. Wij hebben niets meer veranderd of verstuurd.
behalf-ended-kept = Wat u begon, is bewaard bij de persoon voor wie u het deed. Die kan het zelf afmaken. Mag u dit nog wel? Vraag dan een nieuwe machtiging.
namens-self = Weer voor uzelf
namens-title = Voor wie wilt u iets regelen?
namens-lead = U kunt iets regelen voor iemand die u heeft gemachtigd, en voor uw kind. Boven aan elke pagina staat voor wie u het doet.
namens-people-title = Iemand die u machtigde
namens-people-none = Niemand heeft u nu gemachtigd. Heeft u acht woorden gekregen? Typ ze bij Machtigingen.
namens-machtiging = { $services } · tot en met { $date }
namens-button = Iets regelen voor { $name }
namens-kind-title = Ik regel iets voor mijn kind
namens-kind-text = Wij zoeken in de Basisregistratie Personen op welke kinderen u heeft en of u gezag over hen heeft. Uw kind kan later zien dat u dit opvroeg.
namens-kind-link = Zoek mijn kinderen op
namens-kind-lead = Dit zijn uw kinderen tot 18 jaar, volgens de Basisregistratie Personen van dit moment.
namens-kind-none = Wij vinden geen kinderen tot 18 jaar. Klopt dat niet? Vraag het een mens.
namens-kind-other = Staat een kind er niet bij, of klopt er iets niet? Dan kunt u terecht aan de balie van uw gemeente. Neem een legitimatie mee, en een papier waaruit blijkt dat u het gezag heeft.
namens-kind-older = Voor dit kind kunt u hier niets meer regelen: daarvoor is het te oud. Het doet dit zelf.
namens-kind-no-gezag = Het register zegt niet dat u gezag over dit kind heeft, of kan dat niet zeggen. Ga naar de balie van uw gemeente.
namens-kind-doubt = De gemeente onderzoekt of de gegevens van dit kind kloppen. Tot dat klaar is, regelt u dit aan de balie.
namens-away-title = Wij kunnen het nu niet opzoeken
namens-away-text = De Basisregistratie Personen antwoordt niet. Wij weten daarom niet zeker of u gezag heeft, en kunnen u nu niets voor uw kind laten regelen.
namens-away-next = Probeer het later nog eens. Heeft het haast? Ga dan naar de balie van uw gemeente, met uw legitimatie.
machtigingen-title = Machtigingen
machtigingen-lead = U kunt iemand machtigen om iets voor u te regelen. U kiest wat en tot wanneer. U kunt altijd stoppen.
machtigingen-given = Wie mag iets voor u doen
machtigingen-given-none = U heeft niemand gemachtigd.
machtigingen-held = Voor wie u iets mag doen
machtigingen-held-none = Niemand heeft u gemachtigd.
machtiging-title = Machtiging
machtiging-state = Hoe het ervoor staat
machtiging-offered = Nog niet aangenomen. De acht woorden werken tot { $date }
machtiging-lapsed = Niet op tijd aangenomen. De acht woorden werken niet meer
machtiging-stands = Geldig tot en met { $date }
machtiging-over = Verlopen op { $date }
machtiging-ended = Gestopt op { $date }
machtiging-to = { $name } (u noemde: { $meant })
machtiging-end = Machtiging stoppen
machtiging-stop = Machtiging teruggeven
machtiging-give-title = Iemand machtigen
machtiging-give-lead = U geeft iemand schriftelijk toestemming om iets namens u te doen. U krijgt acht woorden. Die geeft u aan die persoon.
machtiging-name-hint = Zo herkent u de machtiging later. Bijvoorbeeld: mijn dochter Anna.
machtiging-services-hint = Alleen dit mag die persoon voor u doen en zien. Niets anders van u.
machtiging-for-maand = Eén maand, tot en met { $date }
machtiging-for-halfjaar = Een half jaar, tot en met { $date }
machtiging-for-jaar = Een jaar, tot en met { $date }
machtiging-for-tweejaar = Twee jaar, tot en met { $date }
machtiging-give-note = Geef de woorden alleen aan wie u vertrouwt. Die persoon ziet uw naam en, bij het invullen, wat wij al van u weten. In Mijn overheid ziet u wat er namens u is gedaan.
machtiging-give-button = Machtiging geven
machtiging-words-title = Geef deze acht woorden door
machtiging-words-lead = Wie deze woorden typt, mag voor u doen wat hieronder staat. Ze werken één keer, tot { $date }.
machtiging-words-surer = De woorden laten wij alleen zien als wij zekerder weten dat u het bent: wie ze heeft, kan iets regelen waarvoor u zelf ook op een hoger niveau inlogt, bijvoorbeeld met de DigiD-app met ID-check.
machtiging-words-show = Laat de woorden zien
machtiging-words-how = De ander logt in met de eigen DigiD, gaat naar Mijn overheid en kiest Machtigingen. Lees de woorden voor, of schrijf ze op. Stuur ze nooit naar iemand die u niet kent.
machtiging-take-title = Heeft u acht woorden gekregen?
machtiging-take-text = Typ ze hier. U ziet eerst van wie de machtiging is en waarvoor.
machtiging-code-label = De acht woorden die u heeft gekregen
machtiging-code-hint = Degene die u machtigt, heeft ze u gegeven. Spaties, streepjes en hoofdletters maken niet uit.
machtiging-take-button = Machtiging bekijken
machtiging-offer-title = Wilt u deze machtiging aannemen?
machtiging-offer-lead = { $name } machtigt u om dit te doen:
machtiging-offer-until = De machtiging geldt tot en met { $date }. U kunt haar altijd teruggeven.
machtiging-offer-note = Neemt u haar aan, dan ziet de ander uw naam, en later wat u heeft gedaan.
machtiging-offer-button = Machtiging aannemen
mine-behalf-lead = Dit mag u regelen voor { $name }:
mine-behalf-only = Hieronder staat alleen wat daarbij hoort. De rest van Mijn overheid is er alleen voor die persoon zelf.
mine-others-title = Voor en door een ander
mine-others-act = Iets regelen voor een ander, of voor uw kind
mine-others-let = Iemand machtigen om iets voor u te regelen
field-voor = Wie machtigt u?
field-diensten = Wat mag die persoon voor u doen?
field-tot = Hoe lang?
fault-machtiging-name = Vul in wie u machtigt, in hooguit 80 letters.
fault-machtiging-service = Kies ten minste één ding dat die persoon mag doen.
fault-machtiging-until = Kies hoe lang de machtiging geldt. Langer dan twee jaar kan niet.
fault-machtiging-code = Deze woorden kennen wij niet, of ze zijn al gebruikt. Vraag de ander om nieuwe.
fault-machtiging-words = Dit zijn geen acht woorden van een machtiging. Controleer ze met degene die ze u gaf: elk woord heeft vijf letters.
refused-machtiging-own = Dit is uw eigen machtiging. Geef de woorden aan de ander.
refused-machtiging-late = Deze woorden werken niet meer. Vraag de ander om een nieuwe machtiging.
refused-machtiging-over = Deze machtiging geldt niet meer.
refused-machtiging-many = U heeft al twintig machtigingen gegeven. Stop er eerst een.
refused-machtiging-not-adult = Wie gemachtigd wordt, moet 18 jaar of ouder zijn. Dat kunnen wij van u niet vaststellen. Klopt dat niet? Vraag het een mens.
refused-machtiging-no-name = In de Basisregistratie Personen staat geen naam van u. Daarom kunnen wij dit niet vastleggen. Vraag het een mens.
refused-machtiging-away = De Basisregistratie Personen antwoordt niet. Wij kunnen daarom nu geen machtiging vastleggen. Probeer het later nog eens, of geef een machtiging op papier af aan de balie.
refused-child-deceased = Volgens de Basisregistratie Personen is dit kind overleden. Klopt dat niet, of moet u nog iets regelen? Vraag het een mens.
refused-child-elsewhere = Volgens de Basisregistratie Personen woont dit kind niet in Nederland. Ga naar de balie van de gemeente, of vraag het een mens.
refused-child-desk = Voor dit kind kunt u dit alleen aan de balie van de gemeente regelen. Neem uw legitimatie mee.
refused-child-doubt = De gemeente onderzoekt of de gegevens van dit kind kloppen. Tot dat klaar is, regelt u dit aan de balie.
refused-child-no-gezag = Het register zegt niet dat u gezag over dit kind heeft, of kan dat niet zeggen. Ga naar de balie van uw gemeente, met een papier waaruit uw gezag blijkt.
refused-child-too-old = Dit kind is te oud: het doet dit zelf.
refused-behalf-deceased = Volgens de Basisregistratie Personen is de persoon voor wie u dit doet overleden. Daarmee is uw machtiging gestopt. Moet u nog iets regelen? Vraag het een mens.
refused-behalf-emigrated = Volgens de Basisregistratie Personen woont de persoon voor wie u dit doet in het buitenland. Vraag het een mens.
error-not-for-another-title = Dit kunt u niet voor een ander doen
error-not-for-another-text = Dit hoort niet bij wat u voor deze persoon mag doen.
error-not-for-another-next = Wilt u het voor uzelf doen? Kies boven aan de pagina Weer voor uzelf.
error-not-for-branch-title = Dit kunt u niet voor één vestiging doen
error-not-for-branch-text = U handelt voor één vestiging. Dit gaat over het hele bedrijf.
error-not-for-branch-next = Laat het doen door iemand die voor het hele bedrijf is gemachtigd. Of vraag de beheerder van eHerkenning in uw bedrijf om een ruimere machtiging.
error-not-for-company-title = Dit kan niet voor een bedrijf
error-not-for-company-text = Dit is er alleen voor mensen die met DigiD zijn ingelogd.
error-not-for-company-next = Voor uw onderneming of instelling regelt u machtigingen bij eHerkenning.
looked-representative = Iemand die voor u handelt of wilde handelen, bij { $name }
action-machtiging-gegeven = Iemand gemachtigd
action-machtiging-bekeken = Een machtiging van u bekeken
action-machtiging-aangenomen = Uw machtiging aangenomen
action-machtiging-gebruikt = Begonnen namens u te handelen
action-machtiging-ingetrokken = Een machtiging gestopt
action-machtiging-opgezegd = Uw machtiging teruggegeven
action-machtiging-vervallen = Uw machtiging gestopt, omdat u volgens de Basisregistratie Personen bent overleden
action-machtiging-vernietigd = Een oude machtiging vernietigd
action-machtigingen-bekeken = De lijst met uw machtigingen bekeken
action-namens-begonnen = Overgegaan op handelen namens u
action-namens-geeindigd = Gestopt met handelen namens u
doel-machtiging = een machtiging vastleggen of gebruiken
doel-regelen-voor-kind = nagaan of een ouder iets voor een kind mag regelen
doel-of-service = { $purpose }
doel-bericht-sturen = bericht sturen
doel-bezwaar-maken = bezwaar maken
doel-bewijs-geven = bewijs geven
doel-eigen-berichten-tonen = eigen berichten tonen
doel-eigen-gegevens-meegeven = eigen gegevens meegeven
doel-eigen-zaken-tonen = eigen zaken tonen
doel-formulier-laten-invullen = formulier laten invullen
doel-foto-s-nakijken-op-virussen = foto’s nakijken op virussen
doel-gegevens-verbeteren = gegevens verbeteren
doel-inloggen = inloggen
doel-klacht-doen = een klacht doen
doel-inzage-geven-aan-wie-de-volgcode-heeft = inzage geven aan wie de volgcode heeft
doel-later-controleren = later controleren
doel-ontvangstbewijs-tonen = ontvangstbewijs tonen
doel-toezicht-op-het-gebruik-van-persoonsgegevens = toezicht op het gebruik van persoonsgegevens
doel-tonen-wie-heeft-gekeken = tonen wie heeft gekeken
doel-voor-een-ander-handelen = voor een ander handelen
doel-vraag-beantwoorden = vraag beantwoorden
doel-klacht-behandelen = klacht behandelen
doel-klacht-doen = klacht doen
doel-bezwaar-behandelen = bezwaar behandelen
doel-bezwaar-maken = bezwaar maken
doel-verzoek-tot-verbetering-behandelen = verzoek tot verbetering behandelen
doel-verzoek-om-geheimhouding-behandelen = verzoek om geheimhouding behandelen
doel-werkvoorraad-tonen = werkvoorraad tonen
doel-zaak-behandelen = zaak behandelen
doel-zaak-intrekken = een zaak intrekken
desk-acts-as = Handelt als
mine-behalf-none = Er loopt nu niets.
mine-branch-lead = Hier staat alles wat voor uw vestiging is aangevraagd, gemeld en gevraagd.
mine-branch-only = Wat voor het hele bedrijf is gedaan, ziet alleen wie voor het hele bedrijf is gemachtigd.
desk-branch = Vestiging

## Beheer
nav-manage = Beheer
manage-title = Beheer
manage-link = Naar het beheer van uw organisatie
manage-organisation = Uw organisatie
manage-organisation-text = Wie vragen beantwoordt, hoe snel, en hoe inwoners u bereiken.
manage-organisation-link = Bekijk wat uw organisatie over zichzelf zegt
manage-workers-title = Medewerkers en rollen
manage-workers-text = Wie bij uw organisatie wat mag.
manage-workers-link = Bekijk medewerkers en rollen
manage-waiting-title = Wacht op een tweede paar ogen
manage-waiting-none = Er wacht niets.
manage-waiting-own = Een collega moet dit bekijken.
manage-waiting-you = U kunt dit bekijken en publiceren.
manage-services-title = Diensten
manage-service = Dienst
manage-offered = Wordt aangeboden
manage-version = Versie
manage-state-never = Nog niet ingesteld
manage-state-files = Zoals bij de start ingesteld
manage-state-published = Gepubliceerd op { $date } door { $name }
manage-state-stopped = Stopgezet op { $date } door { $name }
manage-proposed = Voorgesteld door { $name } op { $date }.
manage-decided-published = Voorgesteld door { $by } op { $proposed }. Gepubliceerd door { $name } op { $date }.
manage-decided-rejected = Voorgesteld door { $by } op { $proposed }. Afgewezen door { $name } op { $date }.
manage-thing-waits = Er wacht een voorstel van { $name }.
manage-thing-waits-link = Bekijk het voorstel
manage-edit = Stel een wijziging voor
manage-edit-again = Stel voor om dit aan te bieden
manage-edit-title = Wijzig: { $name }
manage-edit-lead = Vul in hoe het wordt. Daarna ziet u wat er verandert. Er verandert pas iets als een collega uw voorstel publiceert.
manage-edit-waits = Er wacht al een voorstel. Een nieuw voorstel kan pas als dat is gepubliceerd of afgewezen.
manage-now-title = Zo is het nu
manage-past-title = Alle versies
manage-past-none = Er is hier nog niets gewijzigd.
manage-past-first = Eerste versie
manage-past-files = Uit de bestanden waarmee deze site begon.
manage-past-waits = Voorstel van { $name }. Wacht op een collega.
manage-past-stopped = Stopgezet door { $name }.
manage-past-published = Voorgesteld door { $name }, gepubliceerd door { $other }.
manage-past-rejected = Voorgesteld door { $name }, afgewezen door { $other }.
manage-stop-title = Zet deze dienst meteen stop
manage-stop-text = Dit kunt u alleen doen, zonder collega: als er iets mis is, moet het snel kunnen. Inwoners kunnen hier dan niets nieuws meer versturen. Wat al is verstuurd, loopt door. In het register van verwerkingen blijft staan dat uw organisatie deze gegevens bewaart. Weer aanzetten doet u samen met een collega.
manage-stop-label = Waarom zet u de dienst stop?
manage-stop-hint = Uw collega’s lezen dit bij de versies.
manage-stop-button = Zet de dienst nu stop
manage-preview-title = Wat er verandert
manage-preview = Bekijk wat er verandert
manage-preview-text = Een collega die ook beheerder is, bekijkt dit en publiceert het. Tot dan blijft alles zoals het is.
manage-propose = Stel dit voor
manage-back-to-form = Terug naar het formulier
manage-change-what = Wat
manage-change-before = Nu
manage-change-after = Wordt
manage-nothing = niets
manage-why = Waarom:
manage-reason = Reden van afwijzen:
manage-why-hint = Uw collega leest dit voor het publiceren. Bijvoorbeeld: de raad heeft de norm verlaagd op 12 november.
manage-choose = Kies ja of nee
manage-version-title = Versie: { $name }
manage-version-waits = Voorstel: { $name }
manage-version-stopped = Stopgezet: { $name }
manage-version-own = U stelde dit zelf voor. Een collega die ook beheerder is, moet het publiceren.
manage-version-old = Dit voorstel past niet meer bij hoe het nu is: er is intussen een andere versie gepubliceerd. Wijs het af en maak een nieuw voorstel.
manage-version-whole = Alles wat in deze versie staat
manage-publish-text = Klopt dit? Na publiceren geldt het meteen voor iedereen die iets verstuurt. Wat al is verstuurd, houdt de oude versie.
manage-publish-roles = Klopt dit? Na publiceren heeft deze collega precies deze rollen, vanaf de volgende pagina die de collega opent.
manage-worker-unknown = Voor { $name } zijn hier nog nooit rollen vastgelegd. Wij kunnen niet zien of uw inlogdienst deze naam kent. Controleer de naam: kent uw inlogdienst hem niet, dan verandert er voor niemand iets.
manage-compared = Deze dienst wordt nu niet aangeboden. Hieronder staat wat anders is dan in de laatste versie die gold.
manage-publish = Publiceer dit
manage-reject = Wijs dit voorstel af
manage-reject-label = Waarom?
manage-reject-hint = Uw collega’s lezen dit bij de versies.
manage-reject-button = Wijs af
manage-withdraw = Trek uw voorstel in
manage-withdraw-button = Trek in
manage-part-answer = Wie antwoordt, en hoe snel
manage-part-cost = Wat het kost
manage-part-rule = De eigen regel waarop dit rust
manage-part-term = De termijn van het besluit
manage-part-decision = Wie besluit er?
manage-part-contact = Hoe inwoners u bereiken
manage-part-officer = Wie toezicht houdt op gegevens
manage-part-questions = Vragen van inwoners
manage-roles-of = de rollen van { $name }
manage-roles-title = Geef of neem rollen
manage-roles-label = Welke rollen heeft deze collega straks?
manage-roles-hint = Kies alle rollen die de collega straks heeft. Kiest u er geen, dan mag de collega hier niets meer.
fault-roles-apart = Wie advies geeft over afgesloten papieren, kan niet ook behandelaar zijn of bij klantcontact werken. Wie besluit, mag die papieren niet openen.
fault-roles-officer = De functionaris gegevensbescherming houdt toezicht op wat collega’s hier doen. Daarom kan die hier geen andere rol hebben (AVG, artikel 38 lid 6).
manage-roles-sign-in = Rollen van uw inlogdienst
manage-no-roles = geen rollen
manage-since = Sinds
manage-worker-hint = De naam waaronder uw organisatie deze collega kent in de inlogdienst, bijvoorbeeld: gm0307-kcc.
manage-workers-lead = Wie hier staat, heeft alleen de rollen die hier staan. Alle anderen hebben de rollen die uw inlogdienst meegeeft. Uw eigen rollen kunt u niet wijzigen.
manage-workers-none = Voor niemand zijn hier rollen vastgelegd. Iedereen heeft de rollen van uw inlogdienst.
manage-workers-waits = Er wacht een voorstel
manage-propose-roles = Stel deze rollen voor
unit-werkdagen = werkdagen
unit-dagen = dagen, ook in het weekend
unit-weken = weken
unit-maanden = maanden
field-dienst = Deze dienst
field-team-nl = Het team dat antwoordt
field-team-nl-hint = Zoals inwoners het lezen, bijvoorbeeld: Team Parkeren van de gemeente Amersfoort.
field-team-en = Het team dat antwoordt, in het Engels
field-norm-term = Binnen hoeveel tijd belooft u antwoord?
field-norm-term-hint = Een getal, bijvoorbeeld 10.
field-norm-eenheid = Dat zijn
field-norm-source = Waar staat die belofte?
field-norm-source-hint = Bijvoorbeeld: Servicenormen 2026, onderdeel 3.
field-leges-nl = Kosten hier
field-leges-nl-hint = In een zin, bijvoorbeeld: U betaalt € 35,40 per jaar. Leeg is wat landelijk geldt.
field-leges-en = Kosten hier, in het Engels
field-verordening-naam = Naam van de verordening of regeling
field-verordening-artikel = Artikel
field-verordening-artikel-hint = Alleen nodig als u een verordening noemt.
field-verordening-datum = Geldt sinds
field-verordening-datum-hint = Bijvoorbeeld 31-12-2024.
field-verordening-link = Waar is die te lezen?
field-verordening-link-hint = Een adres dat begint met https://
field-termijn-term = Eigen termijn voor het besluit
field-termijn-term-hint = Een getal. Leeg is de termijn van de wet.
field-termijn-eenheid = Dat zijn
field-termijn-grondslag = Welk artikel geeft die termijn?
field-lex-silencio = Is een besluit dat te laat komt automatisch een ja?
field-lex-silencio-hint = Dienstenwet, artikel 28, en uw eigen verordening.
field-lex-silencio-bron = Welk artikel van uw verordening maakt dat het geen ja is?
field-lex-silencio-bron-hint = Alleen als u nee kiest. Noem de verordening en het artikel.
field-mandaat-aan = Wie besluit namens het bestuur?
field-mandaat-aan-hint = De functie, bijvoorbeeld: de teammanager Parkeren.
field-mandaat-grondslag = Welk mandaatbesluit geeft die bevoegdheid?
field-bevoegd-orgaan-nl = Beslist hier een ander orgaan dan dat van uw organisatie?
field-bevoegd-orgaan-nl-hint = Voluit, bijvoorbeeld: de invorderingsambtenaar van GBLT. Leeg is het orgaan van uw eigen organisatie.
field-bevoegd-orgaan-en = Dat orgaan in het Engels
field-volgorde-nl = Welk moment telt voor de volgorde?
field-volgorde-nl-hint = Algemene wet bestuursrecht, artikel 4:26.
field-volgorde-en = Welk moment telt, in het Engels
field-contact-telefoon = Telefoonnummer
field-contact-email = E-mailadres
field-contact-email-hint = Van het team, niet van een persoon.
field-contact-adres = Adres voor brieven en voor bezoek
field-contact-adres-hint = Bij een besluit staat dit als het adres voor een brief. Bijvoorbeeld: Postbus 12345, 1234 AB Amersfoort; balie: Stadhuisplein 1.
field-fg-email = E-mailadres van de functionaris gegevensbescherming
field-fg-email-hint = Dit staat bij elke privacyverklaring en in het register van verwerkingen. Zonder adres staat daar de pagina hieronder.
field-fg-link = Pagina over de functionaris gegevensbescherming
field-contact-openingstijden-nl = Wanneer bent u bereikbaar?
field-contact-openingstijden-nl-hint = Bijvoorbeeld: maandag tot en met vrijdag van 9 tot 17 uur.
field-contact-openingstijden-en = Wanneer u bereikbaar bent, in het Engels
field-vraag-team-nl = Het team dat vragen beantwoordt
field-vraag-team-en = Het team dat vragen beantwoordt, in het Engels
field-vraag-norm-term = Binnen hoeveel tijd belooft u antwoord?
field-vraag-norm-term-hint = Een getal, bijvoorbeeld 3.
field-vraag-norm-eenheid = Dat zijn
field-vraag-norm-source = Waar staat die belofte?
field-waarom-wijziging = Wat verandert er en waarom?
field-reden = Reden
field-medewerker = Collega
field-rollen = Rollen
fault-duration = Dit is geen termijn. Vul een heel getal in, bijvoorbeeld 10. Een termijn is hoogstens twee jaar.
fault-source = Vul in waar dit staat: de naam van de regeling en het artikel.
fault-both-languages = Zeg dit in het Nederlands en in het Engels. Wilt u hier niets zeggen? Maak dan beide velden leeg, waar dat mag.
fault-link = Dit is geen adres van een pagina. Het begint met https://.
fault-silence = Kies ja of nee. Bij deze vergunning moet u dat zeggen (Dienstenwet, artikel 28).
fault-queue = Vul in welk moment telt. Bij een subsidie moet u dat zeggen (Awb, artikel 4:26).
fault-no-decision = Bij deze soort dienst hoort geen besluit, dus ook geen termijn daarvoor. Maak dit veld leeg.
fault-norm-working-days = Een maand of jaar heeft geen vast aantal werkdagen. Kies een aantal werkdagen, of een andere eenheid.
fault-norm-too-long = Deze norm is te lang: na { $limit } dagen kan de termijn voor het besluit al voorbij zijn. Kies een kortere norm.
fault-rule-future = Deze dag moet nog komen: dan geldt de regel nu nog niet. Publiceer dit op of na die dag.
fault-service-wrong = Er klopt iets niet aan deze dienst zelf. De beheerder van het systeem ziet met “check services” wat dat is.
fault-version-waits = Er wacht al een voorstel hierover. Wat u invulde, staat er nog. Bekijk eerst dat voorstel.
fault-version-old = Een collega heeft intussen iets gepubliceerd. Wat u invulde, staat er nog. Bekijk opnieuw wat er verandert.
refused-four-eyes = U stelde dit zelf voor. Een collega die ook beheerder is, moet het publiceren.
refused-own-roles = Dit gaat over uw eigen rollen. Twee collega’s moeten dit doen.
refused-decided = Over dit voorstel is al besloten. Kijk bij de versies hoe het nu is.
refused-nothing-changes = Er verandert niets. Wat u invulde, is al zo.
refused-not-offered = Deze dienst wordt al niet aangeboden.
refused-version-wrong = Dit voorstel past niet meer bij de regels voor deze dienst. Wijs het af en maak een nieuw voorstel.
elsewhere-stopped-title = { $name } neemt dit hier nu niet aan
elsewhere-stopped-text = U kunt dit hier nu niet bij deze organisatie doen. Dat kan wel op haar eigen site of aan haar balie. Wat u eerder verstuurde, blijft in behandeling.
product-not-here = U kunt dit hier nu niet bij deze organisatie doen.
product-not-here-now = Dit kan hier nu niet. Onder “Wie doet het voor u?” leest u waar u terechtkunt.
product-norm-differs = Dat verschilt per organisatie. Vul hieronder in waar u woont, dan ziet u het.
product-reach = Bereikbaar: { $how }
receipt-reach = Contact
check-changed = Er is net iets veranderd bij de organisatie. Kijk de datum hieronder nog eens na. Klopt het, verstuur dan.
norm-months = { $n ->
    [one] { $n } maand
   *[other] { $n } maanden
}
norm-years = { $n } jaar
# Hoe iets afliep, zoals het zaaktype het noemt
resultaat-verleend = Verleend
resultaat-deels-verleend = Deels verleend
resultaat-van-rechtswege-verleend = Van rechtswege verleend
resultaat-geweigerd = Geweigerd
resultaat-wachtlijst = Wachtlijst
resultaat-geen-vergunning-nodig = Geen vergunning nodig
resultaat-niet-in-behandeling = Niet in behandeling
resultaat-ingetrokken = Ingetrokken
resultaat-kwijtschelding = Kwijtschelding
resultaat-deels-kwijtschelding = Deels kwijtschelding
resultaat-geen-kwijtschelding = Geen kwijtschelding
resultaat-opgelost = Opgelost
resultaat-ingepland = Ingepland
resultaat-doorgestuurd = Doorgestuurd
resultaat-niet-opgelost = Niet opgelost
resultaat-verwerkt = Verwerkt
resultaat-deels-verwerkt = Deels verwerkt
resultaat-niet-verwerkt = Niet verwerkt
resultaat-overgedragen = Overgedragen
resultaat-doorgezonden = Doorgezonden
session-over-title = Log eerst in
session-over-lead = Wat u typte, is niet verstuurd.
session-over-text = U bent uitgelogd, of wij moeten hiervoor zekerder weten dat u het bent. Kopieer uw tekst, log in en plak de tekst op de pagina. Koos u een bestand, kies dat dan ook opnieuw.
session-over-typed = Uw tekst
session-over-button = Log in
# Wie een aanvrager noemt en zelf gegevens geeft
letter-uitnodiging-subject = { $company } noemt u als { $role }
letter-uitnodiging-body =
    Goedendag,

    { $company } heeft u genoemd als { $role } in een aanvraag bij { $organisation }.

    Wij vragen u om zelf uw naam, geboortedatum en adres te geven. U typt niets over: u logt in met DigiD, kijkt wat de Basisregistratie Personen van u weet, en geeft dat met één knop.

    Waarom?
    { $why }
    { $ground }

    Hier geeft u uw gegevens:
    { $link }

    { $company } krijgt niet te zien wat u geeft, alleen dát u het heeft gegeven. De link is voor u alleen: stuur hem niet door.

    Kent u { $company } niet, klopt er iets niet of heeft u een vraag? Neem dan contact op met { $organisation }: { $contact }

    In English: { $other }

    Antwoorden op deze e-mail kan niet.
uitnodiging-words-title = Bent u gevraagd om gegevens te geven?
uitnodiging-words-text = Iemand noemde u in een aanvraag, bijvoorbeeld als leidinggevende. Typ de acht woorden die u kreeg. U ziet eerst wie u noemde en waarom.
uitnodiging-words-hint = Ze staan in de link in uw e-mail, of u kreeg ze van wie u noemde. Spaties, streepjes en hoofdletters maken niet uit.
uitnodiging-words-button = Verder
fault-uitnodiging-words = Typ acht woorden van vijf letters
fault-uitnodiging-code = Deze woorden werken niet. Misschien zijn er nieuwe gemaakt, of is de aanvraag er niet meer. Vraag nieuwe woorden aan wie u noemde.
uitnodiging-title = U bent genoemd als { $role }
uitnodiging-lead = { $company } heeft u genoemd in een aanvraag bij { $organisation }.
uitnodiging-asked = Wij vragen u om zelf uw naam, geboortedatum en adres te geven aan { $organisation }. U hoeft niets te typen: u logt in met DigiD, kijkt wat de Basisregistratie Personen van u weet, en geeft dat met één knop.
uitnodiging-why = Waarom uw gegevens nodig zijn
uitnodiging-unseen = { $company } krijgt niet te zien wat u geeft, alleen dat u het heeft gegeven.
uitnodiging-go = Verder met DigiD
uitnodiging-used = Met deze woorden zijn al gegevens gegeven, op { $moment }.
uitnodiging-used-you = Was u dat? Dan kunt u zien wat u gaf.
uitnodiging-used-look = Bekijk wat u gaf
uitnodiging-doubt = Klopt er iets niet?
uitnodiging-contact = Kent u het bedrijf niet, of heeft u een vraag? Neem contact op met { $organisation }: { $contact }
uitnodiging-this = Kijk of dit klopt. Deze gegevens geeft u aan { $organisation }.
uitnodiging-source = Uit de Basisregistratie Personen, gevraagd op { $moment }.
uitnodiging-wrong = Klopt er iets niet?
uitnodiging-secret = U heeft om geheimhouding gevraagd. Dat staat erbij voor wie de aanvraag behandelt: die mag uw gegevens niet aan anderen geven.
uitnodiging-number = Uw burgerservicenummer wordt gesloten bewaard, zodat u dit terugvindt. Niemand krijgt het hier te zien.
uitnodiging-named = { $company } noemde u: { $name }. Bent u dat niet? Geef dan niets, en vraag het een mens, onderaan deze pagina.
uitnodiging-button = Geef deze gegevens aan { $organisation }
uitnodiging-not = Geeft u ze liever niet zo? Dat mag. Neem dan contact op met { $organisation }: { $contact }. Zonder deze gegevens kan de aanvraag misschien niet helemaal worden beoordeeld.
uitnodiging-gave = U gaf deze gegevens aan { $organisation } op { $moment }.
uitnodiging-kept = Ze worden bewaard zolang als de aanvraag, en daarna vernietigd. Ieder die ze bekijkt, staat bij
sign-in-without-invited-text = U vraagt DigiD aan op digid.nl. Kan of wilt u dat niet? Neem dan contact op met de organisatie die u dit vraagt. Hoe, staat in de e-mail en op de pagina waar u vandaan komt.
refused-uitnodiging-over = Dit hoeft niet meer. De aanvraag is afgerond of ingetrokken.
refused-uitnodiging-given = Deze gegevens zijn al gegeven.
refused-uitnodiging-away = De Basisregistratie Personen antwoordt nu niet. Er is niets gegeven. Probeer het later nog eens: uw link blijft werken.
refused-uitnodiging-person = Dit kan alleen een mens voor zichzelf doen, met DigiD.
genodigden-title = Wie zelf gegevens geeft
genodigden-text = U noemde deze mensen. Wij vroegen ieder van hen om zelf naam, geboortedatum en adres te geven. U ziet wie dat deed, niet wat zij gaven.
genodigden-hint = Is een e-mail niet aangekomen? Maak dan nieuwe woorden en geef die zelf door. De oude link werkt dan niet meer.
genodigde-asked = Gevraagd op { $moment }
genodigde-given = Gegeven op { $moment }
genodigde-not-given = Nog niet gegeven
genodigde-new-words = Nieuwe woorden maken
genodigde-words-title = Woorden voor { $name }
genodigde-words-lead = Geef deze acht woorden aan deze persoon, en aan niemand anders. U ziet ze alleen nu.
genodigde-words-how = { $name } typt ze op { $place } en logt in met de eigen DigiD.
genodigde-words-old = De link en de woorden van eerder werken niet meer.
genodigde-words-back = Terug naar de aanvraag
genodigde-named = Genoemd als
genodigde-age = Leeftijd vandaag
genodigde-source = Gevraagd aan de BRP
genodigde-other-name = Geen woord van de naam die is genoemd, staat in de naam in de BRP. Dat kan kloppen, bijvoorbeeld met de naam van een partner. Kijk na of dit dezelfde persoon is.
desk-genodigden = Wie zelf gegevens geeft
desk-genodigden-hint = De aanvrager noemde deze mensen. Ieder logt zelf in met DigiD en geeft wat de BRP van hem of haar weet. Zij zien dat u dit bekijkt.
desk-genodigden-closed = Wat deze mensen gaven, ziet alleen wie de zaak behandelt.
mine-given-title = Wat u zelf gaf voor een ander
mine-given = Uw gegevens, voor een aanvraag van { $company }
mine-given-when = Gegeven aan { $organisation } op { $moment }
action-genodigde-gevraagd = Iemand die u noemde gevraagd om gegevens
action-genodigde-nieuwe-woorden = Nieuwe woorden gemaakt voor iemand die u noemde
action-uitnodiging-gelezen = Een uitnodiging bekeken van iemand die u noemde
action-uitnodiging-geopend = Een uitnodiging bekeken om gegevens te geven
action-gegevens-gegeven = Uw gegevens gegeven voor een aanvraag van een ander
action-gegeven-gelezen = Bekeken wat u gaf voor een aanvraag van een ander
action-gegeven-bekeken = De lijst bekeken van wat u gaf voor een ander
doel-leidinggevende = uw gegevens als leidinggevende laten zien en doorgeven
doel-uitnodiging-tonen = uitnodiging tonen

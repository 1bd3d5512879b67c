//! After all journeys of who signed in (a resident, a parent, who was authorised, a company, and those who handle and advise about what
//! they sent) no number of a person, no name or address of theirs and nothing that anybody typed stands readable anywhere.
use crate::{
    around::Around,
    card::{AAD, Card, LEVEL, later},
    mandates::{GERRIT, SUZANNE, acts_for_him, authorises},
    resident::{Page, Resident},
    running::{Product, databases, root},
    search::{self, Kept, number_in, numbers},
};
use std::time::{Duration, Instant};
use testing::{SmtpSink, jpeg};

/// Zoey, the daughter of Gerrit.
const ZOEY: &str = "999995832";
/// What they typed.
const TYPED: [&str; 17] = [
    "de poes heet Snorrebaard",
    "Zoey slaapt bij oma Truus",
    "Gerrit ligt in het Antonius",
    "het been is nooit genezen",
    "mevrouw huilde aan de balie",
    "we bellen u over de heup",
    "beperking aan heup en knie",
    "niet zonder hulp van de buren",
    "alleen open als de kok er is",
    "Dagobert de Bedrijfsleider",
    "lening van tante Sidonia",
    "zijn broer staat op de lijst",
    "Holthuysen met een lange ij",
    "zo staat het op mijn rijbewijs",
    "uw rijbewijs is geen bron",
    "hoe laat eet de burgemeester",
    "mijn buurvrouw van nummer zes",
];
/// The addresses of their letters, which stand on those letters.
const MAIL: [&str; 3] = ["gerrit.verhuist@example.org", "aad.verbetert@example.org", "kade.opent@example.org"];

/// Everybody who does something, signed in.
struct All {
    gerrit: Resident,
    suzanne: Resident,
    aad: Resident,
    tapper: Resident,
    lotte: Resident,
    wim: Resident,
    naima: Resident,
}

impl All {
    fn sign_in(product: &Product) -> Self {
        let all = Self {
            gerrit: Resident::at(&product.base),
            suzanne: Resident::at(&product.base),
            aad: Resident::at(&product.base),
            tapper: Resident::at(&product.base),
            lotte: Resident::at(&product.base),
            wim: Resident::at(&product.base),
            naima: Resident::at(&product.base),
        };
        all.gerrit.signs_in("digid", GERRIT, "/mijn");
        all.suzanne.signs_in("digid", SUZANNE, "/mijn");
        all.aad.signs_in_at(LEVEL, ("digid", AAD), "/mijn");
        all.tapper.signs_in_at(LEVEL, ("eherkenning", "Tapper"), "/mijn");
        for (staff, name) in [(&all.lotte, "Lotte Brouwer"), (&all.wim, "Wim de Haas"), (&all.naima, "Naima Benali")] {
            assert_eq!(staff.signs_in("medewerkers", name, "/balie").address, "/balie", "{name}");
        }
        all
    }
}

fn sees(page: Page, what: &str) -> Page {
    assert!(page.status == 200 && page.text.contains(what), "{what}: {} {}: {}", page.status, page.address, page.text);
    page
}

/// She moves, and so does her child; another does it for her, with a machtiging.
fn they_move(all: &All) -> String {
    let (gerrit, suzanne) = (&all.gerrit, &all.suzanne);
    let sent = gerrit.moves(&[("email", MAIL[0])]);
    let zaak = sent.address.replace("/bewijs/", "/mijn/zaken/");
    let words = format!("{GERRIT}: {}", TYPED[0]);
    sees(gerrit.post(&format!("{zaak}/bericht"), &[("bericht", &words)]).unwrap(), TYPED[0]);
    let list = gerrit.get("/mijn/namens/kind").unwrap();
    let zoey = list.between("name=\"voor\" value=\"kind ", "\"").unwrap();
    sees(gerrit.post("/mijn/namens", &[("voor", &format!("kind {zoey}"))]).unwrap(), "U regelt dit voor Zoey den Braber");
    let hers = gerrit.moves(&[]).address.replace("/bewijs/", "/mijn/zaken/");
    sees(gerrit.post(&format!("{hers}/bericht"), &[("bericht", TYPED[1])]).unwrap(), TYPED[1]);
    gerrit.post("/mijn/namens", &[("voor", "ik")]).unwrap();
    authorises(gerrit, suzanne, "verhuismelding");
    acts_for_him(suzanne);
    let his = suzanne.moves(&[]).address.replace("/bewijs/", "/mijn/zaken/");
    sees(suzanne.post(&format!("{his}/bericht"), &[("bericht", TYPED[2])]).unwrap(), TYPED[2]);
    suzanne.post("/mijn/namens", &[("voor", "ik")]).unwrap();
    sent.between("Uw nummer</dt><dd>", "</dd>").unwrap()
}

/// He applies for a parking card with a medical paper; the handler asks for more, the adviser opens the paper and advises.
fn he_gets_a_card(all: &All) {
    let (aad, lotte, wim) = (&all.aad, &all.lotte, &all.wim);
    let card = Card::asked_for_more(aad, lotte);
    let (mine, desk) = (format!("/mijn/zaken/{}", card.zaak), format!("/balie/zaken/{}", card.zaak));
    let taak = card.taak.unwrap();
    sees(aad.post(&format!("{mine}/taak/{taak}"), &[("antwoord", TYPED[3])]).unwrap(), TYPED[3]);
    sees(lotte.get(&desk).unwrap(), "Holthuizen");
    sees(lotte.post(&format!("{desk}/nummer"), &[]).unwrap(), AAD);
    sees(lotte.post(&format!("{desk}/notitie"), &[("notitie", TYPED[4])]).unwrap(), TYPED[4]);
    sees(lotte.post(&format!("{desk}/bericht"), &[("bericht", TYPED[5])]).unwrap(), TYPED[5]);
    let advice = format!("/balie/advies/{}", card.zaak);
    sees(wim.get(&advice).unwrap(), &card.number);
    sees(wim.get(&format!("{desk}/document/{}", card.paper)).unwrap(), "JFIF");
    sees(wim.post(&advice, &[("advies", TYPED[6])]).unwrap(), TYPED[6]);
    let until = later();
    let decision = [("resultaat", "Verleend"), ("uitleg", TYPED[7]), ("vervaldatum", &*until)];
    let decided = lotte.post(&format!("{desk}/besluit"), &decision).unwrap();
    sees(decided, TYPED[7]);
    sees(aad.get(&format!("{mine}/besluit")).unwrap(), "%PDF");
}

/// A café asks for a permit, with a paper of Bibob that only the coordinator opens.
fn a_company_opens_a_cafe(all: &All) {
    let (tapper, lotte, naima) = (&all.tapper, &all.lotte, &all.naima);
    let begun = tapper.post("/beginnen/horecabedrijf-exploitatievergunning", &[]).unwrap();
    let draft = begun.address.strip_suffix("/bedrijf").unwrap_or_else(|| panic!("{}: {}", begun.address, begun.text)).to_owned();
    let year = (values::dutch_date(values::Clock::now(&values::SystemClock)).year() + 1).to_string();
    let pages: [(&str, &[(&str, &str)]); 7] = [
        ("bedrijf", &[]),
        ("pand", &[("postcode", "3061 DG"), ("huisnummer", "108")]),
        ("zaak", &[("aanleiding", "nieuw"), ("soort-bedrijf", "cafe"), ("openingstijden", TYPED[8]), ("oppervlakte", "120")]),
        ("terras", &[("terras", "nee")]),
        ("begin", &[("startdatum-dag", "1"), ("startdatum-maand", "3"), ("startdatum-jaar", &year)]),
        ("leiding", &[("leidinggevenden-1-wie", TYPED[9]), ("leidinggevenden-1-mail", "dagobert@example.org")]),
        ("recht-op-pand", &[("eigendom", "eigenaar")]),
    ];
    for (page, fields) in pages {
        let next = tapper.post(&format!("{draft}/{page}"), fields).unwrap();
        assert!(next.status == 200 && !next.address.ends_with(&format!("/{page}")), "{page}: {}", next.text);
    }
    let paper = format!("%PDF-1.4\n% {}\n%%EOF\n", TYPED[10]);
    for (question, file) in [(("stukken", "plattegrond"), jpeg("")), (("bibob", "bibob"), paper.clone().into_bytes())] {
        assert_eq!(tapper.adds_file(&draft, question, &file).unwrap().status, 200, "{question:?}");
    }
    tapper.post(&format!("{draft}/contact"), &[("naam", TYPED[9]), ("email", MAIL[2])]).unwrap();
    let sent = tapper.post(&format!("{draft}/versturen"), &[]).unwrap();
    let zaak = sent.address.strip_prefix("/bewijs/").unwrap_or_else(|| panic!("{}: {}", sent.address, sent.text)).to_owned();
    sees(lotte.get(&format!("/balie/zaken/{zaak}")).unwrap(), TYPED[8]);
    let advice = format!("/balie/advies/{zaak}");
    let shown = sees(naima.get(&advice).unwrap(), "Bibob");
    let document = format!("/balie/zaken/{zaak}/document/");
    let mut papers = shown.text.split(&document).skip(1);
    let opens = |rest: &str| naima.get(&format!("{document}{}", rest.split('"').next().unwrap())).unwrap();
    assert!(papers.any(|rest| opens(rest).text.contains(TYPED[10])), "the coordinator reads the paper: {}", shown.text);
    sees(naima.post(&advice, &[("advies", TYPED[11])]).unwrap(), TYPED[11]);
}

/// He has the register corrected, and asks something; the handler looks up whose it is and answers.
fn he_asks(all: &All) {
    let (aad, lotte) = (&all.aad, &all.lotte);
    let fields = [("veld", "naam"), ("moet", TYPED[12]), ("waarom", TYPED[13]), ("email", MAIL[1])];
    let asked = aad.post("/mijn/correctie", &fields).unwrap();
    let vraag = asked.address.strip_prefix("/vraag/").unwrap_or_else(|| panic!("{}: {}", asked.address, asked.text)).to_owned();
    let desk = format!("/balie/vragen/{vraag}");
    sees(lotte.get(&desk).unwrap(), "Holthuizen");
    sees(lotte.post(&format!("{desk}/nummer"), &[]).unwrap(), AAD);
    sees(lotte.post(&format!("{desk}/antwoord"), &[("bericht", TYPED[14])]).unwrap(), TYPED[14]);
    let form = aad.get("/vraag").unwrap();
    let id = form.between("name=\"id\" value=\"", "\"").unwrap();
    aad.post("/vraag", &[("id", &id), ("bericht", TYPED[15]), ("plaats", "Rotterdam")]).unwrap();
    let given = [("voor", TYPED[16]), ("diensten", "verhuismelding"), ("tot", "maand")];
    sees(aad.post("/mijn/machtigingen/geven", &given).unwrap(), TYPED[16]);
    // What was begun and not sent is kept as well.
    assert_eq!(aad.post("/beginnen/verhuismelding", &[]).unwrap().status, 200);
}

/// Each looks at what there is of them, and takes it along.
fn they_look(all: &All) {
    for who in [&all.gerrit, &all.suzanne, &all.aad, &all.tapper] {
        for page in ["/mijn", "/mijn/gegevens", "/mijn/inzage", "/mijn/berichten", "/mijn/sessies", "/mijn/download"] {
            let shown = who.get(page).unwrap();
            assert!(shown.status == 200 && shown.address == page, "{page}: {} {}", shown.status, shown.address);
        }
    }
}

/// What the register has of these persons: whole names, and streets.
fn of_the_register(persons: &[&str]) -> Vec<String> {
    let text = std::fs::read_to_string(root().join("crates/simulators/data/personen.jsonl")).unwrap();
    let rows = text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let hers = rows.filter(|row| row["burgerservicenummer"].as_str().is_some_and(|bsn| persons.contains(&bsn)));
    let words = |row: serde_json::Value| {
        let at = |pointer: &str| row.pointer(pointer).and_then(|word| word.as_str()).unwrap_or_default().to_owned();
        [at("/naam/volledigeNaam"), at("/naam/geslachtsnaam"), at("/verblijfplaats/verblijfadres/officieleStraatnaam")]
    };
    let mut all: Vec<String> = hers.flat_map(words).collect();
    all.sort();
    all.dedup();
    assert!(all.len() >= 9 && all.iter().all(|word| word.len() > 5), "{all:?}");
    all
}

/// The letters, once these addresses have one; unfolded (quoted-printable).
fn letters(sink: &SmtpSink) -> String {
    let begin = Instant::now();
    loop {
        let all = sink.messages().join("\n").replace("=\r\n", "").replace("=\n", "");
        if MAIL.iter().all(|address| all.contains(address)) {
            return all;
        }
        assert!(begin.elapsed() < Duration::from_secs(30), "not all letters left: {all}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn nothing_of_who_signed_in_is_left_readable_anywhere() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let numbers = numbers();
    let of_them = of_the_register(&[GERRIT, SUZANNE, AAD, ZOEY]);
    for on in databases() {
        let kept = Kept::of(&on);
        let sink = runtime.block_on(SmtpSink::start());
        let mut product = Product::new(&on);
        for (name, value) in
            [("HOST", "127.0.0.1"), ("PORT", &sink.port().to_string()), ("TLS", "none"), ("FROM", "loket@example.org")]
        {
            product.set(&format!("SMTP__{name}"), value);
        }
        let _around = Around::of(&mut product);
        product.start();
        let all = All::sign_in(&product);
        let number = they_move(&all);
        he_gets_a_card(&all);
        a_company_opens_a_cafe(&all);
        he_asks(&all);
        they_look(&all);
        let letters = letters(&sink);
        let typed = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let mut found = vec![("letters".to_owned(), letters.into_bytes())];
        search::finds_in_each(&found, &number, &["letters"]);
        search::finds_none(&found, &[typed(&TYPED), of_them.clone()].concat());
        let everywhere = kept.everywhere(&mut product);
        search::finds_none(
            &everywhere,
            &[typed(&TYPED), typed(&MAIL), typed(&["JFIF", "Voorbeeldhof"]), of_them.clone()].concat(),
        );
        search::finds_in_each(&everywhere, &number, kept.places());
        found.extend(everywhere);
        for (name, bytes) in &found {
            assert_eq!(number_in(bytes, &numbers), None, "it stands in {name}");
        }
    }
}

//! When a day has passed on which something had to be there, its person reads so, and what she can do; never that it is still to come.
use crate::{
    around::Around,
    card::{self, Card},
    resident::{Page, Resident, proof},
    running::{Product, databases, faketime, root},
};
use std::{fs, path::Path};

const HUNDRED_DAYS: &str = "+100d";

/// Where silence means yes in Utrecht: an overlay that one of its own could publish.
fn services(folder: &Path) -> String {
    let to = folder.join("services");
    copy(&root().join("services"), &to);
    let overlay = to.join("overlays/gm0344/evenementenvergunning.toml");
    let text = fs::read_to_string(&overlay).unwrap();
    fs::write(&overlay, text.replace("lex_silencio = false", "lex_silencio = true")).unwrap();
    to.display().to_string()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let there = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &there);
        } else {
            fs::copy(&path, there).unwrap();
        }
    }
}

/// Asks for a street party in Utrecht; gives the address of the zaak.
fn asks_for_a_party(he: &Resident) -> String {
    let begun = he.post("/beginnen/evenementenvergunning", &[]).unwrap();
    let draft = begun.address.strip_suffix("/wie").unwrap_or_else(|| panic!("{}: {}", begun.address, begun.text)).to_owned();
    let later = card::later();
    let [year, month, day] = std::array::from_fn(|at| later.split('-').nth(at).unwrap());
    let days = ["begindag", "einddag"]
        .map(|name| [("dag", day), ("maand", month), ("jaar", year)].map(|(part, value)| (format!("{name}-{part}"), value)));
    let mut when: Vec<(&str, &str)> = days.iter().flatten().map(|(name, value)| (name.as_str(), *value)).collect();
    when.push(("tijden", "14.00 tot 22.00 uur"));
    let pages: [(&str, &[(&str, &str)]); 8] = [
        ("wie", &[]),
        ("wat", &[("soort-evenement", "buurt"), ("omschrijving", "Buurtfeest")]),
        ("waar", &[("straat", "Neude"), ("gemeente", "Utrecht")]),
        ("wanneer", &when),
        ("bezoekers", &[("bezoekers", "tot-100")]),
        ("hinder", &[("muziek", "geen"), ("alcohol", "nee"), ("weg", "nee"), ("objecten", "nee")]),
        ("details", &[]),
        ("contact", &[]),
    ];
    assert_eq!(he.adds_file(&draft, ("stukken", "tekening"), &testing::jpeg("")).unwrap().status, 200);
    for (page, fields) in pages {
        assert_eq!(he.post(&format!("{draft}/{page}"), fields).unwrap().status, 200, "{page}");
    }
    let sent = he.post(&format!("{draft}/versturen"), &[]).unwrap();
    // Her receipt says what silence means, from when the permit then holds, and that the day may move.
    reads(&sent, &["Dan heeft u de vergunning vanzelf", "U mag haar dan gebruiken vanaf", "één keer verzetten"]);
    sent.address.strip_prefix("/bewijs/").map(|id| format!("/mijn/zaken/{id}")).unwrap_or_else(|| panic!("{}", sent.text))
}

fn reads(page: &Page, all: &[&str]) {
    for words in all {
        assert!(page.text.contains(words), "{words}\n{}", page.text);
    }
}

#[test]
fn a_day_that_has_passed_is_told_as_passed_with_what_she_can_do() {
    if faketime().is_none() {
        eprintln!("skipped: faketime is not installed; run: make setup");
        return;
    }
    for on in databases() {
        let mut product = Product::new(&on);
        let services = services(&product.folder);
        product.set("SERVICES", &services);
        let mut around = Around::of(&mut product);
        let [he, handler, nobody] = std::array::from_fn(|_| Resident::at(&product.base));
        product.start();
        he.signs_in_at(card::LEVEL, ("digid", card::AAD), "/mijn");
        handler.signs_in("medewerkers", "Lotte Brouwer", "/balie");
        // He applies for a card twice, gets one of them, and asks for a party; somebody else reports something. Then a hundred days pass.
        let (card, granted, party) = (card::applies(&he), Card::granted(&he, &handler), asks_for_a_party(&he));
        let draft = nobody.fills_in("Er ligt glas", &[]).unwrap();
        let report = proof(&nobody.post(&format!("{draft}/versturen"), &[]).unwrap()).follow;
        let soon = he.get("/mijn").unwrap();
        reads(&soon, &["(een belofte)", "(volgens de wet)", "Verleend", "bezwaar maken kan tot en met"]);
        product.stop();
        around.set_clock(Some(HUNDRED_DAYS));
        product.set_clock(Some(HUNDRED_DAYS));
        product.start();
        he.signs_in_at(card::LEVEL, ("digid", card::AAD), "/mijn");

        let late = he.get(&format!("/mijn/zaken/{}", card.zaak)).unwrap();
        reads(&late, &["Wij zijn te laat. Dat spijt ons.", "ingebrekestelling", "2 weken", "artikel 4:17", "artikel 6:12"]);
        assert!(!late.text.contains("Wij zijn aan zet") && !late.text.contains("moet er een besluit zijn"), "{}", late.text);
        let english = he.get(&format!("/en/mijn/zaken/{}", card.zaak)).unwrap();
        reads(&english, &["We are too late. We are sorry.", "notice of default", "2 weeks", "article 4:17"]);
        let by_law = he.get(&party).unwrap();
        reads(&by_law, &["U heeft de vergunning sinds", "Dienstenwet artikel 28", "moet de gemeente Utrecht haar bekendmaken"]);
        assert!(!by_law.text.contains("te laat"), "{}", by_law.text);
        reads(&he.get(&format!("/en{party}")).unwrap(), &["You have had the permit since"]);
        // Who must make it known reads until when; that nobody decided in time is no work that is late.
        let sanne = Resident::at(&product.base);
        sanne.signs_in("medewerkers", "Sanne Vermeulen", "/balie");
        let list = sanne.get("/balie").unwrap();
        reads(&list, &["van rechtswege verleend: bekendmaken uiterlijk"]);
        assert!(!list.text.contains("volgens de wet: uiterlijk"), "{}", list.text);
        let at_the_desk = sanne.get(&party.replace("/mijn/", "/balie/")).unwrap();
        reads(&at_the_desk, &["Maak dat bekend uiterlijk", "binnen 2 weken na de verlening (Awb artikel 4:20c)"]);
        assert!(!at_the_desk.text.contains("volgens de wet: uiterlijk"), "{}", at_the_desk.text);
        let over = he.get(&format!("/mijn/zaken/{}", granted.zaak)).unwrap();
        reads(&over, &["U kon bezwaar maken tot en met", "Die dag is voorbij."]);
        // Too late one still objects, and says why; so late that its day by law has passed too, no day is told.
        let objects = format!("/mijn/zaken/{}/bezwaar", granted.zaak);
        reads(
            &he.get(&objects).unwrap(),
            &["Die dag is voorbij.", "Awb artikel 6:11", "Het bezwaar komt zo laat", "Awb artikel 6:16"],
        );
        assert_eq!(he.post(&objects, &[("bericht", "De einddatum klopt niet.")]).unwrap().status, 422, "and why so late?");
        let fields = [("bericht", "De einddatum klopt niet."), ("laat", "Ik lag in het ziekenhuis.")];
        let objection = he.post(&objects, &fields).unwrap();
        assert!(objection.address.starts_with("/mijn/vragen/"), "{}", objection.address);
        reads(&objection, &["Uw bezwaar tegen besluit B-", "Het bezwaar komt zo laat", "Ik lag in het ziekenhuis."]);
        let nothing = he.get(&format!("/mijn/zaken/{}/bezwaar", card.zaak)).unwrap();
        assert!(nothing.status == 409 && nothing.text.contains("Hier is geen besluit"), "{}", nothing.text);
        let mine = he.get("/mijn").unwrap();
        reads(&mine, &["wij zijn te laat: er had uiterlijk", "verleend van rechtswege sinds", "Verleend"]);
        for untrue in ["(een belofte)", "(volgens de wet)", "bezwaar maken kan"] {
            assert!(!mine.text.contains(untrue), "{untrue}\n{}", mine.text);
        }
        let reported = nobody.get(&report).unwrap();
        reads(&reported, &["Wij zijn later dan wij beloofden. Dat spijt ons."]);
        assert!(!reported.text.contains("ingebrekestelling"), "the law gives nothing for a report");
        // Who reported it without a name complains with its words, and finds that again there.
        reads(&nobody.get(&format!("{report}/klacht")).unwrap(), &["Awb artikel 9:11 lid 1", "Uw naam en adres", "ombudsman"]);
        let complaint = nobody.post(&format!("{report}/klacht"), &[("bericht", "Niemand kwam kijken.")]).unwrap();
        assert!(complaint.address.starts_with("/vraag/"), "{}", complaint.address);
        reads(&complaint, &["Wij hebben uw klacht", "Niemand kwam kijken.", "acht woorden"]);
        reads(&nobody.get(&report).unwrap(), &["U deed een klacht op", "/volgen/"]);
    }
}

//! Whoever is in danger sees a telephone number before any answer; whoever is not, is not frightened.
#![allow(clippy::unwrap_used, clippy::panic)]
use catalogue::Catalogue;
use right_door::Engine;
use std::{path::Path, sync::OnceLock};

fn engine() -> &'static Engine {
    static ONE: OnceLock<Engine> = OnceLock::new();
    ONE.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let catalogue = Catalogue::load(&root.join("reference"), &root.join("services")).unwrap_or_else(|e| panic!("{e}"));
        Engine::build(&catalogue, &root.join("reference"), None).unwrap_or_else(|e| panic!("{e}"))
    })
}

fn called(text: &str) -> Vec<&'static str> {
    engine().whom_to_call(text).into_iter().map(|hulp| hulp.naam.as_str()).collect()
}

/// What somebody types, and whom she must call first.
const DANGER: &[(&str, &str)] = &[
    ("er is brand", "112"),
    ("BRAND!!", "112"),
    ("brand in de flat van mijn buren", "112"),
    ("mijn keuken staat in brand", "112"),
    ("er komt zwarte rook uit het huis hiernaast", "112"),
    ("de schuur van de buren brandt", "112"),
    ("losse stroomkabel op straat", "112"),
    ("er ligt een afgebroken elektriciteitskabel op de stoep", "112"),
    ("ik word bedreigd", "112"),
    ("partner bedreigt me", "112"),
    ("mijn ex bedreigt mij met een mes", "112"),
    ("er staat een man met een pistool voor de deur", "112"),
    ("mijn buurman slaat zijn vrouw", "112"),
    ("er is een inbreker in mijn huis", "112"),
    ("er is een ongeluk gebeurd op de kruising", "112"),
    ("mijn man is bewusteloos", "112"),
    ("mijn kind ademt niet meer", "112"),
    ("er is iemand in het water gevallen", "112"),
    ("stuur een ambulance", "112"),
    ("help, mijn moeder heeft een hartaanval", "112"),
    ("there is a fire in my building", "112"),
    ("I am being threatened by my neighbour", "112"),
    ("somebody is not breathing", "112"),
    ("пожежа в будинку", "112"),
    ("ik ruik gas", "gas"),
    ("het ruikt hier naar gas", "gas"),
    ("gaslek in de straat", "gas"),
    ("de graafmachine heeft een gasleiding geraakt", "gas"),
    ("I smell gas", "gas"),
    ("stroom is uitgevallen in de hele wijk", "gas"),
    ("ik word mishandeld door mijn vriend", "thuis"),
    ("ik wil huiselijk geweld melden", "thuis"),
    ("ik ben bang voor mijn man", "thuis"),
    ("ik wil niet meer leven", "113"),
    ("ik denk aan zelfmoord", "113"),
    ("ik wil er een einde aan mijn leven maken", "113"),
    ("ik wil dood", "113"),
    ("I don't want to live anymore", "113"),
];

/// What only sounds like it.
const NO_DANGER: &[&str] = &[
    "de brandgang achter mijn huis ligt vol rommel",
    "gasaansluiting aanvragen",
    "brandveilig gebruik melden",
    "na een brand in mijn huis heb ik een nieuw paspoort nodig",
    "schade door brand vergoed krijgen",
    "oud brandblusapparaat weggooien",
    "brandweer rondleiding voor een schoolklas",
    "lantaarnpaal brandt niet",
    "mag ik een kampvuur stoken",
    "vuurwerk afsteken vergunning",
    "ik wil van het gas af, krijg ik subsidie",
    "gasrekening te hoog, energietoeslag",
    "dode hond op straat",
    "bedreigde diersoorten in mijn tuin",
    "ik word bedreigd met ontslag",
    "stroomkabel leggen voor een evenement",
    "losse stoeptegel op straat",
    "heipalen slaan vergunning",
    "put slaan in mijn tuin",
    "er is bij mij ingebroken, hoe doe ik aangifte",
    "levenstestament registreren",
    "ik wil niet van een uitkering leven",
    "mijn vader is overleden",
    "ik wil mijn huis verhuren",
    "invalidenparkeerkaart na een beroerte",
    "fire safety certificate for my restaurant",
    "mijn man en ik gaan verhuizen",
    "ik wil niet meer betalen voor de hondenbelasting",
    "gevaarlijke kruispunt, kan daar een drempel komen",
    "help me find a job",
    "help, ik snap dit formulier niet",
    "subsidie voor beveiliging van mijn winkel na een overval",
    "ontheffing voor de wapenvergunning van mijn man",
];

#[test]
fn whoever_is_in_danger_is_told_whom_to_call() {
    for (text, first) in DANGER {
        let called = called(text);
        assert_eq!(called.first(), Some(first), "{text}: {called:?}");
        assert!(called.contains(&"112"), "{text}: {called:?}");
    }
}

#[test]
fn whoever_is_not_is_told_nothing_of_it() {
    for text in NO_DANGER {
        assert!(called(text).is_empty(), "{text}: {:?}", called(text));
    }
}

#[test]
fn violence_at_home_is_of_the_police_now_and_of_those_who_help_after() {
    assert_eq!(called("mijn buurman slaat zijn vrouw"), ["112", "thuis"]);
    assert!(called("").is_empty());
}

/// Products of which the words themselves tell of danger.
const HELP: [&str; 5] = [
    "vrouwenopvang",
    "meldcode huiselijk geweld en kindermishandeling",
    "crisismaatregel",
    "internationale-kinderontvoeringsmelding",
    "ongewoon voorvalmelding",
];

#[test]
fn what_people_say_of_other_products_is_no_danger() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../reference/wegwijzer/woorden.csv");
    let mut phrases = csv::Reader::from_path(file).unwrap();
    for row in phrases.records().map(Result::unwrap).filter(|row| !HELP.contains(&&row[0])) {
        for phrase in row[1].split(';') {
            assert!(called(phrase).is_empty(), "{}: {phrase}: {:?}", &row[0], called(phrase));
        }
    }
}

#[test]
fn the_sentence_of_each_number_holds_it() {
    for (text, _) in DANGER {
        for hulp in engine().whom_to_call(text) {
            for language in [values::Language::Nl, values::Language::En] {
                let sentence = texts::text(language, &format!("danger-{}", hulp.naam));
                assert!(hulp.nummers.iter().all(|number| sentence.contains(number.as_str())), "{sentence}");
            }
        }
    }
}

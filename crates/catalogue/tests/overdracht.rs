//! A service that hands over to another counter: what `juistedeur check services` demands of it, and where it leads.
#![allow(clippy::unwrap_used)]
use catalogue::{Catalogue, Soort, check_services};
use std::path::{Path, PathBuf};

const SKELETON: &str = "zorgtoeslag.toml";
const OVERLAY: &str = "overlays/gm0307/zorgtoeslag.toml";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn shipped() -> Catalogue {
    Catalogue::load(&root().join("reference"), &root().join("services")).unwrap()
}

/// Our service, with one thing of one file changed.
fn changed(file: &str, from: &str, to: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("overdracht-{:?}-{}", std::thread::current().id(), std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("overlays/gm0307")).unwrap();
    for name in [SKELETON, OVERLAY, "organisaties.toml"] {
        let text = std::fs::read_to_string(root().join("services").join(name)).unwrap();
        assert!(name != file || text.contains(from), "{from}");
        let text = if name == file { text.replacen(from, to, 1) } else { text };
        std::fs::write(folder.join(name), text).unwrap();
    }
    folder
}

fn findings(file: &str, from: &str, to: &str) -> Vec<String> {
    let folder = changed(file, from, to);
    let found =
        check_services(&folder, &shipped(), jiff::civil::date(2026, 11, 25)).iter().map(|finding| finding.what.clone()).collect();
    std::fs::remove_dir_all(&folder).unwrap();
    found
}

#[test]
fn it_leads_to_the_body_that_takes_the_application() {
    let catalogue = shipped();
    for service in catalogue.services() {
        let receiver = catalogue.receiver(service);
        assert_eq!(receiver.is_some(), service.soort == Soort::Overdracht, "{}", service.name);
    }
    let (organisatie, website) = catalogue.receiver(catalogue.service("zorgtoeslag").unwrap()).unwrap();
    assert!(organisatie.naam.contains("Toeslagen") && website.starts_with("https://"), "{website}");
    assert!(catalogue.hosted_with_code(&organisatie.code).is_none(), "else one would apply here");
}

#[test]
fn one_organisation_that_offers_it_is_enough() {
    assert_eq!(findings(SKELETON, "zorgtoeslag", "zorgtoeslag"), [""; 0]);
}

#[test]
fn a_mistake_in_a_hand_over_is_told() {
    let cases = [
        (SKELETON, "resultaat =", "beslistermijn = \"P8W\"\nresultaat =", "a hand-over has no beslistermijn"),
        (
            SKELETON,
            "[overdracht]",
            "[[rechtsmiddel]]\nnaam = \"bezwaar\"\ngrondslag = \"Awb\"\n[overdracht]",
            "has no rechtsmiddel",
        ),
        (SKELETON, "resultaat = [\"Overgedragen\"]", "resultaat = [\"Klaar\"]", "resultaat needs \"Overgedragen\""),
        (SKELETON, "soort_daar = \"toeslag\"", "soort_daar = \"gunst\"", "gunst has no regime"),
        (SKELETON, "Awir artikel 13 lid 1 en 15 lid 1\"", "\"", "needs its grondslag"),
        (SKELETON, "[overdracht]", "[daar]", "[overdracht] is missing"),
        (SKELETON, "upl = \"zorgtoeslag\"", "upl = \"verhuismelding\"", "nobody can be handed over to"),
        (
            OVERLAY,
            "team",
            "norm = { term = \"P1D\", counts = \"working-days\", source = \"x\" }\nteam",
            "a hand-over has no norm",
        ),
    ];
    for (file, from, to, expected) in cases {
        let found = findings(file, from, to);
        assert!(found.iter().any(|what| what.contains(expected)), "{expected} is not in {found:?}");
    }
}

#[test]
fn what_the_check_refuses_does_not_load() {
    let cases = [
        (SKELETON, "upl = \"zorgtoeslag\"", "upl = \"verhuismelding\""),
        (SKELETON, "soort = \"overdracht\"", "soort = \"toeslag\""),
        (OVERLAY, "team", "norm = { term = \"P1D\", counts = \"working-days\", source = \"x\" }\nteam"),
    ];
    for (file, from, to) in cases {
        let folder = changed(file, from, to);
        assert!(Catalogue::load(&root().join("reference"), &folder).is_err(), "{to}");
        std::fs::remove_dir_all(&folder).unwrap();
    }
}

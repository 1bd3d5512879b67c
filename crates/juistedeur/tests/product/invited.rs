//! A manager whom a café named opens what she would give only as surely as the service asks; below that not even with the right words.
use crate::{
    around::Around,
    card::LEVEL,
    resident::{Page, Resident},
    running::{On, Product},
};
use testing::jpeg;
use values::Clock as _;

/// The manager, who lives in Rotterdam, and her street.
const MANAGER: (&str, &str) = ("999993653", "Boterdiep");

/// A café in Rotterdam applies and names one manager; gives the page of its zaak.
fn applies(company: &Resident) -> Page {
    let begun = company.post("/beginnen/horecabedrijf-exploitatievergunning", &[]).unwrap();
    let draft = begun.address.strip_suffix("/bedrijf").unwrap_or_else(|| panic!("{}: {}", begun.address, begun.text)).to_owned();
    let today = values::dutch_date(values::SystemClock.now());
    let year = (today.year() + 1).to_string();
    let day = [("startdatum-dag", "1"), ("startdatum-maand", "6"), ("startdatum-jaar", year.as_str())];
    let pages: [(&str, &[(&str, &str)]); 8] = [
        ("pand", &[("postcode", "3061 DG"), ("huisnummer", "108")]),
        ("zaak", &[("aanleiding", "nieuw"), ("soort-bedrijf", "cafe"), ("openingstijden", "Iedere dag"), ("oppervlakte", "120")]),
        ("terras", &[("terras", "nee")]),
        ("begin", &day),
        ("leiding", &[("leidinggevenden-1-wie", "S. Tapper"), ("leidinggevenden-1-mail", "s.tapper@voorbeeld.nl")]),
        ("recht-op-pand", &[("eigendom", "eigenaar")]),
        ("bibob", &[]),
        ("contact", &[("email", "kade@voorbeeld.nl")]),
    ];
    for paper in [("stukken", "plattegrond"), ("bibob", "bibob")] {
        assert_eq!(company.adds_file(&draft, paper, &jpeg("")).unwrap().status, 200, "{paper:?}");
    }
    for (page, fields) in pages {
        assert_eq!(company.post(&format!("{draft}/{page}"), fields).unwrap().status, 200, "{page}");
    }
    let sent = company.post(&format!("{draft}/versturen"), &[]).unwrap();
    let zaak = sent.address.strip_prefix("/bewijs/").unwrap_or_else(|| panic!("{}: {}", sent.address, sent.text));
    company.get(&format!("/mijn/zaken/{zaak}")).unwrap()
}

/// The words that the company makes for her, as they stand in an address.
fn words(company: &Resident, zaak: &Page) -> String {
    let at = format!("{}/uitnodiging/", zaak.address);
    let id = zaak.between(&at, "\"").unwrap_or_else(|| panic!("{}", zaak.text));
    let shown = company.post(&format!("{at}{id}"), &[]).unwrap();
    let list = shown.between("jd-code jd-bare\"><li>", "</li></ol>").unwrap_or_else(|| panic!("{}", shown.text));
    list.replace("</li><li>", "-")
}

#[test]
fn below_the_level_of_the_service_nobody_sees_what_she_would_give() {
    let mut product = Product::new(&On::Sqlite);
    let _around = Around::of(&mut product);
    product.start();
    let [company, she] = std::array::from_fn(|_| Resident::at(&product.base));
    company.signs_in_at(LEVEL, ("eherkenning", "Tapper"), "/mijn");
    let words = words(&company, &applies(&company));
    she.signs_in("digid", MANAGER.0, "/mijn");
    let led = she.post(&format!("/uitnodiging/{words}"), &[]).unwrap();
    let there = led.address.strip_prefix("/inloggen?naar=").and_then(|to| to.split('&').next()).unwrap().to_owned();
    // The browser holds the words now; who goes there by herself is led to the same place.
    for page in [she.get(&there).unwrap(), she.post(&there, &[]).unwrap()] {
        assert!(page.address.starts_with("/inloggen?naar=") && !page.text.contains(MANAGER.1), "{}: {}", page.address, page.text);
    }
    let opened = she.signs_in_at(LEVEL, ("digid", MANAGER.0), &there);
    assert!(opened.address == there && opened.text.contains(MANAGER.1), "{}: {}", opened.address, opened.text);
}

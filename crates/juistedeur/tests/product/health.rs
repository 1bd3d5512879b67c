//! What somebody answers about her health (AVG 9) is read by who handles it and who advises about it; who only answers questions reads the rest.
//! The same of why was decided so, and of what she writes against that.
use crate::{
    around::Around,
    card,
    resident::{Page, Resident},
    running::{Product, databases},
};
use std::{
    io::Write,
    process::{Command, Stdio},
};

/// A question about health, and one that is not.
const HEALTH: &str = "Kunt u meer dan 100 meter achter elkaar lopen?";
const OTHER: &str = "Rijdt u zelf, of rijdt u mee?";
const LEFT_OUT: &str = "Antwoorden over gezondheid staan niet op dit blad.";
const NO_REASONS: &str = "De uitleg kan over gezondheid gaan.";
/// What he writes.
const ILL: &str = "Mijn longen zijn slechter geworden.";

fn reads(page: &Page, health: bool) {
    assert_eq!((page.status, page.text.contains(OTHER), page.text.contains(HEALTH)), (200, true, health), "{}", page.text);
}

/// What stands on a paper, where the program that reads one is there.
fn on_paper(page: &Page) -> Option<Page> {
    let pdftotext = Command::new("pdftotext").args(["-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut pdftotext) = pdftotext else {
        eprintln!("skipped: pdftotext (poppler-utils) is not installed; run: make setup");
        return None;
    };
    pdftotext.stdin.take().unwrap().write_all(&page.bytes).unwrap();
    let read = pdftotext.wait_with_output().unwrap().stdout;
    let text = String::from_utf8(read).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Page { text, address: page.address.clone(), bytes: vec![], ..*page })
}

#[test]
fn answers_about_health_are_for_who_handles_or_advises_and_for_herself() {
    for on in databases() {
        let mut product = Product::new(&on);
        let _around = Around::of(&mut product);
        product.start();
        let [he, handler, desk, doctor] = std::array::from_fn(|_| Resident::at(&product.base));
        he.signs_in_at(card::LEVEL, ("digid", card::AAD), "/mijn");
        for (who, name) in [(&handler, "Lotte Brouwer"), (&desk, "Chantal Pinas"), (&doctor, "Wim de Haas")] {
            who.signs_in("medewerkers", name, "/balie");
        }
        let zaak = card::Card::granted(&he, &handler).zaak;
        reads(&he.get(&format!("/mijn/zaken/{zaak}")).unwrap(), true);
        reads(&handler.get(&format!("/balie/zaken/{zaak}")).unwrap(), true);
        reads(&doctor.get(&format!("/balie/advies/{zaak}")).unwrap(), true);
        let shielded = desk.get(&format!("/balie/zaken/{zaak}")).unwrap();
        reads(&shielded, false);
        assert!(shielded.text.contains("Er zijn ook antwoorden over gezondheid"), "{}", shielded.text);
        assert!(!shielded.text.contains(card::WHY) && shielded.text.contains(NO_REASONS), "{}", shielded.text);
        // What was sent, and the decision, on paper.
        for (who, paper, health) in [(&handler, "pdf", true), (&desk, "pdf", false), (&handler, "besluit", true)] {
            let Some(paper) = on_paper(&who.get(&format!("/balie/zaken/{zaak}/{paper}")).unwrap()) else { continue };
            reads(&paper, health);
            assert_eq!(paper.text.contains(LEFT_OUT), !health, "{}", paper.text);
        }
        assert_eq!(desk.get(&format!("/balie/zaken/{zaak}/besluit")).unwrap().status, 403, "no letter without its reasons");
    }
}

#[test]
fn an_objection_about_health_is_read_and_answered_by_who_handles_it_and_did_not_decide() {
    for on in databases() {
        let mut product = Product::new(&on);
        let _around = Around::of(&mut product);
        product.start();
        let [he, handler, desk] = std::array::from_fn(|_| Resident::at(&product.base));
        he.signs_in_at(card::LEVEL, ("digid", card::AAD), "/mijn");
        for (who, name) in [(&handler, "Lotte Brouwer"), (&desk, "Chantal Pinas")] {
            who.signs_in("medewerkers", name, "/balie");
        }
        let zaak = card::Card::granted(&he, &handler).zaak;
        let objects = format!("/mijn/zaken/{zaak}/bezwaar");
        he.get(&objects).unwrap();
        let sent = he.post(&objects, &[("bericht", ILL)]).unwrap();
        let at = sent.address.replace("/mijn/", "/balie/");
        assert!(at.starts_with("/balie/vragen/"), "{at}: {}", sent.text);
        let (seen, handled) = (desk.get(&at).unwrap(), handler.get(&at).unwrap());
        assert!(
            !seen.text.contains(ILL) && seen.text.contains("Deze tekst leest alleen wie het bezwaar behandelt"),
            "{}",
            seen.text
        );
        assert!(handled.text.contains(ILL) && handled.text.contains("Een collega beslist daarom"), "{}", handled.text);
        for (who, status) in [(&desk, 403), (&handler, 409)] {
            assert!(
                !who.get(&at)
                    .unwrap()
                    .text
                    .contains("<textarea class=\"utrecht-textarea utrecht-textarea--html-textarea\" id=\"bericht\"")
            );
            let answered = who.post(&format!("{at}/antwoord"), &[("bericht", "Het blijft zo.")]).unwrap();
            assert_eq!(answered.status, status, "{}", answered.text);
            let sent_on = who.post(&format!("{at}/doorsturen"), &[("naar", "gm0344"), ("reden", "Van u.")]).unwrap();
            assert!(sent_on.text.contains("Een klacht of bezwaar kunt u niet doorsturen"), "{}", sent_on.text);
        }
        let looked = he.get("/mijn/inzage").unwrap().text;
        for words in ["Uw bezwaar gelezen", "bezwaar behandelen", "Awb artikel 7:11"] {
            assert!(looked.contains(words), "{words}: {looked}");
        }
        assert!(!looked.contains("Uw vraag gelezen"), "{looked}");
    }
}

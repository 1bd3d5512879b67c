//! What somebody answers about her health (AVG 9) is read by who handles it and who advises about it; who only answers questions reads the rest.
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

fn reads(page: &Page, health: bool) {
    assert_eq!((page.status, page.text.contains(OTHER), page.text.contains(HEALTH)), (200, true, health), "{}", page.text);
}

/// The same of a paper, where the program that reads one is there.
fn reads_on_paper(page: &Page, health: bool) {
    let pdftotext = Command::new("pdftotext").args(["-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut pdftotext) = pdftotext else {
        eprintln!("skipped: pdftotext (poppler-utils) is not installed; run: make setup");
        return;
    };
    pdftotext.stdin.take().unwrap().write_all(&page.bytes).unwrap();
    let read = pdftotext.wait_with_output().unwrap().stdout;
    let text = String::from_utf8(read).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    reads(&Page { text, address: page.address.clone(), bytes: vec![], ..*page }, health);
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
        // What was sent, and the decision, on paper.
        for paper in ["pdf", "besluit"] {
            for (who, health) in [(&handler, true), (&desk, false)] {
                reads_on_paper(&who.get(&format!("/balie/zaken/{zaak}/{paper}")).unwrap(), health);
            }
        }
    }
}

//! Who does it in English reads back what she sent in English; who handles it reads Dutch.
use crate::{
    around::Around,
    resident::Resident,
    running::{Product, databases},
};

/// Somebody who moves in Amersfoort.
const BSN: &str = "999994542";

#[test]
fn what_was_sent_in_english_stands_in_english_on_her_page_and_in_dutch_at_the_desk() {
    for on in databases() {
        let mut product = Product::new(&on);
        let _around = Around::of(&mut product);
        product.start();
        let she = Resident::at(&product.base);
        she.signs_in("digid", BSN, "/mijn");
        let draft = she.fills_in_move(&[]).unwrap();
        let first = she.get(&format!("/en{draft}/adres")).unwrap();
        let check = she.get(&format!("/en{draft}/controle")).unwrap();
        // A page on which nothing is asked of her is no step.
        let steps = check.between("class=\"jd-progress\">Step ", "<").unwrap();
        let (at, of) = steps.split_once(" of ").unwrap();
        assert_eq!(at, of, "to read it back is the last step");
        assert!(first.text.contains(&format!("Step 2 of {of}")), "{of}: {}", first.text);
        let sent = she.post(&format!("/en{draft}/versturen"), &[]).unwrap();
        let zaak = sent.address.strip_prefix("/en/bewijs/").map(|id| format!("/mijn/zaken/{id}")).unwrap();
        let number = sent.between("Your number</dt><dd>", "</dd>").unwrap();

        // Whichever language she reads the page in, it is what she sent.
        let (question, dutch) = ("Your new address", "Uw nieuwe adres");
        for page in [she.get(&format!("/en{zaak}")).unwrap(), she.get(&zaak).unwrap()] {
            assert!(page.text.contains(question) && !page.text.contains(dutch), "{}", page.text);
        }
        let noor = Resident::at(&product.base);
        noor.signs_in("medewerkers", "Noor Zandstra", "/balie");
        let seen = noor.post("/balie/zoeken", &[("nummer", &number)]).unwrap();
        assert!(seen.text.contains(dutch) && !seen.text.contains(question), "{}", seen.text);
    }
}

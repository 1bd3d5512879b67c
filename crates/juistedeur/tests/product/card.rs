//! A zaak with everything in it: an application in Rotterdam for a parking card, for which one signs in more surely than for the rest.
use crate::resident::{Page, Resident};
use testing::jpeg;
use values::Clock as _;

/// Aad Holthuizen, of 1958, who lives alone in Rotterdam.
pub const AAD: &str = "999991930";
/// The level that it asks, as a word in an address.
pub const LEVEL: &str = "substantieel";
/// Why he gets it.
pub const WHY: &str = "U kunt niet zonder hulp van deur tot deur.";
/// What the handler asks of him.
pub const ASKED: &str = "Stuur ons nog een pasfoto.";

/// What was sent, with what is in it.
pub struct Card {
    pub zaak: String,
    pub number: String,
    /// A medical paper, in the closed compartment.
    pub paper: String,
    /// What he was asked; none yet when nothing was.
    pub taak: Option<String>,
}

/// Fills in an application, with a letter of his doctor; gives the address of the draft.
pub fn fills_in(he: &Resident) -> String {
    let begun = he.post("/beginnen/gehandicaptenparkeerkaart", &[]).unwrap();
    let draft = begun.address.strip_suffix("/wie").unwrap_or_else(|| panic!("{}: {}", begun.address, begun.text)).to_owned();
    let pages: [(&str, &[(&str, &str)]); 5] = [
        ("wie", &[]),
        ("kaart", &[("kaart", "passagier")]),
        ("lopen", &[("lopen", "nee"), ("rolstoel", "nee")]),
        ("hulp", &[("hulp", "ja")]),
        ("eerder", &[("eerder", "nee")]),
    ];
    for (page, fields) in pages {
        assert_eq!(he.post(&format!("{draft}/{page}"), fields).unwrap().status, 200, "{page}");
    }
    assert_eq!(he.adds_file(&draft, ("medisch", "medisch"), &jpeg("")).unwrap().status, 200);
    draft
}

/// Applies.
pub fn applies(he: &Resident) -> Card {
    let sent = he.post(&format!("{}/versturen", fills_in(he)), &[]).unwrap();
    let zaak = sent.address.strip_prefix("/bewijs/").unwrap_or_else(|| panic!("{}: {}", sent.address, sent.text)).to_owned();
    let number = sent.between("Uw nummer</dt><dd>", "</dd>").unwrap();
    let page = he.get(&format!("/mijn/zaken/{zaak}")).unwrap();
    let paper = page.between(&format!("/mijn/zaken/{zaak}/foto/"), "\"").unwrap_or_else(|| panic!("{}", page.text));
    Card { zaak, number, paper, taak: None }
}

impl Card {
    /// Applies, and is asked for a supplement by this handler in Rotterdam.
    pub fn asked_for_more(he: &Resident, handler: &Resident) -> Self {
        let card = applies(he);
        let asked =
            handler.post(&format!("/balie/zaken/{}/aanvulling", card.zaak), &[("gevraagd", ASKED), ("uiterlijk", &later())]);
        assert!(asked.unwrap().text.contains(ASKED));
        let page = he.get(&format!("/mijn/zaken/{}", card.zaak)).unwrap();
        let taak = page.between(&format!("/mijn/zaken/{}/taak/", card.zaak), "\"").unwrap();
        Self { taak: Some(taak), ..card }
    }

    /// Applies, and gets the card from this handler in Rotterdam.
    pub fn granted(he: &Resident, handler: &Resident) -> Self {
        let card = applies(he);
        let until = later();
        let fields = [("resultaat", "Verleend"), ("uitleg", WHY), ("vervaldatum", &*until)];
        let decided = handler.post(&format!("/balie/zaken/{}/besluit", card.zaak), &fields).unwrap();
        assert!(decided.status == 200 && decided.text.contains("van deur tot deur"), "{}", decided.text);
        card
    }

    /// Does the page show anything of it?
    pub fn is_on(&self, page: &Page) -> bool {
        [&self.number, ASKED, "passagier", "%PDF", "JFIF"].iter().any(|secret| page.text.contains(*secret))
    }
}

/// A day on which something can still be asked: two weeks from now, as a form sends it.
pub fn later() -> String {
    let today = values::dutch_date(values::SystemClock.now());
    today.saturating_add(jiff::Span::new().days(14)).to_string()
}

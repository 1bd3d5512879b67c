//! After all journeys nothing that people typed, and no code, stands readable in database, its log, documents, backup, logs or metrics.
use crate::{
    around::Around,
    resident::{Resident, proof},
    running::{Product, databases},
    search::{self, Kept, number_in, numbers},
};
use std::time::{Duration, Instant};

/// What people typed: a number that passes the 11-check, words, an address, a name, a phone number, a photo's words.
const TYPED: [&str; 7] = [
    "111222333",
    "kwetsbare-buurman",
    "geheim@example.org",
    "Geheimstraat",
    "Jansje Verborgen",
    "0612345678",
    "heel persoonlijk bericht",
];

#[test]
fn no_secret_is_left_anywhere() {
    for on in databases() {
        let kept = Kept::of(&on);
        let mut product = Product::started(&on);
        let resident = Resident::at(&product.base);
        resident.post("/antwoord", &[("vraag", "mijn kwetsbare-buurman 111222333")]).unwrap();
        let contact = [("naam", "Jansje Verborgen"), ("email", "geheim@example.org"), ("telefoon", "0612345678")];
        let draft = resident.fills_in("De kwetsbare-buurman heeft nummer 111222333", &contact).unwrap();
        resident.post(&format!("{draft}/waar"), &[("straat", "Geheimstraat"), ("gemeente", "Amersfoort")]).unwrap();
        let receipt = resident.sends(&draft).unwrap().unwrap();
        resident.post(&format!("{}/bericht", receipt.follow), &[("bericht", "Een heel persoonlijk bericht")]).unwrap();
        let form = resident.get("/vraag").unwrap();
        let id = form.between("name=\"id\" value=\"", "\"").unwrap();
        let fields = [
            ("id", id.as_str()),
            ("bericht", "Hoe help ik een kwetsbare-buurman?"),
            ("plaats", "3811"),
            ("email", "geheim@example.org"),
        ];
        let asked = resident.post("/vraag", &fields).unwrap();
        assert_eq!(asked.status, 200, "{}", asked.text);
        let vraag = asked.between("href=\"/volgen/", "\"").unwrap();
        // A wrong turn too: an error page may not repeat what was typed to a log.
        resident.get("/volgen/geheim@example.org").unwrap();
        resident.get("/wegwijzer/api/v1/wegwijzingen?vraag=kwetsbare-buurman+111222333&aantal=x").unwrap();
        let found = kept.everywhere(&mut product);
        let codes = [receipt.follow.rsplit('/').next().unwrap().to_owned(), vraag];
        let secrets = TYPED.iter().map(|s| (*s).to_owned()).chain(codes).collect::<Vec<_>>();
        search::finds_none(&found, &secrets);
        // The search can find something: the number is no secret, and stands in the database, its log and its backup.
        search::finds_in_each(&found, &receipt.number, kept.places());
    }
}

#[test]
fn a_receipt_is_paper_too_and_only_for_its_own_browser() {
    let product = Product::started(&crate::running::On::Sqlite);
    let resident = Resident::at(&product.base);
    let draft = resident.fills_in("Een losse tegel", &[]).unwrap();
    let page = resident.post(&format!("{draft}/versturen"), &[]).unwrap();
    let number = proof(&page).number;
    let first = resident.get(&format!("{}/pdf", page.address)).unwrap();
    assert!(first.text.starts_with("%PDF-"), "no PDF: {}", &first.text[..200.min(first.text.len())]);
    let again = resident.get(&format!("{}/pdf", page.address)).unwrap();
    assert_eq!(first.text, again.text, "the same receipt gives the same bytes");
    let other = Resident::at(&product.base);
    assert_eq!(other.get(&page.address).unwrap().status, 404);
    assert_eq!(other.get(&format!("{}/pdf", page.address)).unwrap().status, 404);
    assert!(!other.get(&page.address).unwrap().text.contains(&number));
}

#[test]
fn no_number_of_a_person_is_left_anywhere_after_a_move() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let numbers = numbers();
    for on in databases() {
        let kept = Kept::of(&on);
        let sink = runtime.block_on(testing::SmtpSink::start());
        let mut product = Product::new(&on);
        for (name, value) in
            [("HOST", "127.0.0.1"), ("PORT", &sink.port().to_string()), ("TLS", "none"), ("FROM", "loket@example.org")]
        {
            product.set(&format!("SMTP__{name}"), value);
        }
        let around = Around::of(&mut product);
        product.start();
        // Somebody whom the service refuses, and two parents: the register is away for one of them.
        let young = Resident::at(&product.base);
        young.signs_in("digid", "999995807", "/mijn");
        assert_eq!(young.post("/beginnen/verhuismelding", &[]).unwrap().status, 409);
        for (bsn, away) in [("999994542", false), ("999997440", true)] {
            let resident = Resident::at(&product.base);
            assert_eq!(resident.signs_in("digid", bsn, "/mijn").address, "/mijn");
            around.turn(simulators::Register::Brp, if away { simulators::Stand::Uit } else { simulators::Stand::Aan });
            let receipt = resident.moves(&[("email", "verhuizer@example.org"), ("naam", bsn)]);
            let zaak = receipt.address.replace("/bewijs/", "/mijn/zaken/");
            resident.post(&format!("{zaak}/bericht"), &[("bericht", &format!("Mijn nummer is {bsn}."))]).unwrap();
            for page in [&zaak, "/mijn", "/mijn/gegevens", "/mijn/inzage", "/mijn/download"] {
                let shown = resident.get(page).unwrap();
                assert_eq!(shown.status, 200, "{page}");
                assert_eq!(number_in(shown.text.as_bytes(), &numbers), None, "{page} shows it");
            }
            assert_eq!(number_in(receipt.text.as_bytes(), &numbers), None, "the receipt shows it");
            resident.get(&format!("/volgen/{bsn}")).unwrap();
            resident.get(&format!("/mijn?lopend={bsn}")).unwrap();
            resident.post("/uitloggen", &[]).unwrap();
        }
        let begin = Instant::now();
        let letters = loop {
            let letters = sink.messages();
            if letters.len() >= 2 {
                // Quoted-printable folds long lines.
                break letters.join("\n").replace("=\r\n", "").replace("=\n", "");
            }
            assert!(begin.elapsed() < Duration::from_secs(30), "the confirmations did not leave");
            std::thread::sleep(Duration::from_millis(100));
        };
        let mut found = kept.everywhere(&mut product);
        found.push(("letters".to_owned(), letters.into_bytes()));
        for (name, bytes) in &found {
            assert_eq!(number_in(bytes, &numbers), None, "it stands in {name}");
        }
    }
}

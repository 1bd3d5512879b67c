//! After all journeys nothing that people typed, and no code, stands readable in database, documents, backup, logs or metrics.
use crate::{
    resident::{Resident, proof},
    running::{Product, databases},
};
use std::path::Path;

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

fn files(folder: &Path, found: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            files(&entry.path(), found);
        } else {
            found.push((entry.path().display().to_string(), std::fs::read(entry.path()).unwrap()));
        }
    }
}

#[test]
fn no_secret_is_left_anywhere() {
    for on in databases() {
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
        let metrics = ureq::get(format!("{}/metrics", product.operations)).call().unwrap().body_mut().read_to_string().unwrap();
        assert!(metrics.contains("http_requests_total"), "{metrics}");
        product.stop();
        let backup = product.folder.join("backup");
        let done = product.run(&["backup", backup.to_str().unwrap()]);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let mut found = vec![("metrics".to_owned(), metrics.into_bytes())];
        files(&product.folder, &mut found);
        assert!(found.iter().any(|(name, _)| name.ends_with("log")));
        let codes = [receipt.follow.rsplit('/').next().unwrap().to_owned(), vraag];
        let secrets = TYPED.iter().map(|s| (*s).to_owned()).chain(codes).collect::<Vec<_>>();
        for (name, bytes) in &found {
            for secret in &secrets {
                assert!(!bytes.windows(secret.len()).any(|w| w == secret.as_bytes()), "{secret} stands in {name}");
            }
        }
        // The search can find something: the number is no secret, and stands in the database or its backup.
        let number = receipt.number.as_bytes();
        assert!(found.iter().any(|(_, bytes)| bytes.windows(number.len()).any(|w| w == number)));
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

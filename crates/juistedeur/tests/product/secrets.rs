//! After all journeys nothing that people typed, and no code, stands readable in database, documents, backup, logs or metrics.
use crate::{
    around::Around,
    resident::{Resident, proof},
    running::{Product, databases, root},
};
use std::{
    collections::HashSet,
    path::Path,
    time::{Duration, Instant},
};

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

/// The numbers of all test persons.
fn numbers() -> HashSet<u32> {
    let text = std::fs::read_to_string(root().join("crates/simulators/data/personen.jsonl")).unwrap();
    let all = text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let numbers: HashSet<u32> = all.filter_map(|row| row["burgerservicenummer"].as_str()?.parse().ok()).collect();
    assert_eq!(numbers.len(), 680, "two of the 682 have none");
    numbers
}

/// The first of `numbers` that stands in these bytes: nine digits with at most two other marks between any two of them, such as
/// `999.994.542`, or UTF-16.
fn number_in(bytes: &[u8], numbers: &HashSet<u32>) -> Option<u32> {
    let between = |b: u8| matches!(b, b' ' | b'.' | b'-' | b'_' | b'/' | b',' | 0 | 0xc2 | 0xa0);
    (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).find_map(|at| {
        let (mut number, mut digits, mut gap) = (0u32, 0, 0);
        for b in &bytes[at..] {
            match b {
                b if b.is_ascii_digit() => (number, digits, gap) = (number * 10 + u32::from(b - b'0'), digits + 1, 0),
                b if between(*b) && gap < 2 => gap += 1,
                _ => return None,
            }
            if digits == 9 {
                return numbers.contains(&number).then_some(number);
            }
        }
        None
    })
}

#[test]
fn the_search_for_numbers_finds_them() {
    let numbers = HashSet::from([999_994_542]);
    for text in [
        "x999994542y",
        "1999994542",
        "999.994.542",
        "9 9 9 9 9 4 5 4 2",
        "9\x009\x009\x009\x009\x004\x005\x004\x002\x00",
        "999\u{a0}994\u{a0}542",
    ] {
        assert_eq!(number_in(text.as_bytes(), &numbers), Some(999_994_542), "{text}");
    }
    for text in ["99999454", "999994543", "99999x4542"] {
        assert_eq!(number_in(text.as_bytes(), &numbers), None, "{text}");
    }
}

#[test]
fn no_number_of_a_person_is_left_anywhere_after_a_move() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let numbers = numbers();
    for on in databases() {
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
        let metrics = ureq::get(format!("{}/metrics", product.operations)).call().unwrap().body_mut().read_to_string().unwrap();
        product.kill();
        let mut found = vec![("metrics".to_owned(), metrics.into_bytes()), ("letters".to_owned(), letters.into_bytes())];
        // As the power left it, with the WAL; and as it is after a stop, with a backup.
        files(&product.folder, &mut found);
        product.start();
        product.stop();
        let backup = product.folder.join("backup");
        let done = product.run(&["backup", backup.to_str().unwrap()]);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        files(&product.folder, &mut found);
        for (name, bytes) in &found {
            assert_eq!(number_in(bytes, &numbers), None, "it stands in {name}");
        }
    }
}

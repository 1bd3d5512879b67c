//! Photos and the virus scanner: a clean one is shown, an infected one never, and while the scanner is away nothing is lost.
use crate::{
    resident::{Page, Resident},
    running::{On, Product, databases},
};
use std::time::{Duration, Instant};
use testing::{Clamd, jpeg};

const WAITS: &str = "wordt nog nagekeken";
const CLEAN: &str = "EEN-SCHONE-STOEPTEGEL";
const LATER: &str = "NOG-EEN-STOEPTEGEL";

fn product(on: &On, scanner: &str) -> Product {
    let mut product = Product::new(on);
    product.set("SCANNER__ADDRESS", scanner);
    product.set("SCANNER__RETRY_SECONDS", "1");
    product.start();
    product
}

/// The address of the first photo on a page; none when it shows none.
fn photo_on(page: &Page) -> Option<String> {
    page.between("<img src=\"", "\"")
}

/// The address of a photo of a draft once it is sent, shown or not: a photo keeps its id.
fn photo_later(page: &Page, follow: &str) -> String {
    format!("{follow}/foto/{}", page.between("name=\"bestand-weg\" value=\"", "\"").unwrap())
}

/// Looks again until the page is as it should be.
fn until(resident: &Resident, address: &str, right: impl Fn(&Page) -> bool) -> Page {
    let begin = Instant::now();
    loop {
        let page = resident.get(address).unwrap();
        if right(&page) {
            return page;
        }
        assert!(begin.elapsed() < Duration::from_secs(30), "it never came: {}", page.text);
        std::thread::sleep(Duration::from_millis(100));
    }
}

fn files(product: &Product) -> usize {
    std::fs::read_dir(product.folder.join("data/documents")).unwrap().count()
}

/// How often this stands in the journal, by the backup of the product.
fn rows_with(product: &Product, word: &str) -> usize {
    let backup = product.folder.join(format!("backup-{}", uuid::Uuid::now_v7()));
    let done = product.run(&["backup", backup.to_str().unwrap()]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let dump = std::fs::read(backup.join("database.dump")).unwrap();
    dump.windows(word.len()).filter(|w| *w == word.as_bytes()).count()
}

#[test]
fn a_clean_photo_is_shown_and_an_infected_one_is_refused_with_nothing_kept() {
    let Some(mut clamd) = Clamd::new() else { return };
    clamd.start();
    for on in databases() {
        let product = product(&on, &clamd.address());
        let resident = Resident::at(&product.base);
        let draft = resident.fills_in("Een losse stoeptegel", &[]).unwrap();
        let refused = resident.adds_photo(&draft, &jpeg(Clamd::SIGNATURE)).unwrap();
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains("Onze virusscanner vindt dit bestand niet veilig"), "{}", refused.text);
        let in_english = resident.adds_photo(&format!("/en{draft}"), &jpeg(Clamd::SIGNATURE)).unwrap();
        assert!(in_english.text.contains("Our virus scanner does not find this file safe"), "{}", in_english.text);
        assert_eq!(files(&product), 0, "an infected photo was kept");
        let page = resident.get(&format!("{draft}/foto")).unwrap();
        assert!(!page.text.contains("Foto 1"), "{}", page.text);

        let page = resident.adds_photo(&draft, &jpeg(CLEAN)).unwrap();
        assert!(page.status == 200 && page.text.contains("Foto 1") && !page.text.contains(WAITS), "{}", page.text);
        let receipt = resident.sends(&draft).unwrap().unwrap();
        let photo = photo_on(&resident.get(&receipt.follow).unwrap()).expect("the photo is not shown");
        let shown = resident.get(&photo).unwrap();
        assert!(shown.status == 200 && shown.text.contains(CLEAN), "{}", shown.text);
        assert_eq!(files(&product), 1);
    }
}

#[test]
fn while_the_scanner_is_away_a_photo_waits_and_is_shown_when_it_was_looked_at() {
    let Some(mut clamd) = Clamd::new() else { return };
    for on in databases() {
        let product = product(&on, &clamd.socket());
        let resident = Resident::at(&product.base);
        let draft = resident.fills_in("Een losse stoeptegel", &[]).unwrap();
        let page = resident.adds_photo(&draft, &jpeg(CLEAN)).unwrap();
        assert!(page.status == 200 && page.text.contains("Foto 1") && page.text.contains(WAITS), "{}", page.text);
        let receipt = resident.sends(&draft).unwrap().unwrap();
        let photo = photo_later(&page, &receipt.follow);
        let page = resident.get(&receipt.follow).unwrap();
        assert!(page.text.contains(WAITS) && photo_on(&page).is_none(), "{}", page.text);
        let refused = resident.get(&photo).unwrap();
        assert!(refused.status == 409 && refused.text.contains("nagekeken op virussen"), "{}", refused.text);
        let added = resident.adds_document(&receipt.follow, &jpeg(LATER)).unwrap();
        assert!(added.text.contains("Toegevoegd: Document") && photo_on(&added).is_none(), "{}", added.text);
        let english = resident.get(&format!("/en{}", receipt.follow)).unwrap();
        assert!(english.text.contains("still being checked"), "{}", english.text);

        clamd.start();
        let page = until(&resident, &receipt.follow, |page| page.text.matches("<img src=").count() == 2);
        assert!(!page.text.contains(WAITS), "{}", page.text);
        assert_eq!(photo_on(&page).unwrap(), photo);
        let shown = resident.get(&photo).unwrap();
        assert!(shown.status == 200 && shown.text.contains(CLEAN), "{}", shown.text);
        let infected = resident.adds_document(&receipt.follow, &jpeg(Clamd::SIGNATURE)).unwrap();
        assert!(infected.status == 422 && infected.text.contains("Onze virusscanner vindt dit bestand niet veilig"));
        assert_eq!(files(&product), 2, "an infected document was kept");
        assert_eq!(rows_with(&product, "document-nagekeken"), 2);
        clamd.stop();
    }
}

#[test]
fn a_photo_that_waited_and_is_infected_is_never_shown_and_the_person_is_told() {
    let Some(mut clamd) = Clamd::new() else { return };
    for on in databases() {
        let mut product = product(&on, &clamd.socket());
        let resident = Resident::at(&product.base);
        let sent = resident.fills_in("Een losse stoeptegel", &[]).unwrap();
        let page = resident.adds_photo(&sent, &jpeg(Clamd::SIGNATURE)).unwrap();
        let receipt = resident.sends(&sent).unwrap().unwrap();
        let photo = photo_later(&page, &receipt.follow);
        // Another melding is still being filled in, with a clean photo and one that is not.
        let draft = resident.fills_in("Een volle container", &[]).unwrap();
        resident.adds_photo(&draft, &jpeg(CLEAN)).unwrap();
        let page = resident.adds_photo(&draft, &jpeg(Clamd::SIGNATURE)).unwrap();
        assert_eq!(page.text.matches(WAITS).count(), 2, "{}", page.text);
        assert_eq!(files(&product), 3, "what waits is on the disk");
        // The power goes out while they wait.
        product.kill();
        product.start();

        clamd.start();
        let page = until(&resident, &receipt.follow, |page| page.text.contains("Foto 1 kunnen wij niet gebruiken"));
        assert!(page.text.contains("Dit bestand is niet veilig") && photo_on(&page).is_none(), "{}", page.text);
        let refused = resident.get(&photo).unwrap();
        assert!(refused.status == 409 && refused.text.contains("Dit bestand is niet veilig"), "{}", refused.text);
        let page = until(&resident, &format!("{draft}/foto"), |page| !page.text.contains(WAITS));
        assert!(page.text.contains("Foto 1") && !page.text.contains("Foto 2"), "{}", page.text);
        assert_eq!(files(&product), 1, "an infected photo was kept");
        assert_eq!(rows_with(&product, "document-besmet"), 1);
        // And what was clean goes along.
        let receipt = resident.sends(&draft).unwrap().unwrap();
        assert!(photo_on(&resident.get(&receipt.follow).unwrap()).is_some());
        product.stop();
        let journal = product.run(&["check", "journal"]);
        assert!(journal.status.success(), "{}", String::from_utf8_lossy(&journal.stdout));
        clamd.stop();
    }
}

#[test]
fn without_a_scanner_photos_go_along_as_they_are() {
    let product = Product::started(&On::Sqlite);
    let resident = Resident::at(&product.base);
    let draft = resident.fills_in("Een losse stoeptegel", &[]).unwrap();
    let page = resident.adds_photo(&draft, &jpeg(CLEAN)).unwrap();
    assert!(page.text.contains("Foto 1") && !page.text.contains(WAITS), "{}", page.text);
    let receipt = resident.sends(&draft).unwrap().unwrap();
    assert!(photo_on(&resident.get(&receipt.follow).unwrap()).is_some());
}

//! What is sensitive is not done from a screen that was left open: after five minutes one shows once more who one is.
use crate::{
    around::Around,
    resident::Resident,
    running::{On, Product, faketime},
};

#[test]
fn everything_is_taken_along_only_by_who_showed_lately_who_she_is() {
    if faketime().is_none() {
        eprintln!("skipped: faketime is not here; scripts/setup installs it");
        return;
    }
    let mut product = Product::new(&On::Sqlite);
    let _around = Around::of(&mut product);
    product.start();
    let resident = Resident::at(&product.base);
    assert_eq!(resident.signs_in("digid", "999991607", "/mijn").status, 200);
    assert!(resident.get("/mijn/download").unwrap().text.starts_with('{'));

    product.stop();
    product.set_clock(Some("+6m"));
    product.start();
    let asked = resident.get("/mijn/download").unwrap();
    assert!(
        asked.address.starts_with("/inloggen?naar=/mijn/download") && asked.address.ends_with("&opnieuw=ja"),
        "{}",
        asked.address
    );
    assert!(asked.text.contains("Voor de zekerheid"), "{}", asked.text);
    assert_eq!(resident.get("/mijn/inzage").unwrap().address, "/mijn/inzage", "she is still signed in for the rest");

    product.stop();
    product.set_clock(None);
    product.start();
    let choice = resident.post("/inloggen/digid", &[("naar", "/mijn/download"), ("opnieuw", "ja")]).unwrap();
    assert!(resident.chooses(&choice, "999991607").text.starts_with('{'));
}

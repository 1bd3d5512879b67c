//! An e-mail that waits longer than the law gives is seen at the desk of its own organisation, whatever keeps it.
use crate::{
    around::Around,
    resident::Resident,
    running::{Product, databases, faketime},
};

#[test]
fn a_letter_that_waits_longer_than_two_days_is_seen_at_the_desk() {
    if faketime().is_none() {
        eprintln!("skipped: faketime is not installed; run: make setup");
        return;
    }
    for on in databases() {
        // There is no mail server: nothing leaves.
        let mut product = Product::new(&on);
        let _around = Around::of(&mut product);
        product.set_clock(Some("-49h"));
        product.start();
        let resident = Resident::at(&product.base);
        let form = resident.get("/vraag").unwrap();
        let id = form.between("name=\"id\" value=\"", "\"").unwrap();
        let asked = [("id", id.as_str()), ("bericht", "Mag dat?"), ("plaats", "Amersfoort"), ("email", "bewoner@example.org")];
        assert_eq!(resident.post("/vraag", &asked).unwrap().status, 200);
        product.stop();
        product.set_clock(None);
        product.start();
        let [noor, utrecht] = std::array::from_fn(|_| Resident::at(&product.base));
        noor.signs_in("medewerkers", "Noor Zandstra", "/balie");
        utrecht.signs_in("medewerkers", "Sanne Vermeulen", "/balie");
        let told = |who: &Resident| who.get("/balie").unwrap().text.contains("wacht langer dan 48 uur");
        assert!(told(&noor), "{}", noor.get("/balie").unwrap().text);
        assert!(!told(&utrecht), "each sees its own");
    }
}

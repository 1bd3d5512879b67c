//! Two instances on one PostgreSQL are one product.
use crate::{
    resident::Resident,
    running::{On, Product, new_postgres_database},
};
use std::thread;

#[test]
fn two_instances_on_one_database_make_one_zaak() {
    let Some(url) = new_postgres_database() else {
        eprintln!("skipped: JUISTEDEUR_TEST_POSTGRES is not set; run: make test");
        return;
    };
    let one = Product::started(&On::Postgres(url.clone()));
    let mut two = Product::new(&On::Postgres(url));
    two.set("KEYS", one.folder.join("data/keys.toml").to_str().unwrap());
    two.set("DATA", one.folder.join("data").to_str().unwrap());
    two.start();
    for _ in 0..10 {
        let mut resident = Resident::at(&one.base);
        let draft = resident.fills_in("Een volle container", &[]).unwrap();
        let here = thread::scope(|both| {
            let here = both.spawn(|| resident.sends(&draft).unwrap());
            here.join().unwrap().unwrap()
        });
        resident.moves_to(&two.base);
        let there = resident.sends(&draft).unwrap().unwrap();
        assert_eq!(here, there, "each instance gave a receipt of its own");
    }
    drop(two);
    let mut one = one;
    one.stop();
    let journal = one.run(&["check", "journal"]);
    assert!(journal.status.success(), "{}", String::from_utf8_lossy(&journal.stdout));
}

//! A backup of one engine is put back into the other, and the code of the receipt opens the same zaak there.
use crate::{
    resident::Resident,
    running::{On, Product, databases, new_postgres_database},
};

/// An empty one of the same kind.
fn fresh(kind: &On) -> On {
    match kind {
        On::Sqlite => On::Sqlite,
        On::Postgres(_) => On::Postgres(new_postgres_database().unwrap()),
    }
}

#[test]
fn what_was_backed_up_comes_back_on_either_engine() {
    let all = databases();
    for from in &all {
        for to in &all {
            let mut product = Product::started(&fresh(from));
            let resident = Resident::at(&product.base);
            let draft = resident.fills_in("Een kapotte bank in het park", &[]).unwrap();
            let receipt = resident.sends(&draft).unwrap().unwrap();
            let backup = product.folder.join(format!("backup-{}", uuid::Uuid::now_v7()));
            // While people are sending: a backup never waits for a quiet hour.
            let done = product.run(&["backup", backup.to_str().unwrap()]);
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
            product.stop();
            let mut other = Product::new(&fresh(to));
            other.set("KEYS", product.folder.join("data/keys.toml").to_str().unwrap());
            let done = other.run(&["restore", backup.to_str().unwrap()]);
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
            let again = other.run(&["restore", backup.to_str().unwrap()]);
            assert!(!again.status.success(), "a second restore went over the first");
            other.start();
            let page = Resident::at(&other.base).get(&receipt.follow).unwrap();
            assert!(page.text.contains(&receipt.number) && page.text.contains("kapotte bank"), "{}", page.text);
            other.stop();
            let journal = other.run(&["check", "journal"]);
            assert!(journal.status.success(), "{}", String::from_utf8_lossy(&journal.stdout));
        }
    }
}

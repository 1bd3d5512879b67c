//! The power goes out at random moments while people are sending: every receipt that was shown has its zaak, none twice, and the
//! journal is whole. `FAULTS=200` for the long run (`make fault`).
use crate::{
    resident::{Proof, Resident},
    running::{On, Product},
};
use std::{
    collections::BTreeSet,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

/// One person after the other fills in and sends, again and again until she sees a receipt.
fn people(base: &str, stop: &AtomicBool, seen: &Mutex<Vec<Proof>>) {
    while !stop.load(Ordering::Relaxed) {
        let resident = Resident::at(base);
        let Ok(draft) = resident.fills_in("Er ligt glas op het fietspad", &[]) else {
            thread::sleep(Duration::from_millis(20));
            continue;
        };
        for _ in 0..2_000 {
            if let Ok(Some(proof)) = resident.sends(&draft) {
                // The back button, or an answer that got lost: it is the same receipt.
                if let Ok(Some(again)) = resident.sends(&draft) {
                    assert_eq!(again, proof, "two receipts for one draft");
                }
                seen.lock().unwrap().push(proof);
                break;
            }
            thread::sleep(Duration::from_millis(25));
        }
    }
}

#[test]
fn every_receipt_that_was_shown_has_its_zaak_however_often_the_power_goes_out() {
    let faults: u64 = std::env::var("FAULTS").ok().and_then(|n| n.parse().ok()).unwrap_or(10);
    let mut product = Product::started(&On::Sqlite);
    let (stop, seen) = (Arc::new(AtomicBool::new(false)), Arc::new(Mutex::new(Vec::new())));
    let crowd: Vec<_> = (0..6)
        .map(|_| {
            let (base, stop, seen) = (product.base.clone(), stop.clone(), seen.clone());
            thread::spawn(move || people(&base, &stop, &seen))
        })
        .collect();
    for fault in 0..faults {
        // Random enough: the low bits of a fresh uuid.
        let wait = 150 + u64::from(uuid::Uuid::new_v4().as_bytes()[0]) * 3;
        thread::sleep(Duration::from_millis(wait));
        product.kill();
        product.start();
        if fault % 20 == 19 {
            eprintln!("{} of {faults} faults, {} receipts", fault + 1, seen.lock().unwrap().len());
        }
    }
    thread::sleep(Duration::from_millis(500));
    stop.store(true, Ordering::Relaxed);
    for one in crowd {
        one.join().unwrap();
    }
    let seen = seen.lock().unwrap();
    assert!(seen.len() as u64 >= faults, "only {} receipts: no load to speak of", seen.len());
    let numbers: BTreeSet<_> = seen.iter().map(|p| &p.number).collect();
    assert_eq!(numbers.len(), seen.len(), "a number was given twice");
    let anyone = Resident::at(&product.base);
    for proof in seen.iter() {
        let page = anyone.get(&proof.follow).unwrap();
        assert!(page.status == 200 && page.text.contains(&proof.number), "{} is lost", proof.number);
    }
    product.stop();
    let journal = product.run(&["check", "journal"]);
    assert!(journal.status.success(), "{}", String::from_utf8_lossy(&journal.stdout));
    eprintln!("{faults} faults, {} receipts, none lost; {}", seen.len(), String::from_utf8_lossy(&journal.stdout).trim());
}

//! Everything around goes wrong while people sign in and send: registers slow, wrong, half or away, the provider away, the power out,
//! the clock back an hour or days ahead. Every receipt that was shown has its zaak, none twice, and the journal is whole. `FAULTS=200`
//! for the long run (`make fault`).
use crate::{
    around::Around,
    resident::Resident,
    running::{On, Product, faketime},
};
use simulators::{Register, Stand};
use std::{
    collections::BTreeSet,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

/// Official test persons who can move house.
const MOVERS: [&str; 3] = ["999991607", "999990044", "999990275"];
const CLOCKS: [Option<&str>; 4] = [None, Some("-1h"), Some("+2d"), Some("-3d")];

/// What somebody was told to be hers.
struct Shown {
    who: &'static str,
    number: String,
    /// The page of her zaak.
    zaak: String,
}

/// One person who moves again and again, and signs in whenever she has to.
fn mover(base: &str, who: &'static str, stop: &AtomicBool, seen: &Mutex<Vec<Shown>>) {
    let resident = Resident::at(base);
    while !stop.load(Ordering::Relaxed) {
        let Some(draft) = resident.fills_in_move(&[]) else {
            thread::sleep(Duration::from_millis(50));
            resident.tries_to_sign_in(who);
            continue;
        };
        for _ in 0..400 {
            let answer = resident.post(&format!("{draft}/versturen"), &[]);
            match answer {
                Ok(page) if page.status == 200 && page.address.starts_with("/bewijs/") => {
                    let number = page.between("Uw nummer</dt><dd>", "</dd>").unwrap();
                    let zaak = page.address.replacen("/bewijs/", "/mijn/zaken/", 1);
                    seen.lock().unwrap().push(Shown { who, number, zaak });
                    break;
                }
                // Signed out meanwhile: what she filled in waits for her.
                Ok(page) if page.address.starts_with("/inloggen") => drop(resident.tries_to_sign_in(who)),
                // A clock days ahead: the draft was too old, and a new one is begun.
                Ok(page) if page.status == 404 => break,
                Ok(page) => assert!(page.status != 500, "{}: {}", page.address, page.text),
                Err(_) => {}
            }
            thread::sleep(Duration::from_millis(25));
        }
    }
}

/// The provider was away a moment ago: the product asks it again within half a minute.
fn signs_in_soon(resident: &Resident, who: &str) -> bool {
    (0..300).any(|_| {
        let done = resident.tries_to_sign_in(who);
        if !done {
            thread::sleep(Duration::from_millis(100));
        }
        done
    })
}

/// Random enough: the bits of a fresh uuid.
fn dice(sides: u8) -> u8 {
    uuid::Uuid::new_v4().as_bytes()[0] % sides
}

fn goes_wrong(product: &mut Product, around: &mut Around) {
    let stands = [Stand::Uit, Stand::Onbeschikbaar, Stand::Traag(Duration::from_secs(3)), Stand::Fout, Stand::Half, Stand::Ander];
    match dice(5) {
        0 => around.turn(Register::Brp, stands[dice(6) as usize]),
        1 => around.turn(Register::Bag, stands[dice(6) as usize]),
        2 => around.turn_provider(),
        3 => around.turn_all_right(),
        _ => {
            product.kill();
            product.set_clock(CLOCKS[dice(4) as usize]);
            product.start();
        }
    }
}

#[test]
fn whatever_goes_wrong_around_it_no_receipt_is_lost() {
    let faults: u64 = std::env::var("FAULTS").ok().and_then(|n| n.parse().ok()).unwrap_or(8);
    if faketime().is_none() {
        eprintln!("faketime is not here: the clock does not jump in this run");
    }
    let mut product = Product::new(&On::Sqlite);
    let mut around = Around::of(&mut product);
    product.start();
    let (stop, seen) = (Arc::new(AtomicBool::new(false)), Arc::new(Mutex::new(Vec::new())));
    let crowd: Vec<_> = MOVERS
        .into_iter()
        .map(|who| {
            let (base, stop, seen) = (product.base.clone(), stop.clone(), seen.clone());
            thread::spawn(move || mover(&base, who, &stop, &seen))
        })
        .collect();
    for fault in 0..faults {
        thread::sleep(Duration::from_millis(500 + u64::from(dice(250)) * 4));
        goes_wrong(&mut product, &mut around);
        if fault % 20 == 19 {
            eprintln!("{} of {faults} faults, {} receipts", fault + 1, seen.lock().unwrap().len());
        }
    }
    // In the end all is as it should be, and everybody gets through.
    product.kill();
    product.set_clock(None);
    around.turn_all_right();
    product.start();
    let before = seen.lock().unwrap().len();
    for _ in 0..600 {
        if seen.lock().unwrap().len() >= before + MOVERS.len() {
            break;
        }
        thread::sleep(Duration::from_millis(100));
    }
    stop.store(true, Ordering::Relaxed);
    for one in crowd {
        one.join().unwrap();
    }
    let seen = seen.lock().unwrap();
    assert!(seen.len() >= before + MOVERS.len(), "nobody gets through when all is well again");
    let numbers: BTreeSet<_> = seen.iter().map(|p| &p.number).collect();
    assert_eq!(numbers.len(), seen.len(), "a number was given twice");
    for who in MOVERS {
        let again = Resident::at(&product.base);
        assert!(signs_in_soon(&again, who), "{who} can't sign in though all is well again");
        for shown in seen.iter().filter(|shown| shown.who == who) {
            let page = again.get(&shown.zaak).unwrap();
            assert!(page.status == 200 && page.text.contains(&shown.number), "{} is lost", shown.number);
        }
    }
    product.stop();
    let journal = product.run(&["check", "journal"]);
    assert!(journal.status.success(), "{}", String::from_utf8_lossy(&journal.stdout));
    eprintln!(
        "{faults} faults around it, {} receipts, none lost; {}",
        seen.len(),
        String::from_utf8_lossy(&journal.stdout).trim()
    );
}

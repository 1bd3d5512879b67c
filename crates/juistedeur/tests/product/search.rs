//! Looks for what may not be readable, in all that a product keeps and says: its folder as the power left it and after a stop, a backup,
//! the log, the metrics; and of PostgreSQL the rows, the files of the database and its log.
use crate::running::{On, Product, root};
use std::{collections::HashSet, path::Path};
use testing::Cluster;
use tokio::runtime::Runtime;

/// Pieces of what is kept, each with where it stands.
pub type Found = Vec<(String, Vec<u8>)>;

/// What a product on this database keeps, looked at from before it starts.
pub struct Kept {
    runtime: Runtime,
    cluster: Option<Cluster>,
}

impl Kept {
    pub fn of(on: &On) -> Self {
        let runtime = Runtime::new().unwrap();
        let cluster = match on {
            On::Sqlite => None,
            On::Postgres(url) => Some(runtime.block_on(Cluster::watch(url))),
        };
        Self { runtime, cluster }
    }

    /// All of it; the product does not run any more after this.
    pub fn everywhere(&self, product: &mut Product) -> Found {
        let metrics = ureq::get(format!("{}/metrics", product.operations)).call().unwrap().body_mut().read_to_string().unwrap();
        assert!(metrics.contains("http_requests_total"), "{metrics}");
        product.kill();
        let mut found = vec![("metrics".to_owned(), metrics.into_bytes())];
        // As the power left it, with the WAL; and as it is after a stop, with a backup.
        files(&product.folder, &mut found);
        product.start();
        product.stop();
        let backup = product.folder.join("backup");
        let done = product.run(&["backup", backup.to_str().unwrap()]);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        files(&product.folder, &mut found);
        if let Some(cluster) = &self.cluster {
            found.extend(self.runtime.block_on(cluster.all()));
        }
        assert!(found.iter().any(|(name, bytes)| name.ends_with("/log") && !bytes.is_empty()));
        found
    }

    /// Where what is no secret can be read: how the name of each place begins or ends.
    pub fn places(&self) -> &'static [&'static str] {
        match self.cluster {
            None => &["/juistedeur.db-wal", "/database.dump"],
            Some(_) => &["rows of ", "file base/", "log ", "/database.dump"],
        }
    }
}

fn files(folder: &Path, found: &mut Found) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            files(&entry.path(), found);
        } else {
            found.push((entry.path().display().to_string(), std::fs::read(entry.path()).unwrap()));
        }
    }
}

/// None of these words stands anywhere.
pub fn finds_none(found: &Found, secrets: &[String]) {
    for (name, bytes) in found {
        let text = String::from_utf8_lossy(bytes);
        for secret in secrets {
            assert!(!text.contains(secret.as_str()), "{secret} stands in {name}");
        }
    }
}

/// The search can find something: this stands in each of these places.
pub fn finds_in_each(found: &Found, known: &str, places: &[&str]) {
    for place in places {
        let is_there = |name: &str| name.starts_with(place) || name.ends_with(place);
        let mut there = found.iter().filter(|(name, _)| is_there(name));
        assert!(there.any(|(_, bytes)| String::from_utf8_lossy(bytes).contains(known)), "{known} is not in {place}");
    }
}

/// The numbers of all test persons.
pub fn numbers() -> HashSet<u32> {
    let text = std::fs::read_to_string(root().join("crates/simulators/data/personen.jsonl")).unwrap();
    let all = text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let numbers: HashSet<u32> = all.filter_map(|row| row["burgerservicenummer"].as_str()?.parse().ok()).collect();
    assert_eq!(numbers.len(), 680, "two of the 682 have none");
    numbers
}

/// The first of `numbers` that stands in these bytes: nine digits with at most two other marks between any two of them, such as
/// `999.994.542`, or UTF-16.
pub fn number_in(bytes: &[u8], numbers: &HashSet<u32>) -> Option<u32> {
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

//! The database is cut off and comes back: people are told, nothing that was acknowledged is lost, nothing is made twice.
use crate::{
    resident::Resident,
    running::{On, Product, new_postgres_database},
};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};
use tokio::net::{TcpListener, TcpStream};

/// A line to the database that can be cut.
struct Line {
    port: u16,
    cut: Arc<AtomicBool>,
}

async fn line(to: String) -> Line {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let cut = Arc::new(AtomicBool::new(false));
    let seen = cut.clone();
    tokio::spawn(async move {
        while let Ok((mut near, _)) = listener.accept().await {
            let (to, cut) = (to.clone(), seen.clone());
            tokio::spawn(async move {
                if cut.load(Ordering::Relaxed) {
                    return;
                }
                let Ok(mut far) = TcpStream::connect(&to).await else { return };
                let broken = async {
                    while !cut.load(Ordering::Relaxed) {
                        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
                    }
                };
                tokio::select! { _ = tokio::io::copy_bidirectional(&mut near, &mut far) => {}, () = broken => {} }
            });
        }
    });
    Line { port, cut }
}

#[test]
fn the_database_goes_away_and_comes_back() {
    let Some(url) = new_postgres_database() else {
        eprintln!("skipped: JUISTEDEUR_TEST_POSTGRES is not set; run: make test");
        return;
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (host, database) = url.split_once('@').unwrap().1.split_once('/').unwrap();
    let line = runtime.block_on(line(host.to_owned()));
    let product = Product::started(&On::Postgres(format!("postgresql://juistedeur@127.0.0.1:{}/{database}", line.port)));
    let resident = Resident::at(&product.base);
    let mut drafts = Vec::new();
    for _ in 0..5 {
        drafts.push(resident.fills_in("Een kapotte lamp", &[]).unwrap());
    }
    let before = resident.sends(&drafts[0]).unwrap().unwrap();
    line.cut.store(true, Ordering::Relaxed);
    assert!(resident.sends(&drafts[1]).unwrap().is_none(), "it was sent without a database");
    assert_eq!(resident.get("/").unwrap().status, 200, "reading goes on");
    assert_eq!(resident.get("/readyz").unwrap().status, 503);
    assert_eq!(resident.get(&before.follow).unwrap().status, 503);
    line.cut.store(false, Ordering::Relaxed);
    let begin = std::time::Instant::now();
    while resident.get("/readyz").unwrap().status != 200 {
        assert!(begin.elapsed() < std::time::Duration::from_secs(15), "it does not find its database again");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    for draft in &drafts {
        let first = resident.sends(draft).unwrap().unwrap();
        assert_eq!(resident.sends(draft).unwrap().unwrap(), first);
    }
    assert_eq!(resident.sends(&drafts[0]).unwrap().unwrap(), before);
}

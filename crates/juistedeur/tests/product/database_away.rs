//! The database is cut off and comes back: people are told, nothing that was acknowledged is lost, nothing is made twice.
use crate::{
    resident::Resident,
    running::{On, Product, new_postgres_database},
};
use std::sync::{Arc, Mutex};
use tokio::{
    net::{TcpListener, TcpStream},
    task::JoinSet,
};

/// A line to the database that can be cut.
struct Line {
    port: u16,
    /// What goes over it; nothing when it is cut.
    open: Arc<Mutex<Option<JoinSet<()>>>>,
}

impl Line {
    async fn to(database: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let open = Arc::new(Mutex::new(Some(JoinSet::new())));
        let calls = open.clone();
        tokio::spawn(async move {
            while let Ok((mut near, _)) = listener.accept().await {
                let to = database.clone();
                if let Some(calls) = calls.lock().unwrap().as_mut() {
                    calls.spawn(async move {
                        let Ok(mut far) = TcpStream::connect(&to).await else { return };
                        let _ = tokio::io::copy_bidirectional(&mut near, &mut far).await;
                    });
                }
            }
        });
        Self { port, open }
    }

    /// When this returns, nothing goes over it any more.
    async fn cut(&self) {
        let calls = self.open.lock().unwrap().take();
        calls.unwrap().shutdown().await;
    }

    fn mend(&self) {
        *self.open.lock().unwrap() = Some(JoinSet::new());
    }
}

#[test]
fn the_database_goes_away_and_comes_back() {
    let Some(url) = new_postgres_database() else {
        eprintln!("skipped: JUISTEDEUR_TEST_POSTGRES is not set; run: make test");
        return;
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (host, database) = url.split_once('@').unwrap().1.split_once('/').unwrap();
    let line = runtime.block_on(Line::to(host.to_owned()));
    let product = Product::started(&On::Postgres(format!("postgresql://juistedeur@127.0.0.1:{}/{database}", line.port)));
    let resident = Resident::at(&product.base);
    let mut drafts = Vec::new();
    for _ in 0..5 {
        drafts.push(resident.fills_in("Een kapotte lamp", &[]).unwrap());
    }
    let before = resident.sends(&drafts[0]).unwrap().unwrap();
    runtime.block_on(line.cut());
    assert!(resident.sends(&drafts[1]).unwrap().is_none(), "it was sent without a database");
    assert_eq!(resident.get("/").unwrap().status, 200, "reading goes on");
    assert_eq!(resident.get("/readyz").unwrap().status, 503);
    assert_eq!(resident.get(&before.follow).unwrap().status, 503);
    line.mend();
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

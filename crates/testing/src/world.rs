//! A database, a clock and keys, thrown away with the test.
use access::{Access, Actor, Context, KeyRing, Purpose};
use std::{path::PathBuf, sync::Arc};
use store::{Db, Migration, Settings, Synchronous};
use values::{FixedClock, Oin};

/// Monday 23 November 2026, ten in the morning in the Netherlands.
const NOW: &str = "2026-11-23T09:00:00Z";

/// One database with what an operation needs.
pub struct World {
    /// Runs operations.
    pub access: Access,
    /// The clock of those operations.
    pub clock: Arc<FixedClock>,
    /// How to open the same database once more.
    pub settings: Settings,
    folder: PathBuf,
}

impl World {
    /// `actor` at work for the organisation whose OIN ends in `organisation` (two digits).
    pub fn context(&self, actor: Actor, organisation: u8) -> Context {
        let organisation = Oin::parse(&format!("000000011234567{organisation:02}000")).unwrap();
        Context { actor, organisation, purpose: Purpose::new("test", "test"), trace: "test".into() }
    }

    /// A folder of this world's own.
    pub fn folder(&self) -> &std::path::Path {
        &self.folder
    }
}

impl Drop for World {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A new world on each engine: SQLite always; PostgreSQL where `JUISTEDEUR_TEST_POSTGRES` names a server (scripts/with-postgres).
pub async fn worlds(migrations: &'static [Migration]) -> Vec<World> {
    let folder = std::env::temp_dir().join(format!("juistedeur-{}", uuid::Uuid::now_v7()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("test.db");
    let mut all = vec![start(Settings::Sqlite { file, readers: 2, synchronous: Synchronous::Full }, folder, migrations).await];
    match std::env::var("JUISTEDEUR_TEST_POSTGRES") {
        Ok(server) => {
            let folder = std::env::temp_dir().join(format!("juistedeur-{}", uuid::Uuid::now_v7()));
            std::fs::create_dir_all(&folder).unwrap();
            let url = new_database(&server, &format!("test_{}", uuid::Uuid::now_v7().simple())).await;
            all.push(start(Settings::Postgres { url, connections: 8 }, folder, migrations).await);
        }
        Err(_) => eprintln!("skipped on PostgreSQL: JUISTEDEUR_TEST_POSTGRES is not set; run: make test"),
    }
    all
}

async fn start(settings: Settings, folder: PathBuf, migrations: &'static [Migration]) -> World {
    let db = Db::open(&settings).await.unwrap();
    store::migrate(&db, migrations).await.unwrap();
    let clock = Arc::new(FixedClock::at(NOW.parse().unwrap()));
    let access = Access::new(db, Arc::new(KeyRing::ephemeral()), clock.clone());
    World { access, clock, settings, folder }
}

/// Makes the database `name` on the PostgreSQL at `server`, and gives its address.
pub async fn new_database(server: &str, name: &str) -> String {
    let (client, connection) = tokio_postgres::connect(server, tokio_postgres::NoTls).await.unwrap();
    tokio::spawn(connection);
    client.batch_execute(&format!("CREATE DATABASE {name}")).await.unwrap();
    let (base, _) = server.rsplit_once('/').unwrap();
    format!("{base}/{name}")
}

//! A running product with a folder, a port and a log of its own.
use std::{
    fs::File,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};
use testing::free_port;
use uuid::Uuid;

/// Where reference data, services and settings stand.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// What makes a program believe in another time, where it is installed.
pub fn faketime() -> Option<PathBuf> {
    let places =
        ["x86_64-linux-gnu", "aarch64-linux-gnu"].map(|machine| format!("/usr/lib/{machine}/faketime/libfaketimeMT.so.1"));
    places.into_iter().map(PathBuf::from).find(|place| place.exists())
}

/// The environment of a program whose clock is off by so much.
pub fn clock_off(off: Option<&str>) -> Vec<(&'static str, String)> {
    let (Some(off), Some(library)) = (off, faketime()) else { return vec![] };
    let real = ["FAKETIME_DONT_FAKE_MONOTONIC", "DONT_FAKE_MONOTONIC"].map(|name| (name, "1".to_owned()));
    [("LD_PRELOAD", library.display().to_string()), ("FAKETIME", off.to_owned())].into_iter().chain(real).collect()
}

/// Which database a product runs on.
#[derive(Clone)]
pub enum On {
    Sqlite,
    Postgres(String),
}

/// SQLite, and a new database of PostgreSQL where there is a server.
pub fn databases() -> Vec<On> {
    let mut all = vec![On::Sqlite];
    match new_postgres_database() {
        Some(url) => all.push(On::Postgres(url)),
        None => eprintln!("skipped on PostgreSQL: JUISTEDEUR_TEST_POSTGRES is not set; run: make test"),
    }
    all
}

/// A new, empty database on the server of the tests.
pub fn new_postgres_database() -> Option<String> {
    let server = std::env::var("JUISTEDEUR_TEST_POSTGRES").ok()?;
    let name = format!("test_{}", Uuid::now_v7().simple());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    Some(runtime.block_on(testing::new_database(&server, &name)))
}

/// A product: its settings, and its process when it runs.
pub struct Product {
    pub folder: PathBuf,
    pub base: String,
    pub operations: String,
    settings: Vec<(String, String)>,
    /// How far its clock is off, as `faketime` says it: `+2d`.
    clock: Option<String>,
    child: Option<Child>,
}

impl Product {
    /// A product that does not run yet.
    pub fn new(on: &On) -> Self {
        let folder = std::env::temp_dir().join(format!("juistedeur-product-{}", Uuid::now_v7()));
        std::fs::create_dir_all(&folder).unwrap();
        let (port, operations) = (free_port(), free_port());
        let mut product = Self {
            base: format!("http://127.0.0.1:{port}"),
            operations: format!("http://127.0.0.1:{operations}"),
            settings: vec![],
            clock: None,
            child: None,
            folder,
        };
        product.set("DEMO", "true");
        product.set("LOG", "json");
        product.set("DATA", &product.folder.join("data").display().to_string());
        product.set("LISTEN", &format!("127.0.0.1:{port}"));
        product.set("OPERATIONS_LISTEN", &format!("127.0.0.1:{operations}"));
        product.set("PORTAL", &product.base.clone());
        product.set("POSTS_PER_MINUTE", "1000000");
        product.set("UPLOADS_PER_MINUTE", "1000000");
        if let On::Postgres(url) = on {
            product.set("DATABASE__URL", url);
        }
        product
    }

    /// One that runs and is ready.
    pub fn started(on: &On) -> Self {
        let mut product = Self::new(on);
        product.start();
        product
    }

    /// Another instance of the same product, on the same database and documents; it does not run yet.
    pub fn beside(&self) -> Self {
        let (port, operations) = (free_port(), free_port());
        let folder = std::env::temp_dir().join(format!("juistedeur-product-{}", Uuid::now_v7()));
        std::fs::create_dir_all(&folder).unwrap();
        let mut other = Self {
            base: format!("http://127.0.0.1:{port}"),
            operations: format!("http://127.0.0.1:{operations}"),
            settings: self.settings.clone(),
            clock: None,
            child: None,
            folder,
        };
        other.set("KEYS", self.folder.join("data/keys.toml").to_str().unwrap());
        other.set("LISTEN", &format!("127.0.0.1:{port}"));
        other.set("OPERATIONS_LISTEN", &format!("127.0.0.1:{operations}"));
        other
    }

    pub fn set(&mut self, name: &str, value: &str) {
        self.settings.push((format!("JUISTEDEUR_{name}"), value.to_owned()));
    }

    /// The binary with the settings of this product.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_juistedeur"));
        command.current_dir(root()).env_clear().envs(self.settings.clone());
        command.envs(clock_off(self.clock.as_deref()));
        command
    }

    /// Its clock is off by so much from the next start on; right when nothing.
    pub fn set_clock(&mut self, off: Option<&str>) {
        self.clock = off.map(str::to_owned);
    }

    /// Runs a sub-command to its end.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command().args(arguments).output().unwrap()
    }

    /// Changes what stands in its database (SQLite) while it does not run, as only who has the machine can.
    pub fn alters(&self, sql: &'static str, values: &[store::Value]) {
        let (file, synchronous) = (self.folder.join("data/juistedeur.db"), store::Synchronous::Full);
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let changed = runtime.block_on(async {
            let db = store::Db::open(&store::Settings::Sqlite { file, readers: 1, synchronous }).await.unwrap();
            let values = values.to_vec();
            db.write::<u64, store::Error>(move |tx| {
                let values = values.clone();
                Box::pin(async move { tx.exec(sql, &values).await })
            })
            .await
        });
        assert!(changed.unwrap() > 0, "{sql}");
    }

    pub fn log(&self) -> PathBuf {
        self.folder.join("log")
    }

    /// Starts it and waits until it is ready.
    pub fn start(&mut self) {
        let log = File::options().create(true).append(true).open(self.log()).unwrap();
        let child = self.command().arg("serve").stdout(Stdio::null()).stderr(log).spawn().unwrap();
        self.child = Some(child);
        let begin = Instant::now();
        loop {
            if ureq::get(format!("{}/readyz", self.base)).call().is_ok() {
                return;
            }
            if let Some(status) = self.child.as_mut().unwrap().try_wait().unwrap() {
                panic!("it did not start ({status}): {}", std::fs::read_to_string(self.log()).unwrap());
            }
            assert!(begin.elapsed() < Duration::from_secs(60), "it is not ready after a minute");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The power goes out.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }

    /// It is told to stop, and does so by itself.
    pub fn stop(&mut self) {
        if let Some(mut child) = self.child.take() {
            Command::new("kill").arg(child.id().to_string()).status().unwrap();
            let begin = Instant::now();
            while child.try_wait().unwrap().is_none() {
                assert!(begin.elapsed() < Duration::from_secs(20), "it does not stop");
                std::thread::sleep(Duration::from_millis(20));
            }
        }
    }
}

impl Drop for Product {
    fn drop(&mut self) {
        self.kill();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

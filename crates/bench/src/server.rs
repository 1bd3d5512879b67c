//! A process that is measured: how it is started and stopped, and what it uses (Linux, `/proc`).
use crate::{Result, http};
use std::{
    fs::File,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// Clock ticks in a second, as `/proc` counts CPU time: 100 on every Linux that we know (`getconf CLK_TCK`).
const TICKS: f64 = 100.0;

/// A server that runs; it is ended with this value.
pub struct Server {
    /// Where it listens.
    pub address: String,
    child: Child,
}

/// The product, with a folder of its own: database, keys, log.
#[derive(Clone)]
pub struct Product {
    /// The program.
    pub binary: PathBuf,
    /// Its folder.
    pub data: PathBuf,
    /// A database on PostgreSQL; SQLite in its folder otherwise.
    pub postgres: Option<String>,
    /// Where it always listens; where it is free otherwise.
    pub address: Option<String>,
    /// Further settings: name and value.
    pub settings: Vec<(String, String)>,
}

impl Product {
    /// One without anything around it.
    pub fn new(binary: &Path, data: PathBuf, postgres: Option<String>) -> Self {
        Self { binary: binary.to_owned(), data, postgres, address: None, settings: vec![] }
    }

    /// One where people sign in, and that asks registers. Gives its address.
    pub fn listen_always(&mut self) -> Result<String> {
        let address = free_address()?;
        self.address = Some(address.clone());
        Ok(address)
    }

    /// It asks this provider who somebody is, and these registers what they know.
    pub fn set_around(&mut self, issuer: &str, registers: &str) {
        let key = self.data.join("sign-in.pem").display().to_string();
        let sign_in = [("ISSUER", issuer), ("CLIENT_ID", "juistedeur-digid"), ("KEY", &key)];
        self.settings.extend(sign_in.map(|(name, value)| (format!("SIGN_IN__PROVIDER__DIGID__{name}"), value.to_owned())));
        for (name, path) in [("BRP", "/haalcentraal/api/brp"), ("BAG", "/lvbag/individuelebevragingen/v2")] {
            self.settings.push((format!("REGISTERS__{name}__URL"), format!("{registers}{path}")));
            self.settings.push((format!("REGISTERS__{name}__API_KEY"), "voorbeeld".into()));
        }
    }

    fn command(&self, address: &str) -> Command {
        let mut command = Command::new(&self.binary);
        command.env_clear();
        let settings = [
            ("DEMO", "true"),
            ("LOG", "json"),
            ("DATA", &self.data.display().to_string()),
            ("LISTEN", address),
            ("OPERATIONS_LISTEN", ""),
            ("PORTAL", &format!("http://{address}")),
            ("POSTS_PER_MINUTE", "4000000000"),
            ("UPLOADS_PER_MINUTE", "4000000000"),
        ];
        command.envs(settings.map(|(name, value)| (format!("JUISTEDEUR_{name}"), value.to_owned())));
        command.envs(self.settings.iter().map(|(name, value)| (format!("JUISTEDEUR_{name}"), value)));
        command.envs(self.postgres.iter().map(|url| ("JUISTEDEUR_DATABASE__URL", url)));
        command
    }

    /// Starts it, with the log as in production: lines of JSON to a file.
    pub async fn start(&self) -> Result<Server> {
        std::fs::create_dir_all(&self.data)?;
        let address = self.address.clone().map_or_else(free_address, Ok)?;
        let log = File::options().create(true).append(true).open(self.data.join("log"))?;
        let child = self.command(&address).arg("serve").stdout(Stdio::null()).stderr(log).spawn()?;
        ready(Server { address, child }, "/readyz").await
    }

    /// Does its journal prove itself? Gives what it says, and the seconds it took.
    pub fn check_journal(&self) -> Result<(String, f64)> {
        let begin = Instant::now();
        let done = self.command("127.0.0.1:0").args(["check", "journal"]).output()?;
        let said = String::from_utf8_lossy(&done.stdout).trim().to_owned();
        if done.status.success() { Ok((said, begin.elapsed().as_secs_f64())) } else { Err(format!("journal: {said}").into()) }
    }
}

/// Starts the bare handler with the answers in `folder`.
pub async fn bare(folder: &Path) -> Result<Server> {
    let address = free_address()?;
    let child = Command::new(std::env::current_exe()?).arg("bare").arg(folder).arg(&address).spawn()?;
    ready(Server { address, child }, "/0").await
}

fn free_address() -> Result<String> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string())
}

async fn ready(mut server: Server, path: &str) -> Result<Server> {
    let begin = Instant::now();
    let ask = http::Request::get(path).bytes();
    while begin.elapsed() < Duration::from_secs(120) {
        if let Some(status) = server.child.try_wait()? {
            return Err(format!("a server did not start: {status}").into());
        }
        let answered = match http::Connection::open(&server.address).await {
            Ok(mut connection) => connection.ask(&ask).await.is_ok_and(|a| a.status < 500),
            Err(_) => false,
        };
        if answered {
            return Ok(server);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Err("a server was not ready after two minutes".into())
}

impl Server {
    /// CPU time it used so far, in seconds (user and kernel).
    pub fn cpu(&self) -> Result<f64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // The name of the program may hold spaces: count from its closing bracket.
        let after = stat.rsplit_once(')').ok_or("/proc/…/stat is not as we know it")?.1;
        let ticks: Vec<f64> = after.split_whitespace().skip(11).take(2).filter_map(|n| n.parse().ok()).collect();
        Ok(ticks.iter().sum::<f64>() / TICKS)
    }

    /// Anonymous memory that it has now, in MB (`RssAnon`).
    pub fn memory(&self) -> Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|l| l.strip_prefix("RssAnon:")).ok_or("/proc/…/status has no RssAnon")?;
        let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse()?;
        Ok(kilobytes / 1024.0)
    }

    /// Tells it to stop and waits until it did.
    pub async fn stop(mut self) -> Result<()> {
        Command::new("kill").arg(self.child.id().to_string()).status()?;
        for _ in 0..600 {
            if self.child.try_wait()?.is_some() {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Err("a server does not stop".into())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

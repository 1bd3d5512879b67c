//! The line to PostgreSQL: closed, and only to the server that the root certificate vouches for.
#![allow(clippy::unwrap_used)]

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};
use store::{Db, Error, Settings};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

const PASSWORD: &str = "for this test only";
const OPENSSL: &str = "[req]\ndistinguished_name=dn\n[dn]\n[ca]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign\n
[server]\nbasicConstraints=CA:FALSE\nsubjectAltName=DNS:localhost\n";

/// A PostgreSQL server that speaks TLS only, and takes a password only; gone with the test.
struct Server {
    bin: PathBuf,
    folder: PathBuf,
    port: u16,
}

impl Server {
    /// Nothing where PostgreSQL or openssl is not installed.
    fn start() -> Option<Self> {
        let versions =
            std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|entry| entry.path().join("bin"));
        let bin = versions.filter(|bin| bin.join("pg_ctl").exists()).max()?;
        Command::new("openssl").arg("version").output().ok()?;
        let folder = std::env::temp_dir().join(format!("juistedeur-tls-{}", uuid::Uuid::now_v7()));
        std::fs::create_dir_all(&folder).unwrap();
        let port = testing::free_port();
        let server = Self { bin, folder, port };
        server.certificates();
        server.serve();
        Some(server)
    }

    fn path(&self, name: &str) -> String {
        self.folder.join(name).to_str().unwrap().to_owned()
    }

    /// `root.pem` has signed `server.pem`, `other.pem` has not.
    fn certificates(&self) {
        std::fs::write(self.path("conf"), OPENSSL).unwrap();
        let openssl = |arguments: &str| {
            let arguments = arguments.replace("@", &format!("{}/", self.folder.display()));
            done(Command::new("openssl").args(arguments.split(' ')));
        };
        let key = "-config @conf -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";
        for root in ["root", "other"] {
            openssl(&format!("req -x509 {key} -extensions ca -days 2 -subj /CN={root} -keyout @{root}.key -out @{root}.pem"));
        }
        openssl(&format!("req -new {key} -subj /CN=localhost -keyout @server.key -out @server.csr"));
        let extensions = "-extfile @conf -extensions server";
        openssl(&format!(
            "x509 -req -in @server.csr -CA @root.pem -CAkey @root.key -set_serial 1 -days 2 {extensions} -out @server.pem"
        ));
    }

    fn serve(&self) {
        std::fs::write(self.path("password"), PASSWORD).unwrap();
        if is_root() {
            done(Command::new("chown").args(["-R", "postgres:postgres", &self.path("")]));
        }
        let (data, password) = (self.path("data"), self.path("password"));
        done(self.as_owner("initdb").args(["-D", &data, "-U", "juistedeur", "-A", "scram-sha-256", "--pwfile", &password]));
        std::fs::write(self.path("data/pg_hba.conf"), "hostssl all all 127.0.0.1/32 scram-sha-256\n").unwrap();
        let options = format!(
            "-p {} -k {} -c listen_addresses=127.0.0.1 -c ssl=on -c ssl_cert_file={} -c ssl_key_file={}",
            self.port,
            self.folder.display(),
            self.path("server.pem"),
            self.path("server.key"),
        );
        done(self.as_owner("pg_ctl").args(["-D", &data, "-w", "-l", &self.path("log"), "-o", &options, "start"]));
    }

    /// PostgreSQL refuses to run as root.
    fn as_owner(&self, program: &str) -> Command {
        let program = self.bin.join(program);
        let mut command = if is_root() {
            let mut command = Command::new("setpriv");
            command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        command.current_dir("/");
        command
    }

    /// What came of opening the database, and whether the server says that the line is closed.
    async fn open(&self, host: &str, query: &str) -> Result<Option<bool>, Error> {
        let url = format!("postgresql://juistedeur:{}@{host}:{}/postgres?{query}", PASSWORD.replace(' ', "%20"), self.port);
        let db = Db::open(&Settings::Postgres { url, connections: 1 }).await?;
        let sql = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
        db.read(move |tx| Box::pin(async move { tx.row(sql, &[], |r| r.get(0)).await })).await
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let mut stop = self.as_owner("pg_ctl");
        let _ = stop.args(["-D", &self.path("data"), "-m", "immediate", "stop"]).stdout(Stdio::null()).status();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The server keeps what it inherits, so its output goes nowhere.
fn done(command: &mut Command) {
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(status.success(), "{command:?}");
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0)
}

fn refused(outcome: Result<Option<bool>, Error>, why: &str) {
    assert!(matches!(&outcome, Err(error) if error.to_string().contains(why)), "{outcome:?}, expected: {why}");
}

#[tokio::test]
async fn the_line_is_closed_and_only_to_the_server_that_the_root_vouches_for() {
    let Some(server) = Server::start() else {
        eprintln!("skipped: PostgreSQL or openssl is not installed; run: make setup");
        return;
    };
    let (root, other) = (server.path("root.pem"), server.path("other.pem"));
    for mode in ["verify-full", "require", "verify-ca"] {
        let query = format!("sslmode={mode}&sslrootcert={root}&channel_binding=require");
        assert_eq!(server.open("localhost", &query).await.unwrap(), Some(true), "{mode}");
        refused(server.open("localhost", &format!("sslmode={mode}&sslrootcert={other}")).await, "UnknownIssuer");
        // The same machine under a name that is not in its certificate.
        refused(server.open("127.0.0.1", &format!("sslmode={mode}&sslrootcert={root}")).await, "not valid for name");
        refused(server.open("localhost", &format!("sslmode={mode}")).await, "sslrootcert=");
    }
    refused(server.open("localhost", "sslmode=disable").await, "no encryption");
    refused(
        server.open("localhost", &format!("sslmode=require&sslrootcert={}", server.path("conf"))).await,
        "holds no certificate",
    );
    refused(server.open("localhost", &format!("sslmode=require&sslrootcert={}", server.path("none"))).await, "root certificate");
}

/// Who sits in between may say "I have no TLS": then nothing is said to him.
#[tokio::test]
async fn a_server_without_tls_hears_no_password() {
    let Some(root) = any_root() else {
        eprintln!("skipped: openssl is not installed; run: make setup");
        return;
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = tokio::spawn(async move {
        let (mut line, _) = listener.accept().await.unwrap();
        let mut request = [0; 8];
        line.read_exact(&mut request).await.unwrap();
        line.write_all(b"N").await.unwrap();
        let mut rest = Vec::new();
        tokio::time::timeout(Duration::from_secs(5), line.read_to_end(&mut rest)).await.unwrap().unwrap();
        rest
    });
    let url = format!("postgresql://juistedeur:secret@127.0.0.1:{port}/d?sslmode=require&sslrootcert={}", root.display());
    let refused = Db::open(&Settings::Postgres { url, connections: 1 }).await.err().map(|e| e.to_string());
    assert!(refused.is_some_and(|why| why.contains("does not support TLS")));
    assert_eq!(heard.await.unwrap(), b"");
    std::fs::remove_file(root).unwrap();
}

/// A certificate that nobody has to have signed.
fn any_root() -> Option<PathBuf> {
    let root = std::env::temp_dir().join(format!("juistedeur-root-{}.pem", uuid::Uuid::now_v7()));
    let mut command = Command::new("openssl");
    command.args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]);
    command.args(["-subj", "/CN=test", "-keyout", "/dev/null", "-out"]).arg(Path::new(&root));
    command.stderr(Stdio::null()).status().ok().filter(|status| status.success()).map(|_| root)
}

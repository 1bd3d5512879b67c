//! A clamd of its own that knows one signature: no virus database, nothing is downloaded.
use std::{
    io::{Read, Write},
    os::unix::net::UnixStream,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// Where Debian puts it, which is not on everybody's path.
const PROGRAM: &str = "/usr/sbin/clamd";

/// A clamd, running or not; it stops when it is dropped.
pub struct Clamd {
    folder: PathBuf,
    port: u16,
    child: Option<Child>,
}

impl Clamd {
    /// What this clamd finds, and no other scanner does.
    pub const SIGNATURE: &str = "JUISTE-DEUR-TEST-SIGNATURE";

    /// One that does not run yet; none, and it says so, where clamd is not installed.
    pub fn new() -> Option<Self> {
        if Command::new(PROGRAM).arg("--version").output().is_err() {
            eprintln!("skipped: {PROGRAM} is not there (Debian: clamav-daemon); see scripts/setup");
            return None;
        }
        let folder = std::env::temp_dir().join(format!("juistedeur-clamd-{}", uuid::Uuid::now_v7()));
        std::fs::create_dir_all(folder.join("signatures")).unwrap();
        let signature: String = Self::SIGNATURE.bytes().map(|b| format!("{b:02x}")).collect();
        std::fs::write(folder.join("signatures/test.ndb"), format!("JuisteDeur.Test:0:*:{signature}\n")).unwrap();
        let port = crate::free_port();
        let clamd = Self { folder, port, child: None };
        let settings = format!(
            "Foreground yes\nDatabaseDirectory {}\nLocalSocket {}\nTCPSocket {port}\nTCPAddr 127.0.0.1\n",
            clamd.folder.join("signatures").display(),
            clamd.socket()
        );
        std::fs::write(clamd.folder.join("clamd.conf"), settings).unwrap();
        Some(clamd)
    }

    /// The path of its socket.
    pub fn socket(&self) -> String {
        self.folder.join("socket").display().to_string()
    }

    /// Host and port.
    pub fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Starts it, and waits until it answers.
    pub fn start(&mut self) {
        let log = std::fs::File::create(self.folder.join("log")).unwrap();
        let settings = format!("--config-file={}", self.folder.join("clamd.conf").display());
        let mut command = Command::new(PROGRAM);
        command.arg(settings).stdin(Stdio::null()).stdout(log.try_clone().unwrap()).stderr(log);
        self.child = Some(command.spawn().unwrap());
        let begin = Instant::now();
        while !self.answers() {
            let log = std::fs::read_to_string(self.folder.join("log")).unwrap();
            assert!(begin.elapsed() < Duration::from_secs(60), "clamd does not answer: {log}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn answers(&self) -> bool {
        let Ok(mut line) = UnixStream::connect(self.socket()) else { return false };
        let mut said = Vec::new();
        line.write_all(b"zPING\0").is_ok() && line.read_to_end(&mut said).is_ok() && said == b"PONG\0"
    }

    /// Stops it.
    pub fn stop(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().unwrap();
            child.wait().unwrap();
            let _ = std::fs::remove_file(self.folder.join("socket"));
        }
    }
}

impl Drop for Clamd {
    fn drop(&mut self) {
        self.stop();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A grey JPEG of one dot that any browser draws, with these bytes behind the dot, where no programme that strips notes looks.
pub fn jpeg(behind: &str) -> Vec<u8> {
    let segment = |marker: u8, body: &[u8]| {
        let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, marker], &length[..], body].concat()
    };
    // One code of one bit in each table: no difference from grey, and no detail.
    let table = |class: u8| segment(0xC4, &[&[class, 1][..], &[0; 15], &[0]].concat());
    [
        &[0xFF, 0xD8][..],
        &segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        &segment(0xDB, &[&[0][..], &[1; 64]].concat()),
        &segment(0xC0, &[8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
        &table(0x00),
        &table(0x10),
        &segment(0xDA, &[1, 1, 0, 0, 63, 0]),
        &[0x3F],
        behind.as_bytes(),
        &[0xFF, 0xD9],
    ]
    .concat()
}

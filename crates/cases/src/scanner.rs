//! Asks the virus scanner, clamd, what it thinks of a file.
use access::{Error, Result};
use clamav_client::{
    PONG,
    tokio::{Socket, Tcp, ping, scan_buffer},
};
use std::{sync::Arc, time::Duration};

/// How long one answer may take. Somebody may be waiting for her page.
const PATIENCE: Duration = Duration::from_secs(5);
/// Bytes that are sent at a time.
const CHUNK: usize = 64 * 1024;

/// What the scanner says of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It found nothing.
    Clean,
    /// It found something.
    Infected,
    /// It said nothing that we can use: ask again later.
    Away,
}

/// The virus scanner. Cheap to clone; every question opens a line of its own.
#[derive(Debug, Clone)]
pub struct Scanner(Arc<str>);

impl Scanner {
    /// A scanner at `127.0.0.1:3310` or at the socket `/run/clamav/clamd.ctl`; need not be there yet. Errors: `Internal` when it is
    /// no address.
    pub fn open(address: &str) -> Result<Self> {
        let port = |a: &str| a.rsplit_once(':').is_some_and(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok());
        if address.starts_with('/') || port(address) {
            Ok(Self(address.into()))
        } else {
            Err(Error::Internal("no address; give host:port or the path of a socket".into()))
        }
    }

    /// What it thinks of these bytes. What goes wrong is `Away`, and stands in the log.
    pub async fn scan(&self, bytes: &[u8]) -> Verdict {
        let answer = match self.0.starts_with('/') {
            true => answer(scan_buffer(bytes, Socket { socket_path: &*self.0 }, Some(CHUNK))).await,
            false => answer(scan_buffer(bytes, Tcp { host_address: &*self.0 }, Some(CHUNK))).await,
        };
        match answer.and_then(|said| judge(&said)) {
            Ok(verdict) => verdict,
            Err(why) => {
                tracing::warn!(why, "the virus scanner gave no verdict; the file waits");
                Verdict::Away
            }
        }
    }

    /// Is it there?
    pub async fn answers(&self) -> bool {
        let said = match self.0.starts_with('/') {
            true => answer(ping(Socket { socket_path: &*self.0 })).await,
            false => answer(ping(Tcp { host_address: &*self.0 })).await,
        };
        said.is_ok_and(|said| said == PONG)
    }
}

async fn answer(asked: impl Future<Output = std::io::Result<Vec<u8>>>) -> std::result::Result<Vec<u8>, String> {
    match tokio::time::timeout(PATIENCE, asked).await {
        Ok(answered) => answered.map_err(|e| e.to_string()),
        Err(_) => Err("it takes too long".into()),
    }
}

/// Only a whole answer counts, to the letter: `OK` in the middle of something is no verdict.
fn judge(said: &[u8]) -> std::result::Result<Verdict, String> {
    match said.strip_suffix(b"\0") {
        Some(b"stream: OK") => Ok(Verdict::Clean),
        Some(found) if found.starts_with(b"stream: ") && found.ends_with(b" FOUND") => Ok(Verdict::Infected),
        _ => Err(String::from_utf8_lossy(said).chars().take(100).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_answer_is_a_verdict() {
        assert_eq!(judge(b"stream: OK\0"), Ok(Verdict::Clean));
        assert_eq!(judge(b"stream: Win.Test.EICAR_HDB-1 FOUND\0"), Ok(Verdict::Infected));
        assert_eq!(judge(b"stream: OK.Test FOUND\0"), Ok(Verdict::Infected));
        for said in [&b""[..], b"stream: OK", b"stream: Test FOU", b"INSTREAM size limit exceeded. ERROR\0", b"HTTP/1.1 200 OK\0"]
        {
            assert!(judge(said).is_err(), "{said:?}");
        }
    }

    #[test]
    fn an_address_is_a_host_with_a_port_or_a_socket() {
        for right in ["127.0.0.1:3310", "clamd.example.org:3310", "[::1]:3310", "/run/clamav/clamd.ctl"] {
            assert!(Scanner::open(right).is_ok(), "{right}");
        }
        for wrong in ["", "clamd", "clamd:", ":3310", "clamd:http", "run/clamav/clamd.ctl"] {
            assert!(Scanner::open(wrong).is_err(), "{wrong}");
        }
    }
}

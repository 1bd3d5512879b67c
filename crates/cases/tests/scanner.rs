//! The virus scanner: the real clamd over both kinds of line, and whatever else may stand at its address.
#![allow(clippy::unwrap_used, clippy::panic)]
use cases::{Scanner, Verdict};
use std::time::Duration;
use testing::{Clamd, jpeg};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

#[tokio::test]
async fn clamd_finds_the_signature_wherever_it_stands_and_nothing_else() {
    let Some(mut clamd) = Clamd::new() else { return };
    for address in [clamd.socket(), clamd.address()] {
        let scanner = Scanner::open(&address).unwrap();
        assert!(!scanner.answers().await);
        assert_eq!(scanner.scan(b"anything").await, Verdict::Away);
        clamd.start();
        assert!(scanner.answers().await);
        assert_eq!(scanner.scan(&jpeg("clean")).await, Verdict::Clean);
        assert_eq!(scanner.scan(&jpeg(Clamd::SIGNATURE)).await, Verdict::Infected);
        // As large as a photo may be, in many chunks.
        let mut large = vec![b'a'; 10 * 1024 * 1024 - 100];
        assert_eq!(scanner.scan(&large).await, Verdict::Clean);
        large.extend_from_slice(Clamd::SIGNATURE.as_bytes());
        assert_eq!(scanner.scan(&large).await, Verdict::Infected);
        assert_eq!(scanner.scan(b"").await, Verdict::Clean);
        clamd.stop();
    }
}

/// Something that is no scanner: it reads a little, and says this; with nothing to say, it keeps the line open.
async fn impostor(says: &'static [u8]) -> Scanner {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let scanner = Scanner::open(&listener.local_addr().unwrap().to_string()).unwrap();
    tokio::spawn(async move {
        while let Ok((mut line, _)) = listener.accept().await {
            tokio::spawn(async move {
                let _ = line.read(&mut [0; 10]).await;
                let _ = line.write_all(says).await;
                if says.is_empty() {
                    std::future::pending::<()>().await;
                }
            });
        }
    });
    scanner
}

#[tokio::test]
async fn what_is_no_verdict_lets_the_file_wait() {
    for says in [&b"HTTP/1.1 400 Bad Request\r\n\r\n"[..], b"INSTREAM size limit exceeded. ERROR\0", b"stream: OK", b"\xff\xfe"] {
        let scanner = impostor(says).await;
        assert_eq!(scanner.scan(&jpeg("clean")).await, Verdict::Away, "{says:?}");
        assert!(!scanner.answers().await);
    }
}

#[tokio::test]
async fn a_scanner_that_says_nothing_holds_nobody_up_for_long() {
    let scanner = impostor(b"").await;
    let verdict = tokio::time::timeout(Duration::from_secs(8), scanner.scan(&jpeg("clean"))).await;
    assert_eq!(verdict.unwrap(), Verdict::Away);
}

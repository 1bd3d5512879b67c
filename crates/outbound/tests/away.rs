//! What happens when another system is slow, gone, wrong or back again.
#![allow(clippy::unwrap_used)]
use axum::{Router, routing::get};
use http::{Request, StatusCode};
use outbound::{Away, Kind, Outbound, Target};
use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

fn way(milliseconds: u64) -> Outbound {
    Outbound::open(Target { name: "test".into(), timeout: Duration::from_millis(milliseconds) }).unwrap()
}

fn ask(url: &str) -> Request<Vec<u8>> {
    Request::get(url).body(vec![]).unwrap()
}

async fn serve(router: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}/")
}

/// Answers each connection with these bytes and hangs up; counts the connections.
async fn raw(bytes: &'static [u8]) -> (String, Arc<AtomicU32>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (address, count) = (listener.local_addr().unwrap(), Arc::new(AtomicU32::new(0)));
    let counted = count.clone();
    tokio::spawn(async move {
        while let Ok((mut line, _)) = listener.accept().await {
            counted.fetch_add(1, Ordering::SeqCst);
            let _ = line.read(&mut [0; 2048]).await;
            let _ = line.write_all(bytes).await;
        }
    });
    (format!("http://{address}/"), count)
}

#[tokio::test]
async fn an_answer_comes_with_its_status_and_a_redirect_is_not_followed() {
    let router =
        Router::new().route("/", get(|| async { (StatusCode::FOUND, [("location", "http://127.0.0.1:1/")], "elsewhere") }));
    let answer = way(2_000).call(ask(&serve(router).await), Kind::Safe).await.unwrap();
    assert_eq!((answer.status(), answer.body().as_slice()), (StatusCode::FOUND, b"elsewhere".as_slice()));
}

#[tokio::test]
async fn who_is_slow_or_gone_is_away_and_the_reason_tells_no_address() {
    let router = Router::new().route("/", get(|| async { tokio::time::sleep(Duration::from_secs(60)).await }));
    assert_eq!(way(100).call(ask(&serve(router).await), Kind::Safe).await.unwrap_err(), Away::Timeout);
    let gone = way(500).call(ask("http://127.0.0.1:1/geheim"), Kind::Safe).await.unwrap_err();
    assert_eq!(gone, Away::Refused);
    assert!(!gone.to_string().contains("geheim"));
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_asked_again_only_where_that_is_safe() {
    const HALF: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf";
    let (url, count) = raw(HALF).await;
    assert_eq!(way(1_000).call(ask(&url), Kind::Once).await.unwrap_err(), Away::Broken);
    assert_eq!(count.load(Ordering::SeqCst), 1);
    assert_eq!(way(1_000).call(ask(&url), Kind::Safe).await.unwrap_err(), Away::Broken);
    assert_eq!(count.load(Ordering::SeqCst), 3);
}

#[tokio::test]
async fn an_answer_without_end_is_not_read_to_its_end() {
    let long = Router::new().route("/", get(|| async { vec![b'x'; 5 * 1024 * 1024] }));
    assert_eq!(way(5_000).call(ask(&serve(long).await), Kind::Once).await.unwrap_err(), Away::Broken);
}

#[tokio::test]
async fn who_fails_again_and_again_is_left_alone() {
    let count = Arc::new(AtomicU32::new(0));
    let counted = count.clone();
    let router = Router::new().route(
        "/",
        get(move || async move {
            counted.fetch_add(1, Ordering::SeqCst);
            StatusCode::INTERNAL_SERVER_ERROR
        }),
    );
    let (url, way) = (serve(router).await, way(1_000));
    for _ in 0..5 {
        assert_eq!(way.call(ask(&url), Kind::Safe).await.unwrap().status(), StatusCode::INTERNAL_SERVER_ERROR);
    }
    assert_eq!(way.call(ask(&url), Kind::Safe).await.unwrap_err(), Away::Open);
    assert_eq!(count.load(Ordering::SeqCst), 5);
}

//! Load: many connections that ask as quickly as they are answered, or at a steady pace.
use crate::{Result, http::Connection, server::Server};
use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::task::JoinSet;

/// Requests to one server, and the status that each must get.
pub struct Work {
    /// In the order in which they are asked.
    pub requests: Vec<Vec<u8>>,
    /// The status of a right answer.
    pub status: u16,
    /// Where the next round begins: what can be asked once only is asked once.
    pub next: AtomicUsize,
}

/// How much is asked, and how quickly.
#[derive(Clone, Copy)]
pub struct Pace {
    /// Connections at the same time.
    pub connections: usize,
    /// Requests a second in all; as many as it can when there is none.
    pub rate: Option<f64>,
    /// Requests at most.
    pub most: usize,
    /// Time at most.
    pub time: Duration,
}

/// What a round gave. Times in milliseconds.
#[derive(Clone, Copy)]
pub struct Round {
    /// Answers a second.
    pub per_second: f64,
    /// Half of the answers came within this time.
    pub p50: f64,
    /// 99 of 100 came within this time.
    pub p99: f64,
    /// CPU time of the server for one request, in microseconds.
    pub cpu: f64,
    /// Anonymous memory of the server at most, in MB.
    pub memory: f64,
}

/// One round. Errors: an answer with another status than it should have.
pub async fn round(server: &Server, work: &Arc<Work>, pace: Pace) -> Result<Round> {
    let issued = Arc::new(AtomicUsize::new(0));
    let (begin, cpu) = (Instant::now(), server.cpu()?);
    let mut people = JoinSet::new();
    for _ in 0..pace.connections {
        people.spawn(one(server.address.clone(), work.clone(), (issued.clone(), begin), pace));
    }
    let (mut times, mut memory) = (Vec::new(), 0_f64);
    loop {
        match tokio::time::timeout(Duration::from_millis(100), people.join_next()).await {
            Err(_) => memory = memory.max(server.memory()?),
            Ok(Some(done)) => times.extend(done??),
            Ok(None) => break,
        }
    }
    let (seconds, used) = (begin.elapsed().as_secs_f64(), server.cpu()? - cpu);
    work.next.fetch_add(issued.load(Ordering::Relaxed).min(pace.most), Ordering::Relaxed);
    times.sort_unstable();
    let at = |share: f64| times.get((times.len() as f64 * share) as usize).map_or(f64::NAN, |t| t.as_secs_f64() * 1e3);
    Ok(Round {
        per_second: times.len() as f64 / seconds,
        p50: at(0.5),
        p99: at(0.99),
        cpu: used * 1e6 / times.len() as f64,
        memory: memory.max(server.memory()?),
    })
}

/// One connection, until the round is over; gives how long each answer took.
async fn one(
    address: String,
    work: Arc<Work>,
    (issued, begin): (Arc<AtomicUsize>, Instant),
    pace: Pace,
) -> Result<Vec<Duration>> {
    let mut connection = Connection::open(&address).await?;
    let mut times = Vec::new();
    loop {
        let number = issued.fetch_add(1, Ordering::Relaxed);
        let due = pace.rate.map(|rate| begin + Duration::from_secs_f64(number as f64 / rate));
        if number >= pace.most || due.unwrap_or_else(Instant::now) >= begin + pace.time {
            return Ok(times);
        }
        let from = wait_for(due).await;
        let place = (work.next.load(Ordering::Relaxed) + number) % work.requests.len();
        let answer = connection.ask(&work.requests[place]).await?;
        if answer.status != work.status {
            let shown = String::from_utf8_lossy(connection.bytes().get(..400).unwrap_or(connection.bytes())).into_owned();
            return Err(format!("status {} instead of {}: {shown}", answer.status, work.status).into());
        }
        times.push(from.elapsed());
    }
}

/// The moment from which an answer is waited for: when it was due, also if no connection was free then; a timer of ours that rings
/// late is not the server's fault.
async fn wait_for(due: Option<Instant>) -> Instant {
    match due {
        Some(due) if due > Instant::now() => {
            tokio::time::sleep_until(due.into()).await;
            Instant::now()
        }
        late => late.unwrap_or_else(Instant::now),
    }
}

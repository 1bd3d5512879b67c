//! One subject, measured on several servers in alternating rounds, so that whatever else the machine does hits all of them.
use crate::{
    Result,
    http::{Connection, Request},
    load::{Pace, Round, Work, round},
    server::{self, Server},
};
use std::{
    path::Path,
    sync::{Arc, atomic::AtomicUsize},
    time::Duration,
};

/// Rounds of each side; the middle one counts.
const ROUNDS: usize = 3;
/// Answers that the bare handler knows at most.
const RECORDED: usize = 64;

/// What is asked of one server.
pub struct Side<'a> {
    /// As it stands on the page.
    pub name: &'static str,
    /// Who is asked.
    pub server: &'a Server,
    /// What is asked.
    pub requests: Vec<Request>,
}

/// How a subject is measured.
pub struct Subject {
    /// As it stands on the page.
    pub name: &'static str,
    /// The status of a right answer.
    pub status: u16,
    /// Connections at full load.
    pub connections: usize,
    /// Requests in a round, of what can be asked once only.
    pub most: Option<usize>,
    /// The steady pace in requests a second; half of what it can do when there is none.
    pub rate: Option<f64>,
    /// How long a round takes.
    pub time: Duration,
}

/// What was measured of one side.
pub struct Figures {
    /// The subject.
    pub subject: &'static str,
    /// The side.
    pub side: &'static str,
    /// At full load: the round with the middle number of answers a second.
    pub full: Round,
    /// At a steady pace: the round with the middle p99.
    pub steady: Round,
    /// That pace, in requests a second.
    pub rate: f64,
}

/// The side of the bare handler.
pub const BARE: &str = "bare axum";

/// Measures `sides`, and the bare handler with the answers of the first side. `folder` keeps those.
pub async fn measure(subject: &Subject, sides: &[Side<'_>], folder: &Path) -> Result<Vec<Figures>> {
    let Some(first) = sides.first() else { return Ok(vec![]) };
    let recorded = record(first, folder).await?;
    let bare = server::bare(folder).await?;
    let requests = (0..recorded).map(|n| first.requests[n].at(&format!("/{n}"))).collect();
    let bare = Side { name: BARE, server: &bare, requests };
    let all: Vec<(&Side<'_>, Arc<Work>)> =
        sides.iter().chain([&bare]).map(|side| (side, work(side, subject, recorded))).collect();
    for (side, work) in &all {
        round(side.server, work, pace(subject, None, 0.25)).await?; // to warm up
    }
    let full = rounds(subject, &all, |_| None, |round| round.per_second).await?;
    let rate = |side: usize| subject.rate.unwrap_or(full[side].per_second / 2.0);
    let steady = rounds(subject, &all, |side| Some(rate(side)), |round| round.p99).await?;
    let figures = all.iter().enumerate().map(|(at, (side, _))| {
        let (full, steady, rate) = (full[at], steady[at], rate(at));
        let (name, of) = (subject.name, side.name);
        eprintln!("{name}, {of}: {:.0}/s, p99 {:.1} ms; at {rate:.0}/s {:.1} ms", full.per_second, full.p99, steady.p99);
        Figures { subject: name, side: of, full, steady, rate }
    });
    Ok(figures.collect())
}

/// The middle round of each side, in order of `by`.
async fn rounds(
    subject: &Subject,
    sides: &[(&Side<'_>, Arc<Work>)],
    rate: impl Fn(usize) -> Option<f64>,
    by: fn(&Round) -> f64,
) -> Result<Vec<Round>> {
    let mut all = vec![Vec::new(); sides.len()];
    for _ in 0..ROUNDS {
        for (at, (side, work)) in sides.iter().enumerate() {
            all[at].push(round(side.server, work, pace(subject, rate(at), 1.0)).await?);
        }
    }
    let middle = |mut rounds: Vec<Round>| {
        let memory = rounds.iter().map(|round| round.memory).fold(0.0, f64::max);
        rounds.sort_by(|a, b| by(a).total_cmp(&by(b)));
        Round { memory, ..rounds[ROUNDS / 2] }
    };
    Ok(all.into_iter().map(middle).collect())
}

fn pace(subject: &Subject, rate: Option<f64>, longer: f64) -> Pace {
    let most = subject.most.map_or(usize::MAX, |most| (most as f64 * longer) as usize);
    let time = if subject.most.is_some() && rate.is_none() { Duration::from_secs(60) } else { subject.time.mul_f64(longer) };
    Pace { connections: subject.connections, rate, most, time }
}

/// What a side is asked. What can be asked once only begins after what was recorded.
fn work(side: &Side<'_>, subject: &Subject, recorded: usize) -> Arc<Work> {
    let used = if subject.most.is_some() && side.name != BARE { recorded } else { 0 };
    let requests = side.requests.iter().skip(used).map(Request::bytes).collect();
    Arc::new(Work { requests, status: subject.status, next: AtomicUsize::new(0) })
}

/// Keeps the answers of the product for the bare handler; gives how many.
async fn record(side: &Side<'_>, folder: &Path) -> Result<usize> {
    std::fs::create_dir_all(folder)?;
    let mut connection = Connection::open(&side.server.address).await?;
    let mut count = 0;
    for request in side.requests.iter().take(RECORDED) {
        connection.ask(&request.bytes()).await?;
        std::fs::write(folder.join(count.to_string()), connection.bytes())?;
        count += 1;
    }
    Ok(count)
}

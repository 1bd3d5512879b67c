//! The page: aims first, then all figures, then how they came about.
use crate::{
    machine::Machine,
    rounds::{BARE, Figures},
    signed_in::{self, SignIns},
};
use std::fmt::Write;
use values::{Clock, SystemClock};

/// What we aim at.
pub const SUBMITS_PER_SECOND: f64 = 1_000.0;
const SHARE_OF_BARE: f64 = 0.40;
const SEARCH_CPU_MS: f64 = 2.0;
const P99_MS: f64 = 20.0;
const MINE_P99_MS: f64 = 50.0;
const MEMORY_MB: f64 = 150.0;
const TIMES_SLOWER: f64 = 2.0;

/// Everything that was measured.
pub struct Measured {
    /// On what.
    pub machine: Machine,
    /// What the machine had to do at the end of it, ours and that of others.
    pub load: String,
    /// Of each subject and side, in order.
    pub figures: Vec<Figures>,
    /// Signing in.
    pub sign_ins: SignIns,
    /// Per database: what the check of its journal said, and the seconds it took.
    pub journals: Vec<(&'static str, (String, f64))>,
    /// Zaken in the large database.
    pub zaken: usize,
    /// What the measurement of the search said.
    pub search: Option<String>,
}

impl Measured {
    fn of(&self, subject: &str) -> Vec<&Figures> {
        self.figures.iter().filter(|f| f.subject == subject).collect()
    }

    /// Answers a second as a share of what the bare handler gives; and its CPU time for one answer as a share of the product's.
    fn share(&self, figures: &Figures) -> (f64, f64) {
        match self.of(figures.subject).into_iter().find(|f| f.side == BARE) {
            Some(bare) => (figures.full.per_second / bare.full.per_second, bare.full.cpu / figures.full.cpu),
            None => (f64::NAN, f64::NAN),
        }
    }
}

/// An aim, what was measured, and whether it holds.
struct Aim {
    what: String,
    measured: String,
    holds: bool,
}

fn aims(measured: &Measured) -> Vec<Aim> {
    let mut aims = Vec::new();
    let mut aim = |what: String, measured: String, holds: bool| aims.push(Aim { what, measured, holds });
    for name in ["home page", "product page"] {
        for page in measured.of(name).iter().filter(|f| f.side != BARE) {
            let (share, cpu) = measured.share(page);
            let shown = format!("{} (by CPU time {})", percent(share), percent(cpu));
            aim(format!("{name}: at least {:.0} % of bare", SHARE_OF_BARE * 100.0), shown, share >= SHARE_OF_BARE);
        }
    }
    let ours = || measured.figures.iter().filter(|f| f.side.starts_with("SQLite"));
    for search in ours().filter(|f| f.subject == "search page") {
        let ms = search.full.cpu / 1e3;
        aim(format!("search: less than {SEARCH_CPU_MS} ms CPU, the whole request"), format!("{ms:.2} ms"), ms < SEARCH_CPU_MS);
    }
    for submit in ours().filter(|f| f.subject == "submit") {
        let what = format!("submit, {}: at least {} a second on disk", submit.side, whole(SUBMITS_PER_SECOND));
        aim(what, whole(submit.full.per_second), submit.full.per_second >= SUBMITS_PER_SECOND);
    }
    for mine in ours().filter(|f| f.subject == signed_in::MINE) {
        let what = format!("{}: p99 less than {MINE_P99_MS} ms", mine.subject);
        aim(what, format!("{:.1} ms", mine.steady.p99), mine.steady.p99 < MINE_P99_MS);
    }
    let slowest = ours().filter(|f| f.subject != signed_in::MINE).max_by(|a, b| a.steady.p99.total_cmp(&b.steady.p99));
    if let Some(f) = slowest {
        let what = format!("p99 at a steady pace: less than {P99_MS} ms, everything else on SQLite");
        aim(what, format!("{:.1} ms at most ({}, {})", f.steady.p99, f.subject, f.side), f.steady.p99 < P99_MS);
    }
    let memory = ours().map(|f| f.full.memory.max(f.steady.memory)).fold(0.0, f64::max);
    aim(format!("anonymous memory: less than {MEMORY_MB} MB"), format!("{memory:.0} MB at most"), memory < MEMORY_MB);
    for name in ["follow page", "submit"] {
        let sizes: Vec<_> = ours().filter(|f| f.subject == name).collect();
        if let [small, large] = sizes[..] {
            let slower = small.full.per_second / large.full.per_second;
            let what = format!("{name}: {} zaken at most {TIMES_SLOWER} times slower than 1,000", whole(measured.zaken as f64));
            aim(what, format!("{slower:.2} times"), slower <= TIMES_SLOWER);
        }
    }
    aims
}

/// The page as Markdown.
pub fn page(measured: &Measured) -> String {
    let mut page = String::from("# Benchmarks\n\nWritten by `make bench`; the numbers of one run on one machine.\n\n");
    let m = &measured.machine;
    let _ = writeln!(
        page,
        "{}. {}, {:.0} GB memory. {}. {}. One write of 8 KB that waits for the disk: {:.1} ms. Load average before the run: {}; at its\nend: {}, where 3 or 4 is the run itself. With more than that others were at work, and times are longer than they are.\n",
        SystemClock.today(),
        m.processor,
        m.memory,
        m.system,
        m.rustc,
        m.sync,
        m.load,
        measured.load
    );
    page.push_str("## Aims\n\n| aim | measured | |\n|---|---|---|\n");
    for aim in aims(measured) {
        let _ = writeln!(page, "| {} | {} | {} |", aim.what, aim.measured, if aim.holds { "holds" } else { "**missed**" });
    }
    table(&mut page, measured);
    page.push_str("\nThe journal afterwards:\n\n");
    for (name, (said, seconds)) in &measured.journals {
        let _ = writeln!(page, "- {name}: {said} ({seconds:.1} s)");
    }
    search(&mut page, measured.search.as_deref());
    page.push_str(METHOD);
    page
}

fn table(page: &mut String, measured: &Measured) {
    page.push_str(
        "\n## Figures\n\n| what | who | a second | of bare | p50 | p99 | CPU | at a pace of | p50 | p99 |\n\
         |---|---|--:|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    for f in &measured.figures {
        let share = if f.side == BARE { String::new() } else { percent(measured.share(f).0) };
        let _ = writeln!(
            page,
            "| {} | {} | {} | {share} | {:.2} ms | {:.2} ms | {:.0} µs | {} a second | {:.2} ms | {:.2} ms |",
            f.subject,
            f.side,
            whole(f.full.per_second),
            f.full.p50,
            f.full.p99,
            f.full.cpu,
            whole(f.rate),
            f.steady.p50,
            f.steady.p99
        );
    }
    let _ = writeln!(page, "\n{}", signed_in::line(&measured.sign_ins));
    let _ = writeln!(page, "\n*Many zaken* is {}. CPU is that of the server's own process.", whole(measured.zaken as f64));
}

fn search(page: &mut String, said: Option<&str>) {
    page.push_str("\n## What the search finds\n\n");
    let lines: Vec<&str> = said.unwrap_or_default().lines().filter_map(|l| l.strip_prefix("== ")).collect();
    if lines.is_empty() {
        page.push_str("Not measured: the questions are not part of this repository, and were absent.\n");
        return;
    }
    page.push_str(
        "Questions in people's own words with the products that answer them; *none* are questions that nothing answers.\n\n",
    );
    lines.iter().for_each(|line| {
        let _ = writeln!(page, "- {line}");
    });
}

const METHOD: &str = "
## Method

- The product as it is released (`cargo build --release`), with the settings of the demo, its log as lines of JSON to a file, and its
  database on the disk of the machine; no limit on requests per address. SQLite with `synchronous=FULL`, PostgreSQL as it comes.
- Load comes from a program of our own (`crates/bench`) on the same machine, over connections that stay open. It takes its part of the
  processor, from the product as from the bare handler.
- *Bare axum* is a process of its own: one handler that reads the form and answers the recorded bytes, status and headers of the
  product, with the same allocator. Product and bare take turns: three rounds each, of which the middle one counts.
- *A second*: as many as it can, over 32 connections (pages), 64 (follow), 128 (submit) or 8 and 32 (who signed in: pages, forms). *At a pace of*: the same connections, with
  requests at fixed moments; the time runs from the moment a request was due, also when no connection was free then. Three rounds, the
  middle p99 counts.
- *CPU*: user and kernel time of the server's process for one request, at full load. PostgreSQL's own processes are not in it.
- *Anonymous memory*: `RssAnon`, looked at ten times a second during all rounds.
- The databases are filled through the operations of the product: each zaak began as a draft and was sent, and its journal is sealed.
  The follow page is asked for 20,000 different zaken (or as many as there are), spread over all.
- Who signed in is one official test person with 1,000 zaken and 4,000 drafts, on a database of her own; the registers and the provider
  of the demo run beside it and take their part of the processor. *Begin with prefill* asks the BRP and writes the draft.
- Every submit is of another draft, and counts when the answer came: its zaak, rol, status, copy and journal line are on the disk then.
  An answer with any other status than it should have ends the run.
";

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// `12,345`
fn whole(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

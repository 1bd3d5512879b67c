//! What is acknowledged is on disk: the system calls of a small program, watched from outside, show the order.
//!
//! On PostgreSQL the same promise is the server's: it acknowledges a COMMIT after its own fdatasync, unless its owner turns that off.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

const ROWS: usize = 5;

/// What matters of a system call that has come to its end.
#[derive(Debug, Clone, PartialEq)]
enum Call {
    Begin(usize),
    /// Something was written to the log of the database.
    Log,
    /// The log of the database is on disk.
    Sync,
    Ack(usize),
}

/// A line of strace that says when the call ended: a call that another thread cut in two counts from its second half.
fn calls(trace: &str) -> Vec<Call> {
    let mut waiting: HashMap<&str, &str> = HashMap::new();
    let mut calls = Vec::new();
    for line in trace.lines() {
        let (thread, line) = line.trim_start().split_once(' ').unwrap();
        let line = line.trim_start();
        let (call, outcome) = if let Some(call) = line.strip_suffix("<unfinished ...>") {
            waiting.insert(thread, call);
            continue;
        } else if line.starts_with("<...") {
            (waiting.remove(thread).unwrap(), line)
        } else {
            (line, line)
        };
        calls.extend(meaning(call, outcome));
    }
    calls
}

fn meaning(call: &str, outcome: &str) -> Option<Call> {
    let (name, arguments) = call.split_once('(')?;
    let said = |word: &str| -> Option<usize> { arguments.split_once(word)?.1.split_once('\\')?.0.parse().ok() };
    match name {
        "write" if arguments.starts_with("1<") => said("\"begin ").map(Call::Begin).or_else(|| said("\"ack ").map(Call::Ack)),
        "write" | "pwrite64" | "pwritev" if of_the_log(arguments) => Some(Call::Log),
        "fsync" | "fdatasync" if of_the_log(arguments) && outcome.ends_with("= 0") => Some(Call::Sync),
        _ => None,
    }
}

fn of_the_log(arguments: &str) -> bool {
    arguments.split_once('>').is_some_and(|(file, _)| file.ends_with("-wal"))
}

/// For each row: whether all that was written to the log between begin and acknowledgement was on disk at the acknowledgement.
fn durable(calls: &[Call]) -> Vec<bool> {
    (0..ROWS)
        .map(|row| {
            let begin = calls.iter().position(|call| *call == Call::Begin(row)).unwrap();
            let ack = calls.iter().position(|call| *call == Call::Ack(row)).unwrap();
            let log = calls[begin..ack].iter().rposition(|call| *call == Call::Log).expect("a row that is in no log is nowhere");
            calls[begin..ack][log..].contains(&Call::Sync)
        })
        .collect()
}

/// The system calls of the program; nothing where they can't be watched.
fn watch(mode: &str) -> Option<Vec<Call>> {
    let may = Command::new("strace").args(["-f", "-o", "/dev/null", "true"]).stderr(Stdio::null()).status();
    if !may.is_ok_and(|status| status.success()) {
        eprintln!("skipped: strace is not installed, or this machine does not let it watch a program; run: make setup");
        return None;
    }
    let folder = std::env::temp_dir().join(format!("juistedeur-durability-{}", uuid::Uuid::now_v7()));
    std::fs::create_dir_all(&folder).unwrap();
    let (trace, database) = (folder.join("trace"), folder.join("test.db"));
    let mut command = Command::new("strace");
    command.args(["-f", "-y", "-e", "trace=write,pwrite64,pwritev,fsync,fdatasync", "-o"]).arg(&trace);
    let status = command.arg(program()).arg(&database).args([mode, &ROWS.to_string()]).stdout(Stdio::null()).status().unwrap();
    let seen = std::fs::read_to_string(&trace).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(status.success());
    Some(calls(&seen))
}

/// Cargo builds the examples when it builds all tests, and not with `--test durability`: an old program proves nothing of the new code.
fn program() -> PathBuf {
    let own = std::env::current_exe().unwrap();
    let program = own.parent().and_then(Path::parent).unwrap().join("examples/durable_write");
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = ["src", "examples"].into_iter().flat_map(|folder| std::fs::read_dir(crate_folder.join(folder)).unwrap());
    let changed = |path: &Path| std::fs::metadata(path).and_then(|file| file.modified()).ok();
    let newest = sources.filter_map(|source| changed(&source.unwrap().path())).max();
    assert!(changed(&program) >= newest, "examples/durable_write is not built or too old; run: cargo test -p store");
    program
}

#[test]
fn an_acknowledged_write_is_on_disk() {
    let Some(calls) = watch("full") else { return };
    assert_eq!(durable(&calls), [true; ROWS], "{calls:?}");
}

#[test]
fn without_the_promise_this_test_sees_none() {
    let Some(calls) = watch("off") else { return };
    assert_eq!(durable(&calls), [false; ROWS], "{calls:?}");
    assert!(!calls.contains(&Call::Sync));
}

#[test]
fn a_sync_that_another_thread_cuts_in_two_counts_when_it_ends() {
    let trace = "7 write(1<pipe:[1]>, \"begin 0\\n\", 8) = 8\n\
        8 pwrite64(5</tmp/a.db-wal>, \"x\"..., 9, 0) = 9\n\
        8 fdatasync(5</tmp/a.db-wal> <unfinished ...>\n\
        7 write(1<pipe:[1]>, \"ack 0\\n\", 6) = 6\n\
        8 <... fdatasync resumed>) = 0\n";
    assert_eq!(calls(trace), [Call::Begin(0), Call::Log, Call::Ack(0), Call::Sync]);
}

//! What reads bytes from outside, and what must hold whatever the bytes are. `make fuzz` runs each for as long as one likes; the test
//! here runs each on its seeds and on a few hundred variations of them. Only for tests.
//!
//! A broken promise is a panic: that is what a fuzzer looks for.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod answers;
mod backup;
mod pages;
mod paper;
mod photo;
mod search;
mod service;
mod text;
mod world;

/// Something that reads bytes; panics when it does not keep its promise.
pub type Reader = fn(&[u8]);

/// All of them, by the name of their seeds (`fuzz/seeds/<name>`) and of their target.
pub const READERS: &[(&str, Reader)] = &[
    ("text", text::text),
    ("code", text::code),
    ("answers", answers::answers),
    ("photo", photo::photo),
    ("service", service::service),
    ("backup", backup::backup),
    ("search", search::search),
    ("paper", paper::paper),
    ("form", pages::form),
    ("multipart", pages::multipart),
    ("request", pages::request),
];

/// Runs one by its name, for the targets in `fuzz/`.
pub fn run(name: &str, bytes: &[u8]) {
    let (_, reader) = READERS.iter().find(|(known, _)| *known == name).expect("a target without a reader");
    reader(bytes);
}

/// Throws away the files that they made.
pub fn clean() {
    let _ = std::fs::remove_dir_all(world::home());
}

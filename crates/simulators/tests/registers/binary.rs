//! The program itself: one line when it is ready, and it ends when it is told to.

use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

#[test]
fn the_program_says_where_it_is_and_stops_on_sigterm() {
    let program = env!("CARGO_BIN_EXE_simulators");
    let mut child = Command::new(program).args(["--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let url = line.trim().rsplit(' ').next().unwrap();
    let mut counts = ureq::get(format!("{url}/_teller")).call().unwrap();
    assert!(counts.body_mut().read_to_string().unwrap().contains("\"brp\":0"));
    let told = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert!(told.success());
    assert!(child.wait().unwrap().success());
}

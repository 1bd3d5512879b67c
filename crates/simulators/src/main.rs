//! The binary of the simulators: `simulators --listen 127.0.0.1:8090`.

use clap::Parser;
use simulators::{Settings, StartError};
use std::{net::SocketAddr, process::ExitCode};
use tokio::signal::unix::{SignalKind, signal};

/// Base registers for demo and tests: BRP, BAG, KVK, and RDW and BRI in a form of our own. Test persons only.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:8090")]
    listen: SocketAddr,
    /// The key that callers must send.
    #[arg(long, default_value = "voorbeeld")]
    key: String,
    /// Let everybody ask, without a key.
    #[arg(long, conflicts_with = "key")]
    no_key: bool,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error.to_string()),
    };
    match runtime.block_on(run(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error.to_string()),
    }
}

async fn run(cli: Cli) -> Result<(), StartError> {
    let mut terminate = signal(SignalKind::terminate())?;
    let key = (!cli.no_key).then_some(cli.key);
    let running = simulators::start(Settings { listen: cli.listen, key, ..Settings::default() }).await?;
    println!("simulators: BRP, BAG, KVK, RDW and BRI at {}", running.url());
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
    running.stop().await;
    Ok(())
}

fn failed(what: &str) -> ExitCode {
    eprintln!("simulators: {what}");
    ExitCode::FAILURE
}

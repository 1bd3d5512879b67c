//! How quick the product is, beside a bare handler that answers the same bytes: `make bench` writes `docs/benchmarks.md`.

mod bare;
mod http;
mod load;
mod machine;
mod report;
mod rounds;
mod run;
mod seed;
mod server;
mod signed_in;

use clap::{Parser, Subcommand};
use std::{path::PathBuf, process::ExitCode};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What can go wrong here ends the run, with its reason.
type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

#[derive(Parser)]
#[command(about)]
struct Cli {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Measures everything and writes the page.
    Run(Asked),
    /// The bare handler: answers `/0`, `/1` … with the recorded answers in a folder.
    Bare {
        /// The folder.
        folder: PathBuf,
        /// Where it listens.
        listen: String,
    },
}

/// What to measure.
#[derive(clap::Args)]
struct Asked {
    /// The product that is measured.
    #[arg(long, default_value = "target/release/juistedeur")]
    binary: PathBuf,
    /// The page that is written.
    #[arg(long, default_value = "docs/benchmarks.md")]
    page: PathBuf,
    /// Zaken in the large database.
    #[arg(long, default_value_t = 1_000_000)]
    zaken: usize,
    /// Seconds of one round.
    #[arg(long, default_value_t = 2)]
    seconds: u64,
    /// What the measurement of the search said, if it was run.
    #[arg(long)]
    search: Option<PathBuf>,
    /// A PostgreSQL to measure as well: `postgresql://…/postgres`.
    #[arg(long, env = "JUISTEDEUR_TEST_POSTGRES")]
    postgres: Option<String>,
}

#[tokio::main]
async fn main() -> ExitCode {
    let done = match Cli::parse().what {
        What::Run(asked) => run::run(&asked).await,
        What::Bare { folder, listen } => bare::serve(&folder, &listen).await,
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

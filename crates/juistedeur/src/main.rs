//! The binary: settings, wiring, sub-commands.

mod commands;
mod map;
mod recheck;
mod scan;
mod serve;
mod settings;
mod sweep;
mod wiring;

use clap::{Parser, Subcommand};
use std::{path::PathBuf, process::ExitCode};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Juiste Deur: one government for its people.
#[derive(Parser)]
#[command(version, about, arg_required_else_help = true)]
struct Cli {
    /// The file with settings (TOML); every setting can also come from the environment: JUISTEDEUR_DATABASE__URL.
    #[arg(long, global = true, env = "JUISTEDEUR_SETTINGS")]
    settings: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Open the doors: pages and interfaces.
    Serve,
    /// Bring the database up to date; `serve` does this by itself.
    Migrate,
    /// Look whether something is as it should be.
    #[command(subcommand)]
    Check(Check),
    /// Write something out.
    #[command(subcommand)]
    Export(Export),
    /// Copy database and documents into a folder. The keys are not in it: keep those elsewhere.
    Backup {
        /// A folder that does not exist yet.
        folder: PathBuf,
    },
    /// Put a backup back into an empty database and folder of documents.
    Restore {
        /// The folder that `backup` made.
        folder: PathBuf,
    },
    /// Keys.
    #[command(subcommand)]
    Keys(Keys),
    /// Questions of residents: what the desk does, on the command line.
    Vraag {
        /// The organisation you work for: `gm0307`.
        #[arg(long)]
        organisatie: String,
        /// Your name in the journal, as your organisation knows you.
        #[arg(long)]
        medewerker: String,
        #[command(subcommand)]
        what: commands::vraag::What,
    },
    /// Zaken: what the desk does, on the command line.
    Zaak {
        /// The organisation you work for: `gm0307`.
        #[arg(long)]
        organisatie: String,
        /// Your name in the journal, as your organisation knows you.
        #[arg(long)]
        medewerker: String,
        #[command(subcommand)]
        what: commands::zaak::What,
    },
}

#[derive(Subcommand)]
enum Check {
    /// The journal: is every line there, as it was written?
    Journal {
        /// A head that was exported before; give more than once for more.
        #[arg(long)]
        head: Vec<PathBuf>,
    },
    /// The services: what is wrong with which line?
    Services {
        /// The folder; that of the settings when not given.
        folder: Option<PathBuf>,
    },
    /// The settings: is everything there to serve?
    Settings,
}

#[derive(Subcommand)]
enum Export {
    /// The newest signed head of the journal: keep it where nobody of this system can change it.
    Head,
}

#[derive(Subcommand)]
enum Keys {
    /// Make a file with keys that only its owner may read.
    New {
        /// The file.
        file: PathBuf,
    },
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error.to_string()),
    };
    match runtime.block_on(run(cli)) {
        Ok(code) => code,
        Err(what) => failed(&what),
    }
}

fn failed(what: &str) -> ExitCode {
    eprintln!("juistedeur: {what}");
    ExitCode::FAILURE
}

async fn run(cli: Cli) -> Result<ExitCode, String> {
    if let Command::Keys(Keys::New { file }) = &cli.command {
        return commands::keys_new(file);
    }
    let settings = settings::load(cli.settings.as_deref())?;
    match cli.command {
        Command::Serve => serve::serve(settings).await,
        Command::Migrate => commands::migrate(&settings).await,
        Command::Check(Check::Journal { head }) => commands::check_journal(&settings, &head).await,
        Command::Check(Check::Services { folder }) => commands::check_services(&settings, folder),
        Command::Check(Check::Settings) => commands::check_settings(&settings),
        Command::Export(Export::Head) => commands::export_head(&settings).await,
        Command::Backup { folder } => commands::backup::backup(&settings, &folder).await,
        Command::Restore { folder } => commands::backup::restore(&settings, &folder).await,
        Command::Keys(Keys::New { file }) => commands::keys_new(&file),
        Command::Vraag { organisatie, medewerker, what } => {
            commands::vraag::run(&settings, &organisatie, &medewerker, what).await
        }
        Command::Zaak { organisatie, medewerker, what } => commands::zaak::run(&settings, &organisatie, &medewerker, what).await,
    }
}

//! Zaken on the command line: the same operations as the desk uses.
use crate::{settings::Settings, wiring};
use access::{Error, Op};
use cases::Zaak;
use clap::Subcommand;
use std::process::ExitCode;
use values::{Id, Language, Prose};

/// What to do.
#[derive(Subcommand, Clone)]
pub enum What {
    /// Set the next status.
    Status {
        /// `2026-7K3M-9QX2`
        nummer: String,
        /// `In behandeling`
        status: String,
    },
    /// End it.
    Close {
        /// `2026-7K3M-9QX2`
        nummer: String,
        /// `Opgelost`
        resultaat: String,
        /// What was done, for the person.
        uitleg: String,
    },
}

/// Runs it as this worker of this organisation.
pub async fn run(settings: &Settings, organisatie: &str, medewerker: &str, what: What) -> Result<ExitCode, String> {
    let access = wiring::access(settings).await?;
    let catalogue = wiring::catalogue(settings, &access).await?.get();
    let (context, _) = wiring::worker(&catalogue, organisatie, medewerker, "melding openbare ruimte behandelen")?;
    let portal = settings.portal.clone();
    let done = access
        .write(context, move |op| {
            let (what, portal) = (what.clone(), portal.clone());
            Box::pin(async move { act(op, what, &portal).await })
        })
        .await;
    done.map(|()| ExitCode::SUCCESS).map_err(|error| match error {
        Error::NotFound => format!("{organisatie} has no zaak with this number"),
        Error::Refused(refusal) => texts::text(Language::En, refusal.0),
        Error::Invalid(_) => "the explanation is empty or too long".into(),
        other => other.to_string(),
    })
}

async fn act(op: &mut Op<'_>, what: What, portal: &str) -> access::Result<()> {
    match what {
        What::Status { nummer, status } => {
            let id: Id<Zaak> = cases::find_by_number(op, &nummer).await?;
            cases::set_status(op, id, &status).await
        }
        What::Close { nummer, resultaat, uitleg } => {
            let id = cases::find_by_number(op, &nummer).await?;
            let uitleg = Prose::parse(&uitleg, cases::MAX_BERICHT).map_err(|_| Error::Invalid(vec![]))?;
            cases::close(op, id, &resultaat, &uitleg, portal).await
        }
    }
}

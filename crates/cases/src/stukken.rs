//! The papers of a zaak that was sent on to who does not take it here: they wait until somebody says that she sent them.
use crate::{PAGE, Zaak, store};
use access::{Action, Error, Event, Op, Protected, Result};
use jiff::{Timestamp, civil::Date};
use values::Id;

/// Papers of one zaak that must be sent, or were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stukken {
    /// What lies in the closed compartment, which its adviser sends; else the rest, which its handler sends.
    pub besloten: bool,
    /// The code of the organisation to which: `gm0193`.
    pub naar: String,
    /// When they were sent, and by whom, by the name the organisation gives.
    pub verstuurd: Option<(Timestamp, String)>,
}

/// One zaak of which papers wait; nothing personal.
#[derive(Debug, Clone)]
pub struct StukkenLine {
    /// Its id.
    pub id: Id<Zaak>,
    /// Its number.
    pub identificatie: String,
    /// What kind of zaak it is.
    pub omschrijving: String,
    /// The name of its service.
    pub service: String,
    /// The code of the organisation to which they must be sent.
    pub naar: String,
    /// The day on which it was sent on.
    pub sinds: Date,
}

/// The zaken of the organisation of the operation of which papers must still be sent, the longest waiting first; of who advises those of which
/// she sends the closed compartment. At most a page.
pub async fn papers_to_send(op: &mut Op<'_>) -> Result<Vec<StukkenLine>> {
    let adviseurs = op.adviseurs();
    if adviseurs.is_empty() {
        op.may_here(Action::Read)?;
    }
    store::stukken::lines(op, &adviseurs, PAGE).await
}

/// Who sent the papers says so: the handler, or the adviser of those in the closed compartment. Errors: `Conflict` when somebody said so before,
/// `NotFound` where nothing of the kind must be sent.
pub async fn papers_sent(op: &mut Op<'_>, id: Id<Zaak>, besloten: bool, medewerker: &str) -> Result<()> {
    let zaak = store::zaak(op, id).await?;
    op.may(if besloten { Action::Advise } else { Action::Handle }, &zaak)?;
    if !store::stukken::of(op, id).await?.iter().any(|one| one.besloten == besloten) {
        return Err(Error::NotFound);
    }
    store::stukken::sent(op, id, (besloten, medewerker)).await?;
    let event = if besloten { "besloten-stukken-verstuurd" } else { "stukken-verstuurd" };
    op.record(Event::of(event, "zaak", id.uuid()).about(zaak.party())).await
}

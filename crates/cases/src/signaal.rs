//! Signals: what who handles a zaak must not miss, until she says that she has seen it.
use crate::{Zaak, store};
use access::{Action, DataKey, Error, Event, Op, Protected, Result};
use jiff::Timestamp;
use uuid::Uuid;
use values::{Id, Notitie, Prose};

/// Most characters of what she did about a signal.
pub const MAX_GEZIEN: usize = 400;

/// What a register or the person says of what was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSignaal {
    /// What.
    pub tekst: String,
    /// Who advises must not miss it either: it is about whom she invites, or about what a register says.
    pub voor_adviseur: bool,
    /// It is about the organisation that has the zaak now, and no concern of another: it stays when the zaak is sent on.
    pub alleen_hier: bool,
}

/// A signal at the desk.
#[derive(Debug, Clone)]
pub struct Signaal {
    /// Its id.
    pub id: Uuid,
    /// When it was put there.
    pub op: Timestamp,
    /// What.
    pub tekst: String,
    /// Who of this organisation has seen it, when, and what she did about it; that may be empty. `None` as long as it is open.
    pub gezien: Option<Notitie>,
}

/// Tells who handles it what must not be missed. It stands above all else at the desk and goes along when the zaak is sent on, but for
/// what is about this organisation only; like a note the person never sees it. The journal says that this program did so, whoever set it off.
/// Errors: `Conflict` when the zaak was sent on since it was read.
pub async fn signal(op: &mut Op<'_>, id: Id<Zaak>, signaal: &NewSignaal) -> Result<()> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Read, &zaak)?;
    // Of one that is sent on at this moment it goes along, or it waits here and is told that it moved.
    let zaak = store::hold(op, &zaak).await?;
    let key = DataKey::find(op, zaak.data_key).await?;
    store::notities::insert_signaal(op, &key, &zaak, signaal).await?;
    op.record(Event::of("zaak-signaal", "zaak", id.uuid()).about(zaak.party()).by_machine("signals")).await
}

/// The handler has seen a signal, and may say what she did about it, also when the zaak is over. Twice the same is once. Errors: `NotFound` for
/// another signal, `Conflict` when a colleague was first.
pub async fn seen(op: &mut Op<'_>, (id, signaal): (Id<Zaak>, Uuid), medewerker: &str, gedaan: Option<&Prose>) -> Result<()> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Handle, &zaak)?;
    let zaak = store::hold(op, &zaak).await?;
    let key = DataKey::find(op, zaak.data_key).await?;
    let (_, signalen) = store::notities::here(op, &key, &zaak).await?;
    let found = signalen.into_iter().find(|one| one.id == signaal).ok_or(Error::NotFound)?;
    let tekst = gedaan.map_or("", Prose::as_str);
    match found.gezien {
        Some(before) if before.medewerker == medewerker && before.tekst == tekst => return Ok(()),
        Some(_) => return Err(Error::Conflict("signaal")),
        None => store::notities::insert(op, &key, &zaak, (medewerker, tekst, Some(signaal))).await?,
    }
    op.record(Event::of("signaal-gezien", "zaak", id.uuid()).about(zaak.party())).await
}

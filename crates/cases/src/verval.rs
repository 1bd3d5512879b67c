//! Until when a decision holds: a permit has a life after its zaak. The day is said with the decision, or later by who handles it, when the permit
//! ended; the term of keeping runs from there (VNG Catalogi 1.3: `afleidingswijze` `vervaldatum_besluit`).
use crate::{Desk, From, Zaak, desk, refused, store};
use access::{Action, Error, Event, FieldFault, Op, Protected, Result};
use jiff::civil::Date;
use serde::Serialize;
use values::Id;

/// The field of the day.
const FIELD: &str = "vervaldatum";

/// Why a decision no longer holds (VNG Besluiten 1.1: `vervalreden`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Vervalreden {
    /// It was for some time.
    Tijdelijk,
    /// Its holder gave it up.
    IngetrokkenBelanghebbende,
    /// The organisation took it back, or a rule ended it.
    IngetrokkenOverheid,
}

impl Vervalreden {
    /// All there are, as they are offered.
    pub const ALL: [Self; 3] = [Self::Tijdelijk, Self::IngetrokkenBelanghebbende, Self::IngetrokkenOverheid];

    /// The word of the standard.
    pub fn word(self) -> &'static str {
        match self {
            Self::Tijdelijk => "tijdelijk",
            Self::IngetrokkenBelanghebbende => "ingetrokken_belanghebbende",
            Self::IngetrokkenOverheid => "ingetrokken_overheid",
        }
    }

    /// The one with this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// The last day of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Verval {
    /// The last day on which it holds.
    pub vervaldatum: Date,
    /// Why it ends.
    pub vervalreden: Vervalreden,
}

/// The handler says until when what was granted holds, or that it ended, also when the zaak is over; its person is told. A later day takes the place of an
/// earlier one. Errors: `Refused` where nothing was granted that holds on, `Invalid` for a day before it began to hold, or after it can.
pub async fn vervalt(op: &mut Op<'_>, id: Id<Zaak>, verval: Verval, desk: Desk<'_>) -> Result<()> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Handle, &zaak)?;
    let zaak = store::hold(op, &zaak).await?;
    if !set(op, &zaak, verval).await? {
        return Ok(());
    }
    let date = texts::date(verval.vervaldatum, zaak.taal);
    let tekst = texts::text_with(zaak.taal, "besluit-until-message", &[("date", &date), ("why", verval.vervalreden.word())]);
    store::insert_bericht(op, &zaak, From::Organisatie, &tekst).await?;
    desk::announce(op, &zaak, desk.portal).await?;
    op.record(Event::of("besluit-vervalt", "zaak", id.uuid()).about(zaak.party())).await
}

/// Need what was just granted have no last day? Errors: `Invalid` where the law limits how long it holds.
pub(crate) async fn may_be_open(op: &mut Op<'_>, zaak: &Zaak) -> Result<()> {
    match store::besluit::geldt(op, zaak).await?.and_then(|geldt| geldt.hoogstens) {
        Some(_) => Err(Error::Invalid(vec![FieldFault::new(FIELD, "fault-empty")])),
        None => Ok(()),
    }
}

/// Sets the day on a zaak that is held and that ended; `false` when it stands there already.
pub(crate) async fn set(op: &mut Op<'_>, zaak: &Zaak, verval: Verval) -> Result<bool> {
    let Some(geldt) = store::besluit::geldt(op, zaak).await? else { return refused("refused-does-not-hold") };
    if verval.vervaldatum < geldt.ingangsdatum {
        return Err(Error::Invalid(vec![FieldFault::new(FIELD, "fault-date-before-start")]));
    }
    let most = geldt.hoogstens.and_then(|most| most.after(geldt.ingangsdatum));
    if most.is_some_and(|most| verval.vervaldatum > most) {
        return Err(Error::Invalid(vec![FieldFault::new(FIELD, "fault-date-holds-too-long")]));
    }
    if geldt.verval == Some(verval) {
        return Ok(false);
    }
    let archiefactiedatum = store::archive_date(verval.vervaldatum, &geldt.bewaartermijn)?;
    store::besluit::set_verval(op, zaak, verval, archiefactiedatum).await.map(|()| true)
}

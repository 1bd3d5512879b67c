//! A decision: a resultaat with reasons, made known to the person, with the remedy and its last day (Awb 3:41, 3:45 and 3:46), in the name
//! of the organ that is competent (10:10).
use crate::{Desk, Onderwerp, Verval, Vervalreden, Zaak, buiten_behandeling, desk, refused, store, verval};
use access::{Action, BESLOTEN, DataKey, Error, Event, Op, Protected, Result};
use catalogue::{Mandaat, Rechtsmiddel, Text, VAN_RECHTSWEGE};
use jiff::civil::Date;
use serde::Serialize;
use terms::{Gevolg, SoortRegime, TeLaat};
use values::{Id, Prose};

/// What is decided, and why.
#[derive(Clone)]
pub struct Beslissing {
    /// One of the resultaten of its zaaktype.
    pub resultaat: String,
    /// The reasons, for the person.
    pub motivering: Prose,
    /// The last day of what is granted, where it holds for some time.
    pub geldig_tot: Option<Date>,
}

/// In whose name is decided, and who does it (Awb 10:10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ondertekening {
    /// The organ that decides: `de burgemeester`.
    pub bestuursorgaan: Text,
    /// Does that say of which organisation it is, or need not?
    #[serde(skip)]
    pub voluit: bool,
    /// Who decides in its name; none when it does so itself.
    pub mandaat: Option<Mandaat>,
}

/// A decision (ZGW Besluiten), with what its type says of organ and remedy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Besluit {
    /// Its number.
    pub identificatie: String,
    /// Who decided, in whose name.
    #[serde(flatten)]
    pub ondertekening: Ondertekening,
    /// The day it was decided.
    pub datum: Date,
    /// The day from which it holds: of what is granted by law before it was made known (Awb 4:20b).
    pub ingangsdatum: Date,
    /// The last day on which it holds, as it says itself; none where it says none.
    pub geldig_tot: Option<Date>,
    /// Its last day as it is known now.
    #[serde(flatten)]
    pub verval: Option<Verval>,
    /// The day it was sent to the person: made known.
    pub verzenddatum: Date,
    /// What the person can do: first against the decision itself, then against what comes with it. Each with the kind of its regime.
    pub rechtsmiddelen: Vec<Rechtsmiddel>,
    /// The last day for the first.
    pub uiterlijke_reactiedatum: Option<Date>,
    /// The reasons; empty for who does not read what is about health and the like.
    pub toelichting: String,
}

/// Can it be decided so on this day? Where silence means yes and the term has passed, it is granted by law and nothing else is left to say
/// (Awb 4:20b). Errors: `Refused`.
pub(crate) fn may_be(zaak: &Zaak, resultaat: &str, today: Date) -> Result<()> {
    match (zaak.granted_after(today).is_some(), resultaat == VAN_RECHTSWEGE) {
        (true, false) => refused("refused-granted-by-law"),
        (false, true) => refused("refused-not-granted-by-law"),
        _ => Ok(()),
    }
}

/// From when a decision of this day holds.
fn holds_from(zaak: &Zaak, today: Date) -> Date {
    let granted = zaak.granted_after(today);
    granted.and_then(|last| TeLaat::of(Gevolg::Inwerking, last)?.termijn.after(last)).unwrap_or(today)
}

/// Decides, tells the person why, and ends the zaak. Errors: `Refused` where there is nothing to decide (a report, a tip-off), where the law has
/// decided already, and where an application would be left unhandled before its person could supplement it or after the time for that; `Invalid` for a last
/// day that can't be, and for none where the law limits how long it holds.
pub async fn decide(op: &mut Op<'_>, id: Id<Zaak>, beslissing: &Beslissing, desk: Desk<'_>) -> Result<Besluit> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Handle, &zaak)?;
    let zaak = store::hold_open(op, &zaak).await?;
    let Some(type_) = store::besluit::type_of(op, &zaak).await? else { return refused("refused-no-decision") };
    if !store::besluit::is_besluit(op, &zaak, &beslissing.resultaat).await? {
        return refused("refused-no-such-result");
    }
    buiten_behandeling::may_end_with(op, &zaak, &beslissing.resultaat, desk.calendar).await?;
    let today = op.today();
    may_be(&zaak, &beslissing.resultaat, today)?;
    let regime = type_.rechtsmiddelen.first().and_then(|first| SoortRegime::of(first.soort.as_deref()?, today));
    let last = regime.map(|regime| regime.remedy_until(today, desk.calendar)).transpose();
    let last = last.map_err(|e| Error::Internal(e.to_string()))?.flatten();
    let tijdelijk = |vervaldatum| Verval { vervaldatum, vervalreden: Vervalreden::Tijdelijk };
    let verval = beslissing.geldig_tot.map(tijdelijk);
    let besluit = Besluit {
        identificatie: format!("B-{}", zaak.identificatie),
        ondertekening: type_.ondertekening,
        datum: today,
        ingangsdatum: holds_from(&zaak, today),
        geldig_tot: beslissing.geldig_tot,
        verval,
        verzenddatum: today,
        rechtsmiddelen: type_.rechtsmiddelen,
        uiterlijke_reactiedatum: last.map(|last| last.date),
        toelichting: beslissing.motivering.as_str().to_owned(),
    };
    let key = DataKey::find(op, zaak.data_key).await?;
    store::besluit::insert(op, &key, &zaak, (type_.id, &besluit)).await?;
    store::close(op, &zaak, &beslissing.resultaat).await?;
    match verval {
        Some(verval) => verval::set(op, &zaak, verval).await.map(drop)?,
        None => verval::may_be_open(op, &zaak).await?,
    }
    // A message like any other, so that sending and reading can be proved (Awb 2:25).
    store::insert_about(op, &zaak, Onderwerp::Besluit, &texts::text(zaak.taal, "besluit-message")).await?;
    desk::tell_by_letter(op, &zaak, "letter-zaak-besluit", desk.portal).await?;
    op.record(Event::of(BESLOTEN, "zaak", id.uuid()).about(zaak.party())).await?;
    Ok(besluit)
}

//! Leaving an application unhandled: only when its person could supplement it, and only within the time that the law gives for that (Awb 4:5).
use crate::{Zaak, refused, store};
use access::{Error, Op, Result};
use catalogue::NIET_IN_BEHANDELING;
use jiff::{Timestamp, civil::Date};
use terms::{Calendar, Gevolg, TeLaat};
use values::dutch_date;

/// An opportunity to supplement, given by the organisation that has the zaak now and not taken back.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Gelegenheid {
    /// The last day for it.
    pub uiterlijk: Date,
    /// When she used it.
    pub vervuld_op: Option<Timestamp>,
}

impl Gelegenheid {
    fn waits(self, today: Date) -> bool {
        self.vervuld_op.is_none() && self.uiterlijk >= today
    }

    /// The day on which it was used, or passed unused: what came later did not make it longer.
    pub fn over_op(self) -> Date {
        self.vervuld_op.map_or(self.uiterlijk, |at| dutch_date(at).min(self.uiterlijk))
    }
}

/// Why an application can't be left unhandled (`NIET_IN_BEHANDELING`) yet, or any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NogNiet {
    /// Nothing was asked of her, or it was taken back: first she gets the opportunity to supplement it (Awb 4:5 lid 1).
    Vragen,
    /// She has time until and with this day.
    Wachten(Date),
    /// It could be done until and with this day (Awb 4:5 lid 4).
    Voorbij(Date),
    /// Nothing was asked of her, and nothing can be: the term to decide is over.
    TeLaat,
}

impl NogNiet {
    fn refusal(self) -> &'static str {
        match self {
            Self::Vragen => "refused-supplement-first",
            Self::Wachten(_) => "refused-supplement-runs",
            Self::Voorbij(_) => "refused-supplement-past",
            Self::TeLaat => "refused-supplement-late",
        }
    }
}

/// Until and with which day it can be left unhandled when the last opportunity to supplement was over on `over_op`; none where the law we know
/// sets none. Errors: `Internal` when the calendar does not reach that far.
pub(crate) fn tot(over_op: Date, calendar: &Calendar) -> Result<Option<Date>> {
    let within = TeLaat::of(Gevolg::BuitenBehandeling, over_op);
    let last = within.map(|within| within.last_day(over_op, calendar)).transpose();
    last.map_err(|e| Error::Internal(e.to_string()))
}

/// Can it be left unhandled on this day, and until and with when? `last` is the last day to decide. Pure.
fn of(
    given: &[Gelegenheid],
    (today, last): (Date, Option<Date>),
    calendar: &Calendar,
) -> Result<std::result::Result<Option<Date>, NogNiet>> {
    if let Some(until) = given.iter().filter(|one| one.waits(today)).map(|one| one.uiterlijk).max() {
        return Ok(Err(NogNiet::Wachten(until)));
    }
    let Some(over_op) = given.iter().map(|one| one.over_op()).max() else {
        return Ok(Err(if last.is_some_and(|last| last < today) { NogNiet::TeLaat } else { NogNiet::Vragen }));
    };
    Ok(match tot(over_op, calendar)? {
        Some(until) if until < today => Err(NogNiet::Voorbij(until)),
        until => Ok(until),
    })
}

/// Until and with when it can be left unhandled, or why it can't. Where the law gives no term to decide, title 4.1 Awb does not hold: then there is
/// neither.
pub(crate) async fn nog_niet(
    op: &mut Op<'_>,
    zaak: &Zaak,
    calendar: &Calendar,
) -> Result<std::result::Result<Option<Date>, NogNiet>> {
    if store::desk::decision_term(op, zaak).await?.is_none() {
        return Ok(Ok(None));
    }
    let given: Vec<_> = store::aanvulling::gelegenheden(op, &[zaak.id]).await?.into_iter().map(|(_, one)| one).collect();
    of(&given, (op.today(), zaak.uiterlijke_einddatum_afdoening), calendar)
}

/// Can it be decided with `resultaat` now? Errors: `Refused` where it can't be left unhandled yet, or any more.
pub(crate) async fn may_end_with(op: &mut Op<'_>, zaak: &Zaak, resultaat: &str, calendar: &Calendar) -> Result<()> {
    if resultaat != NIET_IN_BEHANDELING {
        return Ok(());
    }
    match nog_niet(op, zaak, calendar).await? {
        Ok(_) => Ok(()),
        Err(why) => refused(why.refusal()),
    }
}

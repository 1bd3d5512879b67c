//! A supplement: the person is asked for what lacks. Where the law gives a term to decide it stands still until she gave it, or until the
//! time that was set for it passed unused (Awb 4:5 and 4:15 lid 1 a); elsewhere nothing stands still, and the day is the organisation's own.
use crate::{Bijdrage, Desk, From, Onderwerp, Zaak, bijlage, desk, refused, store, zaak::werkdatum};
use access::{Action, DataKey, Error, Event, FieldFault, Op, Protected, Result};
use catalogue::DecisionTerm;
use jiff::{Timestamp, ToSpan, civil::Date};
use terms::{Atw, Beslistermijn, Calendar, Deadline, Suspension, SuspensionGround, TermFault};
use uuid::Uuid;
use values::{Id, Prose};

/// The most weeks that a person is given. The law sets none (Awb 4:5 lid 1: a term that the body sets); a later day is a slip of the pen, and the term
/// of the decision would stand still as long.
pub const MOST_WEEKS: u8 = 12;

/// What a person was asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taak {
    /// Its id.
    pub id: Uuid,
    /// What was asked.
    pub gevraagd: String,
    /// When.
    pub gevraagd_op: Timestamp,
    /// The last day for it: the body sets it.
    pub uiterlijk: Date,
    /// When she did it.
    pub vervuld_op: Option<Timestamp>,
    /// When the organisation took it back.
    pub ingetrokken_op: Option<Timestamp>,
}

impl Taak {
    /// She did not do it, and it was not taken back.
    pub fn is_open(&self) -> bool {
        self.vervuld_op.is_none() && self.ingetrokken_op.is_none()
    }

    /// She has time for it on this day.
    pub fn waits(&self, today: Date) -> bool {
        self.is_open() && self.uiterlijk >= today
    }
}

/// A time in which the term of a decision stood still: from the day after `sinds` up to and with `tot`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opschorting {
    /// The day on which it was asked.
    pub sinds: Date,
    /// The day on which it was answered; as long as it was not, the last day for it.
    pub tot: Date,
}

/// What is asked of a person, and until when.
#[derive(Clone)]
pub struct Verzoek {
    /// What lacks, in words she can act on.
    pub gevraagd: Prose,
    /// The last day for it.
    pub uiterlijk: Date,
}

/// The last day for the decision, with the reasons. Pure. Errors: `UnknownYear` when the calendar does not reach that far.
pub(crate) fn last_day(
    received: Date,
    term: &DecisionTerm,
    opschortingen: &[Opschorting],
    calendar: &Calendar,
) -> std::result::Result<Deadline, TermFault> {
    let suspended = |o: &Opschorting| Suspension { since: o.sinds, until: o.tot, ground: SuspensionGround::Supplement };
    let beslistermijn = Beslistermijn {
        received,
        term: term.term,
        article: term.grondslag.clone().into(),
        atw: if term.atw { Atw::Applies } else { Atw::Excluded },
        suspensions: opschortingen.iter().map(suspended).collect(),
        extension: None,
    };
    beslistermijn.last_day(calendar)
}

/// The last day for the decision on a zaak and why, for who may read it; `None` where the law gives no term.
pub async fn termijn(op: &mut Op<'_>, id: Id<Zaak>, calendar: &Calendar) -> Result<Option<Deadline>> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Read, &zaak)?;
    counted(op, &zaak, calendar).await
}

pub(crate) async fn counted(op: &mut Op<'_>, zaak: &Zaak, calendar: &Calendar) -> Result<Option<Deadline>> {
    let Some(term) = store::desk::decision_term(op, zaak).await? else { return Ok(None) };
    let opschortingen = store::aanvulling::opschortingen(op, zaak.id).await?;
    let last = last_day(zaak.startdatum, &term, &opschortingen, calendar).map_err(|e| Error::Internal(e.to_string()))?;
    Ok(Some(last))
}

/// Asks for a supplement: task, message and letter in one act, and a suspension where the law gives a term to decide. Gives the new last
/// day and why; `None` where there is no term. Errors: `Refused` where the term is over already, or where something was asked that she
/// still has time to answer.
pub async fn ask_supplement(op: &mut Op<'_>, id: Id<Zaak>, verzoek: &Verzoek, desk: Desk<'_>) -> Result<Option<Deadline>> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Handle, &zaak)?;
    let zaak = store::hold_open(op, &zaak).await?;
    let term = store::desk::decision_term(op, &zaak).await?;
    let key = DataKey::find(op, zaak.data_key).await?;
    let today = op.today();
    if store::aanvulling::taken(op, &key, id).await?.iter().any(|taak| taak.waits(today)) {
        return refused("refused-already-asked");
    }
    if zaak.uiterlijke_einddatum_afdoening.is_some_and(|last| last < today) {
        return refused("refused-term-over");
    }
    if verzoek.uiterlijk <= today {
        return Err(Error::Invalid(vec![FieldFault::new("uiterlijk", "fault-date-ahead-only")]));
    }
    if today.checked_add(i64::from(MOST_WEEKS).weeks()).is_ok_and(|most| verzoek.uiterlijk > most) {
        let limit = Some(u64::from(MOST_WEEKS));
        return Err(Error::Invalid(vec![FieldFault { limit, ..FieldFault::new("uiterlijk", "fault-date-weeks") }]));
    }
    let taak = store::aanvulling::insert(op, &key, id, verzoek).await?;
    let (deadline, letter) = match term {
        Some(term) => {
            store::aanvulling::suspend(op, id, taak, verzoek).await?;
            (Some(recount(op, &zaak, &term, desk.calendar).await?), "letter-zaak-aanvulling")
        }
        None => (None, "letter-zaak-aanvulling-zonder-termijn"),
    };
    store::insert_about(op, &zaak, Onderwerp::Aanvulling, verzoek.gevraagd.as_str()).await?;
    let date = texts::date(verzoek.uiterlijk, zaak.taal);
    let last = deadline.as_ref().map(|last| texts::date(last.date, zaak.taal));
    let law = if last.is_some() { "yes" } else { "no" };
    let told = [("date", &*date), ("law", law), ("last", last.as_deref().unwrap_or_default())];
    desk::tell_by_letter_with(op, &zaak, letter, desk.portal, &told).await?;
    op.record(Event::of("aanvulling-gevraagd", "zaak", id.uuid()).about(zaak.party())).await?;
    Ok(deadline)
}

/// The person gives what was asked, words, papers or both: the suspension ends today, and the last day is counted again. Later than the last day for it, it is
/// still kept, but the clock ran on. Errors: `Refused` when she gave it already.
pub async fn fulfil(op: &mut Op<'_>, id: Id<Zaak>, taak: Uuid, antwoord: impl Into<Bijdrage>, calendar: &Calendar) -> Result<()> {
    let antwoord = antwoord.into();
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Contribute, &zaak)?;
    let zaak = store::hold_open(op, &zaak).await?;
    let key = DataKey::find(op, zaak.data_key).await?;
    let asked = store::aanvulling::taken(op, &key, id).await?.into_iter().find(|t| t.id == taak).ok_or(Error::NotFound)?;
    if asked.vervuld_op.is_some() {
        return refused("refused-task-done");
    }
    if asked.ingetrokken_op.is_some() {
        return refused("refused-task-withdrawn");
    }
    let (tekst, _) = bijlage::keep(op, &zaak, &antwoord).await?;
    store::insert_bericht(op, &zaak, From::Persoon, &tekst).await?;
    store::aanvulling::fulfil(op, taak).await?;
    if let Some(term) = store::desk::decision_term(op, &zaak).await? {
        recount(op, &zaak, &term, calendar).await?;
    }
    op.record(Event::of("aanvulling-ontvangen", "zaak", id.uuid()).about(zaak.party())).await
}

/// The handler takes back what she asked by mistake: the task ends, the suspension ends today, the last day is counted again, and the person is
/// told. Errors: `Refused` when it was given or taken back already.
pub async fn withdraw_supplement(op: &mut Op<'_>, id: Id<Zaak>, taak: Uuid, desk: Desk<'_>) -> Result<()> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Handle, &zaak)?;
    let zaak = store::hold_open(op, &zaak).await?;
    let key = DataKey::find(op, zaak.data_key).await?;
    let asked = store::aanvulling::taken(op, &key, id).await?.into_iter().find(|t| t.id == taak).ok_or(Error::NotFound)?;
    if !asked.is_open() {
        return refused("refused-task-over");
    }
    store::aanvulling::withdraw(op, taak).await?;
    if let Some(term) = store::desk::decision_term(op, &zaak).await? {
        recount(op, &zaak, &term, desk.calendar).await?;
    }
    let asked_on = texts::date(values::dutch_date(asked.gevraagd_op), zaak.taal);
    let tekst = texts::text_with(zaak.taal, "zaak-supplement-withdrawn", &[("date", &asked_on)]);
    store::insert_about(op, &zaak, Onderwerp::AanvullingIngetrokken, &tekst).await?;
    desk::announce(op, &zaak, desk.portal).await?;
    op.record(Event::of("aanvulling-ingetrokken", "zaak", id.uuid()).about(zaak.party())).await
}

/// Counts the last day again, with every suspension, and keeps it.
async fn recount(op: &mut Op<'_>, zaak: &Zaak, term: &DecisionTerm, calendar: &Calendar) -> Result<Deadline> {
    let opschortingen = store::aanvulling::opschortingen(op, zaak.id).await?;
    let too_far = |_| Error::Invalid(vec![FieldFault::new("uiterlijk", "fault-date-too-far")]);
    let deadline = last_day(zaak.startdatum, term, &opschortingen, calendar).map_err(too_far)?;
    let stood_still = opschortingen.iter().any(|o| o.tot > o.sinds);
    let bites = werkdatum(zaak.startdatum, (zaak.einddatum_gepland, Some(deadline.date)), stood_still);
    store::aanvulling::set_last_day(op, zaak.id, (deadline.date, bites)).await?;
    Ok(deadline)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use proptest::prelude::*;
    use values::Term;

    const RECEIVED: Date = Date::constant(2026, 11, 23);

    fn term() -> DecisionTerm {
        DecisionTerm { term: Term::weeks(8), grondslag: "Awb artikel 4:13".into(), atw: true }
    }

    #[test]
    fn ten_days_of_waiting_move_the_last_day_ten_days() {
        let calendar = Calendar::shipped().unwrap();
        let end = |opschortingen: &[Opschorting]| last_day(RECEIVED, &term(), opschortingen, &calendar).unwrap().date.to_string();
        assert_eq!(end(&[]), "2027-01-18");
        let asked = Date::constant(2026, 11, 30);
        assert_eq!(end(&[Opschorting { sinds: asked, tot: Date::constant(2026, 12, 10) }]), "2027-01-28");
        // Answered on the day itself: the clock never stood still.
        assert_eq!(end(&[Opschorting { sinds: asked, tot: asked }]), "2027-01-18");
    }

    proptest! {
        #[test]
        fn a_supplement_never_makes_the_last_day_earlier_and_an_early_answer_never_later(
            spans in proptest::collection::vec((0..50_i32, 1..40_i32, 0..40_i32), 0..4)
        ) {
            let calendar = Calendar::shipped().unwrap();
            let day = |days: i32| RECEIVED.checked_add(days.days()).unwrap();
            let end = |opschortingen: &[Opschorting]| last_day(RECEIVED, &term(), opschortingen, &calendar).unwrap().date;
            let (mut set, mut before) = (Vec::new(), end(&[]));
            for (since, length, answered) in spans {
                let opschorting = Opschorting { sinds: day(since), tot: day(since + length) };
                set.push(opschorting);
                let asked = end(&set);
                prop_assert!(asked >= before);
                let last = set.len() - 1;
                set[last].tot = opschorting.tot.min(day(since + answered));
                let after = end(&set);
                prop_assert!(after >= before && after <= asked);
                before = after;
            }
        }
    }
}

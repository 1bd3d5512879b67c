//! What was kept long enough is destroyed, with its key: nobody reads it any more, and the journal still proves itself.
use super::{Stand, Vraag, store};
use access::{Action, DataKey, Error, Event, Op, Protected, Result};
use jiff::civil::Date;
use terms::BewaarRegime;
use values::Id;

/// The kinds of question, as their retention knows them.
const SOORTEN: [&str; 4] = ["vraag", "correctie", "klacht", "bezwaar"];

/// The first day on which a question that comes to stand like this today may be destroyed; none while the organisation must move. One that
/// was answered is over as well, unless the person writes back: not every question is closed by hand.
pub(super) fn due_date(soort: &str, stand: Stand, today: Date) -> Option<Date> {
    match stand {
        Stand::Open => None,
        Stand::Beantwoord | Stand::Gesloten => BewaarRegime::of(soort, today)?.until(today),
    }
}

/// The questions of the organisation of the operation that were kept long enough, some hundreds at a time, after this one. Destroy each in an
/// operation of its own: one that can't be destroyed keeps no other.
pub async fn due_for_destruction(op: &mut Op<'_>, after: Option<Id<Vraag>>) -> Result<Vec<Id<Vraag>>> {
    for soort in SOORTEN {
        if let Some(until) = due_date(soort, Stand::Beantwoord, op.today()) {
            store::destroy::date_undated(op, soort, until).await?;
        }
    }
    store::destroy::due(op, after).await
}

/// Destroys a question that was kept long enough: question, thread, letters and key. Afterwards a code finds nothing: to say that there was
/// something would be to keep it. Errors: `NotFound` when it is not due, `Conflict` when another destroys it.
pub async fn destroy(op: &mut Op<'_>, id: Id<Vraag>) -> Result<()> {
    let vraag = store::vraag(op, id).await?;
    op.may(Action::Read, &vraag)?;
    let vraag = store::hold(op, &vraag).await?;
    if !store::destroy::destroy(op, id).await? {
        return Err(Error::NotFound);
    }
    letters::forget(op, ("vraag", id.uuid())).await?;
    DataKey::destroy(op, vraag.data_key).await?;
    op.record(Event::of("vraag-vernietigd", "vraag", id.uuid()).about(vraag.party())).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_waits_for_an_answer_is_never_due() {
        let today = date(2026, 11, 25);
        assert_eq!(due_date("vraag", Stand::Open, today), None);
        for stand in [Stand::Beantwoord, Stand::Gesloten] {
            assert_eq!(due_date("vraag", stand, today), Some(date(2027, 11, 25)));
            assert_eq!(due_date("correctie", stand, today), Some(date(2031, 11, 25)));
        }
    }
}

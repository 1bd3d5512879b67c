//! What a person prepares here and does at the counter of another body.
use crate::{Zaak, refused, store};
use access::{Action, Event, Op, Protected, Result};
use catalogue::OVERGEDRAGEN;
use values::Id;

/// What the person prepared here she takes to the counter of another body: here it ends at once, with nothing asked of anybody.
pub async fn hand_over(op: &mut Op<'_>, id: Id<Zaak>) -> Result<()> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Contribute, &zaak)?;
    let zaak = store::hold_open(op, &zaak).await?;
    store::close(op, &zaak, OVERGEDRAGEN).await?;
    op.record(Event::of("zaak-overgedragen", "zaak", id.uuid()).about(zaak.party())).await
}

/// She says that she did there what she prepared here; the first time counts. Errors: `Refused` for what was not handed over.
pub async fn done_elsewhere(op: &mut Op<'_>, id: Id<Zaak>) -> Result<()> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Contribute, &zaak)?;
    if store::done_elsewhere(op, id).await? {
        return op.record(Event::of("elders-gedaan", "zaak", id.uuid()).about(zaak.party())).await;
    }
    match store::zaak(op, id).await?.elders_gedaan_op {
        Some(_) => Ok(()),
        None => refused("refused-not-handed-over"),
    }
}

//! A form that was begun without signing in is finished on another device: by eight words, which are later those of its receipt.
use crate::{Draft, draft::Owned, held, open, store};
use access::{Action, Browser, Event, FollowCode, Op, Result};
use uuid::Uuid;

/// Gives this draft words by which another device goes on with it, once; from then on it is kept as long as that of who signed in. What who
/// signed in began has none: it stands among her own. Errors: as `open`.
pub async fn keep(op: &mut Op<'_>, id: Uuid, browser: &Browser) -> Result<()> {
    let draft = held(op, id, browser).await?;
    if draft.signed_in || draft.code.is_some() {
        return Ok(());
    }
    let code = FollowCode::new(op.keys());
    store::keep(op, &draft, &code).await
}

/// The draft with these words that was not sent. Gives nothing personal. Errors: `NotFound` for words of nothing.
pub async fn find_by_code(op: &mut Op<'_>, code: &FollowCode) -> Result<Uuid> {
    let hash = code.hash(op.keys())?;
    store::by_code(op, hash).await
}

/// From now on this browser opens the draft with these words; the one that did no longer does. Writes a line in the journal. Errors:
/// `NotFound` for words of nothing, or of a draft that is too old.
pub async fn resume(op: &mut Op<'_>, code: &FollowCode, browser: &Browser) -> Result<Draft> {
    let id = find_by_code(op, code).await?;
    let organisation = op.context().organisation.clone();
    op.may(Action::Contribute, &Owned { id, organisation, party: None, vestiging: None, dienst: String::new() })?;
    store::hand_to(op, id, browser).await?;
    let draft = open(op, id, browser).await?;
    op.record(Event::of("concept-hervat", "draft", id)).await?;
    Ok(draft)
}

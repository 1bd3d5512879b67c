//! What was sent about a zaak: complaints, and objections to the decision on it.
use super::{Vraag, store};
use access::{Action, DataKey, FollowCode, Op, Result};
use uuid::Uuid;

/// One of them.
pub struct OverZaak {
    /// The question that it is.
    pub vraag: Vraag,
    /// The code that follows it; `None` for what somebody sent who signed in.
    pub code: Option<FollowCode>,
}

/// What was sent about this zaak, the oldest first; of it what the actor may read, and nothing of what was written. Who looks at the zaak has
/// her line in the journal of that.
pub async fn over_zaak(op: &mut Op<'_>, zaak: Uuid) -> Result<Vec<OverZaak>> {
    let mut found = Vec::new();
    for vraag in store::over_zaak(op, zaak).await? {
        if op.may(Action::Read, &vraag).is_ok() {
            let key = DataKey::find(op, vraag.data_key).await?;
            let code = store::steller(op, &key, vraag.id).await?.code;
            let code = if vraag.is_followed_by_code() { FollowCode::from_bytes(&code) } else { None };
            found.push(OverZaak { vraag, code });
        }
    }
    Ok(found)
}

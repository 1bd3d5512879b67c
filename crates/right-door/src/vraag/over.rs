//! What was sent about a zaak: complaints, and objections to the decision on it.
use super::{Vraag, store};
use access::{Action, DataKey, FollowCode, Lists, Op, Result};
use uuid::Uuid;
use values::Oin;

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
            let code = if vraag.is_followed_by_code() { code_of(op, &vraag).await? } else { None };
            found.push(OverZaak { vraag, code });
        }
    }
    Ok(found)
}

async fn code_of(op: &mut Op<'_>, vraag: &Vraag) -> Result<Option<FollowCode>> {
    let key = DataKey::find(op, vraag.data_key).await?;
    Ok(FollowCode::from_bytes(&store::steller(op, &key, vraag.id).await?.code))
}

/// The services of which she for whom the actor acts sent something about a zaak at these organisations, by name; that zaak may be destroyed.
/// Errors: `NotFound` for who did not sign in, or acts for another person.
pub async fn diensten(op: &mut Op<'_>, organisations: &[Oin]) -> Result<Vec<String>> {
    let lists = Lists::own(op, organisations)?;
    let mut all = store::mine::diensten(op, &lists).await?;
    all.sort();
    all.dedup();
    Ok(all)
}

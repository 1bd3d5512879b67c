//! Who asked to correct a register, complained or objected: for who must carry that out, and for nobody else.
use super::{Soort, Steller, Vraag, store};
use access::{Action, DataKey, Error, Event, Op, Party, Protected, Result};
use values::{Id, last_digits};

/// Who asked, as she signed in.
#[derive(Clone)]
pub struct Vrager {
    /// The name that the register gave when she asked, where it gave one.
    pub naam: Option<String>,
    /// Her number: of a person the citizen service number, masked but for the last three digits where it was not asked for.
    pub nummer: String,
    /// It is a person, not a company.
    pub persoon: bool,
    /// Her e-mail, when given.
    pub email: Option<String>,
}

impl Vrager {
    fn of(steller: &Steller) -> Option<Self> {
        let party = steller.party()?;
        Some(Self {
            naam: steller.naam.clone(),
            nummer: party.number().to_owned(),
            persoon: matches!(party, Party::Person(_)),
            email: steller.email.clone(),
        })
    }

    /// The number of a company is public; of that of a person the last three digits tell two apart.
    pub(super) fn masked(self) -> Self {
        let nummer = if self.persoon { last_digits(&self.nummer) } else { self.nummer };
        Self { nummer, ..self }
    }
}

/// Who asked to correct a register, complained or objected, with the whole number, for who must carry it out. A line in the journal of its own. Errors: `NotFound` for
/// another question.
pub async fn identify(op: &mut Op<'_>, id: Id<Vraag>) -> Result<Vrager> {
    let vraag = store::vraag(op, id).await?;
    op.may(Action::Handle, &vraag)?;
    let wie = wie(op, &vraag).await?.ok_or(Error::NotFound)?;
    op.record(Event::of("nummer-getoond", "vraag", id.uuid()).about(vraag.party())).await?;
    Ok(wie)
}

pub(super) async fn wie(op: &mut Op<'_>, vraag: &Vraag) -> Result<Option<Vrager>> {
    if vraag.soort == Soort::Vraag {
        return Ok(None);
    }
    let key = DataKey::find(op, vraag.data_key).await?;
    Ok(Vrager::of(&store::steller(op, &key, vraag.id).await?))
}

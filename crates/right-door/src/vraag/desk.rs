//! The desk: a question as staff see it, and what they write down for each other.
use super::{Vraag, VraagView, Vrager, open, store, wie};
use access::{Action, DataKey, Event, Op, Protected, Result};
use values::{Id, Notitie, Prose};

/// A question as staff of its organisation see it.
pub struct Dossier {
    /// What its person sees too.
    pub view: VraagView,
    /// Who asked, the number masked; of a request to correct only, for who handles it.
    pub wie: Option<Vrager>,
    /// What colleagues wrote down.
    pub notities: Vec<Notitie>,
}

/// Everything of a question that staff may see. Writes a line in the journal. Invariant: only who may note sees notes, so never the person
/// (test `a_note_is_for_colleagues_and_never_seen_by_the_person`).
pub async fn dossier(op: &mut Op<'_>, id: Id<Vraag>) -> Result<Dossier> {
    let vraag = store::vraag(op, id).await?;
    op.may(Action::Note, &vraag)?;
    let wie = match op.may(Action::Handle, &vraag) {
        Ok(()) => wie::wie(op, &vraag).await?.map(Vrager::masked),
        Err(_) => None,
    };
    let key = DataKey::find(op, vraag.data_key).await?;
    let notities = store::notities::here(op, &key, &vraag).await?;
    let view = open(op, vraag).await?;
    op.record(Event::of("vraag-gelezen", "vraag", id.uuid()).about(view.vraag.party())).await?;
    Ok(Dossier { view, wie, notities })
}

/// Writes something down for colleagues, also when the question is closed; the same words twice within a minute are one note.
pub async fn note(op: &mut Op<'_>, id: Id<Vraag>, medewerker: &str, tekst: &Prose) -> Result<()> {
    let vraag = store::vraag(op, id).await?;
    op.may(Action::Note, &vraag)?;
    let vraag = store::hold(op, &vraag).await?;
    let key = DataKey::find(op, vraag.data_key).await?;
    let last = store::notities::here(op, &key, &vraag).await?.pop();
    if last.is_some_and(|last| last.tekst == tekst.as_str() && store::is_again(op, last.op)) {
        return Ok(());
    }
    store::notities::insert(op, &key, &vraag, (medewerker, tekst.as_str())).await?;
    op.record(Event::of("notitie-gemaakt", "vraag", id.uuid()).about(vraag.party())).await
}

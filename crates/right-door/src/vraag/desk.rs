//! The desk: a question as staff see it, and what they write down for each other.
use super::{Done, Vraag, VraagView, Vrager, may_answer, open, store, wie};
use access::{Action, DataKey, Error, Event, Op, Protected, Refusal, Result};
use catalogue::Catalogue;
use values::{Id, Notitie, Prose};

/// A question as staff of its organisation see it.
pub struct Dossier {
    /// What its person sees too.
    pub view: VraagView,
    /// Who asked, the number masked; of a request to correct only, for who handles it.
    pub wie: Option<Vrager>,
    /// What colleagues wrote down.
    pub notities: Vec<Notitie>,
    /// Nothing of what was written stands in `view`: it can be about health, and she who looks does not handle it.
    pub afgeschermd: bool,
    /// Why she who looks may not answer it; none when she may.
    pub weigering: Option<Refusal>,
}

/// Can what is written in it be about health and the like (AVG 9)? What is about a zaak of a service that asks about it, or that we do not know.
fn can_be_bijzonder(catalogue: &Catalogue, vraag: &Vraag) -> bool {
    let service = vraag.soort.over().map(|over| catalogue.service(&over.dienst));
    service.is_some_and(|service| service.is_none_or(|service| service.asks_bijzonder()))
}

/// Everything of a question that staff may see. Writes a line in the journal. Invariant: only who may note sees notes, so never the person
/// (test `a_note_is_for_colleagues_and_never_seen_by_the_person`); what can be about health only who handles it (test
/// `what_can_be_about_health_is_read_by_who_handles_it`).
pub async fn dossier(op: &mut Op<'_>, id: Id<Vraag>, catalogue: &Catalogue) -> Result<Dossier> {
    let vraag = store::vraag(op, id).await?;
    op.may(Action::Note, &vraag)?;
    let handles = op.may(Action::Handle, &vraag).is_ok();
    let wie = if handles { wie::wie(op, &vraag).await?.map(Vrager::masked) } else { None };
    let weigering = match may_answer(op, &vraag).await {
        Ok(()) => None,
        Err(Error::Refused(why)) => Some(why),
        Err(Error::NotAllowed) => Some(Refusal("refused-not-handler")),
        Err(error) => return Err(error),
    };
    let afgeschermd = !handles && can_be_bijzonder(catalogue, &vraag);
    let key = DataKey::find(op, vraag.data_key).await?;
    let notities = store::notities::here(op, &key, &vraag).await?;
    // What she does not see was not read either, for the proof of reading.
    let view =
        if afgeschermd { VraagView { berichten: vec![], ..store::view(op, vraag).await? } } else { open(op, vraag).await? };
    op.record(Event::of(view.vraag.soort.event(Done::Gelezen), "vraag", id.uuid()).about(view.vraag.party())).await?;
    Ok(Dossier { view, wie, notities, afgeschermd, weigering })
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

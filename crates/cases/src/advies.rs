//! Advice: who opens the closed compartment of a zaak tells who decides what she needs to know, and nothing else of what lies there.
use crate::{Document, Rol, Stukken, Zaak, store};
use access::{Action, DataKey, Error, Event, Op, Protected, Result, Role};
use jiff::Timestamp;
use serde_json::json;
use values::{Id, Oin, Prose};

/// That somebody advised, as the person sees it and who does not decide: not what she advised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdviesLine {
    /// In which role.
    pub adviseur: Role,
    /// When.
    pub op: Timestamp,
}

/// An advice to who decides.
#[derive(Clone)]
pub struct Advies {
    /// The organisation where it was given: there it stays when the zaak is sent on.
    pub organisatie: Oin,
    /// In which role it was given.
    pub adviseur: Role,
    /// By whom, by the name the organisation gives.
    pub medewerker: String,
    /// When.
    pub op: Timestamp,
    /// What.
    pub tekst: String,
}

/// A zaak as its adviser sees it: what she needs to advise. Not what the person and the organisation write to each other, not what was
/// decided, and no notes.
pub struct ToAdvise {
    /// The zaak.
    pub zaak: Zaak,
    /// What the person sent.
    pub toelichting: String,
    /// Her documents, those in the closed compartment too.
    pub documents: Vec<Document>,
    /// Who takes part, to invite her; without any number.
    pub betrokkenen: Vec<Rol>,
    /// What she must not miss: that no data may be given to others, and what a register doubts.
    pub signalen: Vec<String>,
    /// What was advised before.
    pub adviezen: Vec<Advies>,
    /// What she must send, or did, of a zaak that was sent on to who does not take it here.
    pub stukken: Option<Stukken>,
}

/// A zaak with what its adviser needs of it. Writes a line in the journal.
pub async fn to_advise(op: &mut Op<'_>, id: Id<Zaak>) -> Result<ToAdvise> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Advise, &zaak)?;
    let key = DataKey::find(op, zaak.data_key).await?;
    let rollen = store::desk::rollen(op, &key, id).await?;
    let adviezen = store::advies::here(op, &key, &zaak).await?;
    let signalen = store::notities::to_advise(op, &key, &zaak).await?;
    let stukken = store::stukken::of(op, id).await?.into_iter().find(|stukken| stukken.besloten);
    let view = store::view(op, zaak, true).await?;
    op.record(Event::of("zaak-gelezen", "zaak", id.uuid()).about(view.zaak.party())).await?;
    let betrokkenen = rollen.into_iter().map(|rol| Rol { identificatie: None, ..rol }).collect();
    Ok(ToAdvise {
        zaak: view.zaak,
        toelichting: view.toelichting,
        documents: view.documents,
        betrokkenen,
        signalen,
        adviezen,
        stukken,
    })
}

/// The adviser advises who decides. It blocks nothing and stops no clock (Awb 4:13). The same words twice within a minute are one advice. Errors: `Refused` when the zaak is over.
pub async fn advise(op: &mut Op<'_>, id: Id<Zaak>, medewerker: &str, tekst: &Prose) -> Result<()> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Advise, &zaak)?;
    let zaak = store::hold_open(op, &zaak).await?;
    let adviseur = zaak.adviseur.ok_or(Error::NotFound)?;
    let key = DataKey::find(op, zaak.data_key).await?;
    let last = store::advies::here(op, &key, &zaak).await?.pop();
    let same = |last: &Advies| last.medewerker == medewerker && last.tekst == tekst.as_str();
    if last.is_some_and(|last| same(&last) && store::is_again(op, last.op)) {
        return Ok(());
    }
    let organisatie = zaak.organisatie.clone();
    let advies =
        Advies { organisatie, adviseur, medewerker: medewerker.to_owned(), op: op.now(), tekst: tekst.as_str().to_owned() };
    store::advies::insert(op, &zaak, &advies).await?;
    op.record(Event::of("advies-gegeven", "zaak", id.uuid()).about(zaak.party())).await
}

/// What the party takes along of an advice: a medical one is about her (AVG 15). What a Bibob check found is secret, but for what the
/// decision says of it (Wet Bibob 28).
pub(crate) fn to_take_along(advies: &Advies) -> serde_json::Value {
    let tekst = (advies.adviseur == Role::MedischAdviseur).then_some(&advies.tekst);
    json!({ "adviseur": advies.adviseur.word(), "gegeven_op": advies.op, "tekst": tekst })
}

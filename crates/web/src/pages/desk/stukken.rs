//! Papers of a zaak that was sent on to who does not take it here: what must be sent, and saying that it was.
use super::{
    advies,
    zaak::{context, done},
};
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
};
use axum::response::Response;
use cases::{Dossier, Stukken};
use uuid::Uuid;
use values::Id;

/// What its handler reads of that.
pub(super) struct Papers {
    /// What she must send and to whom, as long as she did not.
    pub to_send: Option<String>,
    /// What was sent or what the adviser still sends, each in a sentence.
    pub told: Vec<String>,
}

impl Papers {
    pub fn of(ask: &Ask, dossier: &Dossier) -> Self {
        let hers = |one: &&Stukken| dossier.handles && !one.besloten && one.verstuurd.is_none();
        Self {
            to_send: dossier.stukken.iter().find(hers).map(|one| told(ask, "desk-send-papers", one)),
            told: dossier.stukken.iter().filter_map(|one| sentence(ask, one)).collect(),
        }
    }
}

fn sentence(ask: &Ask, one: &Stukken) -> Option<String> {
    match (one.besloten, &one.verstuurd) {
        (false, Some(_)) => Some(told(ask, "desk-papers-sent", one)),
        (true, Some(_)) => Some(told(ask, "desk-papers-closed-sent", one)),
        (true, None) => Some(told(ask, "desk-papers-closed-wait", one)),
        (false, None) => None,
    }
}

/// What its adviser must send and to whom, as long as she did not; else that she did.
pub(super) fn closed(ask: &Ask, one: &Stukken) -> (Option<String>, Option<String>) {
    match one.verstuurd {
        None => (Some(told(ask, "advise-send-papers", one)), None),
        Some(_) => (None, sentence(ask, one)),
    }
}

fn told(ask: &Ask, key: &str, one: &Stukken) -> String {
    let (when, who) = one.verstuurd.clone().unzip();
    let when = when.map(|at| texts::moment(at, ask.language)).unwrap_or_default();
    let values = [("name", &*to(ask, &one.naar)), ("moment", &when), ("who", &who.unwrap_or_default())];
    texts::text_with(ask.language, key, &values)
}

/// The organisation with this code, as it stands in a sentence.
pub(super) fn to(ask: &Ask, code: &str) -> String {
    ask.app.catalogue.organisatie_with_code(code).map_or_else(|| code.to_owned(), |to| to.in_words(ask.language))
}

async fn says_sent(ask: &Ask, id: Uuid, besloten: bool) -> Result<access::Result<()>, Fault> {
    let (context, name) = (context(ask, id).await?, ask.staff()?.name());
    let work = ask.app.access.write(context, move |op| {
        let name = name.clone();
        Box::pin(async move { cases::papers_sent(op, Id::from(id), besloten, &name).await })
    });
    Ok(work.await)
}

/// The handler sent them.
pub(crate) async fn sent(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let came = says_sent(&ask, id, false).await?;
    done(&ask, id, Fields(vec![]), (came, "#doen")).await
}

/// The adviser sent those of the closed compartment.
pub(crate) async fn closed_sent(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let came = says_sent(&ask, id, true).await?;
    advies::done(&ask, id, String::new(), (came, "")).await
}

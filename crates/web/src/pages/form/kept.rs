//! A form that is finished later: where it is found again, and going on with it on another device.
use crate::{
    ask::{Ask, At},
    fault::Fault,
    frame::{Frame, page},
    pages::form::{CHECK, Open, open},
};
use access::{Error, FollowCode};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "kept.html")]
struct KeptPage {
    f: Frame,
    /// None for who signed in: it stands among her own.
    words: Option<Vec<String>>,
    /// The link to go on now.
    on: String,
    days: i64,
}

/// Keeps the draft for later, and says where it is found again.
pub(crate) async fn keep(ask: &Ask, open: &Open<'_>) -> Result<Response, Fault> {
    let (id, secret) = (open.draft.id, open.browser.clone());
    let work = ask.write(ask.filling_in(id), move |op| {
        let secret = secret.clone();
        Box::pin(async move { intake::keep(op, id, &secret).await })
    });
    work.await?;
    Ok(ask.go(&format!("/formulier/{id}/bewaard")))
}

/// Where it is found again.
pub(crate) async fn show(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let open = open(&ask, id).await?;
    let words = open.draft.code.as_ref().map(FollowCode::words);
    // Nobody asked to keep it.
    if words.is_none() && !open.draft.signed_in {
        return Err(ask.fault(Error::NotFound));
    }
    let on = ask.url(&at(&ask, &open));
    let days = intake::KEPT_DRAFT_HOURS / 24;
    Ok(page(StatusCode::OK, &KeptPage { f: ask.frame(ask.text("kept-title")), words, on, days }))
}

/// Goes on in this browser with the draft of these words, where something is still to be answered.
pub(crate) async fn resume(ask: &Ask, id: Uuid, code: &FollowCode) -> Result<Response, Fault> {
    let browser = ask.browser_or_new();
    let parts = std::sync::Arc::new((code.clone(), browser.clone()));
    let context = ask.filling_in_unnamed(id);
    let work = ask.write(context, move |op| {
        let parts = parts.clone();
        Box::pin(async move { intake::resume(op, &parts.0, &parts.1).await })
    });
    let draft = work.await?;
    let service = ask.app.catalogue.service(&draft.service).ok_or_else(|| ask.fault(Error::NotFound))?;
    let to = at(ask, &Open { draft, service, browser: browser.clone() });
    Ok(ask.go_with(&to, &browser))
}

/// The first page on which something is still wrong or lacks, or the one on which everything is read back.
fn at(ask: &Ask, open: &Open<'_>) -> String {
    let facts = open.facts(ask);
    let asked = open.service.pages.iter().filter(|page| intake::is_page_asked(page, &facts));
    let left = asked.into_iter().find(|page| !intake::check_page(page, &facts).is_empty());
    format!("/formulier/{}/{}", open.draft.id, left.map_or(CHECK, |page| page.id.as_str()))
}

//! Withdrawing a zaak: first what that means, then it is done. It can't be undone.
use crate::{
    ask::Ask,
    fault::Fault,
    frame::{Frame, page},
    pages::zaak::{Opened, done::Done, noun, title},
};
use access::{Context, Purpose};
use askama::Template;
use axum::{http::StatusCode, response::Response};

#[derive(Template)]
#[template(path = "withdraw.html")]
struct WithdrawPage {
    f: Frame,
    /// The page of the zaak.
    at: String,
    what: String,
    number: String,
    organisatie: String,
}

fn context(opened: &Opened) -> Context {
    Context { purpose: Purpose::new("zaak intrekken", "AVG artikel 6 lid 1 e"), ..opened.context.clone() }
}

/// Asks whether she is sure.
pub(crate) async fn sure(ask: &Ask, opened: &Opened) -> Result<Response, Fault> {
    let id = opened.id;
    let zaak = ask.write(context(opened), move |op| Box::pin(async move { cases::to_withdraw(op, id).await })).await?;
    let service = ask.app.catalogue.service(&zaak.service);
    let shown = WithdrawPage {
        f: ask.frame(texts::text_with(ask.language, "zaak-withdraw-sure", &[("what", &noun(ask, service))])),
        at: ask.url(&opened.path),
        what: title(ask, service, &zaak.omschrijving),
        number: zaak.identificatie.clone(),
        organisatie: ask.name_of(&zaak.organisatie),
    };
    Ok(page(StatusCode::OK, &shown))
}

/// Withdraws it.
pub(crate) async fn withdraw(ask: &Ask, opened: &Opened) -> Result<Response, Fault> {
    let id = opened.id;
    let work = ask.write(context(opened), move |op| Box::pin(async move { cases::withdraw(op, id).await }));
    work.await?;
    Ok(ask.go(&Done::Withdrawn.at(&opened.path)))
}

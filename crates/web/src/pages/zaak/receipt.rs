//! The receipt, for the browser that sent it.
use crate::{
    ask::{Ask, At},
    fault::Fault,
    frame::{Frame, page},
    pages::{
        wayfinding::local,
        zaak::{
            self, handover,
            paper::{receipt_pdf, receipt_promise, receipt_why},
            remedy,
        },
    },
};
use access::Purpose;
use askama::Template;
use axum::{http::StatusCode, response::Response};
use intake::Receipt;
use uuid::Uuid;
use values::Id;

#[derive(Template)]
#[template(path = "receipt.html")]
struct ReceiptPage {
    f: Frame,
    receipt: Receipt,
    received: String,
    date: String,
    words: Vec<String>,
    follow: String,
    pdf: String,
    steps: Vec<String>,
    noun: String,
    /// What that day is.
    promise: Option<String>,
    /// What one can do against what comes of it.
    remedy: Option<String>,
    why: Vec<String>,
    rules: Vec<local::Rule>,
    reach: Option<String>,
    mine: Option<String>,
}

async fn read(ask: &Ask, id: Uuid) -> Result<Receipt, Fault> {
    let browser = ask.browser_or_new();
    let whose = ask.read(ask.public(), move |op| Box::pin(async move { cases::whose(op, Id::from(id)).await }));
    let (organisation, party) = whose.await?;
    let purpose = Purpose::new("ontvangstbewijs tonen", "Awb artikel 2:17");
    let context = match party {
        Some(_) => ask.own_zaak(Id::from(id), purpose).await?,
        None => ask.holder(id, organisation, purpose),
    };
    let work = ask.write(context, move |op| {
        let browser = browser.clone();
        Box::pin(async move { intake::receipt(op, id, &browser).await })
    });
    work.await
}

/// Number, moment, owner, date, copy and code.
pub(crate) async fn show(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let receipt = read(&ask, id).await?;
    if let Some(to) = receipt.handover.clone() {
        return Ok(handover::sheet(&ask, receipt, to));
    }
    let code = receipt.code().map(|c| (c.words(), c.link())).unwrap_or_default();
    let service = ask.app.catalogue.service(&receipt.service);
    let noun = zaak::noun(&ask, service);
    Ok(page(
        StatusCode::OK,
        &ReceiptPage {
            f: ask.frame(texts::text_with(ask.language, "receipt-title", &[("what", &noun)])),
            promise: receipt_promise(&receipt, ask.language),
            remedy: remedy::in_short(&receipt, ask.language),
            why: receipt_why(&receipt, ask.language),
            rules: local::rules(&receipt, ask.language),
            reach: local::reach(&receipt.contact, ask.language),
            received: texts::moment(receipt.received, ask.language),
            date: receipt.norm_date.map(|norm| texts::date(norm, ask.language)).unwrap_or_default(),
            words: code.0,
            follow: ask.url(&format!("/volgen/{}", code.1)),
            pdf: ask.url(&format!("/bewijs/{id}/pdf")),
            steps: service.map(|s| s.text(ask.language).steps.clone()).unwrap_or_default(),
            mine: receipt.signed_in.then(|| ask.url(&format!("/mijn/zaken/{id}"))),
            noun,
            receipt,
        },
    ))
}

/// The same on paper.
pub(crate) async fn pdf(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let receipt = read(&ask, id).await?;
    receipt_pdf(&ask, &receipt)
}

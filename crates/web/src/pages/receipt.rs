//! The receipt, for the browser that sent it.
use crate::{
    ask::{Ask, At},
    fault::Fault,
    frame::{Frame, page},
    pages::paper::receipt_pdf,
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
}

async fn read(ask: &Ask, id: Uuid) -> Result<Receipt, Fault> {
    let browser = ask.browser()?;
    let whose =
        ask.app.access.read(ask.public(), move |op| Box::pin(async move { cases::organisation_of(op, Id::from(id)).await }));
    let organisation = whose.await.map_err(|e| ask.fault(e))?;
    let purpose = Purpose::new("ontvangstbewijs tonen", "Awb artikel 2:17");
    let work = ask.app.access.write(ask.holder(id, organisation, purpose), move |op| {
        let browser = browser.clone();
        Box::pin(async move { intake::receipt(op, id, &browser).await })
    });
    work.await.map_err(|e| ask.fault(e))
}

/// Number, moment, owner, date, copy and code.
pub(crate) async fn show(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let receipt = read(&ask, id).await?;
    let code = receipt.code().map(|c| (c.words(), c.link())).unwrap_or_default();
    let service = ask.app.catalogue.services().iter().find(|s| s.text(ask.language).title == receipt.copy.title);
    Ok(page(
        StatusCode::OK,
        &ReceiptPage {
            f: ask.frame(ask.text("receipt-title")),
            received: texts::moment(receipt.received, ask.language),
            date: texts::date(receipt.norm_date, ask.language),
            words: code.0,
            follow: ask.url(&format!("/volgen/{}", code.1)),
            pdf: ask.url(&format!("/bewijs/{id}/pdf")),
            steps: service.map(|s| s.text(ask.language).steps.clone()).unwrap_or_default(),
            receipt,
        },
    ))
}

/// The same on paper.
pub(crate) async fn pdf(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let receipt = read(&ask, id).await?;
    receipt_pdf(&ask, &receipt)
}

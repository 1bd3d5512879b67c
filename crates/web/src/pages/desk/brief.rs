//! A request for a supplement as a letter on paper, for who gave no e-mail address; and that she gave none.
use super::{
    dates::today,
    zaak::{context, product_name},
};
use crate::{
    ask::{Ask, At},
    fault::Fault,
    pages::zaak::{paper::pdf_answer, remedy},
};
use access::Error;
use axum::response::Response;
use cases::{Dossier, Taak};
use letters::{Block, PdfDocument};
use uuid::Uuid;
use values::Id;

/// That no letter reaches her of what is written to her, and what to do; none where one does.
pub(super) fn unreached(ask: &Ask, dossier: &Dossier) -> Option<String> {
    let key = match (dossier.has_email(), dossier.teruggekomen, dossier.view.zaak.party.is_some()) {
        (true, false, _) => return None,
        (true, true, _) => "desk-unreached-refused",
        (false, _, true) => "desk-unreached-party",
        (false, _, false) => "desk-unreached-words",
    };
    Some(ask.text(key))
}

/// What was asked of her, on paper, in the language in which she sent it, for who handles it.
pub(crate) async fn pdf(ask: Ask, At((id, taak)): At<(Uuid, Uuid)>) -> Result<Response, Fault> {
    let app = ask.app.clone();
    let work = ask.write(context(&ask, id).await?, move |op| {
        let app = app.clone();
        Box::pin(async move {
            let dossier = cases::dossier(op, Id::from(id), &app.calendar).await?;
            if dossier.handles { Ok(dossier) } else { Err(Error::NotAllowed) }
        })
    });
    let dossier = work.await?;
    let taak = dossier.view.taken.iter().find(|one| one.id == taak).ok_or_else(|| ask.fault(Error::NotFound))?;
    pdf_answer(&ask, &document(&ask, &dossier, taak), &dossier.view.zaak.identificatie)
}

fn document(ask: &Ask, dossier: &Dossier, taak: &Taak) -> PdfDocument {
    let (view, zaak) = (&dossier.view, &dossier.view.zaak);
    let language = zaak.taal;
    let text = |key: &str| texts::text(language, key);
    let with = |key: &str, values: &[(&str, &str)]| Block::Paragraph(texts::text_with(language, key, values));
    let row = |key: &str, value: String| Block::Row { label: text(key), value };
    let (at, how) = zaak.opened_at();
    let link = format!("{}{}{at}", ask.app.site.portal, language.prefix());
    let about = product_name(ask.app.catalogue.service(&zaak.service), &zaak.omschrijving);
    let until = texts::date(taak.uiterlijk, language);
    let mut blocks: Vec<_> = view.aanvrager.iter().map(|name| row("besluit-for", name.clone())).collect();
    blocks.extend([
        row("receipt-number", zaak.identificatie.clone()),
        row("besluit-about", about),
        row("receipt-organisation", ask.name_in(&zaak.organisatie, language)),
        row("besluit-date", texts::date(values::dutch_date(taak.gevraagd_op), language)),
        Block::Heading(text("brief-asked")),
        Block::Paragraph(taak.gevraagd.clone()),
        with("brief-until", &[("date", &until)]),
        Block::Paragraph(text(if dossier.termijn.is_some() { "zaak-task-clock" } else { "zaak-task-free" })),
    ]);
    let last = dossier.termijn.as_ref().filter(|_| taak.waits(today(ask)));
    blocks.extend(last.map(|last| with("brief-last-day", &[("date", &texts::date(last.date, language))])));
    blocks.extend([Block::Heading(text("brief-how")), with("brief-link", &[("link", &link)]), Block::Paragraph(text(how))]);
    blocks.extend(remedy::reach(ask, zaak, language).map(|reach| row("receipt-reach", reach)));
    PdfDocument { language, title: text("brief-title"), issued: taak.gevraagd_op, blocks }
}

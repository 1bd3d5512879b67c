//! Everything that stands here of who is signed in, in one file (AVG 15 and 20): zaken, questions, requests to correct, what was not sent
//! yet, who looked, and the documents themselves.
use crate::{
    ask::Ask,
    fault::Fault,
    pages::{mine::organisations, zaak::title},
};
use access::{Assurance, By, Context, Look, Purpose};
use axum::{
    body::{Body, Bytes},
    http::header,
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use cases::{Documents, Gegeven, OwnDocument, Uitnodiging};
use futures_util::{Stream, StreamExt, stream};
use intake::Draft;
use my_government::Machtiging;
use serde_json::{Map, Value, json};
use std::{io, sync::Arc};
use values::Oin;

/// Most bytes of documents in the file; of the rest it says where they are.
const MOST: i64 = 50 * 1024 * 1024;
/// So many lines of who looked are read at a time.
const LOOKS: usize = 200;

/// Everything, as it was read.
struct All {
    zaken: Vec<Value>,
    documents: Vec<OwnDocument>,
    vragen: Value,
    drafts: Vec<Draft>,
    /// What she gave and was given as a person; a company has mandates of its own, elsewhere.
    machtigingen: Option<(Vec<Machtiging>, Vec<Machtiging>)>,
    /// What she gave as somebody whom another named; a company is named by nobody.
    gegeven: Vec<(Uitnodiging, Gegeven)>,
}

/// The file. Who looked is read page by page and documents one by one while it leaves, so that it never stands in memory as a whole. What can't be read breaks
/// the file off: it never ends as if that was all.
pub(crate) async fn download(ask: Ask) -> Result<Response, Fault> {
    let context = ask.itself_here(purpose())?;
    sure_enough(&ask, context.clone()).await?;
    ask.lately("/mijn/download")?;
    let all = read(&ask, context.clone()).await?;
    let head = head(&ask, &all);
    let (documents, portal) = (ask.app.documents.clone(), ask.app.site.portal.clone());
    let mut left = MOST;
    let planned: Vec<_> = all.documents.into_iter().map(|own| (fits(&mut left, own.document.bestandsomvang), own)).collect();
    let items = stream::iter(planned.into_iter().enumerate()).then(move |(at, (inside, own))| {
        let (documents, portal) = (documents.clone(), portal.clone());
        async move {
            let item = document(&documents, &own, (inside, &portal)).await;
            format!("{}{item}", if at == 0 { "" } else { "," })
        }
    });
    let piece = |text: &str| stream::iter([Ok(text.to_owned())]);
    let pieces =
        piece(&head).chain(looks(&ask, context)).chain(piece("],\"documenten\":[")).chain(items.map(Ok)).chain(piece("]}"));
    let body = Body::from_stream(pieces.map(|piece: io::Result<String>| piece.map(Bytes::from)));
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"mijn-overheid.json\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, body).into_response())
}

/// Is she as sure as the services ask whose zaken, complaints and objections are in it? Nothing is left out instead. Errors: to where one signs in (more surely), and
/// then here.
async fn sure_enough(ask: &Ask, context: Context) -> Result<(), Fault> {
    let organisations = Arc::new(organisations(ask));
    let work = ask.read(context, move |op| {
        let organisations = organisations.clone();
        Box::pin(async move {
            let over = right_door::diensten(op, &organisations).await?;
            Ok([cases::services(op, &organisations).await?, over].concat())
        })
    });
    let highest = work.await?.iter().map(|service| ask.level_of(service)).max();
    ask.at_least(highest.unwrap_or(Assurance::None), &ask.back)
}

fn purpose() -> Purpose {
    Purpose::new("eigen gegevens meegeven", "AVG artikel 15 en 20")
}

/// Everywhere where somebody may have looked.
fn everywhere(ask: &Ask) -> Vec<Oin> {
    organisations(ask).into_iter().chain([ask.app.site.operator.clone()]).collect()
}

/// Who looked, the newest first: all of it.
fn looks(ask: &Ask, context: Context) -> impl Stream<Item = io::Result<String>> + use<> {
    let (app, everywhere) = (ask.app.clone(), Arc::new(everywhere(ask)));
    stream::try_unfold(Some(None), move |next| {
        let (app, everywhere, context) = (app.clone(), everywhere.clone(), context.clone());
        async move {
            let Some(before) = next else { return Ok(None) };
            let work = app.access.read(context, move |op| {
                let everywhere = everywhere.clone();
                Box::pin(async move { access::looks(op, &everywhere, before, LOOKS).await })
            });
            let page = work.await.map_err(io::Error::other)?;
            let comma = if before.is_some() && !page.is_empty() { "," } else { "" };
            let lines: Vec<_> = page.iter().map(|one| look(one).to_string()).collect();
            let last = page.last().filter(|_| page.len() == LOOKS).map(|one| Some(one.id));
            Ok(Some((format!("{comma}{}", lines.join(",")), last)))
        }
    })
}

async fn read(ask: &Ask, context: Context) -> Result<All, Fault> {
    let organisations = Arc::new(organisations(ask));
    let (mut zaken, mut documents, mut next) = (Vec::new(), Vec::new(), Some(cases::Page::default()));
    // Page by page: others write in between.
    while let Some(page) = next {
        let of = organisations.clone();
        let work = ask.write(context.clone(), move |op| {
            let of = of.clone();
            Box::pin(async move { cases::everything(op, &of, page).await })
        });
        let part = work.await?;
        zaken.extend(part.zaken);
        documents.extend(part.documents);
        next = part.next;
    }
    let work = ask.write(context, move |op| {
        let organisations = organisations.clone();
        Box::pin(async move {
            let vragen = right_door::everything(op, &organisations).await?;
            let drafts = intake::unsent(op).await?;
            let person = op.context().actor.oneself().is_some();
            let machtigingen = if person { Some(my_government::own(op).await?) } else { None };
            let gegeven = if person { cases::alles_gegeven(op, &organisations).await? } else { vec![] };
            Ok((vragen, drafts, machtigingen, gegeven))
        })
    });
    let (vragen, drafts, machtigingen, gegeven) = work.await?;
    Ok(All { zaken, documents, vragen, drafts, machtigingen, gegeven })
}

/// All but who looked and the documents, up to where these begin.
fn head(ask: &Ask, all: &All) -> String {
    let of_draft = |draft: &Draft| {
        let service = ask.app.catalogue.service(&draft.service);
        let files: Vec<_> = draft.files.iter().map(|file| &file.titel).collect();
        json!({ "titel": title(ask, service, &draft.service), "bewerkt_op": draft.changed_at, "antwoorden": draft.answers, "bestanden": files })
    };
    let names: Map<String, Value> =
        everywhere(ask).into_iter().map(|oin| (oin.expose().to_owned(), ask.name_of(&oin).into())).collect();
    let drafts: Vec<_> = all.drafts.iter().map(of_draft).collect();
    let mut text = json!({
        "gemaakt_op": ask.app.access.clock().now(),
        "organisaties": names,
        "zaken": all.zaken,
        "vragen": all.vragen,
        "concepten": drafts,
        "machtigingen": all.machtigingen.as_ref().map(|(given, held)| json!({
            "gegeven": given.iter().map(machtiging).collect::<Vec<_>>(),
            "gekregen": held.iter().map(machtiging).collect::<Vec<_>>(),
        })),
        "gegeven_als_genodigde": all.gegeven.iter().map(gegeven).collect::<Vec<_>>(),
    })
    .to_string();
    // The object stays open: who looked and the documents follow.
    text.pop();
    text.push_str(",\"inzage\":[");
    text
}

fn machtiging(one: &Machtiging) -> Value {
    json!({
        "van": one.gever,
        "bedoeld_voor": one.bedoeld_voor,
        "aangenomen_door": one.gemachtigde,
        "diensten": one.diensten,
        "gegeven_op": one.gegeven_op,
        "geldig_tot_en_met": one.geldig_tot,
    })
}

fn gegeven((one, gegeven): &(Uitnodiging, Gegeven)) -> Value {
    let waarden = gegeven.waarden.iter().map(|w| json!({ "wat": w.veld, "waarde": w.nl, "in_onderzoek": w.in_onderzoek }));
    json!({
        "organisatie": one.organisatie.expose(),
        "genoemd_door": one.namens,
        "genoemd_als": one.naam,
        "gevraagd_op": one.gevraagd_op,
        "gegeven_op": one.gegeven_op,
        "bron": gegeven.bron,
        "bron_gevraagd_op": gegeven.gevraagd_op,
        "waarden": waarden.collect::<Vec<_>>(),
        "geheimhouding": gegeven.geheimhouding,
    })
}

fn look(look: &Look) -> Value {
    let by = match look.by {
        By::Oneself => "uzelf",
        By::Vertegenwoordiger => "iemand die voor u handelt",
        By::Noemer => "iemand die u noemde",
        By::Holder => "houder van de acht woorden",
        By::Worker => "medewerker",
        By::Machine => "systeem",
    };
    json!({
        "op": look.at,
        "organisatie": look.organisation.expose(),
        "wie": by,
        "wat": look.action,
        "waarom": look.purpose,
        "grondslag": look.basis,
    })
}

/// Is there room for so many bytes more?
fn fits(left: &mut i64, size: i64) -> bool {
    let fits = size <= *left;
    if fits {
        *left -= size;
    }
    fits
}

/// One document: its content, or where it can be opened when it is too large for the file or can't be read now.
async fn document(documents: &Documents, own: &OwnDocument, (inside, portal): (bool, &str)) -> Value {
    let OwnDocument { zaak, document, key } = own;
    let content = match inside {
        true => documents
            .get(document, key)
            .await
            .inspect_err(|error| tracing::warn!(%error, "a document stays out of a download"))
            .ok(),
        false => None,
    };
    let mut item = json!({ "id": document.id, "titel": document.titel, "formaat": document.formaat });
    match content {
        Some(bytes) => item["inhoud_base64"] = STANDARD.encode(bytes).into(),
        None => item["adres"] = format!("{portal}/mijn/zaken/{zaak}/foto/{}", document.id).into(),
    }
    item
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_any_more_stays_out_and_what_still_does_comes_along() {
        let mut left = 10;
        let inside: Vec<_> = [6, 5, 4, 1].map(|size| fits(&mut left, size)).to_vec();
        assert_eq!(inside, [true, false, true, false]);
    }
}

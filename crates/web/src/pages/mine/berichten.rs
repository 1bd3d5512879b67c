//! The message box: receipts and messages of all organisations, newest first; and the proof of each (Awb 2:25), also on paper.
use crate::{
    ask::{Ask, At},
    fault::Fault,
    frame::{Frame, page},
    pages::{
        mine::{looked::in_words, organisations},
        vraag::{
            my_questions,
            thread::{product_title, subject_title},
        },
        wayfinding::topics::capital,
        zaak::paper::pdf_answer,
    },
};
use access::{Error, ProofLine, Purpose};
use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use cases::Onderwerp;
use jiff::Timestamp;
use letters::{Bewijs, Block, PdfDocument};
use std::{collections::HashMap, sync::Arc};
use uuid::Uuid;
use values::Oin;

/// Lines on one page.
const PAGE: usize = 50;

/// Something that was placed for her, in a zaak or a question.
enum Of {
    Zaak(cases::BerichtLine),
    Vraag(right_door::BerichtLine),
}

/// One line, and the head of a proof.
struct Line {
    /// The zaak or question.
    url: String,
    proof: String,
    /// What it is: a message, a receipt.
    what: String,
    title: String,
    number: String,
    organisatie: String,
    when: String,
    unread: bool,
}

#[derive(Template)]
#[template(path = "berichten.html")]
struct BerichtenPage {
    f: Frame,
    lines: Vec<Line>,
    unread: String,
    more: Option<String>,
    /// This is no first page.
    further: bool,
}

#[derive(Template)]
#[template(path = "bewijs.html")]
struct BewijsPage {
    f: Frame,
    line: Line,
    placed: String,
    announced: String,
    read: String,
    log: Vec<Logged>,
}

/// A line of the journal, as a proof shows it.
struct Logged {
    what: String,
    who: String,
    when: String,
    /// Number and hash, when it is sealed.
    sealed: String,
}

impl Of {
    fn at(&self) -> (Timestamp, Uuid) {
        match self {
            Self::Zaak(line) => (line.op, line.id),
            Self::Vraag(line) => (line.op, line.id),
        }
    }

    fn organisatie(&self) -> &Oin {
        match self {
            Self::Zaak(line) => &line.organisatie,
            Self::Vraag(line) => &line.organisatie,
        }
    }

    fn line(&self, ask: &Ask) -> Line {
        let (path, what, unread, number, title) = match self {
            Self::Zaak(b) => {
                let service = ask.app.catalogue.service(&b.service);
                let title = service.map_or_else(|| b.omschrijving.clone(), |s| s.text(ask.language).title.clone());
                let unread = b.gelezen_op.is_none();
                // What was handed over was received by nobody: she has a sheet of it.
                let hands_over = service.is_some_and(|s| s.overdracht.is_some());
                let proof = if hands_over { "handover-pdf-title" } else { "berichten-receipt" };
                let what = if b.ontvangstbewijs { ask.text(proof) } else { about(ask, b.onderwerp) };
                (format!("/mijn/zaken/{}", b.zaak), (b.ontvangstbewijs, what), unread, &b.identificatie, title)
            }
            Self::Vraag(b) => {
                let title = b.product.as_deref().map(|name| product_title(ask, name));
                let title = title.unwrap_or_else(|| subject_title(ask, &b.soort));
                let unread = b.gelezen_op.is_none();
                let what = ask.text(if b.ontvangstbewijs { "berichten-receipt" } else { "berichten-message" });
                (format!("/mijn/vragen/{}", b.vraag), (b.ontvangstbewijs, what), unread, &b.nummer, title)
            }
        };
        let ((op, id), (receipt, what)) = (self.at(), what);
        Line {
            url: ask.url(&if receipt { path } else { format!("{path}#berichten") }),
            proof: ask.url(&format!("/mijn/berichten/{id}/bewijs")),
            what,
            title,
            number: number.clone(),
            organisatie: capital(&ask.name_of(self.organisatie())),
            when: texts::moment(op, ask.language),
            unread,
        }
    }
}

/// What a message is about, else that it is one.
fn about(ask: &Ask, onderwerp: Option<Onderwerp>) -> String {
    onderwerp.map_or_else(|| ask.text("berichten-message"), |about| ask.text(&format!("berichten-{}", about.word())))
}

/// `1795600000000000_0190…`: before this moment, in microseconds, and this id.
fn cursor(text: &str) -> Option<(Timestamp, Uuid)> {
    let (micros, id) = text.split_once('_')?;
    Some((Timestamp::from_microsecond(micros.parse().ok()?).ok()?, Uuid::parse_str(id).ok()?))
}

/// The box.
pub(crate) async fn show(ask: Ask, Query(query): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let before = query.get("voor").and_then(|text| cursor(text));
    let organisations = Arc::new(organisations(&ask));
    let purpose = Purpose::new("eigen berichten tonen", "AVG artikel 15; Awb artikel 2:10");
    let work = ask.write(ask.own_here(purpose)?, move |op| {
        let all = organisations.clone();
        Box::pin(async move {
            let zaken = cases::berichten(op, &all, before).await?;
            let vragen = right_door::berichten(op, &all, before).await?;
            Ok((zaken, vragen, cases::unread(op, &all).await? + right_door::unread(op, &all).await?))
        })
    });
    let ((zaken, more_zaken), (vragen, more_vragen), unread) = work.await?;
    let mut all: Vec<Of> = zaken.into_iter().map(Of::Zaak).chain(vragen.into_iter().map(Of::Vraag)).collect();
    all.sort_by_key(|of| std::cmp::Reverse(of.at()));
    let (all, more) = access::page(all, PAGE);
    let more = all.last().filter(|_| more || more_zaken || more_vragen).map(|last| {
        let (op, id) = last.at();
        ask.url(&format!("/mijn/berichten?voor={}_{id}", op.as_microsecond()))
    });
    let shown = BerichtenPage {
        f: ask.frame(ask.text("berichten-title")),
        lines: all.iter().map(|of| of.line(&ask)).collect(),
        unread: texts::text_with(ask.language, "berichten-unread", &[("n", &unread.to_string())]),
        more,
        further: before.is_some(),
    };
    Ok(page(StatusCode::OK, &shown))
}

/// The proof of one of them. Whose it is decides the operation: for another it does not exist.
async fn proven(ask: &Ask, id: Uuid) -> Result<(Of, Bewijs), Fault> {
    let purpose = Purpose::new("bewijs geven", "Awb artikel 2:25");
    let context = ask.own_here(purpose.clone())?;
    // What was placed in a zaak, or in what was sent about one, asks what that zaak asks.
    match ask.app.access.read(ask.public(), move |op| Box::pin(async move { cases::zaak_of_bericht(op, id).await })).await {
        Ok(zaak) => drop(ask.own_zaak(zaak, purpose).await?),
        Err(Error::NotFound) => {
            let work = ask.read(ask.public(), move |op| Box::pin(async move { right_door::vraag_of_bericht(op, id).await }));
            drop(my_questions::context(ask, work.await?, purpose).await?);
        }
        Err(error) => return Err(ask.fault(error)),
    }
    let work = ask.write(context, move |op| {
        Box::pin(async move {
            match cases::bewijs(op, id).await {
                Ok((line, proof)) => Ok((Of::Zaak(line), proof)),
                Err(Error::NotFound) => right_door::bewijs(op, id).await.map(|(line, proof)| (Of::Vraag(line), proof)),
                Err(other) => Err(other),
            }
        })
    });
    work.await
}

/// The proof, to look at.
pub(crate) async fn bewijs(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let (of, proof) = proven(&ask, id).await?;
    let line = of.line(&ask);
    let [placed, announced, read] = moments(&ask, &proof);
    let log = proof.regels.iter().map(|regel| logged(&ask, &of, regel)).collect();
    let f = ask.frame(ask.text("bewijs-title"));
    Ok(page(StatusCode::OK, &BewijsPage { f, line, placed, announced, read, log }))
}

/// The same on paper.
pub(crate) async fn pdf(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let (of, proof) = proven(&ask, id).await?;
    let line = of.line(&ask);
    let row = |key: &str, value: String| Block::Row { label: ask.text(key), value };
    let [placed, announced, read] = moments(&ask, &proof);
    let mut blocks = vec![
        Block::Paragraph(ask.text("bewijs-lead")),
        row("bewijs-what", format!("{}: {}", line.what, line.title)),
        row("receipt-number", line.number.clone()),
        row("receipt-organisation", line.organisatie.clone()),
        row("bewijs-placed", placed),
        row("bewijs-announced", announced),
        row("bewijs-read", read),
        Block::Heading(ask.text("bewijs-log")),
        Block::Paragraph(ask.text("bewijs-log-text")),
    ];
    for regel in &proof.regels {
        let logged = logged(&ask, &of, regel);
        let value = [logged.who, logged.when, logged.sealed].join(" · ");
        blocks.push(Block::Row { label: logged.what, value });
    }
    let issued = ask.app.access.clock().now();
    let document = PdfDocument { language: ask.language, title: ask.text("bewijs-title"), issued, blocks };
    pdf_answer(&ask, &document, &format!("{}-{}", ask.text("bewijs-file"), line.number))
}

/// When it was placed, announced and read, in words.
fn moments(ask: &Ask, proof: &Bewijs) -> [String; 3] {
    let told = |key: &str, values: &[(&str, &str)]| texts::text_with(ask.language, key, values);
    let moment = |at| texts::moment(at, ask.language);
    let announced = match &proof.kennisgeving {
        None => ask.text("bewijs-announced-none"),
        Some(k) => match (k.verzonden_op, k.geweigerd_op) {
            (Some(at), _) => told("bewijs-announced-at", &[("moment", &moment(at)), ("to", &k.aan)]),
            (None, Some(at)) => told("bewijs-announced-refused", &[("moment", &moment(at)), ("to", &k.aan)]),
            (None, None) => told("bewijs-announced-waits", &[("moment", &moment(k.klaargezet_op)), ("to", &k.aan)]),
        },
    };
    let read = proof.gelezen_op.map_or_else(|| ask.text("bewijs-read-not"), moment);
    [moment(proof.geplaatst_op), announced, read]
}

fn logged(ask: &Ask, of: &Of, regel: &ProofLine) -> Logged {
    let sealed = regel.sealed.as_ref().map(|(number, hash)| {
        let hash: Vec<String> = hash.chunks(4).map(|part| part.iter().map(|byte| format!("{byte:02x}")).collect()).collect();
        texts::text_with(ask.language, "bewijs-line", &[("number", &format!("{number}")), ("hash", &hash.join(" "))])
    });
    Logged {
        what: texts::find(ask.language, &format!("action-{}", regel.action)).unwrap_or_else(|| regel.action.clone()),
        who: in_words(ask, regel.by, of.organisatie()),
        when: texts::moment(regel.at, ask.language),
        sealed: sealed.unwrap_or_else(|| ask.text("bewijs-line-waits")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_goes_on_where_the_one_before_ended_and_nothing_else_is_read() {
        let (moment, id) = (Timestamp::from_microsecond(1_795_600_000_000_001).unwrap(), Uuid::now_v7());
        assert_eq!(cursor(&format!("{}_{id}", moment.as_microsecond())), Some((moment, id)));
        for wrong in ["", "_", "1_", "x_0", "99999999999999999999_0190", "1 0190"] {
            assert_eq!(cursor(wrong), None, "{wrong}");
        }
    }
}

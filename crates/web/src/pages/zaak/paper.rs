//! What several pages share: addresses of organisations, and receipts on paper.
use crate::{
    ask::Ask,
    fault::Fault,
    pages::{
        wayfinding::local,
        zaak::{days, handover, remedy},
    },
};
use access::Error;
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use catalogue::Organisatie;
use intake::Receipt;
use jiff::civil::Date;
use letters::{Block, PdfDocument};
use terms::{Gevolg, TeLaat};
use values::{Language, dutch_date};

/// The site of an organisation, where a register says so.
pub(crate) fn organisation_link(organisatie: &Organisatie) -> Option<String> {
    organisatie.website.clone()
}

/// A receipt as PDF/A: the same receipt gives the same bytes.
pub(crate) fn receipt_pdf(ask: &Ask, receipt: &Receipt) -> Result<Response, Fault> {
    let language = Language::from_code(&receipt.copy.language).unwrap_or(ask.language);
    let document = match &receipt.handover {
        Some(to) => handover::paper(receipt, to, language),
        None => document(receipt, language),
    };
    pdf_answer(ask, &document, &receipt.number)
}

/// A document as PDF/A under this name, kept by nobody on the way.
pub(crate) fn pdf_answer(ask: &Ask, document: &PdfDocument, name: &str) -> Result<Response, Fault> {
    let fonts = ask.app.fonts.as_ref().ok_or_else(|| ask.fault(Error::Unavailable("fonts for paper".into())))?;
    let bytes = letters::pdf(document, fonts).map_err(|e| ask.fault(Error::Internal(e.to_string())))?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.pdf\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

/// What the day is on which an answer is promised, and until when there must be a decision when that does not come.
pub(crate) fn promise(norm: Option<Date>, last: Option<Date>, language: Language) -> Option<String> {
    let by = |key: &str, last: Date| texts::text_with(language, key, &[("date", &texts::date(last, language))]);
    match (norm, last) {
        (Some(norm), Some(last)) if norm < last => Some(by("promise-or-law", last)),
        (_, Some(last)) => Some(by("zaak-deadline", last)),
        (Some(_), None) => Some(texts::text(language, "promise-only")),
        (None, None) => None,
    }
}

/// The same of what was sent.
pub(crate) fn receipt_promise(receipt: &Receipt, language: Language) -> Option<String> {
    promise(receipt.norm_date, receipt.deadline.as_ref().map(|(last, _)| *last), language)
}

/// The day of the law and on what it rests, whether that day may move, what silence means, and each remedy that the law gives: a paragraph
/// each.
pub(crate) fn receipt_why(receipt: &Receipt, language: Language) -> Vec<String> {
    let deadline = receipt.deadline.as_ref().map(|(last, basis)| {
        texts::text_with(
            language,
            "receipt-deadline",
            &[("date", &texts::date(*last, language)), ("basis", &texts::ground(language, basis))],
        )
    });
    let moves = deadline.as_ref().and_then(|_| days::may_move(&receipt.soort, dutch_date(receipt.received), language));
    // Of some kinds there is nothing more to say.
    let why = texts::find(language, &format!("receipt-why-{}", receipt.soort));
    let parts = [[deadline, moves], [silence(receipt, language), None], [why, None]];
    let parts = parts.map(|said| said.into_iter().flatten().collect::<Vec<_>>().join(" "));
    parts.into_iter().filter(|part| !part.is_empty()).chain(remedy::announced(receipt, language)).collect()
}

/// What it means when she hears nothing: that she has it, and from when she may use it; that she has not, and by which article; or that
/// the organisation says so while nobody read that.
fn silence(receipt: &Receipt, language: Language) -> Option<String> {
    if !receipt.lex_silencio? {
        return Some(match &receipt.lex_silencio_bron {
            Some(bron) => texts::text_with(language, "receipt-silent-no", &[("basis", &texts::ground(language, bron))]),
            None => texts::text(language, "receipt-silent-unread"),
        });
    }
    let from = receipt.deadline.as_ref().and_then(|(last, _)| {
        let after = TeLaat::of(Gevolg::Inwerking, *last)?;
        let values =
            [("date", texts::date(after.termijn.after(*last)?, language)), ("basis", texts::ground(language, &after.bron))];
        let given: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        Some(texts::text_with(language, "receipt-silent-from", &given))
    });
    let all = [Some(texts::text(language, "receipt-silent-yes")), from];
    Some(all.into_iter().flatten().collect::<Vec<_>>().join(" "))
}

fn document(receipt: &Receipt, language: Language) -> PdfDocument {
    let text = |key: &str| texts::text(language, key);
    let what = |key: &str| texts::text_with(language, key, &[("what", &receipt.copy.noun)]);
    let row = |label: String, value: String| Block::Row { label, value };
    let mut blocks = vec![
        row(text("receipt-number"), receipt.number.clone()),
        row(text("receipt-received"), texts::moment(receipt.received, language)),
        row(text("receipt-organisation"), receipt.organisatie.clone()),
        row(text("receipt-team"), receipt.team.clone()),
    ];
    blocks.extend(local::reach(&receipt.contact, language).map(|how| row(text("receipt-reach"), how)));
    blocks.extend(receipt.kosten.clone().map(|kosten| row(text("product-cost"), kosten)));
    let promised = |norm| texts::text_with(language, "receipt-date", &[("date", &texts::date(norm, language))]);
    blocks.extend(receipt.norm_date.map(|norm| Block::Paragraph(promised(norm))));
    blocks.extend(receipt_promise(receipt, language).map(Block::Paragraph));
    blocks.extend(receipt.volgorde.clone().map(Block::Paragraph));
    blocks.extend(receipt_why(receipt, language).into_iter().map(Block::Paragraph));
    let rules: Vec<_> = local::rules(receipt, language).into_iter().map(|rule| rule.on_paper()).collect();
    if !rules.is_empty() {
        blocks.push(row(text("receipt-rules"), rules.join("\n")));
    }
    if let Some(code) = receipt.code() {
        let follow = [Block::Heading(what("receipt-follow-title")), Block::Paragraph(what("receipt-code-text"))];
        blocks.extend(follow.into_iter().chain([Block::Words(code.words())]));
    }
    blocks.push(Block::Heading(text("receipt-copy-title")));
    blocks.push(row(text("receipt-service"), receipt.copy.title.clone()));
    blocks.extend(receipt.copy.rows.iter().map(|r| row(r.label.clone(), r.answer.clone())));
    if !receipt.copy.files.is_empty() {
        blocks.push(row(text("check-photos"), receipt.copy.files.join(", ")));
    }
    if receipt.copy.afgeschermd {
        blocks.push(Block::Paragraph(text("receipt-shielded")));
    }
    if receipt.voorbeeld {
        blocks.push(Block::Paragraph(text("demo-note")));
    }
    PdfDocument { language, title: text("receipt-pdf-title"), issued: receipt.received, blocks }
}

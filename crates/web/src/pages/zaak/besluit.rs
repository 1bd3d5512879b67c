//! The decision on a zaak: on its page, and as a letter on paper. Its person and who handles it get the same bytes;
//! who does not read what is about health gets neither letter nor reasons.
use crate::{
    ask::Ask,
    fault::Fault,
    pages::zaak::{Opened, paper::pdf_answer, remedy},
    staff::role_key,
};
use access::Error;
use axum::response::Response;
use cases::{AdviesLine, Ondertekening, Verval, ZaakView};
use intake::Copy;
use jiff::civil::Date;
use letters::{Block, PdfDocument};
use values::{Language, Oin, amsterdam, dutch_date};

/// The decision, as the letter says it.
pub(crate) struct Letter {
    pub number: String,
    pub result: String,
    pub date: String,
    pub signed: Signed,
    /// On a page: until when it holds, as it is known now.
    pub until: Option<String>,
    /// Who advised, and when (Awb 3:8); empty when nobody did.
    pub advice: String,
    pub reasons: String,
    /// Who looks does not read the reasons: they may be about health.
    pub shielded: bool,
    /// What one can do against it, where and until when; nothing where the law gives nothing.
    pub remedy: Vec<String>,
    /// On paper: where its person can object to it on this site.
    pub site: Option<String>,
    /// On a page: where its person can object to it here.
    pub object: Option<String>,
}

/// In whose name it was decided, and by whom.
pub(crate) struct Signed {
    /// `Genomen namens`, or `Genomen door` when the organ did so itself.
    pub label: String,
    /// `de burgemeester van de gemeente Amersfoort`
    pub organ: String,
    /// In Dutch, as the organisation wrote it: `de teammanager Horeca (Mandaatbesluit 2024, artikel 3)`.
    pub by: Option<String>,
}

impl Signed {
    /// What stands under a decision of this organisation.
    pub fn of(ask: &Ask, by: &Ondertekening, organisatie: &Oin, language: Language) -> Self {
        let organ = by.bestuursorgaan.get(language);
        let organ = if by.voluit {
            organ.to_owned()
        } else {
            remedy::of_organisation(organ, &ask.name_in(organisatie, language), language)
        };
        let label = texts::text(language, if by.mandaat.is_some() { "besluit-in-name" } else { "besluit-organ" });
        Self { label, organ, by: by.mandaat.as_ref().map(|mandaat| format!("{} ({})", mandaat.aan, mandaat.grondslag)) }
    }
}

/// The decision on it, with what one can do against it; `None` when there is none.
pub(crate) fn letter(ask: &Ask, view: &ZaakView, language: Language) -> Option<Letter> {
    let besluit = view.besluit.as_ref()?;
    let date = |date| texts::date(date, language);
    Some(Letter {
        number: besluit.identificatie.clone(),
        result: view.resultaat.as_deref().map(|resultaat| outcome(resultaat, language)).unwrap_or_default(),
        date: date(besluit.verzenddatum),
        signed: Signed::of(ask, &besluit.ondertekening, &view.zaak.organisatie, language),
        until: besluit.verval.map(|verval| until(ask, verval, language)),
        advice: view.adviezen.iter().map(|line| advised(line, language)).collect::<Vec<_>>().join("; "),
        reasons: besluit.toelichting.clone(),
        shielded: view.afgeschermd,
        remedy: remedy::told(ask, besluit, &view.zaak, language),
        site: remedy::on_this_site(ask, besluit, &view.zaak, language),
        object: None,
    })
}

/// How it ended, in this language; as its zaaktype calls it where we have no word for that.
pub(crate) fn outcome(resultaat: &str, language: Language) -> String {
    texts::find(language, &format!("resultaat-{}", resultaat.to_lowercase().replace(' ', "-")))
        .unwrap_or_else(|| resultaat.to_owned())
}

/// Until when it holds, or held.
fn until(ask: &Ask, verval: Verval, language: Language) -> String {
    let ended = verval.vervaldatum < ask.app.access.clock().today();
    let key = if ended { "besluit-until-was" } else { "besluit-until" };
    let date = texts::date(verval.vervaldatum, language);
    texts::text_with(language, key, &[("date", &date), ("why", verval.vervalreden.word())])
}

fn advised(line: &AdviesLine, language: Language) -> String {
    let (who, date) = (texts::text(language, role_key(line.adviseur)), texts::date(dutch_date(line.op), language));
    format!("{who}, {date}")
}

/// The letter as PDF/A, in the language of who asked for the decision, whoever opens it. Errors: `NotFound` when nothing was decided,
/// `NotAllowed` for who does not read what is about health.
pub(crate) async fn pdf(ask: &Ask, opened: &Opened) -> Result<Response, Fault> {
    let id = opened.id;
    let work = ask.write(opened.context.clone(), move |op| {
        Box::pin(async move {
            let view = cases::look(op, id).await?;
            if view.afgeschermd {
                return Err(Error::NotAllowed);
            }
            Ok((view, intake::copy_of(op, id).await?))
        })
    });
    let (view, copy) = work.await?;
    let (language, sent) = (view.zaak.taal, view.besluit.as_ref().map(|besluit| besluit.verzenddatum));
    let nothing = || ask.fault(Error::NotFound);
    let letter = letter(ask, &view, language).ok_or_else(nothing)?;
    let copy = copy.ok_or_else(nothing)?;
    let document = document(ask, (&view, &copy), &letter, sent.ok_or_else(nothing)?).map_err(|e| ask.fault(e))?;
    pdf_answer(ask, &document, &letter.number)
}

fn document(ask: &Ask, (view, copy): (&ZaakView, &Copy), letter: &Letter, sent: Date) -> Result<PdfDocument, Error> {
    let language = view.zaak.taal;
    let text = |key: &str| texts::text(language, key);
    let labelled = |label: &str, value: &str| Block::Row { label: label.to_owned(), value: value.to_owned() };
    let row = |key: &str, value: &str| labelled(&text(key), value);
    let mut blocks: Vec<_> = view.aanvrager.iter().map(|name| row("besluit-for", name)).collect();
    blocks.extend([
        row("besluit-number", &letter.number),
        row("besluit-date", &letter.date),
        labelled(&letter.signed.label, &letter.signed.organ),
    ]);
    blocks.extend(letter.signed.by.as_ref().map(|by| row("besluit-mandaat", by)));
    blocks.extend([
        row("besluit-about", &format!("{} ({})", copy.title, view.zaak.identificatie)),
        row("besluit-received", &texts::moment(view.zaak.ontvangen_op, language)),
        row("besluit-result", &letter.result),
    ]);
    // What it says itself: the day of an earlier end is not in the letter that was sent.
    let until = view.besluit.as_ref().and_then(|besluit| besluit.geldig_tot);
    blocks.extend(until.map(|until| row("besluit-valid-until", &texts::date(until, language))));
    if !letter.advice.is_empty() {
        blocks.push(row("besluit-advice", &letter.advice));
    }
    blocks.push(Block::Heading(text("besluit-why")));
    blocks.push(Block::Paragraph(letter.reasons.clone()));
    if !letter.remedy.is_empty() {
        blocks.push(Block::Heading(text("besluit-remedy")));
        let (until, how) = letter.remedy.split_at(1);
        blocks.extend(until.iter().chain(&letter.site).chain(how).cloned().map(Block::Paragraph));
    }
    // What it is for: for whom, where, which car, from which day.
    blocks.push(Block::Heading(text("besluit-asked")));
    blocks.extend(copy.rows.iter().map(|row| labelled(&row.label, &row.answer)));
    let hosted = ask.app.catalogue.hosted_with_oin(&view.zaak.organisatie);
    if hosted.is_some_and(|hosted| hosted.voorbeeld) {
        blocks.push(Block::Paragraph(text("demo-note")));
    }
    // The day it was made known: the bytes are the same every time.
    let issued = amsterdam().to_timestamp(sent.at(0, 0, 0, 0)).map_err(|e| Error::Internal(e.to_string()))?;
    Ok(PdfDocument { language, title: text("besluit-title"), issued, blocks })
}

//! The hand-over sheet: what one takes along to the counter of another body, and roughly what comes of it. Nothing is applied for here.
use crate::{
    ask::Ask,
    frame::{Frame, page},
    pages::wayfinding::{product::term_in_words, topics::capital},
};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use cases::Zaak;
use catalogue::ServiceDefinition;
use intake::{Estimate, Handover, Receipt, euros_in_words};
use law::zorgtoeslag::{Ontbreekt, Uitkomst};
use letters::{Block, PdfDocument};
use terms::{Counting, SoortRegime};
use values::{Language, dutch_date};

/// What it comes to, in words: the answer, and what to know with it.
pub(crate) struct Rough {
    pub answer: String,
    pub explained: Vec<String>,
}

#[derive(Template)]
#[template(path = "handover.html")]
struct SheetPage {
    f: Frame,
    receipt: Receipt,
    to: Handover,
    until: String,
    rough: Option<Rough>,
    /// The remedy there, and who takes no application.
    remedy: Vec<String>,
    steps: Vec<String>,
    kept: String,
    help: String,
    pdf: String,
    mine: Option<String>,
}

#[derive(Template)]
#[template(path = "handover_elsewhere.html")]
struct ElsewherePage<'a> {
    f: Frame,
    name: &'a str,
    website: &'a str,
    remedy: Vec<String>,
    steps: &'a [String],
}

fn euros(amount: u32, language: Language) -> String {
    euros_in_words(u64::from(amount) * 100, language)
}

/// Who takes what this service prepares: its name and site; none when it is taken here.
pub(crate) fn handed_to(ask: &Ask, service: &ServiceDefinition) -> Option<(String, String)> {
    let (_, website) = ask.app.catalogue.receiver(service)?;
    Some((service.overdracht.as_ref()?.naam.get(ask.language).to_owned(), website.to_owned()))
}

/// That she said that she did there what she prepared here.
pub(super) fn done_elsewhere(ask: &Ask, service: Option<&ServiceDefinition>, zaak: &Zaak) -> Option<String> {
    let (name, _) = handed_to(ask, service?)?;
    let date = texts::date(dutch_date(zaak.elders_gedaan_op?), ask.language);
    Some(texts::text_with(ask.language, "handover-done", &[("date", &date), ("name", &name)]))
}

/// An estimate in words: what comes of it, then that it is no decision and what it supposes.
pub(crate) fn rough(estimate: &Estimate, language: Language) -> Rough {
    let year = estimate.jaar.to_string();
    let told = |key: &str, more: &[(&str, &str)]| {
        let args: Vec<_> = [("year", year.as_str())].into_iter().chain(more.iter().copied()).collect();
        texts::text_with(language, key, &args)
    };
    let plain = |key: &str| texts::text(language, key);
    let (answer, explained) = match estimate.uitkomst {
        Uitkomst::Recht { per_jaar } => {
            let month = euros(estimate.uitkomst.per_maand().unwrap_or_default(), language);
            let rest = estimate.vanaf.map(|first| (first, estimate.uitkomst.over_rest(first)));
            let from = rest.map(|(first, _)| texts::day(first, language)).unwrap_or_default();
            let (key, means, amount) = match rest {
                None => ("handover-amount", "handover-estimate", per_jaar),
                Some((first, _)) if first.year() > estimate.jaar => ("handover-not-yet", "handover-no-decision", 0),
                Some((_, None)) => ("handover-too-little", "handover-no-decision", 0),
                Some((_, Some(amount))) => ("handover-amount-from", "handover-estimate", amount),
            };
            let answer = told(key, &[("month", &month), ("amount", &euros(amount, language)), ("date", &from)]);
            (answer, vec![plain(means), plain("handover-supposes")])
        }
        Uitkomst::TeVeelInkomen { grens } => {
            let answer = told("handover-income-over", &[("limit", &euros(grens, language))]);
            (answer, vec![plain("handover-no-decision"), plain("handover-supposes")])
        }
        Uitkomst::TeVeelVermogen { grens } => {
            let answer = told("handover-assets-over", &[("limit", &euros(grens, language))]);
            (answer, vec![plain("handover-no-decision")])
        }
        Uitkomst::Onbeslist(Ontbreekt::Cijfers) => (told("handover-no-figures", &[]), vec![plain("handover-still")]),
        Uitkomst::Onbeslist(Ontbreekt::Partner) => (plain("handover-partner-unknown"), vec![plain("handover-still")]),
    };
    Rough { answer, explained }
}

/// Until when one can apply there.
fn until(to: &Handover, language: Language) -> String {
    let named = |key: &str, more: &[(&str, &str)]| {
        let args: Vec<_> = [("name", to.aan.as_str())].into_iter().chain(more.iter().copied()).collect();
        texts::text_with(language, key, &args)
    };
    match &to.estimate {
        Some(estimate) => {
            let (date, year) = (texts::date(estimate.aanvragen_tot, language), estimate.jaar.to_string());
            named("handover-until", &[("date", &date), ("year", &year)])
        }
        None => named("handover-yourself", &[]),
    }
}

/// Which remedy there is, and who takes the application: as the kind has it there.
pub(crate) fn remedy(name: &str, grondslag: &str, soort_daar: &str, language: Language) -> Vec<String> {
    let basis = texts::ground(language, grondslag);
    let only = texts::text_with(language, "handover-only", &[("name", &capital(name)), ("basis", &basis)]);
    let regime = SoortRegime::newest(soort_daar).and_then(|regime| regime.rechtsmiddel_termijn);
    let term = regime.map(|term| term_in_words(term, Counting::CalendarDays, language)).unwrap_or_default();
    vec![texts::text_with(language, &format!("receipt-why-{soort_daar}"), &[("term", &term)]), only]
}

/// The same for a service, before anything was prepared.
pub(crate) fn remedy_of(service: &ServiceDefinition, language: Language) -> Vec<String> {
    let Some(to) = &service.overdracht else { return vec![] };
    remedy(to.naam.get(language), &to.grondslag, &to.soort_daar, language)
}

/// The sheet, as the page that comes in the place of a receipt.
pub(crate) fn sheet(ask: &Ask, receipt: Receipt, to: Handover) -> Response {
    let (language, id) = (ask.language, receipt.zaak);
    let service = ask.app.catalogue.service(&receipt.service);
    let shown = SheetPage {
        f: ask.frame(ask.text("handover-title")),
        until: until(&to, language),
        rough: to.estimate.as_ref().map(|estimate| rough(estimate, language)),
        remedy: remedy(&to.aan, &to.grondslag, &to.soort_daar, language),
        steps: service.map_or_else(|| to.stappen.clone(), |service| service.text(language).steps.clone()),
        kept: texts::text_with(language, "handover-kept", &[("date", &texts::date(to.bewaard_tot, language))]),
        help: texts::text_with(language, "handover-help", &[("team", &receipt.team)]),
        pdf: ask.url(&format!("/bewijs/{id}/pdf")),
        mine: receipt.signed_in.then(|| ask.url(&format!("/mijn/zaken/{id}"))),
        to,
        receipt,
    };
    page(StatusCode::OK, &shown)
}

/// The sheet on paper.
pub(crate) fn paper(receipt: &Receipt, to: &Handover, language: Language) -> PdfDocument {
    let text = |key: &str| texts::text(language, key);
    let row = |label: String, value: String| Block::Row { label, value };
    let mut blocks = vec![Block::Heading(text("handover-nothing-yet")), Block::Paragraph(until(to, language))];
    blocks.push(row(text("receipt-service"), receipt.copy.title.clone()));
    blocks.push(row(text("handover-where"), to.website.clone()));
    if let Some(Rough { answer, explained }) = to.estimate.as_ref().map(|estimate| rough(estimate, language)) {
        blocks.push(Block::Heading(text("handover-rough")));
        blocks.extend([answer].into_iter().chain(explained).map(Block::Paragraph));
    }
    blocks.push(Block::Heading(text("handover-take")));
    let along = receipt.copy.rows.iter().map(|r| {
        let source = r.source.as_ref().map(|source| format!("\n{source}")).unwrap_or_default();
        row(r.label.clone(), format!("{}{source}", r.answer))
    });
    blocks.extend(along);
    blocks.push(Block::Heading(text("handover-next")));
    blocks.extend(to.stappen.iter().cloned().map(Block::Paragraph));
    blocks.extend(remedy(&to.aan, &to.grondslag, &to.soort_daar, language).into_iter().map(Block::Paragraph));
    blocks.push(Block::Heading(text("handover-back")));
    blocks.push(Block::Paragraph(texts::text_with(
        language,
        "handover-kept",
        &[("date", &texts::date(to.bewaard_tot, language))],
    )));
    blocks.push(row(text("receipt-number"), receipt.number.clone()));
    blocks.push(row(text("handover-made"), texts::moment(receipt.received, language)));
    blocks.push(row(text("handover-made-at"), receipt.organisatie.clone()));
    if receipt.voorbeeld {
        blocks.push(Block::Paragraph(text("demo-note")));
    }
    PdfDocument { language, title: text("handover-pdf-title"), issued: receipt.received, blocks }
}

/// Where nobody helps with this: straight to who takes the application. `None` for a service that does not hand over.
pub(crate) fn elsewhere(ask: &Ask, service: &ServiceDefinition) -> Option<Response> {
    let to = service.overdracht.as_ref()?;
    let (_, website) = ask.app.catalogue.receiver(service)?;
    let name = to.naam.get(ask.language);
    let (steps, remedy) = (service.text(ask.language).steps.as_slice(), remedy_of(service, ask.language));
    let f = ask.frame(texts::text_with(ask.language, "handover-elsewhere-title", &[("name", name)]));
    Some(page(StatusCode::OK, &ElsewherePage { f, name, website, remedy, steps }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Date, date};

    fn told(vanaf: Option<Date>, per_jaar: u32, language: Language) -> String {
        let uitkomst = Uitkomst::Recht { per_jaar };
        rough(&Estimate { jaar: 2026, aanvragen_tot: date(2027, 12, 31), vanaf, uitkomst }, language).answer
    }

    #[test]
    fn who_comes_of_age_in_the_year_reads_what_it_is_over_the_months_that_are_left() {
        use Language::{En, Nl};
        assert_eq!(told(None, 1550, Nl), "Ongeveer € 129 per maand. Dat is € 1.550 over heel 2026.");
        let july = told(Some(date(2026, 7, 1)), 1550, Nl);
        assert!(july.starts_with("Ongeveer € 129 per maand, vanaf 1 juli 2026. Dat is € 775 over de rest van 2026."), "{july}");
        let july = told(Some(date(2026, 7, 1)), 1550, En);
        assert!(july.starts_with("About € 129 a month, from 1 July 2026. That is € 775 over the rest of 2026."), "{july}");
        let december = told(Some(date(2027, 1, 1)), 1550, Nl);
        assert!(december.starts_with("Over 2026 krijgt u nog geen zorgtoeslag. Die begint op 1 januari 2027"), "{december}");
        let little = told(Some(date(2026, 7, 1)), 24, Nl);
        assert!(little.contains("zo klein dat u het niet krijgt (Awir artikel 14 lid 5)") && !little.contains('€'), "{little}");
    }
}

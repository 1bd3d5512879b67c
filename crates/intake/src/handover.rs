//! What a hand-over sheet says beside a receipt: who takes the application, until when, what it comes to roughly, and where each value
//! comes from. Nothing is applied for here. Pure.
use crate::{CopyRow, Facts, day, is_asked, means, money, questions};
use catalogue::{Question, QuestionKind, Raming, ServiceDefinition};
use jiff::civil::Date;
use law::zorgtoeslag::{Huishouden, Jaar, Partner, Uitkomst, aanvragen_tot, zorgtoeslag};
use serde::{Deserialize, Serialize};
use values::{Language, dutch_date};

/// What it is about, as the questions of a service say it.
const INKOMEN: &str = "toetsingsinkomen van dit jaar";
const INKOMEN_PARTNER: &str = "toetsingsinkomen van de partner dit jaar";
const TOESLAGPARTNER: &str = "toeslagpartner";
const VERMOGEN: &str = "rendementsgrondslag op 1 januari";
const GEBOORTEDATUM: &str = "persoon.geboortedatum";

/// To whose counter it was handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    /// Who takes the application, as it stands in a sentence in the language of the sheet.
    pub aan: String,
    /// Where one applies.
    pub website: String,
    /// The article that says that only it takes the application.
    pub grondslag: String,
    /// The legal kind it has there: decides which remedy is told.
    pub soort_daar: String,
    /// What it comes to, when that can be calculated.
    pub estimate: Option<Estimate>,
    /// What happens there, step by step.
    pub stappen: Vec<String>,
    /// The day from which it is destroyed.
    pub bewaard_tot: Date,
}

/// A rough amount: an estimate, no decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Estimate {
    /// The year that it is about.
    pub jaar: i16,
    /// The last day on which one can apply over that year.
    pub aanvragen_tot: Date,
    /// From when she has it, when that is not the whole year: she comes of age in it.
    #[serde(default)]
    pub vanaf: Option<Date>,
    /// What the law gives over the whole year, on these answers.
    pub uitkomst: Uitkomst,
}

/// To whom this service hands over; `None` for one that does not, or where nobody is known to take it.
pub(crate) fn of(service: &ServiceDefinition, facts: &Facts<'_>, language: Language) -> Option<Handover> {
    let to = service.overdracht.as_ref()?;
    let (_, website) = facts.catalogue.receiver(service)?;
    Some(Handover {
        aan: to.naam.get(language).to_owned(),
        website: website.to_owned(),
        grondslag: to.grondslag.clone(),
        soort_daar: to.soort_daar.clone(),
        estimate: estimate(service, facts),
        stappen: service.text(language).steps.clone(),
        bewaard_tot: facts.today.checked_add(day::span(service.bewaartermijn)).unwrap_or(facts.today),
    })
}

/// What it comes to on these answers; `None` when nothing can be calculated of this service, or not all was answered.
pub fn estimate(service: &ServiceDefinition, facts: &Facts<'_>) -> Option<Estimate> {
    let Raming::Zorgtoeslag = service.overdracht.as_ref()?.raming?;
    // The year in which she was asked what she expects: an answer in December is not about January.
    let jaar = facts.known.asked_at.map_or(facts.today, dutch_date).year();
    let huishouden = Huishouden {
        inkomen: euros(service, facts, INKOMEN)?,
        partner: partner(service, facts)?,
        // Not asked: then it lies surely under the limit.
        vermogen: match asked(service, facts, VERMOGEN) {
            Some(_) => Some(euros(service, facts, VERMOGEN)?),
            None => None,
        },
    };
    let vanaf = born(service, facts).and_then(|day| Jaar::of(jaar)?.vanaf(day));
    Some(Estimate { jaar, aanvragen_tot: aanvragen_tot(jaar), vanaf, uitkomst: zorgtoeslag(jaar, &huishouden) })
}

/// When she was born, by the register, else as she typed it; `None` when not all of that day is known.
fn born(service: &ServiceDefinition, facts: &Facts<'_>) -> Option<Date> {
    let known = facts.known.value(GEBOORTEDATUM).and_then(|value| value.code.parse().ok());
    known.or_else(|| day::written(facts.answers.get(&asked(service, facts, GEBOORTEDATUM)?.id)))
}

/// The partner of the register, else what she says of whom she lives with.
fn partner(service: &ServiceDefinition, facts: &Facts<'_>) -> Option<Partner> {
    let with_income = || euros(service, facts, INKOMEN_PARTNER).map(Partner::Met);
    if facts.known.value(means::PARTNER).is_some_and(|value| value.code == "ja") {
        return with_income();
    }
    match facts.answers.get(&asked(service, facts, TOESLAGPARTNER)?.id) {
        "ja" => with_income(),
        "nee" => Some(Partner::Geen),
        "" => None,
        _ => Some(Partner::Onbekend),
    }
}

fn asked<'a>(service: &'a ServiceDefinition, facts: &Facts<'_>, concept: &str) -> Option<&'a Question> {
    service.questions().find(|question| question.concept == concept && is_asked(question, facts))
}

/// Whole euros of an amount; `None` when it is not asked or not answered.
fn euros(service: &ServiceDefinition, facts: &Facts<'_>, concept: &str) -> Option<u32> {
    let cents = money::parse(facts.answers.get(&asked(service, facts, concept)?.id))?;
    u32::try_from(cents / 100).ok()
}

/// Every answer with where it comes from: what she takes along to the other counter.
pub(crate) fn to_take_along(service: &ServiceDefinition, facts: &Facts<'_>, language: Language) -> Vec<CopyRow> {
    let asked = service.questions().filter(|question| is_asked(question, facts));
    let rows = asked.flat_map(|question| {
        let source = source(question, facts, language);
        let rows = questions::rows(question, facts, language).into_iter();
        rows.map(move |(label, answer)| CopyRow { label, answer, source: Some(source.clone()), bijzonder: question.bijzonder })
    });
    rows.collect()
}

/// `Uit de Basisregistratie Personen, 25 november 2026.`
fn source(question: &Question, facts: &Facts<'_>, language: Language) -> String {
    let known = facts.known.value(&question.concept).filter(|_| question.kind == QuestionKind::Known);
    let Some(known) = known else { return texts::text(language, "source-self") };
    let day = facts.known.asked_at.map(|at| texts::day(dutch_date(at), language)).unwrap_or_default();
    texts::text_with(language, &format!("source-{}", known.bron), &[("date", &day)])
}

//! What she should know before she sends, though nothing of it stands in the way. Pure.
use crate::{Facts, day, place};
use catalogue::ServiceDefinition;
use jiff::civil::Date;
use values::Language;

/// The sentences: a day that comes before the last day for the decision, where there is one, and a place outside the area of whom she chose.
pub fn cautions(service: &ServiceDefinition, facts: &Facts<'_>, decision: Option<Date>, language: Language) -> Vec<String> {
    let told = |key, values: &[(&str, &str)]| texts::text_with(language, key, values);
    let early = decision.into_iter().flat_map(|last| {
        let days = day::before_decision(service, (last, facts), language);
        days.into_iter().map(move |(label, day)| {
            let (day, last) = (texts::date(day, language), texts::date(last, language));
            told("check-before-decision", &[("label", &label), ("day", &day), ("date", &last)])
        })
    });
    let outside = place::outside(service, facts).map(|(chosen, lies)| {
        told("check-outside", &[("place", &lies.in_words(language)), ("name", &chosen.in_words(language))])
    });
    early.chain(outside).collect()
}

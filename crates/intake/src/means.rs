//! What registers know of somebody's means, for a service that shows it: her partner by law, and her income of last year.
use crate::{Asking, Known, KnownValue, money};
use access::Party;
use catalogue::ServiceDefinition;
use registers::{Persoon, Vraagfout};
use values::{Language, dutch_date};

/// Who is her spouse or registered partner now. As a condition: `ja` or `nee`.
pub(crate) const PARTNER: &str = "persoon.partner";
/// Her income of the year before the one in which the register is asked. As a condition: `bekend`, also when it knows of none; while the
/// register is away nobody asks her, for the other counter knows it.
pub(crate) const INKOMEN: &str = "persoon.inkomen";

type Value = Option<(String, KnownValue)>;

fn shows(service: &ServiceDefinition, concept: &str) -> bool {
    service.questions().any(|question| question.concept == concept)
}

/// Who is her spouse or registered partner, or that the register knows of none.
pub(crate) fn partner(service: &ServiceDefinition, persoon: &Persoon) -> Value {
    if !shows(service, PARTNER) {
        return None;
    }
    let of = |language| match persoon.partner() {
        None => texts::text(language, "known-no-partner"),
        // A partner without a name is one all the same.
        Some(partner) => partner.persoon.naam.volledig().unwrap_or_else(|| texts::text(language, "unknown")),
    };
    let value = KnownValue {
        nl: of(Language::Nl),
        en: of(Language::En),
        code: if persoon.partner().is_some() { "ja" } else { "nee" }.into(),
        bron: "brp".into(),
        in_onderzoek: persoon.in_onderzoek("partners"),
        items: vec![],
    };
    Some((PARTNER.to_owned(), value))
}

/// Asks for her income of last year, when the service shows it and she can do it where she lives: else nobody needs to look.
pub(crate) async fn inkomen(with: Asking<'_>, service: &ServiceDefinition, known: &Known) -> Value {
    let elsewhere = known.value("persoon.gemeente").is_some_and(|gemeente| service.overlay(&gemeente.code).is_none());
    if !shows(service, INKOMEN) || elsewhere {
        return None;
    }
    let Some(Party::Person(bsn)) = with.context.actor.party() else { return None };
    let jaar = dutch_date(with.access.clock().now()).year() - 1;
    let year = jaar.to_string();
    let value = |key: &str, amount: &dyn Fn(Language) -> String| {
        let [nl, en] = [Language::Nl, Language::En]
            .map(|language| texts::text_with(language, key, &[("amount", &amount(language)), ("year", &year)]));
        KnownValue { nl, en, code: "bekend".into(), bron: "bri".into(), ..KnownValue::default() }
    };
    match with.registers.inkomen(with.access, with.context, with.doel, (&bsn, jaar)).await {
        Ok(found) => {
            let amount = |language| signed_in_words(found.inkomen, language);
            Some((INKOMEN.to_owned(), value("known-income", &amount)))
        }
        // That there is none is an answer as well: then nobody types one.
        Err(Vraagfout::NietGevonden(_)) => Some((INKOMEN.to_owned(), value("known-no-income", &|_| String::new()))),
        Err(fault) => {
            tracing::warn!(%fault, "the form begins without the income of last year");
            None
        }
    }
}

/// An income in whole euros, below zero for a loss.
pub fn signed_in_words(euros: i64, language: Language) -> String {
    let amount = money::in_words(euros.unsigned_abs() * 100, language);
    if euros < 0 { format!("- {amount}") } else { amount }
}

//! What an organisation makes of a service, as residents read it: how soon, what it costs, on which rule, and how it is reached.
use super::product::norm_in_words;
use catalogue::{Catalogue, Contact, Hosted, Overlay, ServiceDefinition, Verordening};
use intake::Receipt;
use values::Language;

/// Overlay and organisation where the service is offered; none where it is not.
pub(crate) fn offered<'a>(
    catalogue: &'a Catalogue,
    service: Option<&'a ServiceDefinition>,
    code: Option<&str>,
) -> Option<(&'a Overlay, &'a Hosted)> {
    let hosted = catalogue.hosted_with_code(code?)?;
    Some((&service?.overlay(&hosted.code)?.overlay, hosted))
}

/// The norm there; where no place is known that of all, when it is the same for all. None when it differs.
pub(crate) fn norm(catalogue: &Catalogue, service: &ServiceDefinition, code: Option<&str>, language: Language) -> Option<String> {
    if let Some((overlay, _)) = offered(catalogue, Some(service), code) {
        return overlay.norm.as_ref().map(|norm| norm_in_words(norm, language));
    }
    let all = service.offered_by().filter_map(|code| service.overlay(code));
    let mut all = all.filter_map(|known| Some(norm_in_words(known.overlay.norm.as_ref()?, language)));
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

/// `14 033 · maandag tot en met vrijdag van 9 tot 17 uur`; none when nothing is known.
pub(crate) fn reach(contact: &Contact, language: Language) -> Option<String> {
    let hours = contact.openingstijden.as_ref().map(|text| text.get(language).to_owned());
    let known = [contact.telefoon.clone(), contact.email.clone(), contact.adres.clone(), hours];
    let said = known.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    (!said.is_empty()).then_some(said)
}

/// A rule on which a service rests.
pub(crate) struct Rule {
    /// Its name and article.
    pub text: String,
    /// Where it can be read.
    pub link: Option<String>,
    /// Since when it is in force, and that it was made up or not looked into.
    pub notes: String,
}

impl Rule {
    /// On one line.
    pub fn on_paper(&self) -> String {
        if self.notes.is_empty() { self.text.clone() } else { format!("{} ({})", self.text, self.notes) }
    }
}

/// The rule of an organisation's own.
pub(crate) fn rule(rule: &Verordening, language: Language) -> Rule {
    let since = rule.datum.as_ref().and_then(|day| day.parse().ok());
    let since = since.map(|day| texts::text_with(language, "rule-since", &[("date", &texts::date(day, language))]));
    let example = rule.voorbeeld.then(|| texts::text(language, "rule-example"));
    let named = [Some(rule.naam.clone()), rule.artikel.clone()];
    Rule {
        text: named.into_iter().flatten().collect::<Vec<_>>().join(", "),
        link: rule.link.clone(),
        notes: since.into_iter().chain(example).collect::<Vec<_>>().join(", "),
    }
}

/// All on which what was sent rests: the rule of the organisation, then the law.
pub(crate) fn rules(receipt: &Receipt, language: Language) -> Vec<Rule> {
    let law = receipt.grondslagen.iter().map(|text| Rule { text: text.clone(), link: None, notes: String::new() });
    receipt.verordening.iter().map(|own| rule(own, language)).chain(law).collect()
}

//! What an organisation makes of a service, as residents read it: how soon, what it costs, on which rule, and how it is reached.
use super::product::norm_in_words;
use catalogue::{Catalogue, Contact, Hosted, Overlay, ServiceDefinition};
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

/// Name and article of the rule, and where it can be read.
pub(crate) fn rule(overlay: &Overlay) -> Option<(String, Option<String>)> {
    let rule = overlay.verordening.as_ref()?;
    Some((format!("{}, {}", rule.naam, rule.artikel), rule.link.clone()))
}

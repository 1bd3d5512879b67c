//! What one can do when one does not agree, in words: before there is a decision, and with it. Nothing where the law gives nothing.
use crate::ask::Ask;
use crate::pages::wayfinding::{local, product::term_in_words};
use cases::{Besluit, Zaak};
use catalogue::{Rechtsmiddel, Text};
use intake::Receipt;
use jiff::civil::Date;
use terms::{Counting, LateRegime, SoortRegime};
use values::{Language, dutch_date};

/// A sentence for each remedy that the law gives within a term, and what one can do when the decision comes too late.
pub(crate) fn announced(receipt: &Receipt, language: Language) -> Vec<String> {
    let day = dutch_date(receipt.received);
    let regime = SoortRegime::of(&receipt.soort, day);
    let known = of_receipt(receipt);
    let sentence = |one: &Rechtsmiddel| within("receipt-remedy", one, day, place(one, &receipt.organisatie, language), language);
    let late = regime.is_some_and(|regime| regime.dwangsom == LateRegime::Awb) && receipt.lex_silencio.is_none();
    let late = late.then(|| texts::text(language, "receipt-late-awb"));
    known.iter().filter_map(sentence).chain(late).collect()
}

/// The first of them in one plain sentence, without the law; none where the law gives nothing.
pub(crate) fn in_short(receipt: &Receipt, language: Language) -> Option<String> {
    let day = dutch_date(receipt.received);
    let has_term = |one: &&Rechtsmiddel| SoortRegime::of(one.soort.as_deref()?, day)?.rechtsmiddel_termijn;
    let known = of_receipt(receipt);
    let first = known.iter().find(|one| has_term(one).is_some())?;
    let values = [("against", against(first, language)), ("do", doing(&first.naam, language))];
    let given = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    Some(texts::text_with(language, "receipt-remedy-short", &given))
}

fn of_receipt(receipt: &Receipt) -> Vec<Rechtsmiddel> {
    match receipt.rechtsmiddelen.as_slice() {
        // As receipts were before they held the remedies themselves.
        [] => {
            let regime = SoortRegime::of(&receipt.soort, dutch_date(receipt.received));
            regime.map(|regime| of_regime(&receipt.soort, regime)).into_iter().collect()
        }
        all => all.to_vec(),
    }
}

fn of_regime(soort: &str, regime: &SoortRegime) -> Rechtsmiddel {
    let (naam, grondslag) = (regime.rechtsmiddel.clone(), regime.rechtsmiddel_bron.clone());
    Rechtsmiddel { naam, grondslag, soort: Some(soort.to_owned()), tegen: None, orgaan: None }
}

/// What one can do against a decision: who, where, and until when; then against what comes with it.
pub(crate) fn told(ask: &Ask, besluit: &Besluit, zaak: &Zaak, language: Language) -> Vec<String> {
    let Some((first, others)) = besluit.rechtsmiddelen.split_first() else { return vec![] };
    let Some(last) = besluit.uiterlijke_reactiedatum else { return vec![] };
    let name = ask.name_in(&zaak.organisatie, language);
    let until = until("besluit-remedy-until", first, (besluit.datum, last), &name, language);
    let other = |one: &Rechtsmiddel| within("besluit-remedy-other", one, besluit.datum, at(one, &name, language), language);
    let how = texts::text(language, "besluit-remedy-how");
    let post = post(ask, zaak, (&at(first, &name, language), &name), language);
    let reach = reach(ask, zaak, language);
    let reach = reach.map(|how| texts::text_with(language, "besluit-remedy-reach", &[("name", &name), ("how", &how)]));
    [Some(until), Some(how), Some(post), reach].into_iter().flatten().chain(others.iter().filter_map(other)).collect()
}

/// Where she can object on this site, for who reads it on paper; none where the law gives another remedy, and for who did not sign in.
pub(crate) fn on_this_site(ask: &Ask, besluit: &Besluit, zaak: &Zaak, language: Language) -> Option<String> {
    besluit.bezwaar_tot().filter(|_| zaak.party.is_some())?;
    let link = format!("{}{}/mijn/zaken/{}/bezwaar", ask.app.site.portal, language.prefix(), zaak.id);
    Some(texts::text_with(language, "besluit-remedy-site", &[("link", &link)]))
}

/// To which address a letter goes; of an organisation that gave none, that she must ask for it.
fn post(ask: &Ask, zaak: &Zaak, (organ, name): (&str, &str), language: Language) -> String {
    match ask.app.catalogue.contact(&zaak.service, &zaak.organisatie).and_then(|contact| contact.adres.as_deref()) {
        Some(address) => texts::text_with(language, "besluit-remedy-post", &[("name", organ), ("address", address)]),
        None => texts::text_with(language, "besluit-remedy-no-post", &[("name", name)]),
    }
}

/// The same when the last day for the first has passed; none as long as it has not.
pub(crate) fn over(ask: &Ask, besluit: &Besluit, zaak: &Zaak) -> Option<Vec<String>> {
    let last = besluit.uiterlijke_reactiedatum.filter(|last| *last < ask.app.access.clock().today())?;
    let (first, others) = besluit.rechtsmiddelen.split_first()?;
    let name = ask.name_of(&zaak.organisatie);
    let was = until("besluit-remedy-was", first, (besluit.datum, last), &name, ask.language);
    let other =
        |one: &Rechtsmiddel| within("besluit-remedy-other", one, besluit.datum, at(one, &name, ask.language), ask.language);
    Some([was].into_iter().chain(others.iter().filter_map(other)).collect())
}

/// What one can do where, and within which term from now on, in the words of `key`; none for what has no term.
fn within(key: &str, one: &Rechtsmiddel, day: Date, place: String, language: Language) -> Option<String> {
    let regime = SoortRegime::of(one.soort.as_deref()?, day)?;
    let term = term_in_words(regime.rechtsmiddel_termijn?, Counting::CalendarDays, language);
    let values = [
        ("against", &*against(one, language)),
        ("do", &doing(&one.naam, language)),
        ("where", &place),
        ("term", &term),
        ("basis", &one.grondslag),
    ];
    let doubt = if key == "receipt-remedy" { "remedy-unread" } else { "besluit-remedy-unread" };
    Some(with_doubt(texts::text_with(language, key, &values), regime, texts::text(language, doubt)))
}

fn until(key: &str, one: &Rechtsmiddel, (datum, last): (Date, Date), name: &str, language: Language) -> String {
    let (place, last) = (at(one, name, language), texts::date(last, language));
    let values = [("do", doing(&one.naam, language)), ("date", last), ("where", place), ("basis", one.grondslag.clone())];
    let given: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let said = texts::text_with(language, key, &given);
    let regime = one.soort.as_deref().and_then(|soort| SoortRegime::of(soort, datum));
    regime.map_or(said.clone(), |regime| with_doubt(said, regime, texts::text(language, "besluit-remedy-unread")))
}

/// A term that nobody read in the law says so.
fn with_doubt(said: String, regime: &SoortRegime, doubt: String) -> String {
    if regime.read_in_the_law { said } else { format!("{said} {doubt}") }
}

/// What one does with this remedy: `bezwaar maken`.
pub(crate) fn doing(naam: &str, language: Language) -> String {
    texts::text(language, &format!("remedy-{}", naam.replace(' ', "-")))
}

fn against(one: &Rechtsmiddel, language: Language) -> String {
    one.tegen.as_ref().map_or_else(|| texts::text(language, "remedy-besluit"), |text| text.get(language).to_owned())
}

/// The organ, else the organisation.
fn place(one: &Rechtsmiddel, organisatie: &str, language: Language) -> String {
    one.orgaan.as_ref().map_or(organisatie, |text: &Text| text.get(language)).to_owned()
}

/// `het dagelijks bestuur van het waterschap Vallei en Veluwe`
pub(crate) fn of_organisation(organ: &str, name: &str, language: Language) -> String {
    texts::text_with(language, "remedy-organ-of", &[("organ", organ), ("name", name)])
}

/// Where that is: the organ, else the organisation.
pub(crate) fn at(one: &Rechtsmiddel, name: &str, language: Language) -> String {
    one.orgaan.as_ref().map_or_else(|| name.to_owned(), |organ| of_organisation(organ.get(language), name, language))
}

/// Telephone, address and hours of who decides, else of the organisation; and its site.
pub(crate) fn reach(ask: &Ask, zaak: &Zaak, language: Language) -> Option<String> {
    let catalogue = &ask.app.catalogue;
    let hosted = catalogue.hosted_with_oin(&zaak.organisatie)?;
    let contact = catalogue.contact(&zaak.service, &zaak.organisatie)?;
    let site = catalogue.organisatie_with_code(&hosted.code).and_then(|organisatie| organisatie.website.clone());
    let known: Vec<_> = local::reach(contact, language).into_iter().chain(site).collect();
    (!known.is_empty()).then(|| known.join(" · "))
}

//! Where it is, and which organisation is therefore competent. Pure.
use crate::{
    Answers, Facts, FoundAddress, Known,
    prefill::HERSELF,
    questions::{line, one},
};
use access::FieldFault;
use catalogue::{Bevoegd, Catalogue, Organisatie, Place, Question, QuestionKind, ServiceDefinition};
use registers::{AdresVraag, Gezinslid};
use values::{Language, Point, Postcode};

/// Where it is.
#[derive(Debug, Clone)]
pub struct Where<'a> {
    /// The place in words.
    pub text: String,
    /// The organisation that is competent there: the municipality in which it lies.
    pub organisatie: &'a Organisatie,
    /// The municipality follows from the postcode only.
    pub likely: bool,
}

/// Where it is: a postcode (with house number), or a street, crossing, description or point on the map with the municipality. A
/// municipality that the person gives goes before the one that follows from the postcode; none follows from a point.
pub fn place<'a>(answers: &Answers, catalogue: &'a Catalogue) -> Result<Where<'a>, Vec<FieldFault>> {
    let straat = line(answers, "straat", 300)?;
    let huisnummer = line(answers, "huisnummer", 20)?;
    let fault = |field: &str, fault| vec![FieldFault::new(field, fault)];
    let postcode = match answers.get("postcode").trim() {
        "" => None,
        text => Some(Postcode::parse(text).map_err(|_| fault("postcode", "fault-postcode"))?),
    };
    let chosen = match answers.get("gemeente").trim() {
        "" => None,
        name => Some(catalogue.gemeente_named(name).ok_or_else(|| fault("gemeente", "fault-gemeente"))?),
    };
    let described = punt(answers)?.is_some() || straat.is_some();
    if postcode.is_none() && !described {
        return Err(fault("postcode", "fault-place"));
    }
    if let (Some(postcode), false) = (&postcode, described) {
        let exact = postcode.is_complete() && huisnummer.is_some();
        if !exact {
            return Err(fault("huisnummer", "fault-place-number"));
        }
    }
    let by_postcode = postcode.as_ref().and_then(|p| catalogue.gemeente(&Place { postcode: Some(p.clone()), gemeente: None }));
    let (gemeente, likely) = match (chosen, by_postcode) {
        (Some(gemeente), _) => (gemeente, false),
        (None, Some((gemeente, _))) => (gemeente, true),
        (None, None) if postcode.is_some() => return Err(fault("postcode", "fault-postcode-unknown")),
        (None, None) => return Err(fault("gemeente", "fault-gemeente-needed")),
    };
    let address = postcode.map(|p| [Some(p.to_string()), huisnummer].into_iter().flatten().collect::<Vec<_>>().join(" "));
    let parts = [straat, address, Some(gemeente.naam.clone())];
    Ok(Where { text: parts.into_iter().flatten().collect::<Vec<_>>().join(", "), organisatie: gemeente, likely })
}

/// The place as it is read back. Errors: what is wrong with it.
pub fn shown(answers: &Answers, catalogue: &Catalogue, language: Language) -> Result<String, Vec<FieldFault>> {
    let text = place(answers, catalogue)?.text;
    let on_map = punt(answers)?.map(|punt| texts::text_with(language, "place-on-map", &[("point", &punt.to_string())]));
    Ok([Some(text), on_map].into_iter().flatten().collect::<Vec<_>>().join("\n"))
}

/// Where it was pointed out on the map.
fn punt(answers: &Answers) -> Result<Option<Point>, Vec<FieldFault>> {
    match answers.get("punt") {
        "" => Ok(None),
        text => Point::parse(text).map(Some).map_err(|_| vec![FieldFault::new("punt", "fault-punt")]),
    }
}

/// An address as it was typed: postcode and house number, with letter and addition.
#[derive(Debug, Clone)]
pub struct TypedAddress {
    postcode: Postcode,
    huisnummer: String,
    huisletter: String,
    toevoeging: String,
}

fn typed(answers: &Answers) -> Result<TypedAddress, Vec<FieldFault>> {
    let text = |field: &str| answers.get(field).trim().to_owned();
    let postcode = Postcode::parse(&text("postcode")).ok().filter(Postcode::is_complete);
    let huisnummer = text("huisnummer");
    let number = huisnummer.len() <= 5 && !huisnummer.is_empty() && huisnummer.bytes().all(|b| b.is_ascii_digit());
    let letter = text("huisletter");
    let short = |text: &str, most: usize| text.chars().count() <= most && text.chars().all(char::is_alphanumeric);
    let faults = [
        one(postcode.is_none(), "postcode", "fault-postcode"),
        one(!number, "huisnummer", "fault-huisnummer"),
        one(!short(&letter, 1), "huisletter", "fault-huisletter"),
        one(!short(&text("toevoeging"), 4), "toevoeging", "fault-toevoeging"),
    ];
    match postcode {
        Some(postcode) if faults.iter().all(Vec::is_empty) => {
            Ok(TypedAddress { postcode, huisnummer, huisletter: letter, toevoeging: text("toevoeging") })
        }
        _ => Err(faults.into_iter().flatten().collect()),
    }
}

impl TypedAddress {
    /// The one that was typed in this question; `None` when that is no address, or no question for one.
    pub(crate) fn of(question: &Question, answers: &Answers) -> Option<Self> {
        typed(answers).ok().filter(|_| question.kind == QuestionKind::Address)
    }

    /// The question for the BAG; `None` when there is no such address.
    pub(crate) fn vraag(&self) -> Option<AdresVraag> {
        let addition = Some(self.toevoeging.as_str()).filter(|text| !text.is_empty());
        AdresVraag::new(&self.postcode, self.huisnummer.parse().ok()?, self.huisletter.chars().next(), addition).ok()
    }

    /// What is asked of the BAG, on one line: the key under which the answer is kept.
    pub(crate) fn key(&self) -> String {
        let parts = [&self.postcode.to_string(), &self.huisnummer, &self.huisletter, &self.toevoeging];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
    }
}

/// An address that was typed, as far as it is known to exist.
pub enum Address<'a> {
    /// This one of the BAG.
    Known(&'a FoundAddress),
    /// As it was typed: the BAG is away, so it is checked later.
    Unchecked(String),
}

/// The address of a question. Errors: what is wrong with what was typed, or that one must be chosen.
pub fn address<'a>(question: &Question, facts: &Facts<'a>) -> Result<Address<'a>, Vec<FieldFault>> {
    let typed = typed(facts.answers)?;
    if facts.catalogue.gemeente_of(&typed.postcode).is_none() {
        return Err(vec![FieldFault::new("postcode", "fault-postcode-unknown")]);
    }
    let Some(found) = facts.address_lookup(question).and_then(|lookup| lookup.found.as_ref()) else {
        return Ok(Address::Unchecked(typed.key()));
    };
    let chosen = facts.answers.get(&question.id);
    match found.as_slice() {
        [] => Err(vec![FieldFault::new("postcode", "fault-address-unknown")]),
        [only] => Ok(Address::Known(only)),
        several => {
            let chosen = several.iter().find(|address| address.id == chosen);
            chosen.map(Address::Known).ok_or_else(|| vec![FieldFault::new(&question.id, "fault-address-choose")])
        }
    }
}

/// The same, where the question says which address it may not be. Errors: as `address`; that it is the one that a register holds; or that a
/// partner goes alone to an address that is not hers.
pub(crate) fn new_address<'a>(question: &Question, facts: &Facts<'a>) -> Result<Address<'a>, Vec<FieldFault>> {
    let address = address(question, facts)?;
    let (Address::Known(found), Some(other)) = (&address, &question.ander_dan) else { return Ok(address) };
    let Some(now) = facts.known.value(&other.concept) else { return Ok(address) };
    let same = now.nl.to_lowercase() == found.text.to_lowercase();
    match same {
        // Who comes to live with her goes to the address that she has.
        true if goes(&other.wie, facts, |id| id == HERSELF) => Err(vec![FieldFault::new("postcode", "fault-address-same")]),
        false if partner_alone(&other.wie, facts) => Err(vec![FieldFault::new("postcode", "fault-address-partner")]),
        _ => Ok(address),
    }
}

/// A partner goes, and she for whom it is done does not: only to the address that she has herself (Wet BRP 2.49 lid 1 b and lid 5). True where that
/// could not be seen, for the BRP or the BAG was away.
pub(crate) fn partner_unsure(service: &ServiceDefinition, facts: &Facts<'_>) -> bool {
    service.questions().filter(|question| question.kind == QuestionKind::Address).any(|question| {
        let Some(other) = &question.ander_dan else { return false };
        let unseen = facts.known.value(&other.concept).is_none() || matches!(address(question, facts), Ok(Address::Unchecked(_)));
        unseen && partner_alone(&other.wie, facts)
    })
}

fn partner_alone(wie: &str, facts: &Facts<'_>) -> bool {
    let partner = |id: &str| id.starts_with(Gezinslid::Partner.word());
    goes(wie, facts, partner) && !goes(wie, facts, |id| id == HERSELF)
}

/// Is somebody ticked in this question whose id is so?
fn goes(wie: &str, facts: &Facts<'_>, is: impl Fn(&str) -> bool) -> bool {
    facts.answers.ticked(wie).any(is)
}

/// The organisation that was chosen and the municipality in which the place seems to lie, where that is outside its area.
pub(crate) fn outside<'a>(service: &ServiceDefinition, facts: &Facts<'a>) -> Option<(&'a Organisatie, &'a Organisatie)> {
    let within = service.questions().find_map(|question| question.binnen.as_deref())?;
    let chosen = facts.catalogue.organisatie_with_code(facts.answers.get(within))?;
    let lies = place(facts.answers, facts.catalogue).ok()?.organisatie;
    (facts.catalogue.lies_in(lies, chosen) == Some(false)).then_some((chosen, lies))
}

/// Which municipality is competent for what was answered. Errors: what must be answered first.
pub fn competent<'a>(service: &ServiceDefinition, facts: &Facts<'a>) -> Result<Where<'a>, Vec<FieldFault>> {
    match service.bevoegd {
        Bevoegd::Plaats => place(facts.answers, facts.catalogue),
        Bevoegd::Adres => at_address(service, facts),
        Bevoegd::Woonplaats => at_home(service, facts, "persoon"),
        Bevoegd::Vestiging => at_home(service, facts, "aanvrager"),
        Bevoegd::Keuze => chosen(service, facts),
    }
}

fn at_address<'a>(service: &ServiceDefinition, facts: &Facts<'a>) -> Result<Where<'a>, Vec<FieldFault>> {
    let typed = typed(facts.answers)?;
    let question = service.questions().find(|q| q.kind == QuestionKind::Address);
    let found = match question.map(|q| address(q, facts)).transpose()? {
        Some(Address::Known(found)) => Some(found.text.clone()),
        _ => None,
    };
    let as_typed = typed.key();
    let place = Place { postcode: Some(typed.postcode), gemeente: None };
    let (gemeente, likely) =
        facts.catalogue.gemeente(&place).ok_or_else(|| vec![FieldFault::new("postcode", "fault-postcode-unknown")])?;
    // The BAG names the town. Of a municipality of that name we are sure; in another it lies likely, by its postcode.
    let in_town = found.as_ref().is_some_and(|text| text.ends_with(&format!(" {}", gemeente.naam)));
    Ok(Where { text: found.unwrap_or(as_typed), organisatie: gemeente, likely: likely && !in_town })
}

fn at_home<'a>(service: &ServiceDefinition, facts: &Facts<'a>, whose: &str) -> Result<Where<'a>, Vec<FieldFault>> {
    if let Some((gemeente, likely)) = gemeente_of_known(whose, facts.known, facts.catalogue) {
        return Ok(Where { text: gemeente.naam.clone(), organisatie: gemeente, likely });
    }
    // The register is away: the address that was typed instead decides, likely.
    let asked = service.questions().find(|q| q.kind == QuestionKind::Known && is_address(&q.concept));
    let fault = || vec![FieldFault::new(asked.map_or("adres", |q| q.id.as_str()), "fault-address-with-postcode")];
    let typed = asked.map_or("", |q| facts.answers.get(&q.id));
    let gemeente = gemeente_of_typed(typed, facts.catalogue).ok_or_else(fault)?;
    Ok(Where { text: gemeente.naam.clone(), organisatie: gemeente, likely: true })
}

/// The municipality of `whose` home by its register: the one that it names, or, when that exists no more, likely the one of the postcode.
pub(crate) fn gemeente_of_known<'a>(whose: &str, known: &Known, catalogue: &'a Catalogue) -> Option<(&'a Organisatie, bool)> {
    let value = |what: &str| known.value(&format!("{whose}.{what}"));
    let named = value("gemeente").and_then(|gemeente| catalogue.organisatie_with_code(&gemeente.code));
    let by_postcode = || gemeente_of_typed(&value("adres")?.nl, catalogue);
    named.map(|gemeente| (gemeente, false)).or_else(|| by_postcode().map(|gemeente| (gemeente, true)))
}

/// Is this concept the address of whoever asks?
pub(crate) fn is_address(concept: &str) -> bool {
    concept.ends_with(".adres")
}

/// The organisation that was chosen, where no register says which serves a place.
fn chosen<'a>(service: &ServiceDefinition, facts: &Facts<'a>) -> Result<Where<'a>, Vec<FieldFault>> {
    let question = service.questions().find(|q| q.kind == QuestionKind::Organisatie).map_or("", |q| q.id.as_str());
    let organisatie = facts.catalogue.organisatie_with_code(facts.answers.get(question));
    let organisatie = organisatie.ok_or_else(|| vec![FieldFault::new(question, "fault-choose")])?;
    Ok(Where { text: organisatie.naam.clone(), organisatie, likely: false })
}

/// The first complete postcode in a line that a person typed.
pub(crate) fn postcode_in(text: &str) -> Option<Postcode> {
    let letters: Vec<char> = text.chars().collect();
    let tried = (0..letters.len()).flat_map(|at| [6, 7].map(|long| (at, at + long)));
    let mut found = tried.filter_map(|(from, to)| {
        let piece: String = letters.get(from..to)?.iter().collect();
        Postcode::parse(&piece).ok().filter(Postcode::is_complete)
    });
    found.next()
}

/// The municipality of an address that a person typed because its register is away.
pub(crate) fn gemeente_of_typed<'a>(text: &str, catalogue: &'a Catalogue) -> Option<&'a Organisatie> {
    catalogue.gemeente_of(&postcode_in(text)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postcode_is_found_wherever_it_stands() {
        let found = |text: &str| postcode_in(text).map(|postcode| postcode.to_string());
        assert_eq!(found("Stationsplein 1, 3811 CJ Amersfoort").as_deref(), Some("3811 CJ"));
        assert_eq!(found("3811cj 1").as_deref(), Some("3811 CJ"));
        assert_eq!(found("aan de haven"), None);
    }
}

//! Whom the applicant names in a list and who gives her own data herself: whom the service invites, the letter to her, and what she gives.
use crate::{Asking, Facts, Sending, at_least, cell, datum_in_words, filled_rows, is_asked};
use access::{Browser, DataKey, Error, FollowCode, Op, Party, Refusal, Result};
use cases::{Gegeven, NewUitnodiging, Rol, Uitnodiging, Waarde, Zaak};
use catalogue::{Catalogue, ServiceDefinition, Uitnodigen};
use letters::Letter;
use registers::{Doelen, Geheimhouding, Persoon, Vraagfout};
use values::{Email, Id, Language, Oin};

/// The concepts under which a service knows the name of who applies, when it had to be typed.
const APPLICANT: [&str; 3] = ["bedrijf.naam", "aanvrager.naam", "persoon.naam"];

/// Somebody who stands in a row of a list whose people are invited.
pub(crate) struct Genodigde<'a> {
    uitnodigen: &'a Uitnodigen,
    vraag: &'a str,
    naam: String,
    /// Where her letter goes.
    mail: Email,
}

/// Who is invited on these answers.
pub(crate) fn genodigden<'a>(service: &'a ServiceDefinition, facts: &Facts<'_>) -> Vec<Genodigde<'a>> {
    let asked = service.questions().filter(|question| is_asked(question, facts));
    let lists = asked.filter_map(|question| Some((question, question.uitnodigen.as_ref()?)));
    let of_list = |(question, uitnodigen): (&'a catalogue::Question, &'a Uitnodigen)| {
        let rows = filled_rows(question, facts.answers).into_iter();
        rows.filter_map(move |row| {
            let typed = |column: &str| facts.answers.get(&cell(question, row, column)).trim().to_owned();
            // The address is right: the answers were checked.
            let mail = Email::parse(&typed(&uitnodigen.mail)).ok()?;
            Some(Genodigde { uitnodigen, vraag: &question.id, naam: typed(&uitnodigen.naam), mail })
        })
    };
    lists.flat_map(of_list).collect()
}

/// By which name who is invited knows who applies: as the register has it, else as it was typed, else its number.
pub(crate) fn applicant(service: &ServiceDefinition, facts: &Facts<'_>, (rollen, party): (&[Rol], Option<&Party>)) -> String {
    let initiator = rollen.iter().find(|rol| rol.omschrijving_generiek == "initiator");
    let naam = initiator.and_then(|rol| rol.naam.as_deref());
    let questions = service.questions().filter(|question| APPLICANT.contains(&question.concept.as_str()));
    let typed = questions.map(|question| facts.answers.get(&question.id).trim()).find(|text| !text.is_empty());
    let number = party.filter(|party| matches!(party, Party::Company(_))).map(|party| format!("KVK {}", party.number()));
    naam.or(typed).map(str::to_owned).or(number).unwrap_or_default()
}

/// Invites each of them, in the transaction in which it is sent, with a letter with her words.
pub(crate) async fn invite(
    op: &mut Op<'_>,
    (key, zaak): (&DataKey, &Zaak),
    (genodigden, namens): (&[Genodigde<'_>], &str),
    with: &Sending<'_>,
) -> Result<()> {
    for one in genodigden {
        let new = NewUitnodiging {
            vraag: one.vraag.to_owned(),
            doel: one.uitnodigen.doel.clone(),
            naam: one.naam.clone(),
            namens: namens.to_owned(),
        };
        let (id, code) = cases::uitnodigen(op, zaak, &new).await?;
        let reached = reached(with.catalogue, &with.service.name, &zaak.organisatie);
        let named = (namens, with.catalogue.hosted_name(&zaak.organisatie, with.language), reached);
        let letter = letter((&one.mail, one.uitnodigen), &named, &code, with);
        letters::enqueue(op, key, ("uitnodiging", id.uuid()), &letter).await?;
    }
    Ok(())
}

/// How one reaches an organisation about a service, on one line.
pub fn reached(catalogue: &Catalogue, service: &str, organisation: &Oin) -> String {
    let (hosted, contact) = (catalogue.hosted_with_oin(organisation), catalogue.contact(service, organisation));
    let (Some(hosted), Some(contact)) = (hosted, contact) else { return String::new() };
    let organisatie = catalogue.organisatie_with_code(&hosted.code);
    let known = [&contact.telefoon, &contact.email, &contact.adres].into_iter().flatten().cloned().collect::<Vec<_>>();
    if known.is_empty() { organisatie.and_then(|of| of.website.clone()).unwrap_or_default() } else { known.join(", ") }
}

fn letter(
    (to, uitnodigen): (&Email, &Uitnodigen),
    (namens, organisatie, contact): &(&str, String, String),
    code: &FollowCode,
    with: &Sending<'_>,
) -> Letter {
    let link = |language: Language| format!("{}{}/uitnodiging/{}", with.portal, language.prefix(), code.link());
    // What she reads best the applicant need not know.
    let other = if with.language == Language::Nl { Language::En } else { Language::Nl };
    Letter::new("letter-uitnodiging", with.language, to)
        .with("company", namens)
        .with("organisation", organisatie)
        .with("role", uitnodigen.rol.get(with.language))
        .with("why", uitnodigen.waarom.get(with.language))
        .with("ground", uitnodigen.grond.get(with.language))
        .with("contact", contact)
        .with("link", &link(with.language))
        .with("other", &link(other))
}

/// What the register says of the person who acts, for the purpose of an invitation: what she would give. `None` while it is away. Errors: it does not
/// hold her, or she died.
pub async fn gegeven_van(with: Asking<'_>) -> std::result::Result<Option<Gegeven>, Refusal> {
    let Some(bsn) = with.context.actor.oneself().cloned() else { return Err(Refusal("refused-uitnodiging-person")) };
    match with.registers.persoon(with.access, with.context, with.doel, &bsn).await {
        Ok(persoon) if persoon.is_overleden() => Err(Refusal("refused-deceased")),
        Ok(persoon) => Ok(Some(of_persoon(&persoon))),
        Err(Vraagfout::NietGevonden(_)) => Err(Refusal("refused-not-in-brp")),
        Err(fault) => {
            tracing::warn!(%fault, "a register did not answer about who was invited");
            Ok(None)
        }
    }
}

fn of_persoon(persoon: &Persoon) -> Gegeven {
    let waarde = |veld: &str, path: &str, text: Option<[String; 2]>| {
        let [nl, en] = text?;
        Some(Waarde { veld: veld.to_owned(), nl, en, in_onderzoek: persoon.in_onderzoek(path) })
    };
    let same = |text: String| [text.clone(), text];
    let geboren = persoon.geboorte.as_ref().and_then(|geboorte| geboorte.datum);
    let in_words = geboren.map(|datum| [Language::Nl, Language::En].map(|language| datum_in_words(datum, language)));
    let waarden = [
        waarde("naam", "naam", persoon.naam.volledig().map(same)),
        waarde("geboren", "geboorte.datum", in_words),
        waarde("adres", "verblijfplaats", persoon.adrestekst().ok().map(same)),
    ];
    let namen = [persoon.naam.voornamen.as_deref(), persoon.naam.geslachtsnaam.as_deref()];
    Gegeven {
        nummer: persoon.bsn.expose().to_owned(),
        bron: "brp".into(),
        gevraagd_op: persoon.gevraagd_op,
        waarden: waarden.into_iter().flatten().collect(),
        geboren: geboren.and_then(|datum| datum.volledig()),
        namen: namen.into_iter().flatten().collect::<Vec<_>>().join(" "),
        geheimhouding: persoon.geheimhouding == Geheimhouding::Ja,
    }
}

/// The person gives it, once: `cases::geven`, as surely as the service asks. Errors: as that, and `NotAllowed` below the level of the service.
pub async fn geven(
    op: &mut Op<'_>,
    (id, browser): (Id<Uitnodiging>, &Browser),
    service: &ServiceDefinition,
    gegeven: &Gegeven,
) -> Result<()> {
    if op.context().actor.assurance < at_least(service) {
        return Err(Error::NotAllowed);
    }
    cases::geven(op, id, browser, gegeven).await
}

/// A service that invites under a purpose that no policy knows, in a sentence. The program does not start with it.
pub fn unknown_doel(catalogue: &Catalogue, doelen: &Doelen) -> Option<String> {
    let invites = catalogue.services().iter().flat_map(|service| {
        let questions = service.questions().filter_map(|question| Some((question, question.uitnodigen.as_ref()?)));
        questions.map(move |(question, uitnodigen)| (service, question, uitnodigen))
    });
    let mut unknown = invites.filter(|(_, _, uitnodigen)| doelen.get(&uitnodigen.doel).is_none());
    unknown.next().map(|(service, question, uitnodigen)| {
        format!(
            "services/{}.toml: question \"{}\" invites for the purpose \"{}\", which does not stand in policies/doelen.toml",
            service.name, question.id, uitnodigen.doel
        )
    })
}

//! The number and the letters of a question.
use super::{NewVraag, Soort, Steller, Vraag};
use access::{FollowCode, KeyRing};
use catalogue::Hosted;
use jiff::civil::Date;
use letters::Letter;
use values::{Email, Language};

/// `V-2026-4821-9036`: digits only, so that it can be told over the phone; says nothing about how many there are.
pub(super) fn number(keys: &KeyRing, today: Date) -> String {
    let random = u64::from_be_bytes(keys.random()) % 100_000_000;
    format!("V-{}-{:04}-{:04}", today.year(), random / 10_000, random % 10_000)
}

fn link(portal: &str, language: Language, code: &FollowCode) -> String {
    format!("{portal}{}/volgen/{}", language.prefix(), code.link())
}

/// Where who asked sees it: signed in what is hers, else by the code.
fn seen_at(vraag: &Vraag, portal: &str, code: &FollowCode) -> String {
    match vraag.party {
        Some(_) => format!("{portal}{}/mijn/vragen/{}", vraag.taal.prefix(), vraag.id),
        None => link(portal, vraag.taal, code),
    }
}

pub(super) fn confirmation(vraag: &Vraag, new: &NewVraag, hosted: &Hosted, code: &FollowCode) -> Option<Letter> {
    let kind = format!("letter-{}-received", vraag.soort.word());
    let legal = vraag.uiterlijk_op.map(|date| texts::date(date, vraag.taal));
    let how = if vraag.is_followed_by_code() { "letter-how-link" } else { "letter-how-signed-in" };
    let letter = Letter::new(&kind, vraag.taal, new.email.as_ref()?)
        .with("legal", legal.as_deref().unwrap_or_default())
        .with("number", &vraag.nummer)
        .with("team", hosted.vraag_team.get(vraag.taal))
        .with("date", &texts::date(vraag.antwoord_voor, vraag.taal))
        .with("link", &seen_at(vraag, &new.portal, code))
        .with("how", &texts::text_with(vraag.taal, how, &[("what", &what(vraag))]));
    let Some(over) = vraag.soort.over() else { return Some(letter) };
    let when = match &legal {
        Some(legal) => texts::text_with(vraag.taal, "letter-geschil-when", &[("legal", legal)]),
        None => texts::text(vraag.taal, "bezwaar-no-day"),
    };
    Some(letter.with("about", &over.nummer).with("when", &when))
}

pub(super) fn answered(vraag: &Vraag, steller: &Steller, portal: &str) -> Option<Letter> {
    let kind = if vraag.soort == Soort::Vraag { "letter-vraag-answered" } else { "letter-vraag-message" };
    about(kind, vraag, steller, portal)
}

/// That it was sent on to the organisation of this name.
pub(super) fn sent_on(vraag: &Vraag, steller: &Steller, (name, portal): (&str, &str)) -> Option<Letter> {
    Some(about("letter-vraag-sent-on", vraag, steller, portal)?.with("name", name))
}

/// What it is called: a question, a request, a complaint or an objection.
fn what(vraag: &Vraag) -> String {
    texts::text(vraag.taal, &format!("letter-what-{}", vraag.soort.word()))
}

/// A letter of this kind to who asked; none when she left no address.
fn about(kind: &str, vraag: &Vraag, steller: &Steller, portal: &str) -> Option<Letter> {
    let to = Email::parse(steller.email.as_deref()?).ok()?;
    let code = FollowCode::from_bytes(&steller.code)?;
    let letter = Letter::new(kind, vraag.taal, &to).with("what", &what(vraag)).with("number", &vraag.nummer);
    Some(letter.with("link", &seen_at(vraag, portal, &code)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vraag::{Onderwerp, Over, Stand};
    use jiff::{Timestamp, civil::date};
    use uuid::Uuid;
    use values::{Id, Oin};

    fn asked(soort: Soort, taal: Language, party: Option<Vec<u8>>) -> Vraag {
        Vraag {
            id: Id::new(),
            organisatie: Oin::parse("00000001002306608000").unwrap(),
            nummer: "V-2026-0000-0001".into(),
            eerst_ontvangen_op: Timestamp::UNIX_EPOCH,
            antwoord_voor: date(2026, 12, 1),
            uiterlijk_op: None,
            soort,
            stand: Stand::Open,
            product: None,
            taal,
            party,
            vestiging: None,
            data_key: Uuid::nil(),
        }
    }

    fn in_words(letter: &Letter, taal: Language, part: &str) -> String {
        let values: Vec<_> = letter.values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        texts::text_with(taal, &format!("{}-{part}", letter.kind), &values)
    }

    fn about_what(soort: Soort, taal: Language) -> [String; 2] {
        let vraag = asked(soort, taal, None);
        let email = Some("jansen@example.org".into());
        let code = *FollowCode::new(&KeyRing::ephemeral()).expose();
        let steller = Steller { email, code, partij: None, vestigingsnummer: None, naam: None };
        let letters = [answered(&vraag, &steller, ""), sent_on(&vraag, &steller, ("de gemeente Utrecht", ""))];
        letters.map(Option::unwrap).map(|letter| in_words(&letter, taal, "subject"))
    }

    #[test]
    fn a_letter_leads_to_where_one_signs_in_when_it_is_somebodys_and_else_says_what_its_link_does() {
        let keys = KeyRing::ephemeral();
        let over = || Over { zaak: Uuid::nil(), dienst: "parkeervergunning".into(), nummer: "2026-7K3M-9QX2".into() };
        let name = Onderwerp { register: "brp".into(), veld: "naam".into() };
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let catalogue = catalogue::Catalogue::load(&root.join("reference"), &root.join("services")).unwrap();
        let hosted = catalogue.hosted_with_code("gm0307").unwrap();
        for (soort, party) in [
            (Soort::Vraag, None),
            (Soort::Klacht(over()), None),
            (Soort::Vraag, Some(vec![1])),
            (Soort::Correctie(name), Some(vec![1])),
            (Soort::Bezwaar(over(), date(2027, 1, 4)), Some(vec![1])),
        ] {
            let (code, email) = (FollowCode::new(&keys), Email::parse("jansen@example.org").ok());
            let (tekst, browser) = (values::Prose::parse("Wat nu?", 100).unwrap(), access::Browser::new(&keys));
            let (id, soort) = (Id::new(), soort.clone());
            let new =
                NewVraag { id, soort, tekst, naam: None, email, product: None, taal: Language::Nl, browser, portal: "".into() };
            let vraag = asked(new.soort.clone(), Language::Nl, party);
            let letter = in_words(&confirmation(&vraag, &new, hosted, &code).unwrap(), Language::Nl, "body");
            let (at, words) = (format!("/mijn/vragen/{}", vraag.id), format!("/volgen/{}", code.link()));
            let (is, isnt) = if vraag.party.is_some() { (&at, &words) } else { (&words, &at) };
            assert!(letter.contains(is.as_str()) && !letter.contains(isnt.as_str()), "{letter}");
            assert_eq!(letter.contains("Wie deze link heeft"), vraag.party.is_none(), "{letter}");
            assert_eq!(letter.contains("U logt daar in"), vraag.party.is_some(), "{letter}");
        }
    }

    #[test]
    fn a_letter_calls_what_she_sent_what_it_is() {
        let over = || Over { zaak: Uuid::nil(), dienst: "parkeervergunning".into(), nummer: "2026-7K3M-9QX2".into() };
        let name = Onderwerp { register: "brp".into(), veld: "naam".into() };
        for (soort, nl, en) in [
            (Soort::Vraag, "vraag", "question"),
            (Soort::Correctie(name), "verzoek", "request"),
            (Soort::Klacht(over()), "klacht", "complaint"),
            (Soort::Bezwaar(over(), date(2027, 1, 4)), "bezwaar", "objection"),
        ] {
            for (taal, whose) in [(Language::Nl, format!("uw {nl}")), (Language::En, format!("your {en}"))] {
                for subject in about_what(soort.clone(), taal) {
                    assert!(subject.contains(&whose), "{subject}");
                }
            }
        }
    }
}

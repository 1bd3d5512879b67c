//! The number and the letters of a question.
use super::{NewVraag, Steller, Vraag};
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
    let link = if vraag.is_followed_by_code() { link(&new.portal, vraag.taal, code) } else { seen_at(vraag, &new.portal, code) };
    let letter = Letter::new(&kind, vraag.taal, new.email.as_ref()?)
        .with("legal", legal.as_deref().unwrap_or_default())
        .with("number", &vraag.nummer)
        .with("team", hosted.vraag_team.get(vraag.taal))
        .with("date", &texts::date(vraag.antwoord_voor, vraag.taal))
        .with("link", &link);
    let Some(over) = vraag.soort.over() else { return Some(letter) };
    let when = match &legal {
        Some(legal) => texts::text_with(vraag.taal, "letter-geschil-when", &[("legal", legal)]),
        None => texts::text(vraag.taal, "bezwaar-no-day"),
    };
    Some(letter.with("about", &over.nummer).with("when", &when))
}

pub(super) fn answered(vraag: &Vraag, steller: &Steller, portal: &str) -> Option<Letter> {
    let kind = if vraag.soort.over().is_some() { "letter-geschil-answered" } else { "letter-vraag-answered" };
    about(kind, vraag, steller, portal)
}

/// That it was sent on to the organisation of this name.
pub(super) fn sent_on(vraag: &Vraag, steller: &Steller, (name, portal): (&str, &str)) -> Option<Letter> {
    Some(about("letter-vraag-sent-on", vraag, steller, portal)?.with("name", name))
}

/// A letter of this kind to who asked; none when she left no address.
fn about(kind: &str, vraag: &Vraag, steller: &Steller, portal: &str) -> Option<Letter> {
    let to = Email::parse(steller.email.as_deref()?).ok()?;
    let code = FollowCode::from_bytes(&steller.code)?;
    Some(Letter::new(kind, vraag.taal, &to).with("number", &vraag.nummer).with("link", &seen_at(vraag, portal, &code)))
}

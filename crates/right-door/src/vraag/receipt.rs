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

pub(super) fn confirmation(vraag: &Vraag, new: &NewVraag, hosted: &Hosted, code: &FollowCode) -> Option<Letter> {
    let kind = if vraag.uiterlijk_op.is_some() { "letter-correctie-received" } else { "letter-vraag-received" };
    let legal = vraag.uiterlijk_op.map(|date| texts::date(date, vraag.taal)).unwrap_or_default();
    Some(
        Letter::new(kind, vraag.taal, new.email.as_ref()?)
            .with("legal", &legal)
            .with("number", &vraag.nummer)
            .with("team", hosted.vraag_team.get(vraag.taal))
            .with("date", &texts::date(vraag.antwoord_voor, vraag.taal))
            .with("link", &link(&new.portal, vraag.taal, code)),
    )
}

pub(super) fn answered(vraag: &Vraag, steller: &Steller, portal: &str) -> Option<Letter> {
    about("letter-vraag-answered", vraag, steller, portal)
}

/// That it was sent on to the organisation of this name.
pub(super) fn sent_on(vraag: &Vraag, steller: &Steller, (name, portal): (&str, &str)) -> Option<Letter> {
    Some(about("letter-vraag-sent-on", vraag, steller, portal)?.with("name", name))
}

/// A letter of this kind to who asked; none when she left no address.
fn about(kind: &str, vraag: &Vraag, steller: &Steller, portal: &str) -> Option<Letter> {
    let to = Email::parse(steller.email.as_deref()?).ok()?;
    let code = FollowCode::from_bytes(&steller.code)?;
    let link = match vraag.party {
        Some(_) => format!("{portal}{}/mijn/vragen/{}", vraag.taal.prefix(), vraag.id),
        None => link(portal, vraag.taal, &code),
    };
    Some(Letter::new(kind, vraag.taal, &to).with("number", &vraag.nummer).with("link", &link))
}

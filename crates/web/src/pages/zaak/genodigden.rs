//! Whom an applicant named and who give their own data: as the applicant sees it, never what; and as who handles it sees it.
use crate::{
    ask::Ask,
    fault::Fault,
    frame::{Frame, page},
    pages::{mine::my_data::label, zaak::Opened},
};
use access::FollowCode;
use askama::Template;
use axum::{http::StatusCode, response::Response};
use cases::{Dossier, Gegeven, Uitnodiging, ZaakView};
use jiff::civil::Date;
use uuid::Uuid;
use values::{Id, Language};

/// Somebody who was named.
pub(crate) struct Genodigde {
    /// As the applicant called her.
    pub name: String,
    pub asked: String,
    /// When she gave, or that she did not yet.
    pub given: String,
    /// Where the applicant makes new words for her.
    pub new_words: Option<String>,
    /// What she gave, for who handles it: what it is called, what it is, and whether its holder doubts it.
    pub rows: Vec<(String, String, bool)>,
    /// What must not be missed of it.
    pub signals: Vec<String>,
}

#[derive(Template)]
#[template(path = "genodigde_woorden.html")]
struct NewWordsPage {
    f: Frame,
    words: Vec<String>,
    /// Where she types them.
    place: String,
    name: String,
    back: String,
}

/// As the applicant sees them, on the page at `at`.
pub(crate) fn of_applicant(ask: &Ask, view: &ZaakView, at: &str) -> Vec<Genodigde> {
    let each = view.uitnodigingen.iter().map(|one| {
        let new_words = (one.gegeven_op.is_none() && one.open).then(|| format!("{at}/uitnodiging/{}", one.id));
        Genodigde { new_words, ..named(ask, one) }
    });
    each.collect()
}

/// Who must still give, as the applicant named them; nobody when the zaak has ended.
pub(crate) fn waited_for(view: &ZaakView) -> Vec<&str> {
    let waits = view.uitnodigingen.iter().filter(|one| one.gegeven_op.is_none() && one.open);
    waits.map(|one| one.naam.as_str()).collect()
}

/// As staff see them.
pub(crate) fn at_the_desk(ask: &Ask, dossier: &Dossier, today: Date) -> Vec<Genodigde> {
    let each = dossier.view.uitnodigingen.iter().map(|one| {
        let given = dossier.gegeven.iter().find(|(id, _)| *id == one.id).map(|(_, gegeven)| gegeven);
        let rows = given.map(|gegeven| at_work(ask, gegeven, today)).unwrap_or_default();
        let signals = given.map(|gegeven| signals(ask, &one.naam, gegeven)).unwrap_or_default();
        Genodigde { rows, signals, ..named(ask, one) }
    });
    each.collect()
}

fn named(ask: &Ask, one: &Uitnodiging) -> Genodigde {
    let told = |key: &str, at| texts::text_with(ask.language, key, &[("moment", &texts::moment(at, ask.language))]);
    Genodigde {
        name: one.naam.clone(),
        asked: told("genodigde-asked", one.gevraagd_op),
        given: one.gegeven_op.map_or_else(|| ask.text("genodigde-not-given"), |at| told("genodigde-given", at)),
        new_words: None,
        rows: vec![],
        signals: vec![],
    }
}

/// What was given, in the language of the reader.
pub(crate) fn values_of(language: Language, gegeven: &Gegeven) -> Vec<(String, String, bool)> {
    let each = gegeven.waarden.iter();
    each.map(|one| (label(language, &one.veld), language.pick(&one.nl, &one.en).clone(), one.in_onderzoek)).collect()
}

/// The same with her age of today, and when the register said so.
fn at_work(ask: &Ask, gegeven: &Gegeven, today: Date) -> Vec<(String, String, bool)> {
    let mut rows = values_of(ask.language, gegeven);
    let age = gegeven.geboren.map_or_else(|| ask.text("unknown"), |born| age(born, today).to_string());
    rows.push((ask.text("genodigde-age"), age, false));
    rows.push((ask.text("genodigde-source"), texts::moment(gegeven.gevraagd_op, ask.language), false));
    rows
}

fn age(born: Date, today: Date) -> i16 {
    let had_birthday = (today.month(), today.day()) >= (born.month(), born.day());
    today.year() - born.year() - i16::from(!had_birthday)
}

fn signals(ask: &Ask, naam: &str, gegeven: &Gegeven) -> Vec<String> {
    let differs = gegeven.heet_anders_dan(naam).then(|| ask.text("genodigde-other-name"));
    let secret = gegeven.geheimhouding.then(|| ask.text("signal-geheimhouding"));
    [differs, secret].into_iter().flatten().collect()
}

/// Makes new words for somebody who was named, and shows them this once.
pub(crate) async fn new_words(ask: &Ask, opened: &Opened, uitnodiging: Uuid) -> Result<Response, Fault> {
    let (zaak, id) = (opened.id, Id::<Uitnodiging>::from(uitnodiging));
    let work = ask.write(opened.context.clone(), move |op| Box::pin(cases::nieuwe_woorden(op, zaak, id)));
    let (one, code) = work.await?;
    let mut f = ask.frame(texts::text_with(ask.language, "genodigde-words-title", &[("name", &one.naam)]));
    f.path.clone_from(&opened.path);
    let shown = NewWordsPage {
        f,
        words: FollowCode::words(&code),
        place: format!("{}{}", ask.app.site.portal, ask.url("/uitnodiging")),
        name: one.naam,
        back: ask.url(&format!("{}#genodigden", opened.path)),
    };
    Ok(page(StatusCode::OK, &shown))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_changes_on_the_birthday() {
        let born = Date::constant(2008, 11, 30);
        assert_eq!([29, 30].map(|day| age(born, Date::constant(2026, 11, day))), [17, 18]);
    }
}

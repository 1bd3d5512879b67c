//! Written authority: what she gave and was given, giving it, ending it, and accepting it with the words of another.
use crate::{
    ask::{Ask, At},
    behalf::purpose,
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::site::sign_in,
};
use access::{Assurance, Context, Error, FieldFault, FollowCode, Refusal};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use jiff::{Span, ToSpan, civil::Date};
use my_government::{Machtiging, NewMachtiging, Stand};
use registers::Persoon;
use std::sync::Arc;
use uuid::Uuid;
use values::{Id, Line, mask_elfproef};

/// The purpose under which the BRP is asked for a name, and whether a giver lives.
pub(super) const DOEL: &str = "machtiging";
/// Most characters of for whom it is.
const MOST_NAME: usize = 80;

/// In an address: the one that was just accepted.
pub(super) const ACCEPTED: &str = "aangenomen";

/// Where one is given, by who showed not long ago who she is.
const GIVE: &str = "/mijn/machtigingen/geven";

/// One machtiging in the list.
struct Row {
    /// Where it can be seen as a whole: that of the giver.
    url: String,
    end: String,
    title: String,
    services: String,
    stand: String,
    /// It can be ended.
    stands: bool,
}

#[derive(Template)]
#[template(path = "machtigingen.html")]
struct ListPage {
    f: Frame,
    given: Vec<Row>,
    held: Vec<Row>,
    /// Words that were typed and open nothing.
    value: String,
}

#[derive(Template)]
#[template(path = "machtiging_geven.html")]
struct GivePage {
    f: Frame,
    name: String,
    /// Value, title and whether it is chosen.
    services: Vec<(String, String, bool)>,
    durations: Vec<(&'static str, String, bool)>,
}

#[derive(Template)]
#[template(path = "machtiging.html")]
struct OnePage {
    f: Frame,
    row: Row,
    words: Vec<String>,
    until: String,
    /// Where she shows more surely who she is, and then sees the words.
    surer: Option<String>,
}

#[derive(Template)]
#[template(path = "machtiging_aannemen.html")]
struct OfferPage {
    f: Frame,
    lead: String,
    services: Vec<String>,
    until: String,
    code: String,
}

/// In whose name. Errors: `NotAllowed` for a company, which has mandates of its own, and for who acts for another.
fn person(ask: &Ask) -> Result<Context, Fault> {
    let context = ask.resident_here(purpose())?;
    if context.actor.oneself().is_some() { Ok(context) } else { Err(ask.fault(Error::NotAllowed)) }
}

/// How long it may go on, as a value in the form.
fn durations() -> [(&'static str, Span); 4] {
    [("maand", 1.month()), ("halfjaar", 6.months()), ("jaar", 1.year()), ("tweejaar", my_government::MOST_YEARS.years())]
}

/// Titles of services, within a sentence.
pub(crate) fn services_in_words(ask: &Ask, diensten: &[String]) -> String {
    titles(ask, diensten).join(", ")
}

fn titles(ask: &Ask, diensten: &[String]) -> Vec<String> {
    let title =
        |name: &String| ask.app.catalogue.service(name).map_or_else(|| name.clone(), |s| s.text(ask.language).title.clone());
    diensten.iter().map(title).collect()
}

fn date(ask: &Ask, date: Date) -> String {
    texts::date(date, ask.language)
}

fn row(ask: &Ask, one: &Machtiging, title: String) -> Row {
    let told = |key: &str, when: &str| texts::text_with(ask.language, key, &[("date", when)]);
    let until = |at| texts::moment(at, ask.language);
    Row {
        url: ask.url(&format!("/mijn/machtigingen/{}", one.id)),
        end: ask.url(&format!("/mijn/machtigingen/{}/stoppen", one.id)),
        title,
        services: services_in_words(ask, &one.diensten),
        stand: match one.stand {
            Stand::Aangeboden(at) => told("machtiging-offered", &until(at)),
            Stand::Vervallen => ask.text("machtiging-lapsed"),
            Stand::Geldig => told("machtiging-stands", &date(ask, one.geldig_tot)),
            Stand::Verlopen => told("machtiging-over", &date(ask, one.geldig_tot)),
            Stand::Geeindigd(at) => told("machtiging-ended", &until(at)),
        },
        stands: matches!(one.stand, Stand::Aangeboden(_) | Stand::Geldig),
    }
}

/// Who it is for: who accepted it, or whom the giver had in mind.
fn to(ask: &Ask, one: &Machtiging) -> String {
    match &one.gemachtigde {
        Some(name) => texts::text_with(ask.language, "machtiging-to", &[("name", name), ("meant", &one.bedoeld_voor)]),
        None => one.bedoeld_voor.clone(),
    }
}

/// What she gave and was given.
pub(crate) async fn show(ask: Ask) -> Result<Response, Fault> {
    list(&ask, None).await
}

async fn list(ask: &Ask, wrong: crate::frame::Wrong) -> Result<Response, Fault> {
    let (given, held) = ask.write(person(ask)?, |op| Box::pin(my_government::own(op))).await?;
    let mut f = ask.frame(ask.text("machtigingen-title"));
    f.path = "/mijn/machtigingen".into();
    let value = f.take(wrong);
    let given = given.iter().map(|one| row(ask, one, to(ask, one))).collect();
    let held = held.iter().map(|one| row(ask, one, one.gever.clone())).collect();
    let shown = ListPage { f, given, held, value };
    Ok(page(shown.f.status(), &shown))
}

fn form(ask: &Ask, fields: &Fields, faults: Vec<FieldFault>) -> Result<Response, Fault> {
    person(ask)?;
    let today = ask.app.access.clock().today();
    let (chosen, duration) = (fields.all("diensten").collect::<Vec<_>>(), fields.get("tot"));
    let can = ask.app.catalogue.services().iter().filter(|service| service.namens.machtiging(today).is_some());
    let services = can.map(|s| (s.name.clone(), s.text(ask.language).title.clone(), chosen.contains(&s.name.as_str()))).collect();
    let until = |span: Span| today.checked_add(span).map(|day| date(ask, day)).unwrap_or_default();
    let label = |word, span| texts::text_with(ask.language, &format!("machtiging-for-{word}"), &[("date", &until(span))]);
    let durations = durations().map(|(word, span)| (word, label(word, span), duration == word)).to_vec();
    let mut f = ask.frame(ask.text("machtiging-give-title"));
    f.faults = faults;
    let shown = GivePage { f, name: mask_elfproef(fields.get("voor")), services, durations };
    Ok(page(shown.f.status(), &shown))
}

/// The form to give one.
pub(crate) async fn begin(ask: Ask) -> Result<Response, Fault> {
    person(&ask)?;
    ask.lately(GIVE)?;
    form(&ask, &Fields(vec![]), vec![])
}

/// What was filled in. Errors: what is wrong.
fn read(ask: &Ask, fields: &Fields) -> Result<NewMachtiging, Vec<FieldFault>> {
    let today = ask.app.access.clock().today();
    let can = |name: &str| ask.app.catalogue.service(name).is_some_and(|service| service.namens.machtiging(today).is_some());
    let mut diensten: Vec<String> = fields.all("diensten").filter(|name| can(name)).map(str::to_owned).collect();
    diensten.sort();
    diensten.dedup();
    let name = Line::parse(fields.get("voor"), MOST_NAME).map_err(|_| FieldFault::new("voor", "fault-machtiging-name"));
    let span = durations().into_iter().find(|(word, _)| *word == fields.get("tot")).map(|(_, span)| span);
    let until =
        span.and_then(|span| today.checked_add(span).ok()).ok_or_else(|| FieldFault::new("tot", "fault-machtiging-until"));
    let none = diensten.is_empty().then(|| FieldFault::new("diensten", "fault-machtiging-service"));
    match (name, until, none) {
        (Ok(bedoeld_voor), Ok(geldig_tot), None) => Ok(NewMachtiging { bedoeld_voor, diensten, geldig_tot }),
        (name, until, none) => Err([name.err(), none, until.err()].into_iter().flatten().collect()),
    }
}

/// How sure we must be of who passes on that another does these for her: no less than of who does them herself.
fn level_of(ask: &Ask, diensten: &[String]) -> Assurance {
    diensten.iter().map(|dienst| ask.level_of(dienst)).max().unwrap_or(Assurance::None)
}

/// Gives one, and goes to its words.
pub(crate) async fn give(ask: Ask, fields: Fields) -> Result<Response, Fault> {
    let context = person(&ask)?;
    ask.lately(GIVE)?;
    let new = match read(&ask, &fields) {
        Ok(new) => new,
        Err(faults) => return form(&ask, &fields, faults),
    };
    ask.at_least(level_of(&ask, &new.diensten), GIVE)?;
    let parts = Arc::new((new, herself(&ask).await?));
    let work = ask.write(context, move |op| {
        let parts = parts.clone();
        Box::pin(async move { my_government::give(op, &parts.0, &parts.1).await })
    });
    let given = work.await?;
    Ok(ask.go(&format!("/mijn/machtigingen/{}", given.id)))
}

/// Who acts, as the BRP has her. Errors: `Unavailable` while it is away: without her name nothing is put in writing.
async fn herself(ask: &Ask) -> Result<Persoon, Fault> {
    let doel = ask.doel(DOEL)?;
    let context = Context { purpose: doel.purpose().clone(), ..person(ask)? };
    let bsn = context.actor.oneself().cloned().ok_or_else(|| ask.fault(Error::NotAllowed))?;
    let told = ask.told(ask.app.registers.persoon(&ask.app.access, &context, doel, &bsn).await, "refused-not-in-brp")?;
    told.ok_or_else(|| ask.fault(Error::Refused(Refusal("refused-machtiging-away"))))
}

/// One; with its words as long as nobody used them, for who is known as surely as its services ask.
pub(crate) async fn one(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let context = person(&ask)?;
    let sure = context.actor.assurance;
    let found = ask.write(context, move |op| Box::pin(my_government::look(op, Id::from(id)))).await?;
    let until = match found.stand {
        Stand::Aangeboden(at) => texts::moment(at, ask.language),
        _ => String::new(),
    };
    let level = level_of(&ask, &found.diensten);
    let code = found.code.as_ref().filter(|_| sure >= level);
    let surer = found.code.as_ref().filter(|_| sure < level);
    let surer = surer.map(|_| ask.url(&sign_in::path(&format!("/mijn/machtigingen/{id}"), level)));
    let title = if code.is_some() { "machtiging-words-title" } else { "machtiging-title" };
    let words = code.map(FollowCode::words).unwrap_or_default();
    let row = row(&ask, &found, to(&ask, &found));
    Ok(page(StatusCode::OK, &OnePage { f: ask.frame(ask.text(title)), row, words, until, surer }))
}

/// Ends one, from either side.
pub(crate) async fn end(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let context = person(&ask)?;
    ask.write(context, move |op| Box::pin(my_government::end(op, Id::from(id)))).await?;
    Ok(ask.go("/mijn/machtigingen"))
}

/// What the words are that she typed: of whom, and for what.
pub(crate) async fn offer(ask: Ask, fields: Fields) -> Result<Response, Fault> {
    let context = person(&ask)?;
    let typed = fields.get("code");
    let wrong = |fault| Some((mask_elfproef(typed), FieldFault::new("code", fault)));
    let Ok(code) = FollowCode::parse(typed) else { return list(&ask, wrong("fault-machtiging-words")).await };
    let sought = code.clone();
    let work = ask.write(context, move |op| {
        let code = sought.clone();
        Box::pin(async move { my_government::offered(op, &code).await })
    });
    let found = match work.await {
        Err(fault) if fault.is_not_found() => return list(&ask, wrong("fault-machtiging-code")).await,
        found => found?,
    };
    let lead = texts::text_with(ask.language, "machtiging-offer-lead", &[("name", &found.gever)]);
    let (services, until) = (titles(&ask, &found.diensten), date(&ask, found.geldig_tot));
    let f = Frame { path: "/mijn/machtigingen".into(), ..ask.frame(ask.text("machtiging-offer-title")) };
    Ok(page(StatusCode::OK, &OfferPage { f, lead, services, until, code: code.link() }))
}

/// Accepts it, and goes to the choice for whom to act.
pub(crate) async fn accept(ask: Ask, fields: Fields) -> Result<Response, Fault> {
    let context = person(&ask)?;
    let code = FollowCode::parse(fields.get("code")).map_err(|_| ask.fault(Error::NotFound))?;
    let parts = Arc::new((code, herself(&ask).await?));
    let work = ask.write(context, move |op| {
        let parts = parts.clone();
        Box::pin(async move { my_government::accept(op, &parts.0, &parts.1).await })
    });
    let accepted = work.await?;
    Ok(ask.go(&format!("/mijn/namens?{ACCEPTED}={}", accepted.id)))
}

//! A request to correct what the BRP holds: made to the municipality that keeps the data, with the last day the law gives (Wet BRP 2.58).
use crate::{
    ask::Ask,
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::{
        mine::my_data::{CORRECTABLE, GEHEIM, Holder, geheim_title, holder, label, of_persoon, persoon, rni},
        vraag::{email, put},
        wayfinding::topics::capital,
        zaak::{paper::organisation_link, prose},
    },
};
use access::{Error, FieldFault, Party, Purpose, Refusal};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use catalogue::Organisatie;
use registers::Persoon;
use right_door::{NewVraag, Onderwerp, Soort};
use terms::CorrectieRegime;
use uuid::Uuid;
use values::{Id, Language, Prose, mask_elfproef};

/// Something that the register does not hold yet; beside what it holds.
const MISSING: &str = "ontbreekt";
/// Most characters of what it should be, and of why.
const MOST: usize = 1_000;
/// Most characters of the request as a whole, with what the register says now.
const MOST_IN_ALL: usize = 20_000;

#[derive(Template)]
#[template(path = "correction.html")]
struct CorrectionPage {
    f: Frame,
    id: Uuid,
    veld: String,
    label: String,
    /// What it says now.
    now: String,
    in_onderzoek: bool,
    /// Who decides.
    holder: String,
    /// By when, and by which article.
    last_day: String,
    /// She may have moved house: there is another form for that.
    moved: bool,
    /// What she asks, where that is one thing only.
    request: Option<String>,
    should: String,
    why: String,
    email: String,
}

#[derive(Template)]
#[template(path = "correction_elsewhere.html")]
struct ElsewherePage {
    f: Frame,
    text: String,
    website: Option<String>,
}

/// Whoever comes here without having chosen a value chooses one.
pub(crate) async fn choose(ask: Ask) -> Response {
    ask.go("/mijn/gegevens")
}

fn purpose(veld: &str) -> Purpose {
    match veld {
        GEHEIM => Purpose::new("geheimhouding regelen", "Wet BRP artikel 2.59"),
        _ => Purpose::new("gegevens verbeteren", "Wet BRP artikel 2.58"),
    }
}

/// May she ask this herself?
fn may_ask(persoon: &Persoon, regime: &CorrectieRegime, ask: &Ask) -> Result<(), Error> {
    let refused = |why| Err(Error::Refused(Refusal(why)));
    let age = persoon.leeftijd(ask.app.access.clock().today());
    match age {
        Some(age) if age < regime.vanaf_leeftijd => refused("refused-correction-too-young"),
        _ if persoon.onder_curatele => refused("refused-correction-curator"),
        _ => Ok(()),
    }
}

/// The form for the value that was chosen, or what was filled in.
pub(crate) async fn correct(ask: Ask, fields: Fields) -> Result<Response, Fault> {
    let veld = fields.get("veld").to_owned();
    let (Party::Person(bsn), true) = (ask.party()?, veld == MISSING || CORRECTABLE.contains(&veld.as_str())) else {
        return Ok(ask.go("/mijn/gegevens"));
    };
    let Some(regime) = CorrectieRegime::of("brp", &veld, ask.app.access.clock().today()) else {
        return Err(ask.fault(Error::Internal("no regime for corrections of the brp".into())));
    };
    let Some(persoon) = persoon(&ask, &bsn).await? else { return Ok(away(&ask, &veld, &fields)) };
    let (hosted, gemeente) = match holder(&ask, &persoon) {
        Holder::Here(hosted, gemeente) => (hosted, gemeente),
        Holder::Elsewhere(gemeente) => return Ok(elsewhere(&ask, Some(gemeente))),
        Holder::Rni => return Ok(led_to(&ask, ask.text("my-data-wrong-rni"), Some(rni(&ask).0))),
        Holder::Unknown => return Ok(elsewhere(&ask, None)),
    };
    may_ask(&persoon, regime, &ask).map_err(|e| ask.fault(e))?;
    let form = form(&ask, (&veld, &persoon, regime), gemeente, &fields)?;
    if fields.get("stap") == "begin" {
        return Ok(page(StatusCode::OK, &form));
    }
    match read(&ask, &form, (&persoon, &fields)) {
        Ok(new) => {
            let id = new.id;
            put(&ask, ask.asker(id.uuid(), hosted.oin.clone(), purpose(&veld)), new, hosted).await?;
            Ok(ask.go(&format!("/vraag/{id}")))
        }
        Err(faults) => {
            let f = Frame { faults, ..form.f.clone() };
            Ok(page(f.status(), &CorrectionPage { f, ..form }))
        }
    }
}

fn form(
    ask: &Ask,
    (veld, persoon, regime): (&str, &Persoon, &'static CorrectieRegime),
    gemeente: &Organisatie,
    fields: &Fields,
) -> Result<CorrectionPage, Fault> {
    let row = of_persoon(persoon, ask.language).into_iter().find(|row| row.is(veld));
    let today = ask.app.access.clock().today();
    let last_day = regime.last_day(today, &ask.app.calendar).map_err(|e| ask.fault(Error::Internal(e.to_string())))?;
    let date = texts::date(last_day.date, ask.language);
    let last_day = texts::text_with(
        ask.language,
        "correction-last-day",
        &[("date", &date), ("article", &texts::ground(ask.language, &regime.beslistermijn_bron))],
    );
    let typed = typed(ask, veld, fields);
    let title = if veld == GEHEIM { ask.text(geheim_title(persoon)) } else { typed.f.title.clone() };
    Ok(CorrectionPage {
        f: Frame { title, ..typed.f },
        request: geheim_request(veld, persoon, ask.language),
        now: row.as_ref().map(|row| row.text.clone()).unwrap_or_default(),
        in_onderzoek: row.is_some_and(|row| row.in_onderzoek),
        holder: gemeente.in_words(ask.language),
        last_day,
        moved: matches!(veld, "adres" | "sinds"),
        ..typed
    })
}

/// What she asks about whom her data go to: that they stay with government, or no more.
fn geheim_request(veld: &str, persoon: &Persoon, language: Language) -> Option<String> {
    let key = if geheim_title(persoon) == "geheim-title" { "geheim-request" } else { "geheim-request-stop" };
    (veld == GEHEIM).then(|| texts::text(language, key))
}

/// The form with what was typed and nothing of the register.
fn typed(ask: &Ask, veld: &str, fields: &Fields) -> CorrectionPage {
    let keep = |name: &str| mask_elfproef(fields.get(name));
    CorrectionPage {
        f: Frame { path: "/mijn/correctie".into(), ..ask.frame(ask.text("correction-title")) },
        id: Uuid::parse_str(fields.get("id")).unwrap_or_else(|_| Uuid::now_v7()),
        veld: veld.to_owned(),
        label: label(ask.language, veld),
        now: String::new(),
        in_onderzoek: false,
        holder: String::new(),
        last_day: String::new(),
        moved: false,
        request: None,
        should: keep("moet"),
        why: keep("waarom"),
        email: keep("email"),
    }
}

/// The register does not answer: what was typed stays.
fn away(ask: &Ask, veld: &str, fields: &Fields) -> Response {
    let mut form = typed(ask, veld, fields);
    form.f.faults = vec![FieldFault::new("moet", "fault-register-away")];
    page(StatusCode::SERVICE_UNAVAILABLE, &form)
}

fn elsewhere(ask: &Ask, gemeente: Option<&Organisatie>) -> Response {
    let name = gemeente.map(|g| g.in_words(ask.language));
    let text = match &name {
        Some(name) => texts::text_with(ask.language, "correction-elsewhere", &[("name", &capital(name))]),
        None => ask.text("correction-unknown"),
    };
    led_to(ask, text, gemeente.and_then(organisation_link))
}

/// That she asks it elsewhere, and where.
fn led_to(ask: &Ask, text: String, website: Option<String>) -> Response {
    let f = Frame { path: "/mijn/correctie".into(), ..ask.frame(ask.text("correction-title")) };
    page(StatusCode::OK, &ElsewherePage { f, text, website })
}

/// The request. Errors: what is wrong.
fn read(ask: &Ask, form: &CorrectionPage, (persoon, fields): (&Persoon, &Fields)) -> Result<NewVraag, Vec<FieldFault>> {
    let should = match geheim_request(&form.veld, persoon, Language::Nl) {
        Some(request) => Prose::parse(&request, MOST).map_err(|e| FieldFault::of_text("moet", e)),
        None => prose(fields, "moet", MOST),
    };
    let why = match fields.get("waarom").trim() {
        "" => Ok(None),
        _ => prose(fields, "waarom", MOST).map(Some),
    };
    let (should, why, email) = match (should, why, email(fields)) {
        (Ok(should), Ok(why), Ok(email)) => (should, why, email),
        (should, why, email) => return Err([should.err(), why.err(), email.err()].into_iter().flatten().collect()),
    };
    Ok(NewVraag {
        id: Id::from(form.id),
        soort: Soort::Correctie(Onderwerp { register: "brp".into(), veld: form.veld.clone() }),
        tekst: tekst(form, &should, why.as_ref()).ok_or_else(|| vec![FieldFault::new("moet", "fault-unprintable")])?,
        naam: persoon.naam.volledig(),
        email,
        product: None,
        taal: ask.language,
        browser: ask.browser_or_new(),
        portal: ask.app.site.portal.clone(),
    })
}

/// The request as the municipality reads it, in Dutch (Awb 2:6).
fn tekst(form: &CorrectionPage, should: &Prose, why: Option<&Prose>) -> Option<Prose> {
    let line = |key: &str, text: &str| format!("{}\n{text}", texts::text(Language::Nl, key));
    let now = if form.now.is_empty() { texts::text(Language::Nl, "correction-nothing") } else { form.now.clone() };
    let mut parts = vec![
        line("correction-what", &label(Language::Nl, &form.veld)),
        line("correction-now", &now),
        line("correction-should", should.as_str()),
    ];
    parts.extend(why.map(|why| line("correction-why", why.as_str())));
    Prose::parse(&parts.join("\n\n"), MOST_IN_ALL).ok()
}

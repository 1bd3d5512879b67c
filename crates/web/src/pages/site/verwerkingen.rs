//! What happens with one's data: the register of processing (AVG 30), and the notice of each service (AVG 13). Both are made of the configuration.
use crate::{
    ask::{Ask, At},
    fault::Fault,
    frame::{Frame, page},
    pages::{wayfinding::topics::capital, zaak::reasons::in_words},
};
use access::Error;
use accountability::{Bevraging, Bewaren, Deel, Gegeven, Verantwoordelijke, Verwerking};
use askama::Template;
use axum::{Json, http::StatusCode, response::Response};
use serde_json::json;

/// The code of who runs this portal, in an address.
const PORTAAL: &str = "portaal";

/// Who is responsible, as a page shows it.
struct Who {
    name: String,
    /// The page of the register of hers.
    register: String,
    website: Option<String>,
    /// Where one reaches the data-protection officer: an address to follow, and what stands there.
    fg: Option<(String, String)>,
    team: Option<String>,
    /// That it does not offer the service any more, and since when.
    stopped: Option<String>,
    oin: String,
    voorbeeld: bool,
}

/// One kind of data.
struct Datum {
    what: String,
    /// Must one, and where it comes from.
    how: String,
    basis: String,
}

/// What is asked of one register.
struct Asked {
    register: String,
    fields: Vec<String>,
    basis: String,
    /// The BRP says more by itself.
    brp: bool,
}

/// One processing, in words.
struct Shown {
    /// Where it stands on the page.
    name: String,
    url: String,
    title: String,
    purpose: String,
    basis: String,
    concerned: Vec<String>,
    data: Vec<Datum>,
    asked: Vec<Asked>,
    recipients: Vec<String>,
    kept: String,
    /// That it is not offered any more, and since when.
    stopped: Option<String>,
    /// The list that says so.
    source: String,
}

#[derive(Template)]
#[template(path = "verwerkingen.html")]
struct RegisterPage {
    f: Frame,
    whos: Vec<Who>,
    transfer: String,
    security: Vec<String>,
}

#[derive(Template)]
#[template(path = "verwerkingen_van.html")]
struct PartPage {
    f: Frame,
    who: Who,
    all: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "notice.html")]
struct NoticePage {
    f: Frame,
    shown: Shown,
    whos: Vec<Who>,
    must: String,
    transfer: String,
    security: Vec<String>,
}

fn register(ask: &Ask) -> Vec<Deel> {
    let app = &ask.app;
    let beheerder = accountability::Beheerder { naam: &app.site.operator_name, oin: &app.site.operator };
    accountability::register(&app.catalogue, &app.doelen, &app.regels, &beheerder, app.access.clock().today())
}

/// All who are responsible here, and what holds for all.
pub(crate) async fn show(ask: Ask) -> Response {
    let whos = register(&ask).iter().map(|deel| who(&ask, &deel.verantwoordelijke, None)).collect();
    let (transfer, security) = general(&ask);
    page(StatusCode::OK, &RegisterPage { f: ask.frame(ask.text("register-title")), whos, transfer, security })
}

/// The register of one who is responsible.
pub(crate) async fn part(ask: Ask, At(code): At<String>) -> Result<Response, Fault> {
    let register = register(&ask);
    let found = register.iter().find(|deel| deel.verantwoordelijke.code.as_deref().unwrap_or(PORTAAL) == code);
    let deel = found.ok_or_else(|| ask.fault(Error::NotFound))?;
    let who = who(&ask, &deel.verantwoordelijke, None);
    let f = ask.frame(texts::text_with(ask.language, "register-of", &[("name", deel.verantwoordelijke.naam.get(ask.language))]));
    Ok(page(StatusCode::OK, &PartPage { f, all: deel.verwerkingen.iter().map(|v| shown(&ask, v)).collect(), who }))
}

/// The same for machines.
pub(crate) async fn machine(ask: Ask) -> Json<serde_json::Value> {
    Json(json!({ "algemeen": ask.app.regels.algemeen, "register": register(&ask) }))
}

/// What one is told before one gives data.
pub(crate) async fn notice(ask: Ask, At(name): At<String>) -> Result<Response, Fault> {
    let register = register(&ask);
    let all = accountability::notice(&register, &name);
    let (_, verwerking) = all.first().ok_or_else(|| ask.fault(Error::NotFound))?;
    let shown = shown(&ask, verwerking);
    let must = verwerking.soort.map(|soort| format!("privacy-must-{soort}")).unwrap_or_default();
    let must = texts::find(ask.language, &must).unwrap_or_else(|| ask.text("privacy-must-other"));
    let (transfer, security) = general(&ask);
    let notice = NoticePage {
        f: ask.frame(texts::text_with(ask.language, "privacy-notice-title", &[("title", &shown.title)])),
        whos: all.iter().map(|(of, v)| who(&ask, of, Some(v))).collect(),
        shown,
        must,
        transfer,
        security,
    };
    Ok(page(StatusCode::OK, &notice))
}

fn general(ask: &Ask) -> (String, Vec<String>) {
    let algemeen = &ask.app.regels.algemeen;
    let security = algemeen.beveiliging.iter().map(|text| text.get(ask.language).to_owned()).collect();
    (algemeen.doorgifte.get(ask.language).to_owned(), security)
}

/// Who is responsible, with what there is to say of this processing of hers.
fn who(ask: &Ask, of: &Verantwoordelijke, verwerking: Option<&Verwerking>) -> Who {
    let fg = of.fg.as_ref().and_then(|fg| match (&fg.email, &fg.link) {
        (Some(email), _) => Some((format!("mailto:{email}"), email.clone())),
        (None, Some(link)) => Some((link.clone(), ask.text("register-fg-page"))),
        (None, None) => None,
    });
    Who {
        name: capital(of.naam.get(ask.language)),
        register: ask.url(&format!("/verwerkingen/{}", of.code.as_deref().unwrap_or(PORTAAL))),
        website: of.website.clone(),
        fg,
        team: verwerking.and_then(|v| v.team.as_ref()).map(|team| capital(team.get(ask.language))),
        stopped: verwerking.and_then(|v| stopped(ask, v)),
        oin: of.oin.clone(),
        voorbeeld: of.voorbeeld,
    }
}

fn shown(ask: &Ask, v: &Verwerking) -> Shown {
    let words = |kind: &str, word: &str| ask.text(&format!("{kind}-{word}"));
    let (kept, source) = kept(ask, &v.bewaren);
    Shown {
        name: v.naam.clone(),
        url: ask.url(&format!("/privacy/{}", v.naam)),
        title: v.titel.get(ask.language).to_owned(),
        purpose: capital(v.doel.get(ask.language)),
        basis: v.grondslag.clone(),
        concerned: v.betrokkenen.iter().map(|who| words("betrokkene", who.word())).collect(),
        data: v.gegevens.iter().map(|gegeven| datum(ask, gegeven)).collect(),
        asked: v.bevragingen.iter().map(|bevraging| asked(ask, bevraging)).collect(),
        recipients: v.ontvangers.iter().map(|who| words("ontvanger", who.word())).collect(),
        kept,
        stopped: stopped(ask, v),
        source,
    }
}

/// That a service is not offered any more and its data are still kept.
fn stopped(ask: &Ask, v: &Verwerking) -> Option<String> {
    let since = v.gestopt?.sinds.map(|day| texts::date(day, ask.language));
    Some(since.map_or_else(
        || ask.text("register-stopped"),
        |day| texts::text_with(ask.language, "register-stopped-since", &[("date", &day)]),
    ))
}

fn datum(ask: &Ask, gegeven: &Gegeven) -> Datum {
    let must = match (gegeven.uit_register, gegeven.verplicht) {
        (true, _) => "data-register",
        (false, true) => "data-needed",
        (false, false) => "data-free",
    };
    let closed = gegeven.besloten_voor.map(|who| ask.text(&format!("data-closed-{}", who.word())));
    let consent = gegeven.toestemming.then(|| ask.text("data-consent"));
    let how = [Some(ask.text(must)), closed, consent].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Datum { what: gegeven.wat.get(ask.language).to_owned(), how, basis: gegeven.grondslag.clone() }
}

fn asked(ask: &Ask, bevraging: &Bevraging) -> Asked {
    let name = bevraging.register.name();
    Asked {
        register: ask.text(&format!("register-{name}")),
        fields: bevraging.velden.iter().map(|field| ask.text(&field_key(name, field))).collect(),
        basis: bevraging.grondslag.clone(),
        brp: bevraging.register == registers::Register::Brp,
    }
}

/// The key of the words for a field of a register.
fn field_key(register: &str, field: &str) -> String {
    format!("veld-{register}-{}", field.replace('.', "-"))
}

/// How long in words, and the list or rule that says so.
fn kept(ask: &Ask, bewaren: &Bewaren) -> (String, String) {
    match bewaren {
        Bewaren::Anders(words) => (words.get(ask.language).to_owned(), String::new()),
        Bewaren::Termijn { term, na_verval, bron } => {
            let told = |key, term: &String| {
                let words = term.parse().map_or_else(|_| term.clone(), |term| in_words(ask, term));
                texts::text_with(ask.language, key, &[("term", &words)])
            };
            let after = na_verval.iter().map(|term| told("privacy-kept-after", term));
            let all: Vec<_> = [told("privacy-kept", term)].into_iter().chain(after).collect();
            (all.join(" "), bron.clone())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use registers::{Doelen, Register};
    use std::path::Path;
    use values::Language;

    #[test]
    fn every_field_that_a_purpose_may_ask_has_words() {
        let doelen = Doelen::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies/doelen.toml")).unwrap();
        for doel in doelen.iter() {
            for (register, field) in Register::ALL.into_iter().flat_map(|r| doel.fields(r).iter().map(move |f| (r, f))) {
                let key = field_key(register.name(), field);
                assert!(texts::find(Language::Nl, &key).is_some(), "{key}");
            }
        }
    }
}

//! KVK API Zoeken 2.1 and Basisprofiel 1.4, and the vestigingsprofiel as the test API answers it. Faults as its `fout` list.

use crate::{
    StartError, World, data,
    door::Door,
    problem,
    switches::{Register, Stand},
    words,
};
use axum::{
    Router,
    extract::{Path, Query, State},
    http::StatusCode,
    response::Response,
    routing::get,
};
use serde_json::{Value, json};
use std::{collections::BTreeMap, sync::Arc};

/// Where the links of the recorded answers lead; ours lead to ourselves.
const RECORDED: &str = "https://api.kvk.nl/test/api";
const MEDIA: &str = "application/json";

/// What is registered, as the answers have it.
pub(crate) struct Handelsregister {
    basisprofielen: Vec<Value>,
    vestigingsprofielen: Vec<Value>,
    zoekresultaten: Vec<Value>,
}

impl Handelsregister {
    /// Loads the answers, with links to this base.
    pub(crate) fn load(base: &str) -> Result<Self, StartError> {
        let read = |file, text: &str| data::json_lines(file, &text.replace(RECORDED, &format!("{base}/api")));
        Ok(Self {
            basisprofielen: read("kvk-basisprofielen.jsonl", include_str!("../data/kvk-basisprofielen.jsonl"))?,
            vestigingsprofielen: read("kvk-vestigingsprofielen.jsonl", include_str!("../data/kvk-vestigingsprofielen.jsonl"))?,
            zoekresultaten: read("kvk-zoekresultaten.jsonl", include_str!("../data/kvk-zoekresultaten.jsonl"))?,
        })
    }
}

pub(crate) fn routes(world: &Arc<World>) -> Router {
    let routes = Router::new()
        .route("/api/v2/zoeken", get(zoeken))
        .route("/api/v1/basisprofielen", get(async || Fout::not_there("KVK-nummer", "").response()))
        .route("/api/v1/basisprofielen/{kvk}", get(basisprofiel))
        .route("/api/v1/basisprofielen/{kvk}/eigenaar", get(eigenaar))
        .route("/api/v1/basisprofielen/{kvk}/hoofdvestiging", get(hoofdvestiging))
        .route("/api/v1/basisprofielen/{kvk}/vestigingen", get(vestigingen))
        .route("/api/v1/vestigingsprofielen/{vestiging}", get(vestigingsprofiel));
    Door::new(world, Register::Kvk, "apikey", refused).before(routes)
}

/// What is wrong, as the KVK tells it.
struct Fout {
    status: StatusCode,
    code: &'static str,
    omschrijving: String,
}

impl Fout {
    fn new(status: StatusCode, code: &'static str, omschrijving: impl Into<String>) -> Self {
        Self { status, code, omschrijving: omschrijving.into() }
    }

    fn not_there(what: &str, number: &str) -> Self {
        let text = format!("Op basis van het {what} {number} kan het product niet worden geleverd.");
        Self::new(StatusCode::NOT_FOUND, "IPD0005", text)
    }

    fn response(&self) -> Response {
        problem::json(self.status, MEDIA, &json!({ "fout": [{ "code": self.code, "omschrijving": self.omschrijving }] }))
    }
}

/// The code is ours: none is published for a key that is missing.
fn refused(_path: &str) -> Response {
    Fout::new(StatusCode::UNAUTHORIZED, "401", "Geen of onjuiste apikey aangeleverd.").response()
}

/// The entry with this number of so many digits, or another one when the switch says so.
fn find<'a>(world: &World, all: &'a [Value], field: &str, number: &str) -> Result<&'a Value, Fout> {
    let (what, digits) = if field == "kvkNummer" { ("KVK-nummer", 8) } else { ("vestigingsnummer", 12) };
    if number.len() != digits || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Fout::new(StatusCode::BAD_REQUEST, "IPD0006", format!("Het {what} {number} is niet valide.")));
    }
    let place = all.iter().position(|one| one[field] == number).ok_or_else(|| Fout::not_there(what, number))?;
    let other = usize::from(world.board.stand(Register::Kvk) == Stand::Ander);
    Ok(&all[(place + other) % all.len()])
}

fn told(found: Result<&Value, Fout>) -> Response {
    found.map_or_else(|fout| fout.response(), |value| problem::json(StatusCode::OK, MEDIA, value))
}

async fn basisprofiel(State(world): State<Arc<World>>, Path(kvk): Path<String>) -> Response {
    told(profile_part(&world, &kvk, ""))
}

async fn eigenaar(State(world): State<Arc<World>>, Path(kvk): Path<String>) -> Response {
    told(profile_part(&world, &kvk, "/_embedded/eigenaar"))
}

async fn hoofdvestiging(State(world): State<Arc<World>>, Path(kvk): Path<String>) -> Response {
    told(profile_part(&world, &kvk, "/_embedded/hoofdvestiging"))
}

fn profile_part<'a>(world: &'a World, kvk: &str, pointer: &str) -> Result<&'a Value, Fout> {
    let profile = find(world, &world.companies.basisprofielen, "kvkNummer", kvk)?;
    profile.pointer(pointer).ok_or_else(|| Fout::not_there("KVK-nummer", kvk))
}

async fn vestigingsprofiel(State(world): State<Arc<World>>, Path(number): Path<String>) -> Response {
    told(find(&world, &world.companies.vestigingsprofielen, "vestigingsnummer", &number))
}

async fn vestigingen(State(world): State<Arc<World>>, Path(kvk): Path<String>) -> Response {
    let list = profile_part(&world, &kvk, "").map(|profile| world.companies.branches(profile));
    match list {
        Ok(list) => told(Ok(&list)),
        Err(fout) => fout.response(),
    }
}

/// A vestiging as the list has it.
fn brief(vestiging: &Value) -> Value {
    let visited = vestiging["adressen"].as_array().and_then(|all| all.iter().find(|adres| adres["type"] == "bezoekadres"));
    let mut brief = json!({});
    for field in ["vestigingsnummer", "kvkNummer", "eersteHandelsnaam", "indHoofdvestiging", "indCommercieleVestiging", "_links"]
    {
        if let Some(value) = vestiging.get(field) {
            brief[field] = value.clone();
        }
    }
    if let Some(adres) = visited {
        brief["indAdresAfgeschermd"] = adres["indAfgeschermd"].clone();
        brief["volledigAdres"] = adres["volledigAdres"].clone();
    }
    brief
}

/// The parameters of `zoeken`, in the order of the specification; its self link has them in lower case.
const PARAMS: [&str; 13] = [
    "kvkNummer",
    "rsin",
    "vestigingsnummer",
    "naam",
    "straatnaam",
    "plaats",
    "postcode",
    "huisnummer",
    "huisletter",
    "type",
    "inclusiefInactieveRegistraties",
    "pagina",
    "resultatenPerPagina",
];

async fn zoeken(State(world): State<Arc<World>>, Query(params): Query<BTreeMap<String, String>>) -> Response {
    if let Some(unknown) = params.keys().find(|name| !PARAMS.contains(&name.as_str())) {
        let text = format!("De volgende opgegeven parameter(s) is (zijn) ongeldig: {unknown}.");
        return Fout::new(StatusCode::BAD_REQUEST, "IPD1999", text).response();
    }
    let all = &world.companies.zoekresultaten;
    let other = usize::from(world.board.stand(Register::Kvk) == Stand::Ander);
    let places = (0..all.len()).filter(|place| world.companies.fits(&all[*place], &params));
    let found: Vec<Value> = places.map(|place| shown(&all[(place + other) % all.len()], &params)).collect();
    if found.is_empty() || !PARAMS[..10].iter().any(|name| params.contains_key(*name)) {
        let text = "Er zijn geen gegevens gevonden die voldoen aan de opgegeven zoekparameters.";
        return Fout::new(StatusCode::NOT_FOUND, "IPD5200", text).response();
    }
    let number = |name: &str, otherwise: usize| params.get(name).and_then(|text| text.parse().ok()).unwrap_or(otherwise);
    let (page, size) = (number("pagina", 1).max(1), number("resultatenPerPagina", 10).clamp(1, 100));
    let asked = PARAMS[..11].iter().filter_map(|name| Some(format!("{}={}&", name.to_lowercase(), params.get(*name)?)));
    let query: String = asked.collect();
    let own = format!("{}/api/v2/zoeken?{query}pagina={page}&resultatenperpagina={size}", world.base);
    let body = json!({
        "pagina": page,
        "resultatenPerPagina": size,
        "totaal": found.len(),
        "resultaten": found.into_iter().skip((page - 1) * size).take(size).collect::<Value>(),
        "_links": { "self": { "href": own } },
    });
    problem::json(StatusCode::OK, MEDIA, &body)
}

/// The test API tells the RSIN only to who asked by it.
fn shown(result: &Value, params: &BTreeMap<String, String>) -> Value {
    let mut shown = result.clone();
    if let (false, Some(fields)) = (params.contains_key("rsin"), shown.as_object_mut()) {
        fields.remove("rsin");
    }
    shown
}

impl Handelsregister {
    /// The list of vestigingen of a company.
    fn branches(&self, profile: &Value) -> Value {
        let own = self.vestigingsprofielen.iter().filter(|one| one["kvkNummer"] == profile["kvkNummer"]);
        let list: Vec<Value> = own.map(brief).collect();
        let commercial = list.iter().filter(|one| one["indCommercieleVestiging"] == "Ja").count();
        json!({
            "kvkNummer": profile["kvkNummer"],
            "aantalCommercieleVestigingen": commercial,
            "aantalNietCommercieleVestigingen": list.len() - commercial,
            "totaalAantalVestigingen": list.len(),
            "vestigingen": list,
            "_links": { "basisprofiel": profile["_links"]["self"] },
        })
    }

    fn fits(&self, result: &Value, params: &BTreeMap<String, String>) -> bool {
        let given = |name: &str, own: &Value| {
            params.get(name).is_none_or(|asked| own.as_str().is_some_and(|own| words::fits(asked, own)))
        };
        let named = params.get("naam").is_none_or(|asked| {
            let own = words::fold(result["naam"].as_str().unwrap_or_default());
            words::fold(asked).split_whitespace().all(|word| own.contains(word))
        });
        let kind = params.get("type").is_none_or(|kinds| kinds.split(',').any(|kind| result["type"] == kind));
        let visited = &result["adres"]["binnenlandsAdres"];
        let profile = self.vestigingsprofielen.iter().find(|one| one["vestigingsnummer"] == result["vestigingsnummer"]);
        let lives = ["postcode", "huisnummer", "huisletter"].iter().all(|name| !params.contains_key(*name))
            || profile.is_some_and(|profile| lives_at(profile, params));
        named
            && kind
            && lives
            && ["kvkNummer", "rsin", "vestigingsnummer"].iter().all(|name| given(name, &result[*name]))
            && ["straatnaam", "plaats"].iter().all(|name| given(name, &visited[*name]))
    }
}

fn lives_at(profile: &Value, params: &BTreeMap<String, String>) -> bool {
    let own = |adres: &Value, name: &str| adres[name].as_str().map_or_else(|| adres[name].to_string(), str::to_owned);
    let fits = |adres: &Value| {
        ["postcode", "huisnummer", "huisletter"]
            .iter()
            .all(|name| params.get(*name).is_none_or(|asked| words::fits(asked, &own(adres, name))))
    };
    profile["adressen"].as_array().is_some_and(|all| all.iter().any(fits))
}

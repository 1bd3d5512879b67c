//! BAG API Individuele Bevragingen 2: addresses by postcode and number, by street, by identification, and by words. HAL.
//! Not offered: the other resources, `expand`, and a question by pand.

use crate::{
    StartError, World, data,
    door::Door,
    problem::{self, InvalidParam},
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
use regex_lite::Regex;
use serde::Deserialize;
use serde_json::{Value, json};
use std::{collections::BTreeMap, sync::Arc};

const ROOT: &str = "/lvbag/individuelebevragingen/v2";
const HAL: &str = "application/hal+json";

/// An address, as the columns of the data have it; what it lacks is empty.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Adres {
    nummeraanduiding_identificatie: String,
    adresseerbaar_object_identificatie: String,
    openbare_ruimte_identificatie: String,
    woonplaats_identificatie: String,
    straatnaam: String,
    korte_naam: String,
    huisnummer: u32,
    huisletter: String,
    huisnummertoevoeging: String,
    postcode: String,
    woonplaats: String,
}

/// All addresses.
pub(crate) struct Adressen(Vec<Adres>);

impl Adressen {
    pub(crate) fn load() -> Result<Self, StartError> {
        let mut all: Vec<Adres> = data::csv("adressen.csv", include_str!("../data/adressen.csv"))?;
        all.extend(data::csv::<Adres>("voorbeeld-adressen.csv", include_str!("../data/voorbeeld-adressen.csv"))?);
        Ok(Self(all))
    }

    /// Another address than this one, always the same.
    fn another(&self, adres: &Adres) -> &Adres {
        let here = self.0.iter().position(|other| std::ptr::eq(other, adres)).unwrap_or_default();
        &self.0[(here + 1) % self.0.len()]
    }
}

pub(crate) fn routes(world: &Arc<World>) -> Router {
    let routes = Router::new()
        .route(&format!("{ROOT}/adressen"), get(adressen))
        .route(&format!("{ROOT}/adressen/zoek"), get(zoek))
        .route(&format!("{ROOT}/adressen/{{nummeraanduiding}}"), get(adres));
    Door::new(world, Register::Bag, "x-api-key", problem::unauthorized).before(routes)
}

/// The parameters of a question for addresses.
type Params = BTreeMap<String, String>;

async fn adressen(State(world): State<Arc<World>>, Query(params): Query<Params>) -> Response {
    let faults = faults(&params);
    if !faults.is_empty() {
        return problem::invalid(&format!("{ROOT}/adressen"), "invalid-params", faults);
    }
    let found = world.addresses.0.iter().filter(|adres| adres.fits(&params)).map(|adres| told(&world, adres).hal(&world.base));
    collection(&world, "adressen", "adressen", &params, found.collect())
}

async fn adres(State(world): State<Arc<World>>, Path(number): Path<String>) -> Response {
    match world.addresses.0.iter().find(|adres| adres.nummeraanduiding_identificatie == number) {
        Some(adres) => problem::json(StatusCode::OK, HAL, &told(&world, adres).hal(&world.base)),
        None => {
            problem::simple(StatusCode::NOT_FOUND, &format!("{ROOT}/adressen/{number}"), "Opgevraagde resource bestaat niet.")
        }
    }
}

async fn zoek(State(world): State<Arc<World>>, Query(params): Query<Params>) -> Response {
    let asked = words::fold(params.get("zoek").map(String::as_str).unwrap_or_default());
    let asked: Vec<&str> = asked.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    if asked.is_empty() {
        return problem::invalid(&format!("{ROOT}/adressen/zoek"), "invalid-params", vec![InvalidParam::required("zoek")]);
    }
    let found = world.addresses.0.iter().filter(|adres| adres.has_all(&asked));
    let results = found.map(|adres| told(&world, adres).search_result(&world.base)).collect();
    collection(&world, "adressen/zoek", "zoekresultaten", &params, results)
}

/// The address itself, or another one when the switch says so.
fn told<'a>(world: &'a World, adres: &'a Adres) -> &'a Adres {
    if world.board.stand(Register::Bag) == Stand::Ander { world.addresses.another(adres) } else { adres }
}

/// What is wrong with the parameters; they must be one of the combinations of the specification.
fn faults(params: &Params) -> Vec<InvalidParam> {
    let shapes = [
        ("postcode", "^[1-9]{1}[0-9]{3}[a-zA-Z]{2}$"),
        ("huisletter", "^[a-zA-Z]{1}$"),
        ("huisnummertoevoeging", "^[0-9a-zA-Z]{1,4}$"),
        ("adresseerbaarObjectIdentificatie", "^[0-9]{4}(01|02|03)[0-9]{10}$"),
        ("exacteMatch", "^(true|false)$"),
        ("huisnummer", "^[1-9][0-9]{0,4}$"),
    ];
    let others = ["zoekresultaatIdentificatie", "woonplaatsNaam", "openbareRuimteNaam", "page", "pageSize"];
    let wrong = |(name, shape): &(&str, &str)| {
        params.get(*name).is_some_and(|value| !Regex::new(shape).is_ok_and(|shape| shape.is_match(value)))
    };
    let mut faults: Vec<InvalidParam> =
        shapes.iter().filter(|shape| wrong(shape)).map(|(name, shape)| InvalidParam::pattern(*name, shape)).collect();
    let known = |name: &str| others.contains(&name) || shapes.iter().any(|(shape, _)| *shape == name);
    let unknown = params.keys().filter(|name| !known(name));
    faults.extend(unknown.map(|name| InvalidParam::new(name, "unknownParam", "Parameter is niet verwacht.")));
    let has = |names: &[&str]| names.iter().all(|name| params.contains_key(*name));
    let combinations: [&[&str]; 4] = [
        &["postcode", "huisnummer"],
        &["adresseerbaarObjectIdentificatie"],
        &["woonplaatsNaam", "openbareRuimteNaam", "huisnummer"],
        &["zoekresultaatIdentificatie"],
    ];
    if faults.is_empty() && !combinations.iter().any(|names| has(names)) {
        faults.push(InvalidParam::new(
            "postcode",
            "paramsCombination",
            "De combinatie van opgegeven parameters is niet correct.",
        ));
    }
    faults
}

/// A page of a list in HAL; an empty list has no `_embedded`.
fn collection(world: &World, path: &str, list: &str, params: &Params, found: Vec<Value>) -> Response {
    let number = |name: &str, otherwise: usize| params.get(name).and_then(|text| text.parse().ok()).unwrap_or(otherwise);
    let (page, size) = (number("page", 1).max(1), number("pageSize", 20).clamp(10, 100));
    let of_page: Vec<Value> = found.into_iter().skip((page - 1) * size).take(size).collect();
    let mut body = json!({ "_links": { "self": { "href": format!("{}{ROOT}/{path}", world.base) } } });
    if !of_page.is_empty() {
        body["_embedded"] = json!({ list: of_page });
    }
    problem::json(StatusCode::OK, HAL, &body)
}

impl Adres {
    fn fits(&self, params: &Params) -> bool {
        let given = |name: &str, own: &str| params.get(name).is_none_or(|asked| words::fits(asked, own));
        // An exact question means an address that has no letter and no addition, unless they are given.
        let exact = params.get("exacteMatch").is_some_and(|exact| exact == "true");
        let precisely = |name: &str, own: &str| !exact || own.is_empty() || params.contains_key(name);
        given("postcode", &self.postcode)
            && given("huisnummer", &self.huisnummer.to_string())
            && given("huisletter", &self.huisletter)
            && given("huisnummertoevoeging", &self.huisnummertoevoeging)
            && precisely("huisletter", &self.huisletter)
            && precisely("huisnummertoevoeging", &self.huisnummertoevoeging)
            && given("adresseerbaarObjectIdentificatie", &self.adresseerbaar_object_identificatie)
            && given("woonplaatsNaam", &self.woonplaats)
            && given("openbareRuimteNaam", &self.straatnaam)
            && given("zoekresultaatIdentificatie", &self.nummeraanduiding_identificatie)
    }

    /// Has it all these folded words? A number must be the whole house number or the digits of the postcode; the rest may be a beginning.
    fn has_all(&self, asked: &[&str]) -> bool {
        let line = words::fold(&format!("{} {}", self.line(), self.postcode.get(4..).unwrap_or_default()));
        let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        let has_number = |word: &str| word == self.huisnummer.to_string() || self.postcode.get(..4) == Some(word);
        let begins = |word: &str| line.split([' ', ',']).any(|part| part.starts_with(word));
        asked.iter().all(|word| if is_number(word) { has_number(word) } else { begins(word) })
    }

    fn line(&self) -> String {
        let addition =
            if self.huisnummertoevoeging.is_empty() { String::new() } else { format!("-{}", self.huisnummertoevoeging) };
        format!("{} {}{}{addition}, {} {}", self.straatnaam, self.huisnummer, self.huisletter, self.postcode, self.woonplaats)
    }

    fn href(&self, base: &str) -> Value {
        json!({ "href": format!("{base}{ROOT}/adressen/{}", self.nummeraanduiding_identificatie) })
    }

    fn hal(&self, base: &str) -> Value {
        let mut adres = json!({
            "openbareRuimteNaam": self.straatnaam,
            "huisnummer": self.huisnummer,
            "postcode": self.postcode,
            "woonplaatsNaam": self.woonplaats,
            "nummeraanduidingIdentificatie": self.nummeraanduiding_identificatie,
            "openbareRuimteIdentificatie": self.openbare_ruimte_identificatie,
            "woonplaatsIdentificatie": self.woonplaats_identificatie,
            "_links": {
                "self": self.href(base),
                "openbareRuimte": { "href": format!("{base}{ROOT}/openbareruimten/{}", self.openbare_ruimte_identificatie) },
                "nummeraanduiding": { "href": format!("{base}{ROOT}/nummeraanduidingen/{}", self.nummeraanduiding_identificatie) },
                "woonplaats": { "href": format!("{base}{ROOT}/woonplaatsen/{}", self.woonplaats_identificatie) },
            },
        });
        let optional = [
            ("korteNaam", &self.korte_naam),
            ("huisletter", &self.huisletter),
            ("huisnummertoevoeging", &self.huisnummertoevoeging),
            ("adresseerbaarObjectIdentificatie", &self.adresseerbaar_object_identificatie),
        ];
        for (name, value) in optional.into_iter().filter(|(_, value)| !value.is_empty()) {
            adres[name] = value.as_str().into();
        }
        adres
    }

    fn search_result(&self, base: &str) -> Value {
        json!({
            "omschrijving": self.line(),
            "identificatie": self.nummeraanduiding_identificatie,
            "_links": { "adres": self.href(base) },
        })
    }
}

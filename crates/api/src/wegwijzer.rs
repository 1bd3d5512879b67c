//! From a question to products and organisations, for others' sites and software.
use crate::{Api, problem::Problem};
use axum::{
    Json,
    extract::{RawQuery, State},
};
use catalogue::{Catalogue, Competence, Organisatie, Place, Product};
use right_door::{Hit, MAX_QUESTION, Noodhulp};
use serde::Serialize;
use values::{InvalidText, Language, Postcode, Prose, TextFault, mask_elfproef};

const MOST: usize = 20;
const USUAL: usize = 5;

/// An organisation in the register of organisations (TOOI).
#[derive(Serialize)]
pub(crate) struct Wie {
    naam: String,
    tooi: String,
}

/// One product that may be the answer.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Wegwijzing {
    uniforme_productnaam: String,
    bestuurslaag: &'static str,
    organisatie: Option<Wie>,
    score: f32,
    dienst: Option<String>,
    pagina: String,
}

/// Where to go when no product is good enough.
#[derive(Serialize)]
pub(crate) struct Terugval {
    reden: &'static str,
    organisatie: Option<Wie>,
}

/// Whom to call before anything else.
#[derive(Serialize)]
pub(crate) struct Hulp {
    tekst: String,
    nummers: Vec<String>,
}

/// The answer.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Wegwijzingen {
    bel_eerst: Vec<Hulp>,
    wegwijzingen: Vec<Wegwijzing>,
    terugval: Option<Terugval>,
}

/// What is asked, parsed.
struct Ask {
    vraag: String,
    aantal: usize,
    place: Place,
}

fn parse(query: &str) -> Result<Ask, Problem> {
    let mut ask = Ask { vraag: String::new(), aantal: USUAL, place: Place::default() };
    let mut asked = false;
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match name.as_ref() {
            "vraag" => {
                asked = true;
                ask.vraag = question(&value)?;
            }
            "aantal" => {
                let number = value.parse().ok().filter(|n| (1..=MOST).contains(n));
                ask.aantal = number
                    .ok_or_else(|| Problem::parameter("aantal", "range", format!("geef een getal van 1 tot en met {MOST}")))?;
            }
            "postcode" => {
                let postcode = Postcode::parse(&value).map_err(|_| {
                    Problem::parameter("postcode", "format", "geef vier cijfers, of vier cijfers en twee letters")
                })?;
                ask.place.postcode = Some(postcode);
            }
            _ => {}
        }
    }
    if asked { Ok(ask) } else { Err(Problem::parameter("vraag", "required", "geef een vraag")) }
}

fn question(text: &str) -> Result<String, Problem> {
    let told = |code, reason: String| Problem::parameter("vraag", code, reason);
    let parsed = Prose::parse(text, MAX_QUESTION).map_err(|InvalidText(fault)| match fault {
        TextFault::Empty => told("required", "de vraag is leeg".into()),
        TextFault::TooLong(most) => told("maxLength", format!("de vraag is langer dan {most} tekens")),
        _ => told("format", "er staat een teken in dat wij niet kunnen lezen".into()),
    })?;
    Ok(mask_elfproef(parsed.as_str()))
}

/// `GET /wegwijzer/api/v1/wegwijzingen`
pub(crate) async fn wegwijzingen(State(api): State<Api>, RawQuery(query): RawQuery) -> Result<Json<Wegwijzingen>, Problem> {
    let ask = parse(query.as_deref().unwrap_or_default())?;
    let found = api.engine.search(&ask.vraag, ask.aantal);
    let catalogue = api.catalogue.get();
    let products = catalogue.products();
    let with = (&*catalogue, &*api.portal);
    let all = found.hits.iter().filter_map(|hit| Some(wegwijzing(with, products.get(hit.product)?, hit, &ask.place)));
    let terugval = (!found.good_enough).then(|| Terugval {
        reden: "Geen product past goed genoeg bij deze vraag. De gemeente helpt verder.",
        organisatie: catalogue.gemeente(&ask.place).map(|(gemeente, _)| wie(gemeente)),
    });
    let bel_eerst = api.engine.whom_to_call(&ask.vraag).into_iter().map(hulp).collect();
    Ok(Json(Wegwijzingen { bel_eerst, wegwijzingen: all.collect(), terugval }))
}

fn hulp(noodhulp: &Noodhulp) -> Hulp {
    let tekst = texts::text(Language::Nl, &format!("danger-{}", noodhulp.naam));
    Hulp { tekst, nummers: noodhulp.nummers.clone() }
}

fn wie(organisatie: &Organisatie) -> Wie {
    Wie { naam: organisatie.naam_met_soort.clone(), tooi: organisatie.tooi.clone() }
}

fn wegwijzing((catalogue, portal): (&Catalogue, &str), product: &Product, hit: &Hit, place: &Place) -> Wegwijzing {
    let pagina = format!("{portal}/product/{}", product.slug);
    let leads = hit.leads(catalogue, product);
    let organisatie = match catalogue.competent(product, leads.layer, place) {
        Competence::Known { organisatie, .. } => Some(organisatie),
        Competence::AskPlace(_) | Competence::Unknown(_) => None,
    };
    Wegwijzing {
        uniforme_productnaam: product.name.as_str().to_owned(),
        bestuurslaag: leads.layer.word(),
        dienst: leads.can_be_done_here(organisatie).then(|| pagina.clone()),
        organisatie: organisatie.map(wie),
        score: hit.score,
        pagina,
    }
}

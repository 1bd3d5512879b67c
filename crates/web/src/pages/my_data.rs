//! Mijn gegevens: what a register holds of who is signed in, as it says now, with its source holder.
use crate::{
    ask::Ask,
    fault::Fault,
    frame::{Frame, page},
};
use access::{Context, Error, Party};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use registers::{Doel, Geheimhouding, Nationaliteit, Onderneming, Persoon, Vraagfout};
use values::Language;

/// The purpose of this page in the policies.
const DOEL: &str = "mijn-gegevens";

/// One thing a register holds.
struct Row {
    label: String,
    text: String,
    in_onderzoek: bool,
}

#[derive(Template)]
#[template(path = "my_data.html")]
struct MyDataPage {
    f: Frame,
    /// The name of the register.
    register: String,
    /// Who keeps it for her.
    holder: String,
    rows: Vec<Row>,
    /// When it said so.
    asked: String,
    /// The register is away.
    away: bool,
    /// What one can do when something is not right.
    wrong: &'static str,
}

/// What the register of this party holds.
pub(crate) async fn show(ask: Ask) -> Result<Response, Fault> {
    let doel = ask.app.doelen.get(DOEL).ok_or_else(|| ask.fault(Error::Internal(format!("no purpose {DOEL}"))))?;
    let context = ask.resident_here(doel.purpose().clone())?;
    let found = match ask.party()? {
        Party::Person(bsn) => person(&ask, (&context, doel), &bsn).await?,
        Party::Company(kvk) => company(&ask, (&context, doel), &kvk).await?,
    };
    Ok(page(StatusCode::OK, &found))
}

fn empty(ask: &Ask, register: &str) -> MyDataPage {
    MyDataPage {
        f: ask.frame(ask.text("my-data-title")),
        register: ask.text(register),
        holder: String::new(),
        rows: vec![],
        asked: texts::moment(ask.app.access.clock().now(), ask.language),
        away: false,
        wrong: "my-data-wrong-text",
    }
}

/// Not in the register at all is a right answer; one that gives no answer that can be used is said to be away.
fn told<T>(ask: &Ask, answer: Result<T, Vraagfout>) -> Result<Option<T>, Fault> {
    match answer {
        Ok(found) => Ok(Some(found)),
        Err(Vraagfout::NietGevonden(_)) => Err(ask.fault(Error::Refused(access::Refusal("refused-not-in-register")))),
        Err(Vraagfout::Internal(error)) => Err(ask.fault(error)),
        Err(fault) => {
            tracing::warn!(trace = %ask.trace, %fault, "what a register holds can't be shown");
            Ok(None)
        }
    }
}

async fn person(ask: &Ask, (context, doel): (&Context, &Doel), bsn: &values::Bsn) -> Result<MyDataPage, Fault> {
    let shown = empty(ask, "register-brp");
    let answer = ask.app.registers.persoon(&ask.app.access, context, doel, bsn).await;
    let Some(persoon) = told(ask, answer)? else { return Ok(MyDataPage { away: true, ..shown }) };
    let holder = persoon.gemeente_van_inschrijving.as_ref().and_then(|g| g.omschrijving.clone());
    let holder = holder.map(|name| texts::text_with(ask.language, "my-data-gemeente", &[("name", &name)]));
    Ok(MyDataPage { holder: holder.unwrap_or_default(), rows: of_persoon(&persoon, ask.language), ..shown })
}

fn of_persoon(persoon: &Persoon, language: Language) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut put = |key: &str, path: &str, text: Option<String>| {
        let Some(text) = text.filter(|text| !text.is_empty()) else { return };
        rows.push(Row { label: texts::text(language, key), text, in_onderzoek: persoon.in_onderzoek(path) });
    };
    let names = |people: &[registers::Gerelateerde]| {
        let with_birth = |of: &registers::Gerelateerde| {
            let born = of.geboorte.as_ref().and_then(|g| g.datum).map(|d| intake::datum_in_words(d, language));
            Some([of.naam.volledig()?, born.unwrap_or_default()].join(", ").trim_end_matches(", ").to_owned())
        };
        Some(people.iter().filter_map(with_birth).collect::<Vec<_>>().join("\n"))
    };
    let geboorte = persoon.geboorte.as_ref();
    let place = |g: &registers::Geboorte| [g.plaats.clone(), g.land.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ");
    put("my-data-naam", "naam", persoon.naam.volledig());
    put("my-data-geboren", "geboorte.datum", geboorte.and_then(|g| g.datum).map(|d| intake::datum_in_words(d, language)));
    put("my-data-geboorteplaats", "geboorte.plaats", geboorte.map(place));
    put("my-data-adres", "verblijfplaats", persoon.adrestekst().ok());
    put("my-data-sinds", "verblijfplaats", persoon.verblijf_van.map(|d| intake::datum_in_words(d, language)));
    put(
        "my-data-gemeente-label",
        "gemeenteVanInschrijving",
        persoon.gemeente_van_inschrijving.as_ref().and_then(|g| g.omschrijving.clone()),
    );
    put("my-data-nationaliteit", "nationaliteiten", Some(nationaliteiten(persoon, language)));
    let partners: Vec<_> = persoon.partners.iter().filter(|p| p.ontbonden.is_none()).map(|p| p.persoon.clone()).collect();
    put("my-data-partner", "partners", names(&partners));
    put("my-data-kinderen", "kinderen", names(&persoon.kinderen));
    put("my-data-ouders", "ouders", names(&persoon.ouders));
    let geheim = if persoon.geheimhouding == Geheimhouding::Ja { "my-data-geheim-ja" } else { "my-data-geheim-nee" };
    put("my-data-geheim", "", Some(texts::text(language, geheim)));
    rows
}

fn nationaliteiten(persoon: &Persoon, language: Language) -> String {
    let one = |n: &Nationaliteit| match n {
        Nationaliteit::Bekend(name) => name.clone(),
        Nationaliteit::BehandeldAlsNederlander => texts::text(language, "nationality-treated"),
        Nationaliteit::VastgesteldNietNederlander => texts::text(language, "nationality-not-dutch"),
        Nationaliteit::Staatloos => texts::text(language, "nationality-none"),
        Nationaliteit::Onbekend => texts::text(language, "unknown"),
    };
    persoon.nationaliteiten.iter().map(one).collect::<Vec<_>>().join(", ")
}

async fn company(ask: &Ask, (context, doel): (&Context, &Doel), kvk: &values::KvkNummer) -> Result<MyDataPage, Fault> {
    let shown = MyDataPage { holder: ask.text("my-data-kvk"), wrong: "my-data-wrong-company", ..empty(ask, "register-kvk") };
    let answer = ask.app.registers.onderneming(&ask.app.access, context, doel, kvk).await;
    let Some(onderneming) = told(ask, answer)? else { return Ok(MyDataPage { away: true, ..shown }) };
    Ok(MyDataPage { rows: of_onderneming(&onderneming, ask.language), ..shown })
}

fn of_onderneming(onderneming: &Onderneming, language: Language) -> Vec<Row> {
    let all = [
        ("my-data-naam", onderneming.naam.clone()),
        ("my-data-kvknummer", Some(onderneming.kvk_nummer.expose().to_owned())),
        ("my-data-rechtsvorm", onderneming.rechtsvorm.clone()),
    ];
    let row =
        |(key, text): (&str, Option<String>)| Some(Row { label: texts::text(language, key), text: text?, in_onderzoek: false });
    all.into_iter().filter_map(row).collect()
}

//! Mijn gegevens: what a register holds of who is signed in, as it says now, with its source holder.
use crate::{
    ask::Ask,
    fault::Fault,
    frame::{Frame, page},
};
use access::{Context, Party};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use registers::{Doel, Geheimhouding, Nationaliteit, Onderneming, Persoon};
use values::Language;

/// The purpose of this page in the policies.
const DOEL: &str = "mijn-gegevens";

/// What one may ask to correct, by the name that stands in the key of its label and in a request.
pub(crate) const CORRECTABLE: [&str; 11] = [
    "naam",
    "geslacht",
    "geboren",
    "geboorteplaats",
    "adres",
    "sinds",
    "nationaliteit",
    "verblijfstitel",
    "partner",
    "kinderen",
    "ouders",
];

/// One thing a register holds.
pub(crate) struct Row {
    /// Its name: `naam`.
    veld: &'static str,
    pub label: String,
    pub text: String,
    pub in_onderzoek: bool,
}

impl Row {
    /// Is it what this name says?
    pub fn is(&self, veld: &str) -> bool {
        self.veld == veld
    }

    fn correctable(&self) -> bool {
        CORRECTABLE.contains(&self.veld)
    }
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
    /// One can ask here to correct it.
    corrects: bool,
    /// When it said so.
    asked: String,
    /// The register is away.
    away: bool,
}

/// What the register of this party holds.
pub(crate) async fn show(ask: Ask) -> Result<Response, Fault> {
    let found = match ask.party()? {
        Party::Person(bsn) => person(&ask, &bsn).await?,
        Party::Company(kvk) => company(&ask, &kvk).await?,
    };
    Ok(page(StatusCode::OK, &found))
}

/// In whose name, and for which purpose, the register is asked.
fn asking(ask: &Ask) -> Result<(Context, &Doel), Fault> {
    let doel = ask.doel(DOEL)?;
    Ok((ask.itself_here(doel.purpose().clone())?, doel))
}

/// What the BRP holds of who is signed in; `None` when it is away.
pub(crate) async fn persoon(ask: &Ask, bsn: &values::Bsn) -> Result<Option<Persoon>, Fault> {
    let (context, doel) = asking(ask)?;
    ask.told(ask.app.registers.persoon(&ask.app.access, &context, doel, bsn).await, "refused-not-in-register")
}

fn empty(ask: &Ask, register: &str) -> MyDataPage {
    MyDataPage {
        f: ask.frame(ask.text("my-data-title")),
        register: ask.text(register),
        holder: String::new(),
        rows: vec![],
        corrects: false,
        asked: texts::moment(ask.app.access.clock().now(), ask.language),
        away: false,
    }
}

async fn person(ask: &Ask, bsn: &values::Bsn) -> Result<MyDataPage, Fault> {
    let shown = empty(ask, "register-brp");
    let Some(persoon) = persoon(ask, bsn).await? else { return Ok(MyDataPage { away: true, ..shown }) };
    let holder = persoon.gemeente_van_inschrijving.as_ref().and_then(|g| g.omschrijving.clone());
    let holder = holder.map(|name| texts::text_with(ask.language, "my-data-gemeente", &[("name", &name)]));
    Ok(MyDataPage { holder: holder.unwrap_or_default(), rows: of_persoon(&persoon, ask.language), corrects: true, ..shown })
}

/// What a person reads of what the BRP holds.
pub(crate) fn of_persoon(persoon: &Persoon, language: Language) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut put = |veld: &'static str, path: &str, text: Option<String>| {
        let Some(text) = text.filter(|text| !text.is_empty()) else { return };
        rows.push(Row { veld, label: label(language, veld), text, in_onderzoek: persoon.in_onderzoek(path) });
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
    put("naam", "naam", persoon.naam.volledig());
    put("geslacht", "geslacht", persoon.geslacht.clone());
    put("geboren", "geboorte.datum", geboorte.and_then(|g| g.datum).map(|d| intake::datum_in_words(d, language)));
    put("geboorteplaats", "geboorte.plaats", geboorte.map(place));
    put("adres", "verblijfplaats", persoon.adrestekst().ok());
    put("sinds", "verblijfplaats", persoon.verblijf_van.map(|d| intake::datum_in_words(d, language)));
    put(
        "gemeente-label",
        "gemeenteVanInschrijving",
        persoon.gemeente_van_inschrijving.as_ref().and_then(|g| g.omschrijving.clone()),
    );
    put("inschrijving", "datumInschrijvingInGemeente", persoon.datum_inschrijving.map(|d| intake::datum_in_words(d, language)));
    put("nationaliteit", "nationaliteiten", Some(nationaliteiten(persoon, language)));
    let titel = persoon.verblijfstitel.as_ref().and_then(|titel| titel.aanduiding.omschrijving.clone());
    put("verblijfstitel", "verblijfstitel", titel);
    put("curatele", "indicatieCurateleRegister", persoon.onder_curatele.then(|| texts::text(language, "my-data-curatele-ja")));
    let partners: Vec<_> = persoon.partners.iter().filter(|p| p.ontbonden.is_none()).map(|p| p.persoon.clone()).collect();
    put("partner", "partners", names(&partners));
    put("kinderen", "kinderen", names(&persoon.kinderen));
    put("ouders", "ouders", names(&persoon.ouders));
    let geheim = if persoon.geheimhouding == Geheimhouding::Ja { "my-data-geheim-ja" } else { "my-data-geheim-nee" };
    put("geheim", "", Some(texts::text(language, geheim)));
    rows
}

/// What a value is called.
pub(crate) fn label(language: Language, veld: &str) -> String {
    texts::text(language, &format!("my-data-{veld}"))
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

async fn company(ask: &Ask, kvk: &values::KvkNummer) -> Result<MyDataPage, Fault> {
    let (context, doel) = asking(ask)?;
    let shown = MyDataPage { holder: ask.text("my-data-kvk"), ..empty(ask, "register-kvk") };
    let answer = ask.app.registers.onderneming(&ask.app.access, &context, doel, kvk).await;
    let Some(onderneming) = ask.told(answer, "refused-not-in-register")? else { return Ok(MyDataPage { away: true, ..shown }) };
    Ok(MyDataPage { rows: of_onderneming(&onderneming, ask.language), ..shown })
}

fn of_onderneming(onderneming: &Onderneming, language: Language) -> Vec<Row> {
    let all = [
        ("naam", onderneming.naam.clone()),
        ("kvknummer", Some(onderneming.kvk_nummer.expose().to_owned())),
        ("rechtsvorm", onderneming.rechtsvorm.clone()),
    ];
    let row = |(veld, text): (&'static str, Option<String>)| {
        Some(Row { veld, label: label(language, veld), text: text?, in_onderzoek: false })
    };
    all.into_iter().filter_map(row).collect()
}

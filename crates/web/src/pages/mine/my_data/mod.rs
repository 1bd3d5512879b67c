//! Mijn gegevens: what each register holds of who is signed in, as it says now, with its source holder and where to have it corrected.
mod holder;
mod inkomen;
mod onderneming;

pub(crate) use holder::{Holder, holder, rni};

use crate::{
    ask::Ask,
    fault::Fault,
    frame::{Frame, page},
};
use access::{Context, Party};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use registers::{Doel, Geheimhouding, Nationaliteit, Persoon};
use values::Language;

/// The purpose of this page in the policies.
const DOEL: &str = "mijn-gegevens";

/// What one may ask to correct, by the name that stands in the key of its label and in a request.
pub(crate) const CORRECTABLE: [&str; 12] = [
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
    GEHEIM,
];

/// Whether her data go to third parties: not corrected but asked for (Wet BRP 2.59).
pub(crate) const GEHEIM: &str = "geheim";

/// One thing a register holds.
pub(crate) struct Row {
    /// Its name: `naam`.
    veld: &'static str,
    pub label: String,
    pub text: String,
    pub in_onderzoek: bool,
    /// The key of what one can ask about it.
    asks: &'static str,
}

/// What one can ask about most values.
const DIFFERS: &str = "form-differs-title";

impl Row {
    /// Is it what this name says?
    pub fn is(&self, veld: &str) -> bool {
        self.veld == veld
    }

    /// A value that nobody asks here to correct.
    fn of(language: Language, veld: &'static str, text: String) -> Self {
        Self { veld, label: label(language, veld), text, in_onderzoek: false, asks: DIFFERS }
    }

    fn correctable(&self) -> bool {
        CORRECTABLE.contains(&self.veld)
    }
}

/// What one register holds of her.
#[derive(Default)]
pub(crate) struct Part {
    /// The name of the register.
    register: String,
    /// Who keeps it for her, in a sentence.
    holder: String,
    rows: Vec<Row>,
    /// One can ask here to correct it.
    corrects: bool,
    /// When it said so; empty when it was not asked.
    asked: String,
    /// The register is away.
    away: bool,
    /// What there is to know of it, and where to turn when it is wrong.
    told: Vec<String>,
    /// Where that is: address and name.
    to: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "my_data.html")]
struct MyDataPage {
    f: Frame,
    parts: Vec<Part>,
}

/// What the registers of this party hold. One that is away takes nothing of the others.
pub(crate) async fn show(ask: Ask) -> Result<Response, Fault> {
    let parts = match ask.party()? {
        Party::Person(bsn) => vec![person(&ask, &bsn).await?, inkomen::part(&ask, &bsn).await?, vehicles(&ask)],
        Party::Company(kvk) => vec![onderneming::part(&ask, &kvk).await?],
    };
    Ok(page(StatusCode::OK, &MyDataPage { f: ask.frame(ask.text("my-data-title")), parts }))
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

/// A register, of which nothing is known yet.
fn part(ask: &Ask, register: &str, holder: &str) -> Part {
    Part {
        register: ask.text(register),
        holder: texts::text_with(ask.language, "my-data-holder", &[("name", holder)]),
        asked: texts::moment(ask.app.access.clock().now(), ask.language),
        ..Part::default()
    }
}

async fn person(ask: &Ask, bsn: &values::Bsn) -> Result<Part, Fault> {
    let shown = Part { holder: String::new(), ..part(ask, "register-brp", "") };
    let Some(persoon) = persoon(ask, bsn).await? else { return Ok(Part { away: true, ..shown }) };
    let rows = of_persoon(&persoon, ask.language);
    let kept = |name: &str| texts::text_with(ask.language, "my-data-holder", &[("name", name)]);
    let named = || persoon.gemeente_van_inschrijving.as_ref().and_then(|g| g.omschrijving.clone());
    let holder = match holder(ask, &persoon) {
        Holder::Rni => {
            let (told, to) = (vec![ask.text("my-data-wrong-rni")], Some(rni(ask)));
            return Ok(Part { holder: ask.text("my-data-holder-rni"), rows, told, to, ..shown });
        }
        Holder::Here(_, gemeente) | Holder::Elsewhere(gemeente) => kept(&gemeente.in_words(ask.language)),
        Holder::Unknown => {
            named().map(|name| kept(&texts::text_with(ask.language, "my-data-gemeente", &[("name", &name)]))).unwrap_or_default()
        }
    };
    Ok(Part { holder, rows, corrects: true, told: vec![ask.text("my-data-wrong-text")], ..shown })
}

/// The RDW says whether one plate is hers and no more: what we can ask, and where she sees which are.
fn vehicles(ask: &Ask) -> Part {
    let (told, to) = (vec![ask.text("my-data-rdw-text")], Some(("https://www.rdw.nl".to_owned(), ask.text("my-data-rdw-site"))));
    Part { told, to, asked: String::new(), ..part(ask, "register-rdw", &ask.text("my-data-rdw")) }
}

/// What a person reads of what the BRP holds.
pub(crate) fn of_persoon(persoon: &Persoon, language: Language) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut put = |veld: &'static str, path: &str, text: Option<String>| {
        let Some(text) = text.filter(|text| !text.is_empty()) else { return };
        let asks = if veld == GEHEIM { geheim_title(persoon) } else { DIFFERS };
        rows.push(Row { veld, label: label(language, veld), text, in_onderzoek: persoon.in_onderzoek(path), asks });
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
    put(GEHEIM, "", Some(texts::text(language, geheim)));
    rows
}

/// The key of what she can ask about it: that her data stay with government, or no more.
pub(crate) fn geheim_title(persoon: &Persoon) -> &'static str {
    if persoon.geheimhouding == Geheimhouding::Ja { "geheim-title-stop" } else { "geheim-title" }
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

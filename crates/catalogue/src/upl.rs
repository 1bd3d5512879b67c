//! The Uniforme Productnamenlijst: a row is product × legal basis; a product is all rows of one name.
use crate::load::{LoadError, rows};
use serde::Deserialize;
use std::{collections::BTreeMap, path::Path};
use values::UplName;

/// A layer of government, in the spelling of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Bestuurslaag {
    /// State
    Rijk,
    /// Province
    Provincie,
    /// Water board
    Waterschap,
    /// Municipality
    Gemeente,
}

impl Bestuurslaag {
    /// All of them, widest first.
    pub const ALL: [Self; 4] = [Self::Rijk, Self::Provincie, Self::Waterschap, Self::Gemeente];

    /// As written in the interface: `gemeente`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Rijk => "rijk",
            Self::Provincie => "provincie",
            Self::Waterschap => "waterschap",
            Self::Gemeente => "gemeente",
        }
    }
}

/// For whom a product is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// People
    Burger,
    /// Companies and institutions
    Bedrijf,
}

/// The law behind a product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grondslag {
    /// `Artikel 2.39 Wet basisregistratie personen`
    pub label: String,
    /// Where to read it, on wetten.overheid.nl.
    pub link: Option<String>,
    /// The act was largely replaced by the Omgevingswet on 1 January 2024: don't show it as the law of today.
    pub replaced_by_omgevingswet: bool,
    /// It is no rule but a model after which organisations make their own: cite that one where it is known.
    pub model: bool,
}

/// One product of the list.
#[derive(Debug, Clone)]
pub struct Product {
    /// Its name, as in the list.
    pub name: UplName,
    /// The end of its address; no other product has it.
    pub slug: String,
    /// The layers that the list marks; none for some.
    pub layers: Vec<Bestuurslaag>,
    /// For whom; none marked for some.
    pub audience: Vec<Audience>,
    /// What one does: `aanvraag`, `subsidie`, `melding`, `verplichting`.
    pub kinds: Vec<&'static str>,
    /// Falls under the Dienstenwet.
    pub dienstenwet: bool,
    /// The legal bases, in the order of the list.
    pub grondslagen: Vec<Grondslag>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Line {
    uniforme_productnaam: String,
    rijk: String,
    provincie: String,
    waterschap: String,
    gemeente: String,
    burger: String,
    bedrijf: String,
    dienstenwet: String,
    aanvraag: String,
    subsidie: String,
    melding: String,
    verplichting: String,
    grondslaglabel: String,
    grondslaglink: String,
}

#[derive(Deserialize)]
struct Replaced {
    wet: String,
}

/// The row of the list that stands for "no name yet".
const PLACEHOLDER: &str = "UPL-naam nog niet beschikbaar";

/// Reads the list. Errors name file and line.
pub(crate) fn load(folder: &Path) -> Result<Vec<Product>, LoadError> {
    let replaced: Vec<String> = rows::<Replaced>(&folder.join("vervallen-wetten.csv"))?.into_iter().map(|(_, r)| r.wet).collect();
    let file = folder.join("UPL-2023-07.csv");
    let mut products: BTreeMap<String, Product> = BTreeMap::new();
    for (line, row) in rows::<Line>(&file)? {
        if row.uniforme_productnaam == PLACEHOLDER {
            continue;
        }
        let name = UplName::parse(&row.uniforme_productnaam).map_err(|e| LoadError::at(&file, line, e))?;
        let product = products.entry(row.uniforme_productnaam.clone()).or_insert_with(|| Product {
            slug: name.slug(),
            name,
            layers: Vec::new(),
            audience: Vec::new(),
            kinds: Vec::new(),
            dienstenwet: false,
            grondslagen: Vec::new(),
        });
        merge(product, &row, &replaced);
    }
    let mut products: Vec<Product> = products.into_values().collect();
    unique_slugs(&mut products);
    Ok(products)
}

fn merge(product: &mut Product, row: &Line, replaced: &[String]) {
    let marks = [&row.rijk, &row.provincie, &row.waterschap, &row.gemeente];
    product.layers.extend(Bestuurslaag::ALL.into_iter().zip(marks).filter(|(_, mark)| !mark.is_empty()).map(|(l, _)| l));
    product.layers.sort();
    product.layers.dedup();
    let audiences = [(Audience::Burger, &row.burger), (Audience::Bedrijf, &row.bedrijf)];
    product.audience.extend(audiences.into_iter().filter(|(_, mark)| !mark.is_empty()).map(|(a, _)| a));
    product.audience.sort();
    product.audience.dedup();
    let kinds = [
        ("aanvraag", &row.aanvraag),
        ("subsidie", &row.subsidie),
        ("melding", &row.melding),
        ("verplichting", &row.verplichting),
    ];
    for (kind, _) in kinds.into_iter().filter(|(_, mark)| !mark.is_empty()) {
        if !product.kinds.contains(&kind) {
            product.kinds.push(kind);
        }
    }
    product.dienstenwet |= !row.dienstenwet.is_empty();
    if !row.grondslaglabel.is_empty() && !product.grondslagen.iter().any(|g| g.label == row.grondslaglabel) {
        product.grondslagen.push(Grondslag {
            replaced_by_omgevingswet: replaced.iter().any(|wet| row.grondslaglabel.ends_with(wet.as_str())),
            model: row.grondslaglabel.to_lowercase().contains("model"),
            label: row.grondslaglabel.clone(),
            link: row.grondslaglink.starts_with("https://wetten.overheid.nl/").then(|| row.grondslaglink.clone()),
        });
    }
}

fn unique_slugs(products: &mut [Product]) {
    let mut seen = std::collections::BTreeSet::new();
    for product in products {
        let base = product.slug.clone();
        let mut number = 1;
        while !seen.insert(product.slug.clone()) {
            number += 1;
            product.slug = format!("{base}-{number}");
        }
    }
}

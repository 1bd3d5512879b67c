//! Life events: what happens to people, and the products that go with it.
use crate::load::{LoadError, rows};
use serde::Deserialize;
use std::path::Path;
use values::UplName;

/// Something that happens in a life or a company.
#[derive(Debug, Clone)]
pub struct LifeEvent {
    /// The end of its address.
    pub slug: String,
    /// `Verhuizen`
    pub title_nl: String,
    /// `Moving house`
    pub title_en: String,
    /// Its products.
    pub products: Vec<UplName>,
}

#[derive(Deserialize)]
struct Title {
    levensgebeurtenis: String,
    titel: String,
    title: String,
}

#[derive(Deserialize)]
struct Line {
    levensgebeurtenis: String,
    uniforme_productnaam: String,
}

/// Reads the titles (their order is the order on the page) and the products of each.
pub(crate) fn load(folder: &Path) -> Result<Vec<LifeEvent>, LoadError> {
    let file = folder.join("levensgebeurtenissen.csv");
    let lines = rows::<Line>(&file)?;
    rows::<Title>(&folder.join("titels.csv"))?
        .into_iter()
        .map(|(_, title)| {
            let mine = lines.iter().filter(|(_, line)| line.levensgebeurtenis == title.levensgebeurtenis);
            let products =
                mine.map(|(n, line)| UplName::parse(&line.uniforme_productnaam).map_err(|e| LoadError::at(&file, *n, e)));
            Ok(LifeEvent {
                slug: title.levensgebeurtenis.replace(' ', "-"),
                products: products.collect::<Result<_, _>>()?,
                title_nl: title.titel,
                title_en: title.title,
            })
        })
        .collect()
}

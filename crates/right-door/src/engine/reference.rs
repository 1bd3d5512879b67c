//! The hand-written words in `reference/wegwijzer/`; what is wrong with them is told with file and line.
use catalogue::{Bestuurslaag, Catalogue};
use serde::{Deserialize, de::DeserializeOwned};
use std::{collections::HashMap, path::Path};

/// Words that can't be read.
#[derive(Debug, thiserror::Error)]
#[error("{file}:{line}: {what}")]
pub struct EngineError {
    /// The file.
    pub file: String,
    /// The line, from 1; 0 when it is the whole file.
    pub line: u64,
    /// What is wrong with it.
    pub what: String,
}

impl EngineError {
    pub(crate) fn at(file: &Path, line: u64, what: impl ToString) -> Self {
        Self { file: file.display().to_string(), line, what: what.to_string() }
    }
}

/// The text of a file.
pub(crate) fn read(file: &Path) -> Result<String, EngineError> {
    std::fs::read_to_string(file).map_err(|e| EngineError::at(file, 0, e))
}

/// All that was written by hand.
pub(crate) struct Reference {
    /// For each product (by place in the catalogue) the phrases people use.
    pub(crate) phrases: HashMap<usize, Vec<String>>,
    /// Products that are asked for much more often than others.
    pub(crate) often: Vec<usize>,
    /// Layers in practice, the likeliest first, where the list itself is too wide or has none.
    pub(crate) layers: HashMap<usize, Vec<Bestuurslaag>>,
    /// Words that point to a layer.
    pub(crate) layer_words: Vec<(Bestuurslaag, String)>,
    /// Phrases of questions that no government product answers.
    pub(crate) elsewhere: Vec<Vec<String>>,
    /// Dutch words or phrases and what they mean.
    pub(crate) synonyms: Vec<(String, String)>,
    /// Words of other languages (code, word, Dutch).
    pub(crate) translations: Vec<(String, String, String)>,
    /// Words that say little: language, word, weight (0 = nothing).
    pub(crate) stop_words: Vec<(String, String, f32)>,
}

impl Reference {
    /// Reads the folder. Errors: a file is absent or ill-formed, a product is not in the list, a layer or weight is unknown.
    pub(crate) fn load(folder: &Path, catalogue: &Catalogue) -> Result<Self, EngineError> {
        let places: HashMap<&str, usize> = catalogue.products().iter().enumerate().map(|(i, p)| (p.name.as_str(), i)).collect();
        let of_product = |file: &str| -> Result<Vec<(usize, u64, String)>, EngineError> {
            let file = folder.join(file);
            let find = |(line, (name, value)): (u64, (String, String))| match places.get(name.as_str()) {
                Some(place) => Ok((*place, line, value)),
                None => Err(EngineError::at(&file, line, format!("`{name}` is not a product of the list"))),
            };
            rows(&file)?.into_iter().map(find).collect()
        };
        let mut phrases: HashMap<usize, Vec<String>> = HashMap::new();
        for (place, _, words) in of_product("woorden.csv")? {
            phrases.entry(place).or_default().extend(list(&words));
        }
        let mut layers = HashMap::new();
        for (place, line, value) in of_product("lagen.csv")? {
            let parsed = value.split('|').map(|word| layer(&folder.join("lagen.csv"), line, word));
            layers.insert(place, parsed.collect::<Result<Vec<_>, _>>()?);
        }
        Ok(Self {
            phrases,
            layers,
            often: of_product("veelgevraagd.csv")?.into_iter().map(|(place, ..)| place).collect(),
            layer_words: layer_words(&folder.join("laagwoorden.csv"))?,
            elsewhere: rows::<(String, String)>(&folder.join("geen-product.csv"))?.iter().map(|(_, r)| list(&r.1)).collect(),
            synonyms: rows(&folder.join("synoniemen.csv"))?.into_iter().map(|(_, r)| r).collect(),
            translations: rows(&folder.join("vertalingen.csv"))?.into_iter().map(|(_, r)| r).collect(),
            stop_words: stop_words(&folder.join("stopwoorden.csv"))?,
        })
    }
}

pub(crate) fn list(text: &str) -> Vec<String> {
    text.split(';').map(|w| w.trim().to_owned()).filter(|w| !w.is_empty()).collect()
}

fn layer(file: &Path, line: u64, word: &str) -> Result<Bestuurslaag, EngineError> {
    let found = Bestuurslaag::ALL.into_iter().find(|l| l.word() == word);
    found.ok_or_else(|| EngineError::at(file, line, format!("`{word}` is not a layer")))
}

fn layer_words(file: &Path) -> Result<Vec<(Bestuurslaag, String)>, EngineError> {
    let mut found = Vec::new();
    for (line, (word, words)) in rows::<(String, String)>(file)? {
        let layer = layer(file, line, &word)?;
        found.extend(list(&words).into_iter().map(|w| (layer, w)));
    }
    Ok(found)
}

#[derive(Deserialize)]
struct StopWords {
    taal: String,
    gewicht: f32,
    woorden: String,
}

fn stop_words(file: &Path) -> Result<Vec<(String, String, f32)>, EngineError> {
    let mut found = Vec::new();
    for (line, row) in rows::<StopWords>(file)? {
        if !(0.0..=1.0).contains(&row.gewicht) {
            return Err(EngineError::at(file, line, "a weight lies between 0 and 1"));
        }
        found.extend(row.woorden.split_whitespace().map(|word| (row.taal.clone(), word.to_owned(), row.gewicht)));
    }
    Ok(found)
}

pub(crate) fn rows<T: DeserializeOwned>(file: &Path) -> Result<Vec<(u64, T)>, EngineError> {
    let text = read(file)?;
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers().map_err(|e| EngineError::at(file, 1, e))?.clone();
    let mut found = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|e| EngineError::at(file, e.position().map_or(0, csv::Position::line), e))?;
        let line = record.position().map_or(0, csv::Position::line);
        found.push((line, record.deserialize(Some(&headers)).map_err(|e| EngineError::at(file, line, e))?));
    }
    Ok(found)
}

//! Where a postcode probably lies.
use crate::load::{LoadError, rows};
use serde::Deserialize;
use std::{collections::HashMap, path::Path};

#[derive(Deserialize)]
struct Line {
    pc4: String,
    gemeentecode_2026: String,
}

/// From the four digits of a postcode to the code of the municipality (`gm0307`); a pc4 can lie in two, the table gives one.
pub(crate) fn load(folder: &Path) -> Result<HashMap<String, String>, LoadError> {
    let all = rows::<Line>(&folder.join("pc4-gemeente-2026.csv"))?;
    Ok(all
        .into_iter()
        .filter(|(_, line)| !line.gemeentecode_2026.is_empty())
        .map(|(_, line)| (line.pc4, line.gemeentecode_2026.to_lowercase()))
        .collect())
}

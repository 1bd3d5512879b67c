//! Tables of what the law says, each row from a day on: read from the files of `reference`, a column by the name of the field.
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, de::DeserializeOwned, de::Error as _};
use std::str::FromStr;

/// A row of a table of the law.
pub(crate) trait Dated {
    /// Since when it is so, or from when the text is that was read.
    fn vanaf(&self) -> Date;
}

/// The rows of a table that ships with the program. A row that can't be read is left out; the tests of each table count them.
pub(crate) fn read<T: DeserializeOwned>(csv: &str) -> Vec<T> {
    csv::Reader::from_reader(csv.as_bytes()).into_deserialize().filter_map(Result::ok).collect()
}

/// What holds on this day: the newest of the rows that begin no later.
pub(crate) fn in_force<T: Dated>(rows: &[T], is: impl Fn(&T) -> bool, on: Date) -> Option<&T> {
    rows.iter().filter(|row| is(row) && row.vanaf() <= on).max_by_key(|row| row.vanaf())
}

/// A term: `P6W`.
pub(crate) fn parsed<'de, D: Deserializer<'de>, T: FromStr>(cell: D) -> Result<T, D::Error> {
    String::deserialize(cell)?.parse().map_err(|_| D::Error::custom("not what stands in this column"))
}

/// The same, or nothing in an empty cell.
pub(crate) fn parsed_or_none<'de, D: Deserializer<'de>, T: FromStr>(cell: D) -> Result<Option<T>, D::Error> {
    let text = String::deserialize(cell)?;
    if text.is_empty() {
        Ok(None)
    } else {
        text.parse().map(Some).map_err(|_| D::Error::custom("not what stands in this column"))
    }
}

/// `ja` or `nee`.
pub(crate) fn yes<'de, D: Deserializer<'de>>(cell: D) -> Result<bool, D::Error> {
    match String::deserialize(cell)?.as_str() {
        "ja" => Ok(true),
        "nee" => Ok(false),
        _ => Err(D::Error::custom("neither ja nor nee")),
    }
}

/// Was it read in the text of the law?
pub(crate) fn in_the_law<'de, D: Deserializer<'de>>(cell: D) -> Result<bool, D::Error> {
    Ok(String::deserialize(cell)? == "wettekst")
}

/// Words between spaces.
pub(crate) fn words<'de, D: Deserializer<'de>>(cell: D) -> Result<Vec<String>, D::Error> {
    Ok(String::deserialize(cell)?.split_whitespace().map(str::to_owned).collect())
}

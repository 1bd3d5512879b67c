//! Reads the data files that are built into the program; a fault is told with the file.

use crate::StartError;
use serde::de::DeserializeOwned;

/// The lines of a CSV file with a header.
pub(crate) fn csv<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<Vec<T>, StartError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().map_err(|error| StartError::Data { file, what: error.to_string() })
}

/// One JSON value a line.
pub(crate) fn json_lines<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<Vec<T>, StartError> {
    let read = |(number, line)| serde_json::from_str(line).map_err(|error| wrong(file, number, &error));
    text.lines().enumerate().map(read).collect()
}

fn wrong(file: &'static str, number: usize, error: &serde_json::Error) -> StartError {
    // serde_json tells line and column, never the value.
    StartError::Data { file, what: format!("line {}: {error}", number + 1) }
}

//! One row in a backup: an array, each value written so that both engines read it back the same.
use crate::{
    Column, Error, Row, Value,
    schema::{Kind, Table},
};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use jiff::{Timestamp, civil::Date};
use serde_json::Value as Json;
use std::io::Write;
use uuid::Uuid;

/// Writes the values of `row` behind what is in `out`.
pub(crate) fn encode(table: &Table, row: &Row<'_>, out: &mut Vec<u8>) -> Result<(), Error> {
    for (index, (column, kind)) in table.columns.iter().enumerate() {
        out.push(if index == 0 { b'[' } else { b',' });
        let fault = |e: Error| Error::Internal(format!("{}.{column}: {e}", table.name));
        write(&value(row, index, *kind).map_err(fault)?, out).map_err(|e| fault(Error::Internal(e.to_string())))?;
    }
    out.push(b']');
    Ok(())
}

fn value(row: &Row<'_>, index: usize, kind: Kind) -> Result<Value, Error> {
    fn get<T: Column + Into<Value>>(row: &Row<'_>, index: usize) -> Result<Value, Error> {
        row.get::<Option<T>>(index).map(Into::into)
    }
    match kind {
        Kind::Uuid => get::<Uuid>(row, index),
        Kind::Ts => get::<Timestamp>(row, index),
        Kind::Date => get::<Date>(row, index),
        Kind::Json => get::<Json>(row, index),
        Kind::Bool => get::<bool>(row, index),
        Kind::Int => get::<i64>(row, index),
        Kind::Bytes => get::<Vec<u8>>(row, index),
        Kind::Text => get::<String>(row, index),
    }
}

fn write(value: &Value, out: &mut Vec<u8>) -> Result<(), std::io::Error> {
    match value {
        Value::Null => out.extend_from_slice(b"null"),
        Value::Bool(b) => out.extend_from_slice(if *b { b"true" } else { b"false" }),
        Value::I64(i) => write!(out, "{i}")?,
        Value::Text(text) => serde_json::to_writer(out, text)?,
        Value::Uuid(uuid) => write!(out, "\"{uuid}\"")?,
        Value::Timestamp(at) => write!(out, "\"{at}\"")?,
        Value::Date(date) => write!(out, "\"{date}\"")?,
        // As text, so that JSON's own null is not taken for NULL, and depth in the column is not depth in the line.
        Value::Json(json) => {
            let mut json = json.clone();
            json.sort_all_objects(); // PostgreSQL keeps no order of keys
            serde_json::to_writer(out, &json.to_string())?;
        }
        Value::Bytes(bytes) => write!(out, "\"{}\"", BASE64.encode(bytes))?,
    }
    Ok(())
}

/// Puts the values of `line` behind those in `into`; nothing when it is no row of `table`.
pub(crate) fn decode(table: &Table, line: &[u8], into: &mut Vec<Value>) -> Option<()> {
    let cells: Vec<Json> = serde_json::from_slice(line).ok()?;
    if cells.len() != table.columns.len() {
        return None;
    }
    for (cell, (_, kind)) in cells.into_iter().zip(&table.columns) {
        into.push(read(cell, *kind)?);
    }
    Some(())
}

fn read(cell: Json, kind: Kind) -> Option<Value> {
    Some(match (kind, cell) {
        (_, Json::Null) => Value::Null,
        (Kind::Bool, Json::Bool(b)) => b.into(),
        (Kind::Int, Json::Number(n)) => n.as_i64()?.into(),
        (Kind::Text, Json::String(text)) => text.into(),
        (Kind::Uuid, Json::String(text)) => text.parse::<Uuid>().ok()?.into(),
        (Kind::Ts, Json::String(text)) => text.parse::<Timestamp>().ok()?.into(),
        (Kind::Date, Json::String(text)) => text.parse::<Date>().ok()?.into(),
        (Kind::Json, Json::String(text)) => serde_json::from_str::<Json>(&text).ok()?.into(),
        (Kind::Bytes, Json::String(text)) => BASE64.decode(text).ok()?.into(),
        _ => return None,
    })
}

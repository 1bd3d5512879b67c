//! What comes out of a query, the same from both engines.
use crate::{
    Error,
    value::{POSTGRES_DAY, POSTGRES_EPOCH},
};
use jiff::{Timestamp, ToSpan, civil::Date};
use rusqlite::types::ValueRef;
use tokio_postgres::types::{FromSql, Type};
use uuid::Uuid;
use values::Oin;

/// One row of an answer.
pub enum Row<'a> {
    /// From SQLite.
    Sqlite(&'a rusqlite::Row<'a>),
    /// From PostgreSQL.
    Postgres(&'a tokio_postgres::Row),
}

impl Row<'_> {
    /// The column at `index` (from 0). Errors: `Internal` when it is of another type or NULL where that is not expected.
    pub fn get<T: Column>(&self, index: usize) -> Result<T, Error> {
        match self {
            Row::Sqlite(row) => T::from_sqlite(row.get_ref(index)?).ok_or_else(|| wrong(index)),
            Row::Postgres(row) => row.try_get::<_, Wire<T>>(index).map(|w| w.0).map_err(|_| wrong(index)),
        }
    }
}

fn wrong(index: usize) -> Error {
    Error::Internal(format!("column {index} is of another type"))
}

/// A Rust type that a column can hold.
pub trait Column: Sized {
    /// Reads it from SQLite's form.
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self>;
    /// Reads it from PostgreSQL's binary form; `None` is NULL.
    fn from_postgres(ty: &Type, raw: Option<&[u8]>) -> Option<Self>;
}

struct Wire<T>(T);

impl<'a, T: Column> FromSql<'a> for Wire<T> {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        T::from_postgres(ty, Some(raw)).map(Wire).ok_or_else(|| "type".into())
    }
    fn from_sql_null(ty: &Type) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        T::from_postgres(ty, None).map(Wire).ok_or_else(|| "null".into())
    }
    fn accepts(_: &Type) -> bool {
        true
    }
}

impl<T: Column> Column for Option<T> {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        if matches!(value, ValueRef::Null) { Some(None) } else { T::from_sqlite(value).map(Some) }
    }
    fn from_postgres(ty: &Type, raw: Option<&[u8]>) -> Option<Self> {
        if raw.is_none() { Some(None) } else { T::from_postgres(ty, raw).map(Some) }
    }
}

fn standard<'a, T: FromSql<'a>>(ty: &Type, raw: Option<&'a [u8]>) -> Option<T> {
    if T::accepts(ty) { T::from_sql(ty, raw?).ok() } else { None }
}

impl Column for bool {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        Some(value.as_i64().ok()? != 0)
    }
    fn from_postgres(ty: &Type, raw: Option<&[u8]>) -> Option<Self> {
        standard(ty, raw)
    }
}

impl Column for i64 {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        value.as_i64().ok()
    }
    fn from_postgres(ty: &Type, raw: Option<&[u8]>) -> Option<Self> {
        if *ty == Type::INT4 { standard::<i32>(ty, raw).map(i64::from) } else { standard(ty, raw) }
    }
}

impl Column for String {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        value.as_str().ok().map(str::to_owned)
    }
    fn from_postgres(ty: &Type, raw: Option<&[u8]>) -> Option<Self> {
        standard(ty, raw)
    }
}

/// Text of twenty digits.
impl Column for Oin {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        Self::parse(value.as_str().ok()?).ok()
    }
    fn from_postgres(ty: &Type, raw: Option<&[u8]>) -> Option<Self> {
        Self::parse(standard::<&str>(ty, raw)?).ok()
    }
}

impl Column for Vec<u8> {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        value.as_blob().ok().map(<[u8]>::to_vec)
    }
    fn from_postgres(ty: &Type, raw: Option<&[u8]>) -> Option<Self> {
        standard(ty, raw)
    }
}

impl Column for Uuid {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        Uuid::from_slice(value.as_blob().ok()?).ok()
    }
    fn from_postgres(_: &Type, raw: Option<&[u8]>) -> Option<Self> {
        Uuid::from_slice(raw?).ok()
    }
}

impl Column for Timestamp {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        Timestamp::from_microsecond(value.as_i64().ok()?).ok()
    }
    fn from_postgres(_: &Type, raw: Option<&[u8]>) -> Option<Self> {
        let micros = i64::from_be_bytes(raw?.try_into().ok()?);
        Timestamp::from_microsecond(micros.checked_add(POSTGRES_EPOCH)?).ok()
    }
}

impl Column for Date {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        value.as_str().ok()?.parse().ok()
    }
    fn from_postgres(_: &Type, raw: Option<&[u8]>) -> Option<Self> {
        POSTGRES_DAY.checked_add(i64::from(i32::from_be_bytes(raw?.try_into().ok()?)).days()).ok()
    }
}

impl Column for serde_json::Value {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        serde_json::from_str(value.as_str().ok()?).ok()
    }
    fn from_postgres(ty: &Type, raw: Option<&[u8]>) -> Option<Self> {
        let raw = raw?;
        serde_json::from_slice(if *ty == Type::JSONB { raw.get(1..)? } else { raw }).ok()
    }
}

//! Values that go into SQL, and how each engine takes them.
use bytes::{BufMut, BytesMut};
use jiff::{Timestamp, civil::Date};
use rusqlite::types::{ToSqlOutput, Value as Sqlite, ValueRef};
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use uuid::Uuid;

/// A parameter of a statement. Timestamps count to the microsecond.
#[derive(Clone, PartialEq)]
pub enum Value {
    /// NULL
    Null,
    /// boolean; 0 or 1 on SQLite
    Bool(bool),
    /// bigint, also for cents
    I64(i64),
    /// text
    Text(String),
    /// uuid; 16 bytes on SQLite
    Uuid(Uuid),
    /// timestamptz; microseconds since 1970 on SQLite
    Timestamp(Timestamp),
    /// date; ISO text on SQLite
    Date(Date),
    /// jsonb; text on SQLite
    Json(serde_json::Value),
    /// bytea or blob
    Bytes(Vec<u8>),
}

/// Never shows what it holds: it may be personal.
impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Value(…)")
    }
}

/// `$3, $4`: where these many values stand in a statement, from the `first` (from 1) on.
pub fn places(first: usize, count: usize) -> String {
    (first..first + count).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
}

macro_rules! from {
    ($($from:ty => $make:expr;)*) => {
        $(impl From<$from> for Value {
            fn from(value: $from) -> Self {
                let make: fn($from) -> Value = $make;
                make(value)
            }
        })*
    };
}
from! {
    bool => Value::Bool;
    i64 => Value::I64;
    String => Value::Text;
    &str => |text| Value::Text(text.to_owned());
    Uuid => Value::Uuid;
    Timestamp => Value::Timestamp;
    Date => Value::Date;
    serde_json::Value => Value::Json;
    Vec<u8> => Value::Bytes;
    &[u8] => |bytes| Value::Bytes(bytes.to_vec());
}
impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Null, Into::into)
    }
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Value::Null => ToSqlOutput::Owned(Sqlite::Null),
            Value::Bool(b) => ToSqlOutput::Owned(Sqlite::Integer(i64::from(*b))),
            Value::I64(i) => ToSqlOutput::Owned(Sqlite::Integer(*i)),
            Value::Text(t) => ToSqlOutput::Borrowed(ValueRef::Text(t.as_bytes())),
            Value::Uuid(u) => ToSqlOutput::Borrowed(ValueRef::Blob(u.as_bytes())),
            Value::Timestamp(t) => ToSqlOutput::Owned(Sqlite::Integer(t.as_microsecond())),
            Value::Date(d) => ToSqlOutput::Owned(Sqlite::Text(d.to_string())),
            Value::Json(j) => ToSqlOutput::Owned(Sqlite::Text(j.to_string())),
            Value::Bytes(b) => ToSqlOutput::Borrowed(ValueRef::Blob(b)),
        })
    }
}

/// Microseconds from 1970 to 2000, where PostgreSQL counts from.
pub(crate) const POSTGRES_EPOCH: i64 = 946_684_800_000_000;
/// The day PostgreSQL counts dates from.
pub(crate) const POSTGRES_DAY: Date = Date::constant(2000, 1, 1);

impl ToSql for Value {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Value::Null => return Ok(IsNull::Yes),
            Value::Bool(b) => return b.to_sql(ty, out),
            Value::I64(i) if *ty == Type::INT4 => return i32::try_from(*i)?.to_sql(ty, out),
            Value::I64(i) => return i.to_sql(ty, out),
            Value::Text(t) => return t.to_sql(ty, out),
            Value::Bytes(b) => return b.to_sql(ty, out),
            Value::Uuid(u) => out.put_slice(u.as_bytes()),
            Value::Timestamp(t) => out.put_i64(t.as_microsecond() - POSTGRES_EPOCH),
            Value::Date(d) => out.put_i32(POSTGRES_DAY.until(*d)?.get_days()),
            Value::Json(j) => {
                out.put_u8(1); // version of the jsonb wire form
                out.put_slice(j.to_string().as_bytes());
            }
        }
        Ok(IsNull::No)
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

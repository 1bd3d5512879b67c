//! A key per case or person: destroy it and the content that was sealed under it is gone for ever.
use crate::{Error, Op, Result, keys};
use store::Value;
use uuid::Uuid;

/// The key of one case or person, in memory for as long as an operation needs it. Cheap to clone, never shown.
#[derive(Clone)]
pub struct DataKey {
    id: Uuid,
    key: [u8; 32],
}

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DataKey({}, …)", self.id)
    }
}

impl DataKey {
    /// Makes and stores a new key.
    pub async fn create(op: &mut Op<'_>) -> Result<Self> {
        let key = Self { id: Uuid::now_v7(), key: op.keys().random() };
        let master = op.keys().newest();
        let wrapped = keys::seal(op.keys(), &op.keys().wrapping(master, key.id.as_bytes())?, b"data-key", &key.key)?;
        let values: [Value; 3] = [key.id.into(), master.into(), wrapped.into()];
        op.exec("INSERT INTO data_key (id, master, wrapped) VALUES ($1, $2, $3)", &values).await?;
        Ok(key)
    }

    /// Finds a key. Errors: `NotFound` when it was destroyed.
    pub async fn find(op: &mut Op<'_>, id: Uuid) -> Result<Self> {
        let sql = "SELECT master, wrapped FROM data_key WHERE id = $1";
        let (master, wrapped) = op.one(sql, &[id.into()], |r| Ok((r.get::<i64>(0)?, r.get::<Vec<u8>>(1)?))).await?;
        let key = keys::open(&op.keys().wrapping(master, id.as_bytes())?, b"data-key", &wrapped)?;
        let key = key.try_into().map_err(|_| Error::Internal("a data key is of another length".into()))?;
        Ok(Self { id, key })
    }

    /// Destroys a key: what was sealed under it can't be read by anyone any more. The journal still proves itself.
    pub async fn destroy(op: &mut Op<'_>, id: Uuid) -> Result<()> {
        op.exec("DELETE FROM data_key WHERE id = $1", &[id.into()]).await.map(drop)
    }

    /// Its id, to be stored beside what it seals.
    pub fn id(&self) -> Uuid {
        self.id
    }

    /// Seals content; `place` (table and column) binds it there.
    pub fn seal(&self, op: &Op<'_>, place: &str, plain: &[u8]) -> Result<Vec<u8>> {
        Ok(keys::seal(op.keys(), &self.key, place.as_bytes(), plain)?)
    }

    /// Opens what was sealed in this place.
    pub fn open(&self, place: &str, sealed: &[u8]) -> Result<Vec<u8>> {
        Ok(keys::open(&self.key, place.as_bytes(), sealed)?)
    }
}

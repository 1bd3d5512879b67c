//! SQL of destroying questions.
use crate::vraag::Vraag;
use access::{Op, Result};
use jiff::civil::Date;
use store::Value;
use uuid::Uuid;
use values::Id;

/// Dates what was over before questions had a date.
pub(in crate::vraag) async fn date_undated(op: &mut Op<'_>, soort: &str, until: Date) -> Result<()> {
    let values: [Value; 3] = [until.into(), op.context().organisation.expose().into(), soort.into()];
    let sql = "UPDATE vraag SET archiefactiedatum = $1 \
               WHERE organisatie = $2 AND soort = $3 AND stand <> 'open' AND archiefactiedatum IS NULL";
    op.exec(sql, &values).await.map(drop)
}

pub(in crate::vraag) async fn due(op: &mut Op<'_>, after: Option<Id<Vraag>>) -> Result<Vec<Id<Vraag>>> {
    let after = after.map_or(Uuid::nil(), |vraag| vraag.uuid());
    let values: [Value; 3] = [op.context().organisation.expose().into(), op.today().into(), after.into()];
    let sql = "SELECT id FROM vraag WHERE organisatie = $1 AND archiefactiedatum <= $2 AND id > $3 ORDER BY id LIMIT 500";
    op.rows(sql, &values, |r| Ok(Id::from(r.get::<Uuid>(0)?))).await
}

/// Takes it away when it is due; tells whether it was. Ask while it is held.
pub(in crate::vraag) async fn destroy(op: &mut Op<'_>, id: Id<Vraag>) -> Result<bool> {
    let due = "SELECT id FROM vraag WHERE id = $1 AND archiefactiedatum <= $2";
    if op.rows(due, &[id.uuid().into(), op.today().into()], |r| r.get::<Uuid>(0)).await?.is_empty() {
        return Ok(false);
    }
    for table in ["vraag_bericht", "vraag_notitie", "vraag_doorzending"] {
        op.exec(&format!("DELETE FROM {table} WHERE vraag = $1"), &[id.uuid().into()]).await?;
    }
    op.exec("DELETE FROM vraag WHERE id = $1", &[id.uuid().into()]).await.map(|rows| rows > 0)
}

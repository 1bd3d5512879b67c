//! SQL of papers that must be sent to another organisation.
use crate::{Stukken, StukkenLine, Zaak};
use access::{Error, Op, Result, Role};
use jiff::Timestamp;
use store::{Row, Value, places};
use uuid::Uuid;
use values::Id;

/// What must be sent of it, to the organisation with this code.
pub(crate) async fn insert(op: &mut Op<'_>, zaak: Id<Zaak>, (besloten, naar): (bool, &str)) -> Result<()> {
    let values: [Value; 4] = [Uuid::now_v7().into(), zaak.uuid().into(), besloten.into(), naar.into()];
    op.exec("INSERT INTO zaak_stukken (id, zaak, besloten, naar) VALUES ($1, $2, $3, $4)", &values).await.map(drop)
}

/// Those of one zaak, the closed compartment last.
pub(crate) async fn of(op: &mut Op<'_>, zaak: Id<Zaak>) -> Result<Vec<Stukken>> {
    let sql = "SELECT besloten, naar, verstuurd_op, medewerker FROM zaak_stukken WHERE zaak = $1 ORDER BY besloten";
    let read = |r: &Row<'_>| {
        let (when, who): (Option<Timestamp>, Option<String>) = (r.get(2)?, r.get(3)?);
        Ok(Stukken { besloten: r.get(0)?, naar: r.get(1)?, verstuurd: when.zip(who) })
    };
    op.rows(sql, &[zaak.uuid().into()], read).await
}

/// Errors: `Conflict` when none of this kind wait.
pub(crate) async fn sent(op: &mut Op<'_>, zaak: Id<Zaak>, (besloten, medewerker): (bool, &str)) -> Result<()> {
    let sql =
        "UPDATE zaak_stukken SET verstuurd_op = $1, medewerker = $2 WHERE zaak = $3 AND besloten = $4 AND verstuurd_op IS NULL";
    let values: [Value; 4] = [op.now().into(), medewerker.into(), zaak.uuid().into(), besloten.into()];
    if op.exec(sql, &values).await? == 0 { Err(Error::Conflict("zaak_stukken")) } else { Ok(()) }
}

/// Those that wait; with advisers only what lies in the closed compartments of these.
pub(crate) async fn lines(op: &mut Op<'_>, adviseurs: &[Role], most: usize) -> Result<Vec<StukkenLine>> {
    let hers = match adviseurs.len() {
        0 => String::new(),
        n => format!("AND t.adviseur IN ({})", places(3, n)),
    };
    let sql = format!(
        "SELECT z.id, z.identificatie, z.omschrijving, t.identificatie, s.naar, z.einddatum FROM zaak_stukken s \
         JOIN zaak z ON z.id = s.zaak JOIN zaaktype t ON t.id = z.zaaktype \
         WHERE s.verstuurd_op IS NULL AND z.organisatie = $1 AND s.besloten = $2 AND z.einddatum IS NOT NULL {hers} \
         ORDER BY z.einddatum, z.id LIMIT {most}"
    );
    let mut values: Vec<Value> = vec![op.context().organisation.expose().into(), (!adviseurs.is_empty()).into()];
    values.extend(adviseurs.iter().map(|role| Value::from(role.word())));
    let read = |r: &Row<'_>| {
        Ok(StukkenLine {
            id: Id::from(r.get::<Uuid>(0)?),
            identificatie: r.get(1)?,
            omschrijving: r.get(2)?,
            service: r.get(3)?,
            naar: r.get(4)?,
            sinds: r.get(5)?,
        })
    };
    op.rows(&sql, &values, read).await
}

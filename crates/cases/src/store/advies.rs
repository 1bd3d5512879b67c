//! SQL of advice.
use super::text;
use crate::{Advies, AdviesLine, Zaak};
use access::{DataKey, Op, Result, Role};
use jiff::Timestamp;
use store::{Row, Value};
use uuid::Uuid;
use values::{Id, Oin};

/// The place to which an advice is bound.
const TEKST: &str = "zaak_advies.tekst";

pub(crate) async fn insert(op: &mut Op<'_>, zaak: &Zaak, advies: &Advies) -> Result<()> {
    let key = DataKey::find(op, zaak.data_key).await?;
    let values: [Value; 7] = [
        Uuid::now_v7().into(),
        zaak.id.uuid().into(),
        advies.organisatie.expose().into(),
        advies.adviseur.word().into(),
        advies.medewerker.as_str().into(),
        advies.op.into(),
        key.seal(op, TEKST, advies.tekst.as_bytes())?.into(),
    ];
    let sql = "INSERT INTO zaak_advies (id, zaak, organisatie, adviseur, medewerker, op, tekst_sealed) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    op.exec(sql, &values).await.map(drop)
}

/// That advice was given on a zaak at the organisation that has it now, the oldest first.
pub(crate) async fn lines(op: &mut Op<'_>, zaak: &Zaak) -> Result<Vec<AdviesLine>> {
    let sql = "SELECT adviseur, op FROM zaak_advies WHERE zaak = $1 AND organisatie = $2 ORDER BY id";
    let values: [Value; 2] = [zaak.id.uuid().into(), zaak.organisatie.expose().into()];
    op.rows(sql, &values, |r| Ok(AdviesLine { adviseur: role(&r.get::<String>(0)?)?, op: r.get(1)? })).await
}

/// The advice on a zaak that was given at the organisation that has it now, the oldest first.
pub(crate) async fn here(op: &mut Op<'_>, key: &DataKey, zaak: &Zaak) -> Result<Vec<Advies>> {
    let mut all = of(op, key, zaak.id).await?;
    all.retain(|advies| advies.organisatie == zaak.organisatie);
    Ok(all)
}

/// The advice on a zaak, wherever it was given, the oldest first.
pub(crate) async fn of(op: &mut Op<'_>, key: &DataKey, zaak: Id<Zaak>) -> Result<Vec<Advies>> {
    type Found = (Oin, Role, String, Timestamp, Vec<u8>);
    let read = |r: &Row<'_>| -> std::result::Result<Found, store::Error> {
        Ok((r.get(0)?, role(&r.get::<String>(1)?)?, r.get(2)?, r.get(3)?, r.get(4)?))
    };
    let sql = "SELECT organisatie, adviseur, medewerker, op, tekst_sealed FROM zaak_advies WHERE zaak = $1 ORDER BY id";
    let rows = op.rows(sql, &[zaak.uuid().into()], read).await?;
    let open = |(organisatie, adviseur, medewerker, op, sealed): Found| {
        Ok(Advies { organisatie, adviseur, medewerker, op, tekst: text(key, TEKST, &sealed)? })
    };
    rows.into_iter().map(open).collect()
}

fn role(word: &str) -> std::result::Result<Role, store::Error> {
    Role::of_word(word).ok_or_else(|| store::Error::Internal("advice of an unknown role".into()))
}

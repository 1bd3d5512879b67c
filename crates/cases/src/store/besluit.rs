//! SQL of decisions and their types.
use super::text;
use crate::{Besluit, Zaak};
use access::{DataKey, Op, Result};
use catalogue::ServiceDefinition;
use store::{Row, Value};
use uuid::Uuid;
use values::Id;

/// The place to which the reasons are bound.
const TOELICHTING: &str = "besluit.toelichting";

/// Who decides, and what can be done against it.
pub(crate) struct Besluittype {
    pub id: Uuid,
    pub bestuursorgaan: String,
    pub rechtsmiddel: Option<String>,
    pub grondslag: Option<String>,
}

pub(crate) async fn insert_type(op: &mut Op<'_>, zaaktype: Uuid, service: &ServiceDefinition) -> Result<()> {
    let remedy = service.rechtsmiddel.as_ref();
    let values: [Value; 6] = [
        Uuid::now_v7().into(),
        zaaktype.into(),
        service.upl.as_str().into(),
        service.bevoegd_orgaan.as_str().into(),
        remedy.map(|r| r.naam.as_str()).into(),
        remedy.map(|r| r.grondslag.as_str()).into(),
    ];
    let sql = "INSERT INTO besluittype (id, zaaktype, omschrijving, bestuursorgaan, rechtsmiddel, rechtsmiddel_grondslag) \
               VALUES ($1, $2, $3, $4, $5, $6)";
    op.exec(sql, &values).await.map(drop)
}

/// `None` for a zaak that ends without a decision.
pub(crate) async fn type_of(op: &mut Op<'_>, zaak: &Zaak) -> Result<Option<Besluittype>> {
    let sql = "SELECT id, bestuursorgaan, rechtsmiddel, rechtsmiddel_grondslag FROM besluittype WHERE zaaktype = $1";
    let read =
        |r: &Row<'_>| Ok(Besluittype { id: r.get(0)?, bestuursorgaan: r.get(1)?, rechtsmiddel: r.get(2)?, grondslag: r.get(3)? });
    Ok(op.rows(sql, &[zaak.zaaktype.into()], read).await?.pop())
}

pub(crate) async fn insert(op: &mut Op<'_>, key: &DataKey, zaak: &Zaak, (type_, besluit): (Uuid, &Besluit)) -> Result<()> {
    let values: [Value; 8] = [
        Uuid::now_v7().into(),
        zaak.id.uuid().into(),
        type_.into(),
        besluit.identificatie.as_str().into(),
        besluit.datum.into(),
        besluit.verzenddatum.into(),
        besluit.uiterlijke_reactiedatum.into(),
        key.seal(op, TOELICHTING, besluit.toelichting.as_bytes())?.into(),
    ];
    let sql = "INSERT INTO besluit (id, zaak, besluittype, identificatie, verantwoordelijke_organisatie, datum, ingangsdatum, \
               verzenddatum, uiterlijke_reactiedatum, toelichting_sealed) \
               SELECT $1, z.id, $3, $4, z.verantwoordelijke_organisatie, $5, $5, $6, $7, $8 FROM zaak z WHERE z.id = $2";
    super::one_row(op.exec(sql, &values).await?, "besluit")
}

/// The decision on a zaak.
pub(crate) async fn of(op: &mut Op<'_>, key: &DataKey, zaak: Id<Zaak>) -> Result<Option<Besluit>> {
    let sql = "SELECT b.identificatie, t.bestuursorgaan, b.datum, b.verzenddatum, t.rechtsmiddel, t.rechtsmiddel_grondslag, \
               b.uiterlijke_reactiedatum, b.toelichting_sealed \
               FROM besluit b JOIN besluittype t ON t.id = b.besluittype WHERE b.zaak = $1";
    let read = |r: &Row<'_>| {
        let besluit = Besluit {
            identificatie: r.get(0)?,
            bestuursorgaan: r.get(1)?,
            datum: r.get(2)?,
            verzenddatum: r.get(3)?,
            rechtsmiddel: r.get(4)?,
            rechtsmiddel_grondslag: r.get(5)?,
            uiterlijke_reactiedatum: r.get(6)?,
            toelichting: String::new(),
        };
        Ok((besluit, r.get::<Vec<u8>>(7)?))
    };
    let Some((besluit, sealed)) = op.rows(sql, &[zaak.uuid().into()], read).await?.pop() else { return Ok(None) };
    Ok(Some(Besluit { toelichting: text(key, TOELICHTING, &sealed)?, ..besluit }))
}

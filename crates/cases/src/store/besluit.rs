//! SQL of decisions and their types.
use super::text;
use crate::{Besluit, Zaak};
use access::{DataKey, Op, Result};
use catalogue::{Rechtsmiddel, ServiceDefinition, Text};
use store::{Row, Value};
use uuid::Uuid;
use values::Id;

/// The place to which the reasons are bound.
const TOELICHTING: &str = "besluit.toelichting";

/// Who decides, and what can be done against it.
pub(crate) struct Besluittype {
    pub id: Uuid,
    pub bestuursorgaan: String,
    pub rechtsmiddelen: Vec<Rechtsmiddel>,
}

pub(crate) async fn insert_type(op: &mut Op<'_>, zaaktype: Uuid, service: &ServiceDefinition) -> Result<()> {
    let type_ = Uuid::now_v7();
    let values: [Value; 4] = [type_.into(), zaaktype.into(), service.upl.as_str().into(), service.bevoegd_orgaan.as_str().into()];
    let sql = "INSERT INTO besluittype (id, zaaktype, omschrijving, bestuursorgaan) VALUES ($1, $2, $3, $4)";
    op.exec(sql, &values).await?;
    for (number, remedy) in (1_i64..).zip(&service.rechtsmiddelen) {
        let (tegen, orgaan) = (remedy.tegen.as_ref(), remedy.orgaan.as_ref());
        let values: [Value; 10] = [
            Uuid::now_v7().into(),
            type_.into(),
            number.into(),
            remedy.soort.as_deref().unwrap_or(service.soort.word()).into(),
            remedy.naam.as_str().into(),
            remedy.grondslag.as_str().into(),
            tegen.map(|text| text.nl.as_str()).into(),
            tegen.map(|text| text.en.as_str()).into(),
            orgaan.map(|text| text.nl.as_str()).into(),
            orgaan.map(|text| text.en.as_str()).into(),
        ];
        let sql = "INSERT INTO besluittype_rechtsmiddel (id, besluittype, volgnummer, soort, naam, grondslag, tegen_nl, tegen_en, \
                   orgaan_nl, orgaan_en) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
        op.exec(sql, &values).await?;
    }
    Ok(())
}

/// `None` for a zaak that ends without a decision.
pub(crate) async fn type_of(op: &mut Op<'_>, zaak: &Zaak) -> Result<Option<Besluittype>> {
    let sql = "SELECT id, bestuursorgaan FROM besluittype WHERE zaaktype = $1";
    let read = |r: &Row<'_>| Ok(Besluittype { id: r.get(0)?, bestuursorgaan: r.get(1)?, rechtsmiddelen: vec![] });
    let Some(found) = op.rows(sql, &[zaak.zaaktype.into()], read).await?.pop() else { return Ok(None) };
    Ok(Some(Besluittype { rechtsmiddelen: rechtsmiddelen(op, found.id).await?, ..found }))
}

async fn rechtsmiddelen(op: &mut Op<'_>, type_: Uuid) -> Result<Vec<Rechtsmiddel>> {
    let sql = "SELECT soort, naam, grondslag, tegen_nl, tegen_en, orgaan_nl, orgaan_en FROM besluittype_rechtsmiddel \
               WHERE besluittype = $1 ORDER BY volgnummer";
    let read = |r: &Row<'_>| {
        let text = |column: usize| -> std::result::Result<Option<Text>, store::Error> {
            let (nl, en): (Option<String>, Option<String>) = (r.get(column)?, r.get(column + 1)?);
            Ok(nl.zip(en).map(|(nl, en)| Text { nl, en }))
        };
        Ok(Rechtsmiddel { soort: r.get(0)?, naam: r.get(1)?, grondslag: r.get(2)?, tegen: text(3)?, orgaan: text(5)? })
    };
    op.rows(sql, &[type_.into()], read).await
}

/// Is ending with this resultaat a decision, as it was published?
pub(crate) async fn is_besluit(op: &mut Op<'_>, zaak: &Zaak, resultaat: &str) -> Result<bool> {
    let sql = "SELECT besluit FROM resultaattype WHERE zaaktype = $1 AND omschrijving = $2";
    Ok(op.rows(sql, &[zaak.zaaktype.into(), resultaat.into()], |r| r.get(0)).await?.pop().unwrap_or(false))
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
    let sql = "SELECT b.identificatie, t.bestuursorgaan, b.datum, b.verzenddatum, b.uiterlijke_reactiedatum, t.id, b.toelichting_sealed \
               FROM besluit b JOIN besluittype t ON t.id = b.besluittype WHERE b.zaak = $1";
    let read = |r: &Row<'_>| {
        let besluit = Besluit {
            identificatie: r.get(0)?,
            bestuursorgaan: r.get(1)?,
            datum: r.get(2)?,
            verzenddatum: r.get(3)?,
            rechtsmiddelen: vec![],
            uiterlijke_reactiedatum: r.get(4)?,
            toelichting: String::new(),
        };
        Ok((besluit, r.get::<Uuid>(5)?, r.get::<Vec<u8>>(6)?))
    };
    let Some((besluit, type_, sealed)) = op.rows(sql, &[zaak.uuid().into()], read).await?.pop() else { return Ok(None) };
    let rechtsmiddelen = rechtsmiddelen(op, type_).await?;
    Ok(Some(Besluit { toelichting: text(key, TOELICHTING, &sealed)?, rechtsmiddelen, ..besluit }))
}

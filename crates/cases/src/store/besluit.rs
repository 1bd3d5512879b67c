//! SQL of decisions and their types.
use super::{VERVALDATUM_BESLUIT, text};
use crate::{Besluit, Ondertekening, Verval, Vervalreden, Zaak};
use access::{DataKey, Op, Result};
use catalogue::{Mandaat, Overlay, Rechtsmiddel, ServiceDefinition, Text};
use jiff::civil::Date;
use store::{Row, Value};
use uuid::Uuid;
use values::{Id, Term};

/// The place to which the reasons are bound.
const TOELICHTING: &str = "besluit.toelichting";

/// Who decides, and what can be done against it.
pub(crate) struct Besluittype {
    pub id: Uuid,
    pub ondertekening: Ondertekening,
    pub rechtsmiddelen: Vec<Rechtsmiddel>,
}

pub(crate) async fn insert_type(
    op: &mut Op<'_>,
    zaaktype: Uuid,
    (service, overlay): (&ServiceDefinition, &Overlay),
) -> Result<()> {
    let type_ = Uuid::now_v7();
    let organ = overlay.bevoegd_orgaan.as_ref();
    let named = organ.unwrap_or(&service.bevoegd_orgaan);
    let [aan, grondslag] = columns(overlay.mandaat.as_ref());
    let values: [Value; 8] = [
        type_.into(),
        zaaktype.into(),
        service.upl.as_str().into(),
        named.nl.as_str().into(),
        named.en.as_str().into(),
        organ.is_some().into(),
        aan,
        grondslag,
    ];
    let sql = "INSERT INTO besluittype (id, zaaktype, omschrijving, bestuursorgaan, bestuursorgaan_en, bestuursorgaan_voluit, mandaat_aan, \
               mandaat_grondslag) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
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

fn columns(mandaat: Option<&Mandaat>) -> [Value; 2] {
    [mandaat.map(|mandaat| mandaat.aan.as_str()).into(), mandaat.map(|mandaat| mandaat.grondslag.as_str()).into()]
}

/// The two columns from this one on.
fn mandaat(r: &Row<'_>, column: usize) -> std::result::Result<Option<Mandaat>, store::Error> {
    let (aan, grondslag): (Option<String>, Option<String>) = (r.get(column)?, r.get(column + 1)?);
    Ok(aan.zip(grondslag).map(|(aan, grondslag)| Mandaat { aan, grondslag }))
}

/// The organ in the three columns from this one on, and the mandaat in the two after it.
fn ondertekening(r: &Row<'_>, column: usize) -> std::result::Result<Ondertekening, store::Error> {
    let (nl, en): (String, Option<String>) = (r.get(column)?, r.get(column + 1)?);
    let bestuursorgaan = Text { en: en.unwrap_or_else(|| nl.clone()), nl };
    Ok(Ondertekening { bestuursorgaan, voluit: r.get(column + 2)?, mandaat: mandaat(r, column + 3)? })
}

/// `None` for a zaak that ends without a decision. Who may decide is as it was published last: a mandaat counts on the day of the decision.
pub(crate) async fn type_of(op: &mut Op<'_>, zaak: &Zaak) -> Result<Option<Besluittype>> {
    let sql = "SELECT b.id, b.bestuursorgaan, b.bestuursorgaan_en, b.bestuursorgaan_voluit, n.mandaat_aan, n.mandaat_grondslag \
               FROM besluittype b JOIN zaaktype t ON t.id = b.zaaktype \
               JOIN zaaktype u ON u.catalogus = t.catalogus AND u.identificatie = t.identificatie JOIN besluittype n ON n.zaaktype = u.id \
               WHERE t.id = $1 ORDER BY u.id DESC LIMIT 1";
    let read = |r: &Row<'_>| Ok(Besluittype { id: r.get(0)?, ondertekening: ondertekening(r, 1)?, rechtsmiddelen: vec![] });
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
    let [aan, grondslag] = columns(besluit.ondertekening.mandaat.as_ref());
    let values: [Value; 12] = [
        Uuid::now_v7().into(),
        zaak.id.uuid().into(),
        type_.into(),
        besluit.identificatie.as_str().into(),
        besluit.datum.into(),
        besluit.verzenddatum.into(),
        besluit.uiterlijke_reactiedatum.into(),
        key.seal(op, TOELICHTING, besluit.toelichting.as_bytes())?.into(),
        aan,
        grondslag,
        besluit.ingangsdatum.into(),
        besluit.geldig_tot.into(),
    ];
    let sql = "INSERT INTO besluit (id, zaak, besluittype, identificatie, verantwoordelijke_organisatie, datum, ingangsdatum, \
               verzenddatum, uiterlijke_reactiedatum, toelichting_sealed, mandaat_aan, mandaat_grondslag, geldig_tot) \
               SELECT $1, z.id, $3, $4, z.verantwoordelijke_organisatie, $5, $11, $6, $7, $8, $9, $10, $12 FROM zaak z WHERE z.id = $2";
    super::one_row(op.exec(sql, &values).await?, "besluit")
}

/// The decision on a zaak.
pub(crate) async fn of(op: &mut Op<'_>, key: &DataKey, zaak: Id<Zaak>) -> Result<Option<Besluit>> {
    let sql = "SELECT b.identificatie, t.bestuursorgaan, t.bestuursorgaan_en, t.bestuursorgaan_voluit, b.mandaat_aan, b.mandaat_grondslag, \
               b.datum, b.verzenddatum, b.uiterlijke_reactiedatum, t.id, b.toelichting_sealed, b.ingangsdatum, \
               b.geldig_tot, b.vervaldatum, b.vervalreden \
               FROM besluit b JOIN besluittype t ON t.id = b.besluittype WHERE b.zaak = $1";
    let read = |r: &Row<'_>| {
        let besluit = Besluit {
            identificatie: r.get(0)?,
            ondertekening: ondertekening(r, 1)?,
            datum: r.get(6)?,
            ingangsdatum: r.get(11)?,
            geldig_tot: r.get(12)?,
            verval: verval(r, 13)?,
            verzenddatum: r.get(7)?,
            rechtsmiddelen: vec![],
            uiterlijke_reactiedatum: r.get(8)?,
            toelichting: String::new(),
        };
        Ok((besluit, r.get::<Uuid>(9)?, r.get::<Vec<u8>>(10)?))
    };
    let Some((besluit, type_, sealed)) = op.rows(sql, &[zaak.uuid().into()], read).await?.pop() else { return Ok(None) };
    let rechtsmiddelen = rechtsmiddelen(op, type_).await?;
    Ok(Some(Besluit { toelichting: text(key, TOELICHTING, &sealed)?, rechtsmiddelen, ..besluit }))
}

/// What was granted and holds on after the zaak.
pub(crate) struct Geldt {
    pub ingangsdatum: Date,
    pub verval: Option<Verval>,
    /// How long it holds at most, where the law says so.
    pub hoogstens: Option<Term>,
    /// How long it is kept after its last day.
    pub bewaartermijn: String,
}

/// The last day in the two columns from this one on.
fn verval(r: &Row<'_>, column: usize) -> std::result::Result<Option<Verval>, store::Error> {
    let (vervaldatum, reden): (Option<Date>, Option<String>) = (r.get(column)?, r.get(column + 1)?);
    let vervalreden = reden.and_then(|word| Vervalreden::of_word(&word));
    Ok(vervaldatum.zip(vervalreden).map(|(vervaldatum, vervalreden)| Verval { vervaldatum, vervalreden }))
}

/// `None` as long as nothing was granted, and where it does not hold on.
pub(crate) async fn geldt(op: &mut Op<'_>, zaak: &Zaak) -> Result<Option<Geldt>> {
    let sql = "SELECT b.ingangsdatum, b.vervaldatum, b.vervalreden, t.archiefactietermijn, t.geldt_hoogstens FROM besluit b \
               JOIN resultaat r ON r.zaak = b.zaak JOIN resultaattype t ON t.id = r.resultaattype \
               WHERE b.zaak = $1 AND t.afleidingswijze = $2";
    let read = |r: &Row<'_>| {
        let hoogstens = term(r.get(4)?);
        Ok(Geldt { ingangsdatum: r.get(0)?, verval: verval(r, 1)?, bewaartermijn: r.get(3)?, hoogstens })
    };
    Ok(op.rows(sql, &[zaak.id.uuid().into(), VERVALDATUM_BESLUIT.into()], read).await?.pop())
}

/// Sets its last day, and the day of destruction that follows from it.
pub(crate) async fn set_verval(op: &mut Op<'_>, zaak: &Zaak, verval: Verval, archiefactiedatum: Date) -> Result<()> {
    let values: [Value; 3] = [verval.vervaldatum.into(), verval.vervalreden.word().into(), zaak.id.uuid().into()];
    op.exec("UPDATE besluit SET vervaldatum = $1, vervalreden = $2 WHERE zaak = $3", &values).await?;
    let values: [Value; 2] = [archiefactiedatum.into(), zaak.id.uuid().into()];
    op.exec("UPDATE zaak SET archiefactiedatum = $1 WHERE id = $2", &values).await.map(drop)
}

fn term(text: Option<String>) -> Option<Term> {
    text.and_then(|text| text.parse().ok())
}

/// With which resultaten something is granted that holds on, and how long at most.
pub(crate) async fn blijvend(op: &mut Op<'_>, zaak: &Zaak) -> Result<Vec<(String, Option<Term>)>> {
    let sql = "SELECT omschrijving, geldt_hoogstens FROM resultaattype WHERE zaaktype = $1 AND afleidingswijze = $2 ORDER BY id";
    let values: [Value; 2] = [zaak.zaaktype.into(), VERVALDATUM_BESLUIT.into()];
    op.rows(sql, &values, |r| Ok((r.get(0)?, term(r.get(1)?)))).await
}

//! SQL of one's own zaken.
use super::{BETROKKENE, INITIATOR, insert_rol};
use crate::{Page, Rol, Zaak, ZaakLine};
use access::{DataKey, Error, Lists, Op, Result};
use jiff::civil::Date;
use store::{Row, Value, places};
use uuid::Uuid;
use values::Id;

/// Where one finds what is of these lists by its hash.
pub(crate) fn known_by(lists: &Lists) -> &'static str {
    if lists.vestiging.is_some() { "vestiging_hash" } else { "betrokkene_hash" }
}

/// Until when she can do what she was asked, on the day `$2`.
const TAAK: &str = "(SELECT MIN(k.uiterlijk) FROM zaak_taak k WHERE k.zaak = z.id AND k.vervuld_op IS NULL AND k.ingetrokken_op IS NULL AND k.uiterlijk >= $2 \
                    AND z.einddatum IS NULL)";

/// Somebody who was named must still give.
const GENODIGDE: &str =
    "EXISTS (SELECT 1 FROM zaak_uitnodiging i WHERE i.zaak = z.id AND i.gegeven_op IS NULL AND z.einddatum IS NULL)";

/// The zaken of this part of the lists, in which a party or branch with one of these hashes is the initiator. Ids are ordered by time.
pub(crate) async fn lines(op: &mut Op<'_>, lists: &Lists, page: Page, most: usize) -> Result<Vec<ZaakLine>> {
    let ended = if page.ended { "IS NOT NULL" } else { "IS NULL" };
    let which = format!("z.einddatum {ended} AND z.id < $1 ORDER BY z.id DESC LIMIT {most}");
    select(op, lists, &which, page.before.unwrap_or(Uuid::max())).await
}

/// All of them, what is open first.
pub(crate) async fn all(op: &mut Op<'_>, lists: &Lists, most: usize) -> Result<Vec<ZaakLine>> {
    let which = format!("z.id < $1 ORDER BY z.einddatum IS NOT NULL, z.id DESC LIMIT {most}");
    select(op, lists, &which, Uuid::max()).await
}

/// Those in which she can still do what she was asked, the first date first, and then those in which somebody who was named must still give.
pub(crate) async fn asked(op: &mut Op<'_>, lists: &Lists, most: usize) -> Result<Vec<ZaakLine>> {
    let which = format!("z.id < $1 AND ({TAAK} IS NOT NULL OR {GENODIGDE}) ORDER BY {TAAK} IS NULL, {TAAK}, z.id LIMIT {most}");
    select(op, lists, &which, Uuid::max()).await
}

/// The numbers of those of this service that are not over, the newest first. Walks the index from its end: as quick for who has a thousand.
pub(crate) async fn running(op: &mut Op<'_>, lists: &Lists, service: &str, most: usize) -> Result<Vec<String>> {
    let sql = format!(
        "SELECT z.identificatie FROM rol r JOIN zaak z ON z.id = r.zaak JOIN zaaktype t ON t.id = z.zaaktype \
         WHERE r.{} IN ({}) AND t.identificatie = $1 AND z.einddatum IS NULL ORDER BY r.zaak DESC LIMIT {most}",
        known_by(lists),
        places(2, lists.len())
    );
    let values: Vec<Value> = std::iter::once(Value::from(service)).chain(lists.hashes()).collect();
    op.rows(&sql, &values, |r| r.get(0)).await
}

async fn select(op: &mut Op<'_>, lists: &Lists, which: &str, before: Uuid) -> Result<Vec<ZaakLine>> {
    let diensten = lists.diensten.as_deref();
    if lists.is_empty() || diensten.is_some_and(<[String]>::is_empty) {
        return Ok(vec![]);
    }
    let known_by = known_by(lists);
    let parties = places(3, lists.len());
    let named = diensten.unwrap_or_default();
    let of_services = match diensten {
        None => String::new(),
        Some(_) => format!("AND t.identificatie IN ({}) ", places(3 + lists.len(), named.len())),
    };
    let sql = format!(
        "SELECT z.id, z.organisatie, z.identificatie, z.omschrijving, t.identificatie, z.ontvangen_op, z.einddatum_gepland, \
         z.uiterlijke_einddatum_afdoening, z.einddatum, \
         (SELECT s.omschrijving FROM status g JOIN statustype s ON s.id = g.statustype WHERE g.zaak = z.id ORDER BY g.id DESC LIMIT 1), \
         {TAAK}, \
         (SELECT e.omschrijving FROM resultaat u JOIN resultaattype e ON e.id = u.resultaattype WHERE u.zaak = z.id), \
         z.werkdatum, t.lex_silencio, \
         (SELECT m.naam FROM besluit b JOIN besluittype_rechtsmiddel m ON m.besluittype = b.besluittype AND m.volgnummer = 1 \
          WHERE b.zaak = z.id), \
         (SELECT b.uiterlijke_reactiedatum FROM besluit b WHERE b.zaak = z.id), {GENODIGDE}, \
         z.elders_gedaan_op IS NOT NULL \
         FROM rol r JOIN zaak z ON z.id = r.zaak JOIN zaaktype t ON t.id = z.zaaktype \
         WHERE r.{known_by} IN ({parties}) {of_services}AND {which}"
    );
    let mut values: Vec<Value> = vec![before.into(), op.today().into()];
    values.extend(lists.hashes());
    values.extend(named.iter().map(|dienst| Value::from(dienst.as_str())));
    op.rows(&sql, &values, read).await
}

fn read(r: &Row<'_>) -> std::result::Result<ZaakLine, store::Error> {
    let (remedy, until): (Option<String>, Option<Date>) = (r.get(14)?, r.get(15)?);
    Ok(ZaakLine {
        id: Id::from(r.get::<Uuid>(0)?),
        organisatie: r.get(1)?,
        identificatie: r.get(2)?,
        omschrijving: r.get(3)?,
        service: r.get(4)?,
        ontvangen_op: r.get(5)?,
        einddatum_gepland: r.get(6)?,
        uiterlijke_einddatum_afdoening: r.get(7)?,
        einddatum: r.get(8)?,
        status: r.get::<Option<String>>(9)?.unwrap_or_default(),
        taak: r.get(10)?,
        resultaat: r.get(11)?,
        werkdatum: r.get(12)?,
        lex_silencio: r.get(13)?,
        rechtsmiddel: remedy.zip(until),
        wacht_op_genodigde: r.get(16)?,
        elders_gedaan: r.get(17)?,
    })
}

/// The names of the services of the zaken in which a party with one of these hashes is the initiator.
pub(crate) async fn services(op: &mut Op<'_>, hashes: &[[u8; 32]]) -> Result<Vec<String>> {
    if hashes.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT DISTINCT t.identificatie FROM rol r JOIN zaak z ON z.id = r.zaak JOIN zaaktype t ON t.id = z.zaaktype \
         WHERE r.betrokkene_hash IN ({})",
        places(1, hashes.len())
    );
    let values: Vec<Value> = hashes.iter().map(|hash| Value::from(hash.to_vec())).collect();
    op.rows(&sql, &values, |r| r.get(0)).await
}

/// It is this party's, or this branch's, from now on: its initiator gets the numbers and hashes, or comes in when there was none.
pub(crate) async fn join(op: &mut Op<'_>, key: &DataKey, zaak: &Zaak, lists: &Lists) -> Result<()> {
    let betrokkene_type = Rol::type_of(&lists.party, lists.vestiging.as_ref());
    let identificatie = Some(lists.party.number().to_owned());
    let vestigingsnummer = lists.vestiging.as_ref().map(|own| own.expose().to_owned());
    let sql = "SELECT r.id, r.betrokkene_sealed FROM rol r JOIN roltype t ON t.id = r.roltype \
               WHERE r.zaak = $1 AND t.omschrijving_generiek = $2 ORDER BY r.id";
    let read = |r: &Row<'_>| Ok((r.get::<Uuid>(0)?, r.get::<Vec<u8>>(1)?));
    let known = op.rows(sql, &[zaak.id.uuid().into(), INITIATOR.into()], read).await?.into_iter().next();
    let broken = |e: serde_json::Error| Error::Internal(e.to_string());
    let Some((id, sealed)) = known else {
        let rol = Rol {
            omschrijving_generiek: INITIATOR.into(),
            betrokkene_type: betrokkene_type.into(),
            identificatie,
            vestigingsnummer,
            naam: None,
            email: None,
            telefoon: None,
            indicatie_machtiging: None,
            roltoelichting: None,
        };
        return insert_rol(op, key, zaak, &rol).await;
    };
    let mut rol: Rol = serde_json::from_slice(&key.open(BETROKKENE, &sealed)?).map_err(broken)?;
    rol.betrokkene_type = betrokkene_type.into();
    rol.identificatie = identificatie;
    rol.vestigingsnummer = vestigingsnummer;
    let sealed = key.seal(op, BETROKKENE, &serde_json::to_vec(&rol).map_err(broken)?)?;
    let (party, vestiging) = (zaak.party.clone(), zaak.vestiging.clone());
    let values: [Value; 5] = [betrokkene_type.into(), sealed.into(), party.into(), vestiging.into(), id.into()];
    let sql =
        "UPDATE rol SET betrokkene_type = $1, betrokkene_sealed = $2, betrokkene_hash = $3, vestiging_hash = $4 WHERE id = $5";
    op.exec(sql, &values).await.map(drop)
}

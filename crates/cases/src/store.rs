//! SQL of this context, and nothing else.
pub(crate) mod aanvulling;
pub(crate) mod advies;
pub(crate) mod berichten;
pub(crate) mod besluit;
pub(crate) mod desk;
pub(crate) mod documents;
pub(crate) mod doorzending;
pub(crate) mod mine;
pub(crate) mod notities;
pub(crate) mod stukken;
pub(crate) mod uitnodiging;
pub(crate) mod zaaktype;

use crate::{Bericht, From, NewZaak, Onderwerp, Oordeel, Rol, Stap, Zaak, ZaakView, refused};
use access::{DataKey, Error, Op, Result};
use catalogue::OVERGEDRAGEN;
use jiff::{SignedDuration, Timestamp, civil::Date};
use std::cmp::Ordering;
use store::{Row, Value};
use uuid::Uuid;
use values::{Id, Language, Oin, Term};

/// The place to which what the person wrote is bound.
const TOELICHTING: &str = "zaak.toelichting";
const BIJZONDER: &str = "zaak.bijzonder";
const BETROKKENE: &str = "rol.betrokkene";
/// Within this time the same words are the same message.
const AGAIN: SignedDuration = SignedDuration::from_mins(1);
const TEKST: &str = "zaak_bericht.tekst";
pub(crate) const INITIATOR: &str = "initiator";
/// Ways to know from when a zaak is kept (RGBZ `afleidingswijze`).
pub(crate) const AFGEHANDELD: &str = "afgehandeld";
pub(crate) const VERVALDATUM_BESLUIT: &str = "vervaldatum_besluit";
/// ZGW `omschrijvingGeneriek` of who acts for the initiator.
pub const VERTEGENWOORDIGER: &str = "mede_initiator";

/// Stores a new zaak; `false` when another one has its number. Errors: `Conflict` when it is there already.
pub(crate) async fn insert(op: &mut Op<'_>, key: &DataKey, zaak: &Zaak, new: &NewZaak) -> Result<bool> {
    let toelichting = key.seal(op, TOELICHTING, new.toelichting.as_bytes())?;
    let bijzonder = new.bijzonder.as_ref().map(|text| key.seal(op, BIJZONDER, text.as_bytes())).transpose()?;
    let values: [Value; 16] = [
        zaak.id.uuid().into(),
        zaak.organisatie.expose().into(),
        zaak.identificatie.as_str().into(),
        new.bronorganisatie.expose().into(),
        zaak.zaaktype.into(),
        zaak.omschrijving.as_str().into(),
        zaak.startdatum.into(),
        zaak.einddatum_gepland.into(),
        zaak.uiterlijke_einddatum_afdoening.into(),
        zaak.ontvangen_op.into(),
        key.id().into(),
        toelichting.into(),
        new.volgcode.hash(op.keys())?.into(),
        zaak.taal.code().into(),
        zaak.werkdatum.into(),
        bijzonder.into(),
    ];
    let sql = "INSERT INTO zaak (id, organisatie, identificatie, bronorganisatie, verantwoordelijke_organisatie, zaaktype, omschrijving, \
               registratiedatum, startdatum, einddatum_gepland, uiterlijke_einddatum_afdoening, vertrouwelijkheidaanduiding, \
               communicatiekanaal, archiefstatus, ontvangen_op, data_key, toelichting_sealed, volgcode_hash, taal, werkdatum, bijzonder_sealed) \
               VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $7, $8, $9, 'zaakvertrouwelijk', 'website', 'nog_te_archiveren', $10, $11, $12, $13, $14, $15, $16) \
               ON CONFLICT DO NOTHING";
    if op.exec(sql, &values).await? == 0 {
        let sql = "SELECT id FROM zaak WHERE bronorganisatie = $1 AND identificatie = $2";
        let values: [Value; 2] = [new.bronorganisatie.expose().into(), zaak.identificatie.as_str().into()];
        let taken = !op.rows(sql, &values, |r| r.get::<Uuid>(0)).await?.is_empty();
        return if taken { Ok(false) } else { Err(Error::Conflict("zaak")) };
    }
    add_status(op, zaak, 1).await?;
    for rol in &new.rollen {
        insert_rol(op, key, zaak, rol).await?;
    }
    Ok(true)
}

async fn insert_rol(op: &mut Op<'_>, key: &DataKey, zaak: &Zaak, rol: &Rol) -> Result<()> {
    let content = serde_json::to_vec(rol).map_err(|e| Error::Internal(e.to_string()))?;
    let hash = zaak.party.clone().filter(|_| rol.omschrijving_generiek == INITIATOR);
    let vestiging = hash.as_ref().and(zaak.vestiging.clone());
    let values: [Value; 9] = [
        Uuid::now_v7().into(),
        zaak.id.uuid().into(),
        zaak.zaaktype.into(),
        rol.omschrijving_generiek.as_str().into(),
        rol.betrokkene_type.as_str().into(),
        op.now().into(),
        key.seal(op, BETROKKENE, &content)?.into(),
        hash.into(),
        vestiging.into(),
    ];
    let sql = "INSERT INTO rol (id, zaak, roltype, betrokkene_type, registratiedatum, betrokkene_sealed, betrokkene_hash, vestiging_hash) \
               SELECT $1, $2, id, $5, $6, $7, $8, $9 FROM roltype WHERE zaaktype = $3 AND omschrijving_generiek = $4";
    one_row(op.exec(sql, &values).await?, "rol")
}

/// A row that finds no type to belong to would be lost in silence.
fn one_row(rows: u64, table: &str) -> Result<()> {
    if rows == 1 { Ok(()) } else { Err(Error::Internal(format!("{table}: {rows} rows instead of one"))) }
}

async fn add_status(op: &mut Op<'_>, zaak: &Zaak, volgnummer: i64) -> Result<()> {
    let values: [Value; 5] =
        [Uuid::now_v7().into(), zaak.id.uuid().into(), op.now().into(), zaak.zaaktype.into(), volgnummer.into()];
    let sql = "INSERT INTO status (id, zaak, statustype, datum_status_gezet) \
               SELECT $1, $2, id, $3 FROM statustype WHERE zaaktype = $4 AND volgnummer = $5";
    if op.exec(sql, &values).await? == 0 { refused("refused-no-such-status") } else { Ok(()) }
}

/// Sets a later step, not the last one; `false` when it stands there already.
pub(crate) async fn set_status(op: &mut Op<'_>, zaak: &Zaak, omschrijving: &str) -> Result<bool> {
    let sql = "SELECT volgnummer FROM statustype WHERE zaaktype = $1 AND omschrijving = $2";
    let found = op.rows(sql, &[zaak.zaaktype.into(), omschrijving.into()], |r| r.get::<i64>(0)).await?.pop();
    let Some(number) = found else { return refused("refused-no-such-status") };
    if number == last_step(op, zaak).await? {
        return refused("refused-status-end");
    }
    // Sent on and back again, it began anew.
    let sql = "SELECT COALESCE(MAX(t.volgnummer), 0) FROM status s JOIN statustype t ON t.id = s.statustype \
               WHERE s.zaak = $1 AND t.zaaktype = $2 AND s.datum_status_gezet >= \
               COALESCE((SELECT MAX(d.doorgezonden_op) FROM zaak_doorzending d WHERE d.zaak = $1), s.datum_status_gezet)";
    let now = op.one(sql, &[zaak.id.uuid().into(), zaak.zaaktype.into()], |r| r.get::<i64>(0)).await?;
    match number.cmp(&now) {
        Ordering::Less => refused("refused-status-back"),
        Ordering::Equal => Ok(false),
        Ordering::Greater => add_status(op, zaak, number).await.map(|()| true),
    }
}

/// The step with which it ends.
async fn last_step(op: &mut Op<'_>, zaak: &Zaak) -> Result<i64> {
    let sql = "SELECT MAX(volgnummer) FROM statustype WHERE zaaktype = $1";
    op.one(sql, &[zaak.zaaktype.into()], |r| r.get::<i64>(0)).await
}

pub(crate) async fn close(op: &mut Op<'_>, zaak: &Zaak, resultaat: &str) -> Result<()> {
    let today = op.today();
    let sql = "SELECT id, archiefactietermijn, archiefnominatie, afleidingswijze FROM resultaattype WHERE zaaktype = $1 AND omschrijving = $2";
    let read = |r: &Row<'_>| Ok((r.get::<Uuid>(0)?, r.get::<String>(1)?, r.get::<String>(2)?, r.get::<String>(3)?));
    let Some((type_, term, nominatie, afleidingswijze)) =
        op.rows(sql, &[zaak.zaaktype.into(), resultaat.into()], read).await?.pop()
    else {
        return refused("refused-no-such-result");
    };
    let values: [Value; 3] = [Uuid::now_v7().into(), zaak.id.uuid().into(), type_.into()];
    op.exec("INSERT INTO resultaat (id, zaak, resultaattype) VALUES ($1, $2, $3)", &values).await?;
    let last = last_step(op, zaak).await?;
    add_status(op, zaak, last).await?;
    // What still holds is kept until it is known when it no longer does.
    let from = (afleidingswijze == AFGEHANDELD).then(|| archive_date(today, &term)).transpose()?;
    let values: [Value; 4] = [today.into(), nominatie.into(), from.into(), zaak.id.uuid().into()];
    let sql = "UPDATE zaak SET einddatum = $1, archiefnominatie = $2, archiefactiedatum = $3 WHERE id = $4";
    op.exec(sql, &values).await.map(drop)
}

/// The day of destruction, after keeping it for this term.
pub(crate) fn archive_date(from: Date, term: &str) -> Result<Date> {
    let term: Option<Term> = term.parse().ok();
    let broken = || Error::Internal("the retention term of a resultaattype is no term".into());
    term.and_then(|term| term.after(from)).ok_or_else(broken)
}

const ZAAK: &str = "SELECT z.id, z.organisatie, z.identificatie, z.zaaktype, z.omschrijving, z.startdatum, z.ontvangen_op, \
                    z.einddatum_gepland, z.uiterlijke_einddatum_afdoening, z.einddatum, z.data_key, \
                    r.betrokkene_hash, t.identificatie, z.taal, r.vestiging_hash, t.adviseur, z.werkdatum, t.lex_silencio, \
                    z.elders_gedaan_op FROM zaak z \
                    JOIN zaaktype t ON t.id = z.zaaktype LEFT JOIN rol r ON r.zaak = z.id AND r.betrokkene_hash IS NOT NULL WHERE z.id = $1";

pub(crate) async fn zaak(op: &mut Op<'_>, id: Id<Zaak>) -> Result<Zaak> {
    op.one(ZAAK, &[id.uuid().into()], read_zaak).await
}

fn read_zaak(r: &Row<'_>) -> std::result::Result<Zaak, store::Error> {
    Ok(Zaak {
        id: Id::from(r.get::<Uuid>(0)?),
        organisatie: r.get(1)?,
        identificatie: r.get(2)?,
        zaaktype: r.get(3)?,
        omschrijving: r.get(4)?,
        startdatum: r.get(5)?,
        ontvangen_op: r.get(6)?,
        einddatum_gepland: r.get(7)?,
        uiterlijke_einddatum_afdoening: r.get(8)?,
        einddatum: r.get(9)?,
        data_key: r.get(10)?,
        party: r.get(11)?,
        service: r.get(12)?,
        taal: Language::from_code(&r.get::<String>(13)?).unwrap_or_default(),
        vestiging: r.get(14)?,
        adviseur: zaaktype::adviseur(r, 15)?,
        werkdatum: r.get(16)?,
        lex_silencio: r.get(17)?,
        elders_gedaan_op: r.get(18)?,
    })
}

/// Nobody else ends it, sends it on or writes in it until this operation is done. Gives it as it is now: what is decided is decided on that.
/// Errors: `Refused` when it has ended, `Conflict` when somebody ended it or sent it on since it was read.
pub(crate) async fn hold_open(op: &mut Op<'_>, zaak: &Zaak) -> Result<Zaak> {
    if zaak.einddatum.is_some() { refused("refused-zaak-closed") } else { hold_while(op, zaak, " AND einddatum IS NULL").await }
}

/// The same for one that may have ended.
pub(crate) async fn hold(op: &mut Op<'_>, zaak: &Zaak) -> Result<Zaak> {
    hold_while(op, zaak, "").await
}

async fn hold_while(op: &mut Op<'_>, read: &Zaak, open: &str) -> Result<Zaak> {
    let sql = format!("UPDATE zaak SET organisatie = organisatie WHERE id = $1 AND organisatie = $2{open}");
    match op.exec(&sql, &[read.id.uuid().into(), read.organisatie.expose().into()]).await? {
        0 => Err(Error::Conflict("zaak")),
        _ => zaak(op, read.id).await,
    }
}

pub(crate) async fn by_code(op: &mut Op<'_>, hash: Vec<u8>) -> Result<(Id<Zaak>, Oin)> {
    let sql = "SELECT id, organisatie FROM zaak WHERE volgcode_hash = $1";
    op.one(sql, &[hash.into()], |r| Ok((Id::from(r.get::<Uuid>(0)?), r.get(1)?))).await
}

pub(crate) async fn by_number(op: &mut Op<'_>, number: &str) -> Result<Id<Zaak>> {
    let values: [Value; 2] = [number.into(), op.context().organisation.expose().into()];
    op.one("SELECT id FROM zaak WHERE identificatie = $1 AND organisatie = $2", &values, |r| Ok(Id::from(r.get::<Uuid>(0)?)))
        .await
}

/// The number of each.
pub(crate) const NUMBERS: &str = "SELECT id, identificatie FROM zaak";

pub(crate) async fn organisation_of(op: &mut Op<'_>, id: Id<Zaak>) -> Result<Oin> {
    op.one("SELECT organisatie FROM zaak WHERE id = $1", &[id.uuid().into()], |r| r.get(0)).await
}

/// All of a zaak; without what was answered about health and the like, and why was decided so, unless `bijzonder`.
pub(crate) async fn view(op: &mut Op<'_>, zaak: Zaak, bijzonder: bool) -> Result<ZaakView> {
    let id: Value = zaak.id.uuid().into();
    let key = DataKey::find(op, zaak.data_key).await?;
    let sql = "SELECT toelichting_sealed, bijzonder_sealed FROM zaak WHERE id = $1";
    let both = |r: &Row<'_>| Ok((r.get::<Vec<u8>>(0)?, r.get::<Option<Vec<u8>>>(1)?));
    let (sealed, apart) = op.one(sql, std::slice::from_ref(&id), both).await?;
    let mut toelichting = text(&key, TOELICHTING, &sealed)?;
    if let Some(apart) = apart.as_ref().filter(|_| bijzonder) {
        toelichting = [toelichting, text(&key, BIJZONDER, apart)?].join("\n\n");
    }
    // Sent on and back again, it began anew.
    let sql = "SELECT t.omschrijving, (SELECT MIN(s.datum_status_gezet) FROM status s WHERE s.zaak = $1 AND s.statustype = t.id \
               AND s.datum_status_gezet >= COALESCE((SELECT MAX(d.doorgezonden_op) FROM zaak_doorzending d WHERE d.zaak = $1), s.datum_status_gezet)) \
               FROM statustype t WHERE t.zaaktype = $2 ORDER BY t.volgnummer";
    let stappen =
        op.rows(sql, &[id.clone(), zaak.zaaktype.into()], |r| Ok(Stap { omschrijving: r.get(0)?, gezet: r.get(1)? })).await?;
    let sql = "SELECT t.omschrijving FROM resultaat r JOIN resultaattype t ON t.id = r.resultaattype WHERE r.zaak = $1";
    let resultaat = op.rows(sql, std::slice::from_ref(&id), |r| r.get(0)).await?.pop();
    let sql = "SELECT oordeel FROM zaak_waardering WHERE zaak = $1";
    let oordeel = op.rows(sql, std::slice::from_ref(&id), |r| r.get::<String>(0)).await?.pop();
    let documents = documents::of(op, zaak.id).await?;
    let rollen = desk::rollen(op, &key, zaak.id).await?;
    let initiator = rollen.into_iter().find(|rol| rol.omschrijving_generiek == INITIATOR);
    let volgorde = zaaktype::volgorde(op, zaak.zaaktype).await?;
    let afgeschermd = apart.is_some() && !bijzonder;
    let mut besluit = besluit::of(op, &key, zaak.id).await?;
    if let Some(besluit) = besluit.as_mut().filter(|_| afgeschermd) {
        besluit.toelichting.clear();
    }
    Ok(ZaakView {
        aanvrager: initiator.and_then(Rol::called),
        toelichting,
        afgeschermd,
        berichten: berichten(op, &key, zaak.id).await?,
        taken: aanvulling::taken(op, &key, zaak.id).await?,
        besluit,
        doorzendingen: doorzending::all(op, zaak.id).await?,
        adviezen: advies::lines(op, &zaak).await?,
        uitnodigingen: uitnodiging::of_zaak(op, &zaak).await?,
        oordeel: oordeel.as_deref().and_then(Oordeel::from_word),
        zaak,
        stappen,
        resultaat,
        documents,
        volgorde,
    })
}

async fn berichten(op: &mut Op<'_>, key: &DataKey, id: Id<Zaak>) -> Result<Vec<Bericht>> {
    let sql = "SELECT van, op, tekst_sealed, gelezen_op FROM zaak_bericht WHERE zaak = $1 ORDER BY id";
    let read = |r: &Row<'_>| Ok((r.get::<String>(0)?, r.get(1)?, r.get::<Vec<u8>>(2)?, r.get(3)?));
    let rows = op.rows(sql, &[id.uuid().into()], read).await?;
    rows.into_iter()
        .map(|(van, at, sealed, gelezen_op)| {
            Ok(Bericht { van: From::of_word(&van), op: at, tekst: text(key, TEKST, &sealed)?, gelezen_op })
        })
        .collect()
}

fn text(key: &DataKey, place: &str, sealed: &[u8]) -> Result<String> {
    String::from_utf8(key.open(place, sealed)?).map_err(|_| Error::Internal(format!("{place} is no text")))
}

pub(crate) async fn insert_bericht(op: &mut Op<'_>, zaak: &Zaak, van: From, tekst: &str) -> Result<()> {
    write(op, zaak, (van, None), tekst).await
}

/// The organisation writes, about something that is more than a message.
pub(crate) async fn insert_about(op: &mut Op<'_>, zaak: &Zaak, onderwerp: Onderwerp, tekst: &str) -> Result<()> {
    write(op, zaak, (From::Organisatie, Some(onderwerp)), tekst).await
}

async fn write(op: &mut Op<'_>, zaak: &Zaak, (van, onderwerp): (From, Option<Onderwerp>), tekst: &str) -> Result<()> {
    let key = DataKey::find(op, zaak.data_key).await?;
    let sealed = key.seal(op, TEKST, tekst.as_bytes())?;
    let values: [Value; 6] = [
        Uuid::now_v7().into(),
        zaak.id.uuid().into(),
        van.word().into(),
        op.now().into(),
        sealed.into(),
        onderwerp.map(Onderwerp::word).into(),
    ];
    let sql = "INSERT INTO zaak_bericht (id, zaak, van, op, tekst_sealed, onderwerp) VALUES ($1, $2, $3, $4, $5, $6)";
    op.exec(sql, &values).await.map(drop)
}

/// Did this side write the same words less than a minute ago? Then the form was sent twice. Ask while the zaak is held.
pub(crate) async fn just_written(op: &mut Op<'_>, zaak: &Zaak, van: From, tekst: &str) -> Result<bool> {
    let key = DataKey::find(op, zaak.data_key).await?;
    let sql = "SELECT op, tekst_sealed FROM zaak_bericht WHERE zaak = $1 AND van = $2 ORDER BY id DESC LIMIT 1";
    let read = |r: &Row<'_>| Ok((r.get::<Timestamp>(0)?, r.get::<Vec<u8>>(1)?));
    let Some((at, sealed)) = op.rows(sql, &[zaak.id.uuid().into(), van.word().into()], read).await?.pop() else {
        return Ok(false);
    };
    Ok(is_again(op, at) && text(&key, TEKST, &sealed)? == tekst)
}

/// Was it less than a minute ago?
pub(crate) fn is_again(op: &Op<'_>, at: Timestamp) -> bool {
    op.now().duration_since(at).abs() < AGAIN
}

/// What this side wrote was read by the other, now when it was not before.
pub(crate) async fn mark_read(op: &mut Op<'_>, id: Id<Zaak>, van: From) -> Result<()> {
    let sql = "UPDATE zaak_bericht SET gelezen_op = $1 WHERE zaak = $2 AND van = $3 AND gelezen_op IS NULL";
    op.exec(sql, &[op.now().into(), id.uuid().into(), van.word().into()]).await.map(drop)
}

pub(crate) async fn rate(op: &mut Op<'_>, id: Id<Zaak>, oordeel: Oordeel) -> Result<()> {
    let sql = "INSERT INTO zaak_waardering (zaak, oordeel, op) VALUES ($1, $2, $3) \
               ON CONFLICT (zaak) DO UPDATE SET oordeel = excluded.oordeel, op = excluded.op";
    op.exec(sql, &[id.uuid().into(), oordeel.word().into(), op.now().into()]).await.map(drop)
}

/// False when she had said so, or when it was not handed over.
pub(crate) async fn done_elsewhere(op: &mut Op<'_>, id: Id<Zaak>) -> Result<bool> {
    let sql = "UPDATE zaak SET elders_gedaan_op = $1 WHERE id = $2 AND elders_gedaan_op IS NULL AND EXISTS \
               (SELECT 1 FROM resultaat u JOIN resultaattype e ON e.id = u.resultaattype WHERE u.zaak = zaak.id AND e.omschrijving = $3)";
    Ok(op.exec(sql, &[op.now().into(), id.uuid().into(), OVERGEDRAGEN.into()]).await? == 1)
}

const DUE: &str = "SELECT id FROM zaak WHERE organisatie = $1 AND archiefnominatie = 'vernietigen' AND archiefactiedatum <= $2 AND id > $3 \
     ORDER BY id LIMIT 500";

pub(crate) async fn due_for_destruction(op: &mut Op<'_>, after: Option<Id<Zaak>>) -> Result<Vec<Id<Zaak>>> {
    let after = after.map_or(Uuid::nil(), |zaak| zaak.uuid());
    let values: [Value; 3] = [op.context().organisation.expose().into(), op.today().into(), after.into()];
    op.rows(DUE, &values, |r| Ok(Id::from(r.get::<Uuid>(0)?))).await
}

/// Was it kept long enough? Errors: `NotFound` when it was not.
pub(crate) async fn check_due(op: &mut Op<'_>, zaak: &Zaak) -> Result<()> {
    let due = "SELECT id FROM zaak WHERE id = $1 AND archiefnominatie = 'vernietigen' AND archiefactiedatum <= $2";
    op.one(due, &[zaak.id.uuid().into(), op.today().into()], |r| r.get::<Uuid>(0)).await.map(drop)
}

/// Rows that point at others go first.
pub(crate) async fn destroy(op: &mut Op<'_>, zaak: &Zaak) -> Result<()> {
    let documents = "SELECT informatieobject FROM zaakinformatieobject WHERE zaak = $1";
    let documents = op.rows(documents, &[zaak.id.uuid().into()], |r| r.get::<Uuid>(0)).await?;
    let ours = ["zaak_opschorting", "zaak_taak", "zaak_notitie", "zaak_advies", "besluit", "zaak_doorzending", "zaak_stukken"];
    for table in ours.into_iter().chain(["zaakinformatieobject", "zaak_bericht", "zaak_waardering", "rol", "resultaat", "status"])
    {
        op.exec(&format!("DELETE FROM {table} WHERE zaak = $1"), &[zaak.id.uuid().into()]).await?;
    }
    for document in documents {
        op.exec("DELETE FROM enkelvoudiginformatieobject WHERE id = $1", &[document.into()]).await?;
    }
    op.exec("DELETE FROM zaak WHERE id = $1", &[zaak.id.uuid().into()]).await.map(drop)
}

pub(crate) async fn files_in_use(op: &mut Op<'_>) -> Result<Vec<String>> {
    op.rows("SELECT bestand FROM enkelvoudiginformatieobject", &[], |r| r.get(0)).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use access::Actor;

    #[tokio::test]
    async fn what_must_be_destroyed_is_found_without_reading_all_zaken() {
        static ALL: std::sync::LazyLock<Vec<store::Migration>> =
            std::sync::LazyLock::new(|| [access::MIGRATIONS, crate::MIGRATIONS].concat());
        let world = testing::worlds(&ALL).await.swap_remove(0); // SQLite
        let plan = world.access.read(world.context(Actor::machine("sweeper"), 1), |op| {
            let values: [Value; 3] = ["1".into(), op.today().into(), Uuid::nil().into()];
            Box::pin(async move { op.rows(&format!("EXPLAIN QUERY PLAN {DUE}"), &values, |r| r.get::<String>(3)).await })
        });
        let plan = plan.await.unwrap();
        assert_eq!(plan[0], "SEARCH zaak USING INDEX zaak_due (organisatie=? AND archiefactiedatum<?)", "{plan:?}");
    }
}

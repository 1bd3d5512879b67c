//! SQL of this context, and nothing else.
pub(crate) mod aanvulling;
pub(crate) mod advies;
pub(crate) mod berichten;
pub(crate) mod besluit;
pub(crate) mod desk;
pub(crate) mod doorzending;
pub(crate) mod mine;

use crate::{Bericht, Document, DocumentStatus, From, NewZaak, Oordeel, Rol, Stap, Waiting, Zaak, ZaakView, refused};
use access::{DataKey, Error, Op, Result, Role};
use catalogue::{DecisionTerm, Hosted, ServiceDefinition};
use jiff::civil::Date;
use store::{Row, Value};
use uuid::Uuid;
use values::{Id, Language, Oin, Term};

/// The place to which what the person wrote is bound.
const TOELICHTING: &str = "zaak.toelichting";
/// The level of confidentiality of the closed compartment.
const BESLOTEN: &str = "geheim";
const BETROKKENE: &str = "rol.betrokkene";
const TEKST: &str = "zaak_bericht.tekst";
pub(crate) const INITIATOR: &str = "initiator";
/// ZGW `omschrijvingGeneriek` of who acts for the initiator.
pub const VERTEGENWOORDIGER: &str = "mede_initiator";
const PUBLIC_TYPES: [(&str, &str); 3] =
    [("Melder", INITIATOR), ("Vertegenwoordiger", VERTEGENWOORDIGER), ("Behandelaar", "behandelaar")];

pub(crate) struct Zaaktype {
    pub id: Uuid,
    pub catalogus: Uuid,
    pub omschrijving: String,
    pub identificatie: String,
    pub adviseur: Option<Role>,
}

pub(crate) struct NewZaaktype<'a> {
    pub catalogus: Uuid,
    pub service: &'a ServiceDefinition,
    pub norm: Option<String>,
    pub decision: Option<DecisionTerm>,
    pub version: String,
    pub handling: &'static str,
}

/// The zaaktype that an organisation published with this version.
pub(crate) async fn zaaktype(op: &mut Op<'_>, organisation: &Oin, versie: &str) -> Result<Zaaktype> {
    let sql = "SELECT t.id, t.catalogus, t.omschrijving, t.identificatie, t.adviseur FROM zaaktype t JOIN catalogus c ON c.id = t.catalogus \
               WHERE t.versie = $1 AND c.organisatie = $2";
    let values: [Value; 2] = [versie.into(), organisation.expose().into()];
    let read = |r: &Row<'_>| {
        let (omschrijving, identificatie) = (r.get(2)?, r.get(3)?);
        Ok(Zaaktype { id: r.get(0)?, catalogus: r.get(1)?, omschrijving, identificatie, adviseur: adviseur(r, 4)? })
    };
    op.one(sql, &values, read).await.map_err(|e| match e {
        Error::NotFound => Error::Internal("the service was not published".into()),
        other => other,
    })
}

/// Who opens a closed compartment; a word that is no role opens nothing.
fn adviseur(r: &Row<'_>, column: usize) -> std::result::Result<Option<Role>, store::Error> {
    Ok(r.get::<Option<String>>(column)?.as_deref().and_then(Role::of_word))
}

pub(crate) async fn zaaktype_with_version(op: &mut Op<'_>, versie: &str) -> Result<Option<Uuid>> {
    let sql = "SELECT t.id FROM zaaktype t JOIN catalogus c ON c.id = t.catalogus WHERE t.versie = $1 AND c.organisatie = $2";
    let values: [Value; 2] = [versie.into(), op.context().organisation.expose().into()];
    Ok(op.rows(sql, &values, |r| r.get(0)).await?.pop())
}

pub(crate) async fn catalogus(op: &mut Op<'_>, hosted: &Hosted, naam: &str) -> Result<Uuid> {
    let values: [Value; 4] = [Uuid::now_v7().into(), hosted.oin.expose().into(), hosted.rsin.expose().into(), naam.into()];
    let sql = "INSERT INTO catalogus (id, organisatie, domein, rsin, naam) VALUES ($1, $2, 'JDEUR', $3, $4) \
               ON CONFLICT (organisatie) DO UPDATE SET naam = excluded.naam RETURNING id";
    op.one(sql, &values, |r| r.get(0)).await
}

pub(crate) async fn insert_zaaktype(op: &mut Op<'_>, new: NewZaaktype<'_>) -> Result<Uuid> {
    let (id, service, today) = (Uuid::now_v7(), new.service, op.today());
    let title = &service.text(values::Language::Nl).title;
    let decision = new.decision.as_ref();
    let values: [Value; 17] = [
        id.into(),
        new.catalogus.into(),
        service.name.as_str().into(),
        new.version.into(),
        title.as_str().into(),
        service.purpose.as_str().into(),
        "Een verzoek van een inwoner of ondernemer".into(),
        new.handling.into(),
        service.upl.as_str().into(),
        "Behandelen".into(),
        decision.map(|d| d.term.to_string()).into(),
        new.norm.into(),
        decision.is_some().into(),
        today.into(),
        decision.map(|d| d.grondslag.as_str()).into(),
        decision.map(|d| d.atw).into(),
        service.adviseur.map(Role::word).into(),
    ];
    let sql = "INSERT INTO zaaktype (id, catalogus, identificatie, versie, omschrijving, doel, aanleiding, handeling_initiator, onderwerp, \
               handeling_behandelaar, doorlooptijd, servicenorm, opschorting_en_aanhouding_mogelijk, verlenging_mogelijk, \
               publicatie_indicatie, uniforme_productnaam, vertrouwelijkheidaanduiding, indicatie_intern_of_extern, begin_geldigheid, \
               doorlooptijd_grondslag, doorlooptijd_atw, adviseur) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, FALSE, $9, 'zaakvertrouwelijk', 'extern', $14, $15, $16, $17)";
    op.exec(sql, &values).await?;
    let ended = "UPDATE zaaktype SET einde_geldigheid = $1 WHERE catalogus = $2 AND identificatie = $3 AND id <> $4 AND einde_geldigheid IS NULL";
    op.exec(ended, &[today.into(), new.catalogus.into(), service.name.as_str().into(), id.into()]).await?;
    insert_parts(op, id, new.catalogus, service).await?;
    if decision.is_some() {
        besluit::insert_type(op, id, service).await?;
    }
    Ok(id)
}

/// Ends what is valid of this service, from today; gives which that were.
pub(crate) async fn end_zaaktypen(op: &mut Op<'_>, service: &str) -> Result<Vec<Uuid>> {
    let sql = "UPDATE zaaktype SET einde_geldigheid = $1 WHERE identificatie = $2 AND einde_geldigheid IS NULL \
               AND catalogus IN (SELECT id FROM catalogus WHERE organisatie = $3) RETURNING id";
    let values: [Value; 3] = [op.today().into(), service.into(), op.context().organisation.expose().into()];
    op.rows(sql, &values, |r| r.get(0)).await
}

async fn insert_parts(op: &mut Op<'_>, zaaktype: Uuid, catalogus: Uuid, service: &ServiceDefinition) -> Result<()> {
    for (number, status) in (1_i64..).zip(&service.statuses) {
        let values: [Value; 4] = [Uuid::now_v7().into(), zaaktype.into(), status.omschrijving.as_str().into(), number.into()];
        op.exec("INSERT INTO statustype (id, zaaktype, omschrijving, volgnummer) VALUES ($1, $2, $3, $4)", &values).await?;
    }
    for resultaat in &service.resultaten {
        let term = service.bewaartermijn.to_string();
        let values: [Value; 4] = [Uuid::now_v7().into(), zaaktype.into(), resultaat.as_str().into(), term.into()];
        let sql = "INSERT INTO resultaattype (id, zaaktype, omschrijving, archiefnominatie, archiefactietermijn) \
                   VALUES ($1, $2, $3, 'vernietigen', $4)";
        op.exec(sql, &values).await?;
    }
    for (omschrijving, generiek) in PUBLIC_TYPES {
        let values: [Value; 4] = [Uuid::now_v7().into(), zaaktype.into(), omschrijving.into(), generiek.into()];
        op.exec("INSERT INTO roltype (id, zaaktype, omschrijving, omschrijving_generiek) VALUES ($1, $2, $3, $4)", &values)
            .await?;
    }
    let values: [Value; 3] = [Uuid::now_v7().into(), catalogus.into(), op.today().into()];
    let sql = "INSERT INTO informatieobjecttype (id, catalogus, omschrijving, vertrouwelijkheidaanduiding, begin_geldigheid) \
               VALUES ($1, $2, 'Bijlage', 'zaakvertrouwelijk', $3) ON CONFLICT (catalogus, omschrijving) DO NOTHING";
    op.exec(sql, &values).await.map(drop)
}

/// Stores a new zaak; `false` when another one has its number. Errors: `Conflict` when it is there already.
pub(crate) async fn insert(op: &mut Op<'_>, key: &DataKey, zaak: &Zaak, new: &NewZaak) -> Result<bool> {
    let toelichting = key.seal(op, TOELICHTING, new.toelichting.as_bytes())?;
    let values: [Value; 14] = [
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
    ];
    let sql = "INSERT INTO zaak (id, organisatie, identificatie, bronorganisatie, verantwoordelijke_organisatie, zaaktype, omschrijving, \
               registratiedatum, startdatum, einddatum_gepland, uiterlijke_einddatum_afdoening, vertrouwelijkheidaanduiding, \
               communicatiekanaal, archiefstatus, ontvangen_op, data_key, toelichting_sealed, volgcode_hash, taal) \
               VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $7, $8, $9, 'zaakvertrouwelijk', 'website', 'nog_te_archiveren', $10, $11, $12, $13, $14) \
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

pub(crate) async fn set_status(op: &mut Op<'_>, zaak: &Zaak, omschrijving: &str) -> Result<()> {
    let sql = "SELECT volgnummer FROM statustype WHERE zaaktype = $1 AND omschrijving = $2";
    let found = op.rows(sql, &[zaak.zaaktype.into(), omschrijving.into()], |r| r.get::<i64>(0)).await?.pop();
    match found {
        Some(number) => add_status(op, zaak, number).await,
        None => refused("refused-no-such-status"),
    }
}

pub(crate) async fn close(op: &mut Op<'_>, zaak: &Zaak, resultaat: &str) -> Result<()> {
    let today = op.today();
    let sql = "SELECT id, archiefactietermijn, archiefnominatie FROM resultaattype WHERE zaaktype = $1 AND omschrijving = $2";
    let read = |r: &Row<'_>| Ok((r.get::<Uuid>(0)?, r.get::<String>(1)?, r.get::<String>(2)?));
    let Some((type_, term, nominatie)) = op.rows(sql, &[zaak.zaaktype.into(), resultaat.into()], read).await?.pop() else {
        return refused("refused-no-such-result");
    };
    let values: [Value; 3] = [Uuid::now_v7().into(), zaak.id.uuid().into(), type_.into()];
    op.exec("INSERT INTO resultaat (id, zaak, resultaattype) VALUES ($1, $2, $3)", &values).await?;
    let sql = "SELECT MAX(volgnummer) FROM statustype WHERE zaaktype = $1";
    let last = op.one(sql, &[zaak.zaaktype.into()], |r| r.get::<i64>(0)).await?;
    add_status(op, zaak, last).await?;
    let values: [Value; 4] = [today.into(), nominatie.into(), archive_date(today, &term)?.into(), zaak.id.uuid().into()];
    let sql = "UPDATE zaak SET einddatum = $1, archiefnominatie = $2, archiefactiedatum = $3 WHERE id = $4";
    op.exec(sql, &values).await.map(drop)
}

fn archive_date(from: Date, term: &str) -> Result<Date> {
    let term: Option<Term> = term.parse().ok();
    let broken = || Error::Internal("the retention term of a resultaattype is no term".into());
    term.and_then(|term| term.after(from)).ok_or_else(broken)
}

const ZAAK: &str = "SELECT z.id, z.organisatie, z.identificatie, z.zaaktype, z.omschrijving, z.startdatum, z.ontvangen_op, \
                    z.einddatum_gepland, z.uiterlijke_einddatum_afdoening, z.einddatum, z.data_key, \
                    r.betrokkene_hash, t.identificatie, z.taal, r.vestiging_hash, t.adviseur FROM zaak z \
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
        adviseur: adviseur(r, 15)?,
    })
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

pub(crate) async fn organisation_of(op: &mut Op<'_>, id: Id<Zaak>) -> Result<Oin> {
    op.one("SELECT organisatie FROM zaak WHERE id = $1", &[id.uuid().into()], |r| r.get(0)).await
}

pub(crate) async fn view(op: &mut Op<'_>, zaak: Zaak) -> Result<ZaakView> {
    let id: Value = zaak.id.uuid().into();
    let key = DataKey::find(op, zaak.data_key).await?;
    let sql = "SELECT toelichting_sealed FROM zaak WHERE id = $1";
    let sealed = op.one(sql, std::slice::from_ref(&id), |r| r.get::<Vec<u8>>(0)).await?;
    let sql = "SELECT t.omschrijving, (SELECT MIN(s.datum_status_gezet) FROM status s WHERE s.zaak = $1 AND s.statustype = t.id) \
               FROM statustype t WHERE t.zaaktype = $2 ORDER BY t.volgnummer";
    let stappen =
        op.rows(sql, &[id.clone(), zaak.zaaktype.into()], |r| Ok(Stap { omschrijving: r.get(0)?, gezet: r.get(1)? })).await?;
    let sql = "SELECT t.omschrijving FROM resultaat r JOIN resultaattype t ON t.id = r.resultaattype WHERE r.zaak = $1";
    let resultaat = op.rows(sql, std::slice::from_ref(&id), |r| r.get(0)).await?.pop();
    let sql = "SELECT oordeel FROM zaak_waardering WHERE zaak = $1";
    let oordeel = op.rows(sql, std::slice::from_ref(&id), |r| r.get::<String>(0)).await?.pop();
    let sql = format!("{DOCUMENT} WHERE z.zaak = $1 ORDER BY d.id");
    let documents = op.rows(&sql, std::slice::from_ref(&id), read_document).await?;
    Ok(ZaakView {
        toelichting: text(&key, TOELICHTING, &sealed)?,
        berichten: berichten(op, &key, zaak.id).await?,
        taken: aanvulling::taken(op, &key, zaak.id).await?,
        besluit: besluit::of(op, &key, zaak.id).await?,
        doorzendingen: doorzending::all(op, zaak.id).await?,
        adviezen: advies::lines(op, zaak.id).await?,
        oordeel: oordeel.as_deref().and_then(Oordeel::from_word),
        zaak,
        stappen,
        resultaat,
        documents,
    })
}

async fn berichten(op: &mut Op<'_>, key: &DataKey, id: Id<Zaak>) -> Result<Vec<Bericht>> {
    let sql = "SELECT van, op, tekst_sealed, gelezen_op FROM zaak_bericht WHERE zaak = $1 ORDER BY id";
    let read = |r: &Row<'_>| Ok((r.get::<String>(0)?, r.get(1)?, r.get::<Vec<u8>>(2)?, r.get(3)?));
    let rows = op.rows(sql, &[id.uuid().into()], read).await?;
    rows.into_iter()
        .map(|(van, at, sealed, gelezen_op)| {
            let van = if van == "persoon" { From::Persoon } else { From::Organisatie };
            Ok(Bericht { van, op: at, tekst: text(key, TEKST, &sealed)?, gelezen_op })
        })
        .collect()
}

fn text(key: &DataKey, place: &str, sealed: &[u8]) -> Result<String> {
    String::from_utf8(key.open(place, sealed)?).map_err(|_| Error::Internal(format!("{place} is no text")))
}

pub(crate) async fn insert_bericht(op: &mut Op<'_>, zaak: &Zaak, van: From, tekst: &str) -> Result<()> {
    let key = DataKey::find(op, zaak.data_key).await?;
    let van = if van == From::Persoon { "persoon" } else { "organisatie" };
    let sealed = key.seal(op, TEKST, tekst.as_bytes())?;
    let values: [Value; 5] = [Uuid::now_v7().into(), zaak.id.uuid().into(), van.into(), op.now().into(), sealed.into()];
    op.exec("INSERT INTO zaak_bericht (id, zaak, van, op, tekst_sealed) VALUES ($1, $2, $3, $4, $5)", &values).await.map(drop)
}

/// What this side wrote was read by the other, now when it was not before.
pub(crate) async fn mark_read(op: &mut Op<'_>, id: Id<Zaak>, van: From) -> Result<()> {
    let van = if van == From::Persoon { "persoon" } else { "organisatie" };
    let sql = "UPDATE zaak_bericht SET gelezen_op = $1 WHERE zaak = $2 AND van = $3 AND gelezen_op IS NULL";
    op.exec(sql, &[op.now().into(), id.uuid().into(), van.into()]).await.map(drop)
}

pub(crate) async fn rate(op: &mut Op<'_>, id: Id<Zaak>, oordeel: Oordeel) -> Result<()> {
    let sql = "INSERT INTO zaak_waardering (zaak, oordeel, op) VALUES ($1, $2, $3) \
               ON CONFLICT (zaak) DO UPDATE SET oordeel = excluded.oordeel, op = excluded.op";
    op.exec(sql, &[id.uuid().into(), oordeel.word().into(), op.now().into()]).await.map(drop)
}

const DOCUMENT: &str = "SELECT d.id, d.titel, d.formaat, d.bestandsomvang, d.bestand, d.status, z.zaak, d.data_key, d.vertrouwelijkheidaanduiding \
                        FROM zaakinformatieobject z JOIN enkelvoudiginformatieobject d ON d.id = z.informatieobject";

fn read_document(r: &Row<'_>) -> std::result::Result<Document, store::Error> {
    Ok(Document {
        id: r.get(0)?,
        titel: r.get(1)?,
        formaat: r.get(2)?,
        bestandsomvang: r.get(3)?,
        bestand: r.get(4)?,
        status: DocumentStatus::of_row(&r.get::<String>(5)?)?,
        besloten: r.get::<String>(8)? == BESLOTEN,
    })
}

pub(crate) async fn waiting(op: &mut Op<'_>) -> Result<Vec<Waiting>> {
    let sql = format!("{DOCUMENT} WHERE d.organisatie = $1 AND d.status = 'in_bewerking' ORDER BY d.id LIMIT 500");
    let read = |r: &Row<'_>| Ok((r.get::<Uuid>(6)?, read_document(r)?, r.get::<Uuid>(7)?));
    let organisation: [Value; 1] = [op.context().organisation.expose().into()];
    let mut all = Vec::new();
    for (of, document, key) in op.rows(&sql, &organisation, read).await? {
        all.push(Waiting { of, document, key: DataKey::find(op, key).await? });
    }
    Ok(all)
}

/// A document that is archived names no file any more, so that one that is left behind is swept.
pub(crate) async fn set_document_status(op: &mut Op<'_>, id: Uuid, status: DocumentStatus) -> Result<()> {
    let sql = "UPDATE enkelvoudiginformatieobject SET status = $1, bestand = CASE WHEN $1 = 'gearchiveerd' THEN '' ELSE bestand END \
               WHERE id = $2 AND status = 'in_bewerking'";
    match op.exec(sql, &[status.word().into(), id.into()]).await? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}

pub(crate) async fn document(op: &mut Op<'_>, zaak: Id<Zaak>, id: Uuid) -> Result<Document> {
    let sql = format!("{DOCUMENT} WHERE z.zaak = $1 AND d.id = $2");
    op.one(&sql, &[zaak.uuid().into(), id.into()], read_document).await
}

pub(crate) async fn insert_document(
    op: &mut Op<'_>,
    key: &DataKey,
    zaak: &Zaak,
    type_: &Zaaktype,
    document: &Document,
) -> Result<()> {
    let level = if document.besloten { BESLOTEN } else { "zaakvertrouwelijk" };
    let values: [Value; 13] = [
        document.id.into(),
        zaak.organisatie.expose().into(),
        document.id.simple().to_string().into(),
        op.today().into(),
        document.titel.as_str().into(),
        document.formaat.as_str().into(),
        document.bestandsomvang.into(),
        key.id().into(),
        document.bestand.as_str().into(),
        type_.catalogus.into(),
        zaak.id.uuid().into(),
        document.status.word().into(),
        level.into(),
    ];
    let sql = "INSERT INTO enkelvoudiginformatieobject (id, organisatie, identificatie, versie, bronorganisatie, informatieobjecttype, \
               creatiedatum, titel, auteur, taal, formaat, bestandsomvang, vertrouwelijkheidaanduiding, status, data_key, bestand) \
               SELECT $1, $2, $3, 1, z.bronorganisatie, t.id, $4, $5, 'melder', 'nld', $6, $7, $13, $12, $8, $9 \
               FROM informatieobjecttype t JOIN zaak z ON z.id = $11 WHERE t.catalogus = $10 AND t.omschrijving = 'Bijlage'";
    one_row(op.exec(sql, &values).await?, "enkelvoudiginformatieobject")?;
    let values: [Value; 4] = [Uuid::now_v7().into(), zaak.id.uuid().into(), document.id.into(), op.now().into()];
    let sql = "INSERT INTO zaakinformatieobject (id, zaak, informatieobject, registratiedatum) VALUES ($1, $2, $3, $4)";
    op.exec(sql, &values).await.map(drop)
}

const DUE: &str =
    "SELECT id FROM zaak WHERE organisatie = $1 AND archiefnominatie = 'vernietigen' AND archiefactiedatum <= $2 LIMIT 500";

pub(crate) async fn due_for_destruction(op: &mut Op<'_>) -> Result<Vec<Id<Zaak>>> {
    let values: [Value; 2] = [op.context().organisation.expose().into(), op.today().into()];
    op.rows(DUE, &values, |r| Ok(Id::from(r.get::<Uuid>(0)?))).await
}

/// Rows that point at others go first.
pub(crate) async fn destroy(op: &mut Op<'_>, zaak: &Zaak) -> Result<()> {
    let due = "SELECT id FROM zaak WHERE id = $1 AND archiefnominatie = 'vernietigen' AND archiefactiedatum <= $2";
    op.one(due, &[zaak.id.uuid().into(), op.today().into()], |r| r.get::<Uuid>(0)).await?;
    let documents = "SELECT informatieobject FROM zaakinformatieobject WHERE zaak = $1";
    let documents = op.rows(documents, &[zaak.id.uuid().into()], |r| r.get::<Uuid>(0)).await?;
    let ours = ["zaak_opschorting", "zaak_taak", "zaak_notitie", "zaak_advies", "besluit", "zaak_doorzending"];
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
            let values: [Value; 2] = ["1".into(), op.today().into()];
            Box::pin(async move { op.rows(&format!("EXPLAIN QUERY PLAN {DUE}"), &values, |r| r.get::<String>(3)).await })
        });
        let plan = plan.await.unwrap();
        assert_eq!(plan, ["SEARCH zaak USING INDEX zaak_due (organisatie=? AND archiefactiedatum<?)"]);
    }
}

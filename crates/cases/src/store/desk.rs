//! SQL of the desk.
use super::{BETROKKENE, notities::NOBODY};
use crate::{After, DOORGEZONDEN, From, INGETROKKEN, Rol, WorkLine, Zaak};
use access::{DataKey, Error, Op, Result, Role};
use catalogue::{DecisionTerm, OVERGEDRAGEN};
use jiff::civil::Date;
use store::{Row, Value, places};
use uuid::Uuid;
use values::Id;

/// With these no handler ends a zaak by choosing them.
const OF_ANOTHER_ACT: [&str; 3] = [INGETROKKEN, OVERGEDRAGEN, DOORGEZONDEN];

/// Before every date and id.
const FIRST: After = After(Date::constant(1, 1, 1), Uuid::nil());

/// When the last paper in the closed compartment of a zaak was added.
const LAST_CLOSED: &str = "SELECT MAX(i.registratiedatum) FROM zaakinformatieobject i \
                           JOIN enkelvoudiginformatieobject d ON d.id = i.informatieobject \
                           WHERE i.zaak = z.id AND d.vertrouwelijkheidaanduiding = 'geheim'";

/// What is open; of who advises only what waits for her advice: there is none, or a paper for her came after it.
pub(crate) async fn lines(op: &mut Op<'_>, adviseurs: &[Role], after: Option<After>, most: usize) -> Result<Vec<WorkLine>> {
    let After(date, id) = after.unwrap_or(FIRST);
    let hers = match adviseurs.len() {
        0 => String::new(),
        n => format!(
            "AND t.adviseur IN ({}) AND NOT EXISTS (SELECT 1 FROM zaak_advies a WHERE a.zaak = z.id AND a.organisatie = z.organisatie \
             AND a.op >= COALESCE(({LAST_CLOSED}), a.op))",
            places(4, n)
        ),
    };
    let sql = format!(
        "SELECT z.id, z.identificatie, z.omschrijving, t.identificatie, z.ontvangen_op, z.werkdatum, z.einddatum_gepland, z.uiterlijke_einddatum_afdoening, \
         (SELECT s.omschrijving FROM status g JOIN statustype s ON s.id = g.statustype WHERE g.zaak = z.id ORDER BY g.id DESC LIMIT 1), \
         (SELECT MAX(k.uiterlijk) FROM zaak_taak k WHERE k.zaak = z.id AND k.vervuld_op IS NULL AND k.ingetrokken_op IS NULL), \
         (SELECT b.van FROM zaak_bericht b WHERE b.zaak = z.id ORDER BY b.id DESC LIMIT 1), \
         (SELECT COUNT(*) FROM zaak_notitie n WHERE n.zaak = z.id AND n.organisatie = z.organisatie AND n.medewerker = '{NOBODY}' \
         AND NOT EXISTS (SELECT 1 FROM zaak_notitie g WHERE g.signaal = n.id AND g.organisatie = n.organisatie)), t.lex_silencio \
         FROM zaak z JOIN zaaktype t ON t.id = z.zaaktype \
         WHERE z.organisatie = $1 AND z.einddatum IS NULL {hers} AND (z.werkdatum, z.id) > ($2, $3) ORDER BY z.werkdatum, z.id LIMIT {most}"
    );
    let mut values: Vec<Value> = vec![op.context().organisation.expose().into(), date.into(), id.into()];
    values.extend(adviseurs.iter().map(|role| Value::from(role.word())));
    op.rows(&sql, &values, line).await
}

fn line(r: &Row<'_>) -> std::result::Result<WorkLine, store::Error> {
    Ok(WorkLine {
        id: Id::from(r.get::<Uuid>(0)?),
        identificatie: r.get(1)?,
        omschrijving: r.get(2)?,
        service: r.get(3)?,
        ontvangen_op: r.get(4)?,
        op: r.get(5)?,
        einddatum_gepland: r.get(6)?,
        uiterlijke_einddatum_afdoening: r.get(7)?,
        status: r.get::<Option<String>>(8)?.unwrap_or_default(),
        taak: r.get(9)?,
        laatste_bericht: r.get::<Option<String>>(10)?.as_deref().map(From::of_word),
        signaal: r.get::<i64>(11)? > 0,
        lex_silencio: r.get(12)?,
        aangevuld_op: None,
    })
}

/// The term for the decision as it was published; `None` where the law gives none.
pub(crate) async fn decision_term(op: &mut Op<'_>, zaak: &Zaak) -> Result<Option<DecisionTerm>> {
    type Found = (Option<String>, Option<String>, Option<bool>);
    let read = |r: &Row<'_>| -> std::result::Result<Found, store::Error> { Ok((r.get(0)?, r.get(1)?, r.get(2)?)) };
    let sql = "SELECT doorlooptijd, doorlooptijd_grondslag, doorlooptijd_atw FROM zaaktype WHERE id = $1";
    let (Some(term), Some(grondslag), Some(atw)) = op.one(sql, &[zaak.zaaktype.into()], read).await? else { return Ok(None) };
    let term = term.parse().map_err(|_| Error::Internal("the term of a zaaktype is no term".into()))?;
    Ok(Some(DecisionTerm { term, grondslag, atw }))
}

/// How a handler can end it: with a decision, or without. What its person withdraws, hands over or what was sent on ends by that act alone.
pub(crate) async fn resultaten(op: &mut Op<'_>, zaak: &Zaak, besluit: bool) -> Result<Vec<String>> {
    let sql = "SELECT omschrijving FROM resultaattype WHERE zaaktype = $1 AND besluit = $2 ORDER BY id";
    let all = op.rows(sql, &[zaak.zaaktype.into(), besluit.into()], |r| r.get::<String>(0)).await?;
    Ok(all.into_iter().filter(|one| !OF_ANOTHER_ACT.contains(&one.as_str())).collect())
}

pub(crate) async fn rollen(op: &mut Op<'_>, key: &DataKey, zaak: Id<Zaak>) -> Result<Vec<Rol>> {
    let sql = "SELECT betrokkene_sealed FROM rol WHERE zaak = $1 ORDER BY id";
    let sealed = op.rows(sql, &[zaak.uuid().into()], |r| r.get::<Vec<u8>>(0)).await?;
    let open = |sealed: Vec<u8>| {
        serde_json::from_slice(&key.open(BETROKKENE, &sealed)?).map_err(|_| Error::Internal("a rol can't be read".into()))
    };
    sealed.into_iter().map(open).collect()
}

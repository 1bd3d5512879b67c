//! SQL of notes and signals: a signal is a note that nobody wrote.
use super::text;
use crate::{NewSignaal, Signaal, Zaak};
use access::{DataKey, Op, Result};
use jiff::Timestamp;
use store::{Row, Value};
use uuid::Uuid;
use values::Notitie;

/// The place to which a note is bound.
const NOTITIE: &str = "zaak_notitie.tekst";
/// Who wrote a signal, as it is stored; everybody who works here has a name.
pub(crate) const NOBODY: &str = "";

/// Of whom, what, and which signal it ticks off.
pub(crate) async fn insert(
    op: &mut Op<'_>,
    key: &DataKey,
    zaak: &Zaak,
    (medewerker, tekst, signaal): (&str, &str, Option<Uuid>),
) -> Result<()> {
    put(op, key, zaak, (medewerker, tekst), (signaal, [false; 2])).await
}

pub(crate) async fn insert_signaal(op: &mut Op<'_>, key: &DataKey, zaak: &Zaak, signaal: &NewSignaal) -> Result<()> {
    put(op, key, zaak, (NOBODY, &signaal.tekst), (None, [signaal.voor_adviseur, signaal.alleen_hier])).await
}

async fn put(
    op: &mut Op<'_>,
    key: &DataKey,
    zaak: &Zaak,
    (medewerker, tekst): (&str, &str),
    (signaal, [voor_adviseur, alleen_hier]): (Option<Uuid>, [bool; 2]),
) -> Result<()> {
    let sealed = key.seal(op, NOTITIE, tekst.as_bytes())?;
    let values: [Value; 9] = [
        Uuid::now_v7().into(),
        zaak.id.uuid().into(),
        medewerker.into(),
        op.now().into(),
        sealed.into(),
        zaak.organisatie.expose().into(),
        signaal.into(),
        voor_adviseur.into(),
        alleen_hier.into(),
    ];
    let sql = "INSERT INTO zaak_notitie (id, zaak, medewerker, op, tekst_sealed, organisatie, signaal, voor_adviseur, alleen_hier) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    op.exec(sql, &values).await.map(drop)
}

/// What was written down at the organisation that has it now, and the signals, each the oldest first; what colleagues elsewhere wrote is theirs.
pub(crate) async fn here(op: &mut Op<'_>, key: &DataKey, zaak: &Zaak) -> Result<(Vec<Notitie>, Vec<Signaal>)> {
    type Found = (Uuid, String, Timestamp, Vec<u8>, Option<Uuid>);
    let read =
        |r: &Row<'_>| -> std::result::Result<Found, store::Error> { Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?)) };
    let sql =
        "SELECT id, medewerker, op, tekst_sealed, signaal FROM zaak_notitie WHERE zaak = $1 AND organisatie = $2 ORDER BY id";
    let (mut notities, mut signalen, mut gezien) = (vec![], vec![], vec![]);
    for (id, medewerker, op, sealed, of) in op.rows(sql, &[zaak.id.uuid().into(), zaak.organisatie.expose().into()], read).await?
    {
        let tekst = text(key, NOTITIE, &sealed)?;
        match of {
            Some(of) => gezien.push((of, Notitie { medewerker, op, tekst })),
            None if medewerker == NOBODY => signalen.push(Signaal { id, op, tekst, gezien: None }),
            None => notities.push(Notitie { medewerker, op, tekst }),
        }
    }
    for (of, notitie) in gezien {
        if let Some(signaal) = signalen.iter_mut().find(|one| one.id == of) {
            signaal.gezien = Some(notitie);
        }
    }
    Ok((notities, signalen))
}

/// The signals that who advises must not miss, whether or not who handles it has seen them.
pub(crate) async fn to_advise(op: &mut Op<'_>, key: &DataKey, zaak: &Zaak) -> Result<Vec<String>> {
    let sql = "SELECT tekst_sealed FROM zaak_notitie WHERE zaak = $1 AND organisatie = $2 AND voor_adviseur ORDER BY id";
    let sealed = op.rows(sql, &[zaak.id.uuid().into(), zaak.organisatie.expose().into()], |r| r.get::<Vec<u8>>(0)).await?;
    sealed.iter().map(|sealed| text(key, NOTITIE, sealed)).collect()
}

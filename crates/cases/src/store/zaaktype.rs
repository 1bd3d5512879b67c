//! SQL of what an organisation published: its catalogus and the zaaktypen in it.
use super::{AFGEHANDELD, INITIATOR, VERTEGENWOORDIGER, VERVALDATUM_BESLUIT, besluit};
use access::{Error, Op, Result, Role};
use catalogue::{DecisionTerm, Hosted, Overlay, ServiceDefinition, Soort, Text, VAN_RECHTSWEGE};
use store::{Row, Value};
use terms::SoortRegime;
use uuid::Uuid;
use values::Oin;

const PUBLIC_TYPES: [(&str, &str); 3] =
    [("Melder", INITIATOR), ("Vertegenwoordiger", VERTEGENWOORDIGER), ("Behandelaar", "behandelaar")];

pub(crate) struct Zaaktype {
    pub id: Uuid,
    pub omschrijving: String,
    pub identificatie: String,
    pub adviseur: Option<Role>,
    pub lex_silencio: bool,
}

pub(crate) struct NewZaaktype<'a> {
    pub catalogus: Uuid,
    pub service: &'a ServiceDefinition,
    pub overlay: &'a Overlay,
    pub decision: Option<DecisionTerm>,
    pub version: String,
    pub handling: &'static str,
}

/// The zaaktype that an organisation published with this version.
pub(crate) async fn published(op: &mut Op<'_>, organisation: &Oin, versie: &str) -> Result<Zaaktype> {
    let sql = "SELECT t.id, t.omschrijving, t.identificatie, t.adviseur, t.lex_silencio FROM zaaktype t JOIN catalogus c ON c.id = t.catalogus \
               WHERE t.versie = $1 AND c.organisatie = $2";
    let values: [Value; 2] = [versie.into(), organisation.expose().into()];
    let read = |r: &Row<'_>| {
        Ok(Zaaktype {
            id: r.get(0)?,
            omschrijving: r.get(1)?,
            identificatie: r.get(2)?,
            adviseur: adviseur(r, 3)?,
            lex_silencio: r.get(4)?,
        })
    };
    op.one(sql, &values, read).await.map_err(|e| match e {
        Error::NotFound => Error::Internal("the service was not published".into()),
        other => other,
    })
}

/// Which moment counts for the queue; none where it does not matter.
pub(super) async fn volgorde(op: &mut Op<'_>, zaaktype: Uuid) -> Result<Option<Text>> {
    let read = |r: &Row<'_>| {
        let (nl, en): (Option<String>, Option<String>) = (r.get(0)?, r.get(1)?);
        Ok(nl.zip(en).map(|(nl, en)| Text { nl, en }))
    };
    op.one("SELECT volgorde, volgorde_en FROM zaaktype WHERE id = $1", &[zaaktype.into()], read).await
}

/// Who opens a closed compartment; a word that is no role opens nothing.
pub(super) fn adviseur(r: &Row<'_>, column: usize) -> std::result::Result<Option<Role>, store::Error> {
    Ok(r.get::<Option<String>>(column)?.as_deref().and_then(Role::of_word))
}

pub(crate) async fn with_version(op: &mut Op<'_>, versie: &str) -> Result<Option<Uuid>> {
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

pub(crate) async fn insert(op: &mut Op<'_>, new: NewZaaktype<'_>) -> Result<Uuid> {
    let (id, service, today) = (Uuid::now_v7(), new.service, op.today());
    let title = &service.text(values::Language::Nl).title;
    let decision = new.decision.as_ref();
    let moves = SoortRegime::of(service.soort.word(), today).is_some_and(|regime| regime.verlenging_bron.is_some());
    let volgorde = new.overlay.volgorde.as_ref();
    let values: [Value; 21] = [
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
        new.overlay.norm.as_ref().map(|norm| norm.term.as_str()).into(),
        decision.is_some().into(),
        today.into(),
        decision.map(|d| d.grondslag.as_str()).into(),
        decision.map(|d| d.atw).into(),
        service.adviseur.map(Role::word).into(),
        silence(service, new.overlay).into(),
        volgorde.map(|text| text.nl.as_str()).into(),
        volgorde.map(|text| text.en.as_str()).into(),
        (decision.is_some() && moves).into(),
    ];
    let sql = "INSERT INTO zaaktype (id, catalogus, identificatie, versie, omschrijving, doel, aanleiding, handeling_initiator, onderwerp, \
               handeling_behandelaar, doorlooptijd, servicenorm, opschorting_en_aanhouding_mogelijk, verlenging_mogelijk, \
               publicatie_indicatie, uniforme_productnaam, vertrouwelijkheidaanduiding, indicatie_intern_of_extern, begin_geldigheid, \
               doorlooptijd_grondslag, doorlooptijd_atw, adviseur, lex_silencio, volgorde, volgorde_en) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $21, FALSE, $9, 'zaakvertrouwelijk', 'extern', $14, $15, $16, $17, $18, $19, $20)";
    op.exec(sql, &values).await?;
    let ended = "UPDATE zaaktype SET einde_geldigheid = $1 WHERE catalogus = $2 AND identificatie = $3 AND id <> $4 AND einde_geldigheid IS NULL";
    op.exec(ended, &[today.into(), new.catalogus.into(), service.name.as_str().into(), id.into()]).await?;
    insert_parts(op, id, new.catalogus, (service, new.overlay)).await?;
    if service.decides() {
        besluit::insert_type(op, id, (service, new.overlay)).await?;
    }
    Ok(id)
}

/// Ends what is valid of this service, from today; gives which that were.
pub(crate) async fn end(op: &mut Op<'_>, service: &str) -> Result<Vec<Uuid>> {
    let sql = "UPDATE zaaktype SET einde_geldigheid = $1 WHERE identificatie = $2 AND einde_geldigheid IS NULL \
               AND catalogus IN (SELECT id FROM catalogus WHERE organisatie = $3) RETURNING id";
    let values: [Value; 3] = [op.today().into(), service.into(), op.context().organisation.expose().into()];
    op.rows(sql, &values, |r| r.get(0)).await
}

/// Does silence mean yes? Only where it may, and where the organisation says so.
fn silence(service: &ServiceDefinition, overlay: &Overlay) -> bool {
    service.soort == Soort::DienstenwetVergunning && overlay.lex_silencio.unwrap_or(false)
}

async fn insert_parts(
    op: &mut Op<'_>,
    zaaktype: Uuid,
    catalogus: Uuid,
    (service, overlay): (&ServiceDefinition, &Overlay),
) -> Result<()> {
    for (number, status) in (1_i64..).zip(&service.statuses) {
        let values: [Value; 4] = [Uuid::now_v7().into(), zaaktype.into(), status.omschrijving.as_str().into(), number.into()];
        op.exec("INSERT INTO statustype (id, zaaktype, omschrijving, volgnummer) VALUES ($1, $2, $3, $4)", &values).await?;
    }
    for resultaat in service.resultaten.iter().filter(|one| one.as_str() != VAN_RECHTSWEGE || silence(service, overlay)) {
        let besluit = service.is_besluit(resultaat).into();
        let (way, term, most) = if service.blijft_gelden.contains(resultaat) {
            let kept = service.bewaartermijn_na_verval.unwrap_or(service.bewaartermijn);
            (VERVALDATUM_BESLUIT, kept, service.geldt_hoogstens)
        } else {
            (AFGEHANDELD, service.bewaartermijn, None)
        };
        let values: [Value; 7] = [
            Uuid::now_v7().into(),
            zaaktype.into(),
            resultaat.as_str().into(),
            term.to_string().into(),
            besluit,
            way.into(),
            most.map(|term| term.to_string()).into(),
        ];
        let sql = "INSERT INTO resultaattype (id, zaaktype, omschrijving, archiefnominatie, archiefactietermijn, besluit, afleidingswijze, \
                   geldt_hoogstens) VALUES ($1, $2, $3, 'vernietigen', $4, $5, $6, $7)";
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

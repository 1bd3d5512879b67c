//! What was kept before a migration is as good after it, on both databases.
#![allow(clippy::unwrap_used, clippy::panic)]
use jiff::civil::Date;
use std::sync::LazyLock;
use store::{Migration, Tx, Value};
use testing::worlds;
use uuid::Uuid;
use values::dutch_date;

static MIGRATIONS: LazyLock<Vec<Migration>> =
    LazyLock::new(|| [access::MIGRATIONS, letters::MIGRATIONS, cases::MIGRATIONS].concat());

/// As the release that did not know who opens a closed compartment.
static BEFORE_ADVISERS: LazyLock<Vec<Migration>> = LazyLock::new(|| before(7));
/// As the release in which a decision had one remedy, and only what had a term was decided.
static BEFORE_REMEDIES: LazyLock<Vec<Migration>> = LazyLock::new(|| before(9));

fn before(number: i64) -> Vec<Migration> {
    MIGRATIONS.iter().filter(|one| one.context != "cases" || one.number < number).cloned().collect()
}

/// Makes a zaaktype as a release of before did.
async fn publishes(tx: &mut Tx<'_>, catalogus: Uuid, name: &str, today: Date) -> Result<Uuid, store::Error> {
    let id = Uuid::now_v7();
    let values: [Value; 4] = [id.into(), catalogus.into(), name.into(), today.into()];
    let sql = "INSERT INTO zaaktype (id, catalogus, identificatie, versie, omschrijving, vertrouwelijkheidaanduiding, doel, \
               aanleiding, indicatie_intern_of_extern, handeling_initiator, onderwerp, handeling_behandelaar, \
               opschorting_en_aanhouding_mogelijk, verlenging_mogelijk, publicatie_indicatie, uniforme_productnaam, \
               begin_geldigheid) \
               VALUES ($1, $2, $3, $3, 'o', 'v', 'd', 'a', 'i', 'h', 'o', 'h', TRUE, FALSE, FALSE, 'u', $4)";
    tx.exec(sql, &values).await?;
    Ok(id)
}

async fn catalogus(tx: &mut Tx<'_>) -> Result<Uuid, store::Error> {
    let id = Uuid::now_v7();
    let sql = "INSERT INTO catalogus (id, organisatie, domein, rsin, naam) VALUES ($1, 'o', 'JDEUR', 'r', 'n')";
    tx.exec(sql, &[id.into()]).await.map(|_| id)
}

#[tokio::test]
async fn what_could_be_decided_before_is_decided_after_with_the_same_remedy() {
    for world in worlds(&BEFORE_REMEDIES).await {
        let (db, today) = (world.access.db(), dutch_date(world.access.clock().now()));
        let old = db.write::<(), store::Error>(move |tx| {
            Box::pin(async move {
                let of = catalogus(tx).await?;
                for (name, decided) in [("parkeervergunning", true), ("melding-openbare-ruimte", false)] {
                    let type_ = publishes(tx, of, name, today).await?;
                    for how in ["Verleend", "Van rechtswege verleend", "Ingetrokken"] {
                        let sql = "INSERT INTO resultaattype (id, zaaktype, omschrijving, archiefnominatie, archiefactietermijn) \
                                   VALUES ($1, $2, $3, 'vernietigen', 'P1Y')";
                        tx.exec(sql, &[Uuid::now_v7().into(), type_.into(), how.into()]).await?;
                    }
                    if decided {
                        let sql = "INSERT INTO besluittype (id, zaaktype, omschrijving, bestuursorgaan, rechtsmiddel, rechtsmiddel_grondslag) \
                                   VALUES ($1, $2, 'o', 'Het college', 'bezwaar', 'Awb artikel 6:7')";
                        tx.exec(sql, &[Uuid::now_v7().into(), type_.into()]).await?;
                    }
                }
                Ok(())
            })
        });
        old.await.unwrap();
        store::migrate(db, &MIGRATIONS).await.unwrap();
        let sql = "SELECT soort || ': ' || naam || ', ' || grondslag FROM besluittype_rechtsmiddel";
        let remedies =
            db.read::<Vec<String>, store::Error>(move |tx| Box::pin(async move { tx.rows(sql, &[], |r| r.get(0)).await }));
        assert_eq!(remedies.await.unwrap(), ["aanvraag: bezwaar, Awb artikel 6:7"]);
        // Its organ was a sentence of its own.
        let sql = "SELECT bestuursorgaan FROM besluittype WHERE bestuursorgaan_voluit AND mandaat_aan IS NULL";
        let organs =
            db.read::<Vec<String>, store::Error>(move |tx| Box::pin(async move { tx.rows(sql, &[], |r| r.get(0)).await }));
        assert_eq!(organs.await.unwrap(), ["Het college"]);
        let sql = "SELECT t.identificatie || ': ' || r.omschrijving FROM resultaattype r JOIN zaaktype t ON t.id = r.zaaktype WHERE r.besluit";
        let decisions =
            db.read::<Vec<String>, store::Error>(move |tx| Box::pin(async move { tx.rows(sql, &[], |r| r.get(0)).await }));
        // No organisation had said that silence means yes.
        assert_eq!(decisions.await.unwrap(), ["parkeervergunning: Verleend"]);
    }
}

#[tokio::test]
async fn what_was_published_before_advisers_gets_the_adviser_of_its_closed_compartment() {
    for world in worlds(&BEFORE_ADVISERS).await {
        let (db, today) = (world.access.db(), dutch_date(world.access.clock().now()));
        let published = ["gehandicaptenparkeerkaart", "horecabedrijf-exploitatievergunning", "parkeervergunning"];
        let old = db.write::<(), store::Error>(move |tx| {
            Box::pin(async move {
                let of = catalogus(tx).await?;
                for name in published {
                    publishes(tx, of, name, today).await?;
                }
                Ok(())
            })
        });
        old.await.unwrap();
        store::migrate(db, &MIGRATIONS).await.unwrap();
        let adviseurs = db.read::<Vec<Option<String>>, store::Error>(|tx| {
            Box::pin(async move { tx.rows("SELECT adviseur FROM zaaktype ORDER BY identificatie", &[], |r| r.get(0)).await })
        });
        let word = |word: &str| Some(word.to_owned());
        assert_eq!(adviseurs.await.unwrap(), [word("medisch-adviseur"), word("bibob-coordinator"), None]);
    }
}

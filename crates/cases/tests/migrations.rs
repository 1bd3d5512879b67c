//! What was kept before a migration is as good after it, on both databases.
#![allow(clippy::unwrap_used, clippy::panic)]
use std::sync::LazyLock;
use store::{Migration, Value};
use testing::worlds;
use uuid::Uuid;
use values::dutch_date;

static MIGRATIONS: LazyLock<Vec<Migration>> =
    LazyLock::new(|| [access::MIGRATIONS, letters::MIGRATIONS, cases::MIGRATIONS].concat());

/// As the release that did not know who opens a closed compartment.
static BEFORE_ADVISERS: LazyLock<Vec<Migration>> =
    LazyLock::new(|| MIGRATIONS.iter().filter(|one| one.context != "cases" || one.number < 7).cloned().collect());

#[tokio::test]
async fn what_was_published_before_advisers_gets_the_adviser_of_its_closed_compartment() {
    for world in worlds(&BEFORE_ADVISERS).await {
        let (db, today) = (world.access.db(), dutch_date(world.access.clock().now()));
        let published = ["gehandicaptenparkeerkaart", "horecabedrijf-exploitatievergunning", "parkeervergunning"];
        let old = db.write::<(), store::Error>(move |tx| {
            Box::pin(async move {
                let catalogus = Uuid::now_v7();
                let sql = "INSERT INTO catalogus (id, organisatie, domein, rsin, naam) VALUES ($1, 'o', 'JDEUR', 'r', 'n')";
                tx.exec(sql, &[catalogus.into()]).await?;
                for name in published {
                    let values: [Value; 4] = [Uuid::now_v7().into(), catalogus.into(), name.into(), today.into()];
                    let sql = "INSERT INTO zaaktype (id, catalogus, identificatie, versie, omschrijving, vertrouwelijkheidaanduiding, doel, \
                               aanleiding, indicatie_intern_of_extern, handeling_initiator, onderwerp, handeling_behandelaar, \
                               opschorting_en_aanhouding_mogelijk, verlenging_mogelijk, publicatie_indicatie, uniforme_productnaam, \
                               begin_geldigheid) \
                               VALUES ($1, $2, $3, $3, 'o', 'v', 'd', 'a', 'i', 'h', 'o', 'h', TRUE, FALSE, FALSE, 'u', $4)";
                    tx.exec(sql, &values).await?;
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

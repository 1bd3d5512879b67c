//! What the Handelsregister holds of the company or institution that is signed in.
use super::{Part, Row, asking};
use crate::{ask::Ask, fault::Fault};
use registers::{BedrijfsAdres, Onderneming, Vestiging};
use values::{KvkNummer, Language};

/// What the register says of it now.
pub(super) async fn part(ask: &Ask, kvk: &KvkNummer) -> Result<Part, Fault> {
    let (context, doel) = asking(ask)?;
    let shown = super::part(ask, "register-kvk", &ask.text("my-data-kvk"));
    let answer = ask.app.registers.onderneming(&ask.app.access, &context, doel, kvk).await;
    let Some(onderneming) = ask.told(answer, "refused-not-in-register")? else { return Ok(Part { away: true, ..shown }) };
    let told = ["my-data-branches", "my-data-wrong-kvk"].map(|key| ask.text(key)).to_vec();
    let to = Some(("https://www.kvk.nl".to_owned(), ask.text("my-data-kvk-site")));
    Ok(Part { rows: rows(&onderneming, ask.language), told, to, ..shown })
}

fn rows(onderneming: &Onderneming, language: Language) -> Vec<Row> {
    let head = onderneming.hoofdvestiging.as_ref();
    let lines = |lines: Vec<String>| (!lines.is_empty()).then(|| lines.join("\n"));
    let activities = onderneming.activiteiten.iter().filter(|a| !a.omschrijving.is_empty());
    let since = onderneming.aanvang.map(|since| intake::datum_in_words(since, language));
    let address = |soort: &str| {
        let all = head.into_iter().flat_map(|head| &head.adressen).chain(&onderneming.adressen);
        all.filter(|address| address.soort == soort).map(|address| in_words(address, language)).next()
    };
    let all = [
        ("naam", onderneming.naam.clone()),
        ("statutair", onderneming.statutaire_naam.clone()),
        ("handelsnamen", lines(onderneming.handelsnamen.clone())),
        ("kvknummer", Some(onderneming.kvk_nummer.expose().to_owned())),
        ("rsin", onderneming.rsin.as_ref().map(|rsin| rsin.expose().to_owned())),
        ("rechtsvorm", onderneming.rechtsvorm.clone()),
        ("activiteiten", lines(activities.map(|a| a.omschrijving.clone()).collect())),
        ("onderneming-sinds", since),
        ("bezoekadres", address("bezoekadres")),
        ("postadres", address("correspondentieadres")),
        ("hoofdvestiging", head.map(branch)),
    ];
    all.into_iter().filter_map(|(veld, text)| Some(Row::of(language, veld, text?))).collect()
}

/// A branch by its name and number.
fn branch(vestiging: &Vestiging) -> String {
    [vestiging.naam.as_deref(), Some(vestiging.nummer.expose())].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// An address; of one that the register shields only that it does.
fn in_words(address: &BedrijfsAdres, language: Language) -> String {
    if address.afgeschermd {
        return texts::text(language, "my-data-shielded");
    }
    address.adres.op_een_regel().unwrap_or_else(|| address.regels.join(", "))
}

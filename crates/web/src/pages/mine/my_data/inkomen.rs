//! What the Basisregistratie Inkomen holds of who is signed in: her income of last year.
use super::{Part, Row, asking};
use crate::{ask::Ask, fault::Fault, pages::site::sign_in};
use access::Assurance;
use intake::income_in_words;
use registers::{Inkomen, InkomenStatus, Vraagfout};
use values::{Bsn, dutch_date};

/// How sure we must be of who sees an income; no law was found that says it.
const AT_LEAST: Assurance = Assurance::Substantial;

/// Her income, for who is known surely enough; else where she becomes that.
pub(super) async fn part(ask: &Ask, bsn: &Bsn) -> Result<Part, Fault> {
    let shown = super::part(ask, "register-bri", &ask.text("my-data-belastingdienst"));
    if ask.itself()?.assurance < AT_LEAST {
        let there = ask.url(&sign_in::path("/mijn/gegevens", AT_LEAST));
        let (told, to) = (vec![ask.text("my-data-income-surer")], Some((there, ask.text("my-data-income-sign-in"))));
        return Ok(Part { told, to, asked: String::new(), ..shown });
    }
    let (context, doel) = asking(ask)?;
    let jaar = dutch_date(ask.app.access.clock().now()).year() - 1;
    let text = match ask.app.registers.inkomen(&ask.app.access, &context, doel, (bsn, jaar)).await {
        // That it holds none is an answer as well.
        Err(Vraagfout::NietGevonden(_)) => ask.text("my-data-income-none"),
        answer => match ask.told(answer, "refused-not-in-register")? {
            Some(found) => in_words(ask, &found),
            None => return Ok(Part { away: true, ..shown }),
        },
    };
    let label = texts::text_with(ask.language, "my-data-income", &[("year", &jaar.to_string())]);
    let row = Row { label, ..Row::of(ask.language, "inkomen", text) };
    let (told, to) =
        (vec![ask.text("my-data-wrong-bri")], Some(("https://www.belastingdienst.nl".into(), ask.text("my-data-bri-site"))));
    Ok(Part { rows: vec![row], told, to, ..shown })
}

/// The amount, and whether it may still change.
fn in_words(ask: &Ask, found: &Inkomen) -> String {
    let amount = income_in_words(found.inkomen, ask.language);
    match found.status {
        Some(InkomenStatus::Definitief) => format!("{amount} {}", ask.text("my-data-income-final")),
        Some(InkomenStatus::Voorlopig) => format!("{amount} {}", ask.text("my-data-income-provisional")),
        None => amount,
    }
}

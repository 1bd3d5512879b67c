//! What a person or company has at one's own organisation, found by its number: of who stands at the counter without a number of a zaak.
use super::{vraag::about, zaak::product_name};
use crate::{
    ask::Ask,
    fault::Fault,
    frame::{Frame, page},
    pages::zaak::besluit::outcome,
};
use access::{Error, FieldFault, Party, Purpose};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use cases::ZaakLine;
use right_door::{Stand, Vraag};
use values::{Bsn, KvkNummer, last_digits};

/// One line.
struct Line {
    url: String,
    title: String,
    number: String,
    received: String,
    status: String,
}

#[derive(Template)]
#[template(path = "desk/found.html")]
struct FoundPage {
    f: Frame,
    /// Of a person the last three digits; of a company all of it, for that is public.
    who: String,
    person: bool,
    lines: Vec<Line>,
    /// There are more than these.
    more: bool,
}

/// The person or company whose number was typed; none when it is no such number. Errors: it has as many digits and is none.
pub(super) fn party(typed: &str) -> Option<Result<Party, FieldFault>> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace() && !".-".contains(*c)).collect();
    if !plain.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let wrong = |key| FieldFault::new("nummer", key);
    match plain.len() {
        9 => Some(Bsn::parse(&plain).map(Party::Person).map_err(|_| wrong("fault-bsn-typed"))),
        8 => Some(KvkNummer::parse(&plain).map(Party::Company).map_err(|_| wrong("fault-number-unknown"))),
        _ => None,
    }
}

fn purpose() -> Purpose {
    Purpose::new("aan de balie vinden wat iemand heeft lopen", "AVG artikel 6 lid 1 e")
}

/// All of it; none for who may not search so. Errors: as a page.
pub(super) async fn show(ask: &Ask, party: Party) -> Result<Option<Response>, Fault> {
    let of = party.clone();
    let work = ask.app.access.write(ask.at_work(purpose())?, move |op| {
        let of = of.clone();
        Box::pin(async move { Ok((cases::of_party(op, &of).await?, right_door::of_party(op, &of).await?)) })
    });
    let ((zaken, more_zaken), (vragen, more_vragen)) = match work.await {
        Err(Error::NotFound) => return Ok(None),
        found => found.map_err(|error| ask.fault(error))?,
    };
    let person = matches!(party, Party::Person(_));
    let number = party.number();
    let shown = FoundPage {
        f: ask.frame(ask.text(if person { "desk-found-person" } else { "desk-found-company" })),
        who: if person { last_digits(number) } else { number.to_owned() },
        person,
        lines: zaken.iter().map(|zaak| of_zaak(ask, zaak)).chain(vragen.iter().map(|vraag| of_vraag(ask, vraag))).collect(),
        more: more_zaken || more_vragen,
    };
    Ok(Some(page(StatusCode::OK, &shown)))
}

fn of_zaak(ask: &Ask, zaak: &ZaakLine) -> Line {
    let over = zaak.resultaat.as_deref().map(|how| outcome(how, ask.language));
    Line {
        url: ask.url(&format!("/balie/zaken/{}", zaak.id)),
        title: product_name(ask.app.catalogue.service(&zaak.service), &zaak.omschrijving),
        number: zaak.identificatie.clone(),
        received: texts::moment(zaak.ontvangen_op, ask.language),
        status: over.map_or_else(|| zaak.status.clone(), |how| texts::text_with(ask.language, "zaak-over", &[("result", &how)])),
    }
}

fn of_vraag(ask: &Ask, vraag: &Vraag) -> Line {
    let stand = match vraag.stand {
        Stand::Open => "desk-mover-answer",
        Stand::Beantwoord => "desk-vraag-answered",
        Stand::Gesloten => "desk-vraag-closed",
    };
    Line {
        url: ask.url(&format!("/balie/vragen/{}", vraag.id)),
        title: about(ask, vraag),
        number: vraag.nummer.clone(),
        received: texts::moment(vraag.eerst_ontvangen_op, ask.language),
        status: ask.text(stand),
    }
}

#[cfg(test)]
mod tests {
    use super::party;
    use access::Party;

    #[test]
    fn a_number_of_a_person_or_company_is_told_from_one_of_a_zaak() {
        assert!(matches!(party("999 990 019"), Some(Ok(Party::Person(_)))));
        assert!(matches!(party("69599084"), Some(Ok(Party::Company(_)))));
        assert!(matches!(party("999990018"), Some(Err(fault)) if fault.fault == "fault-bsn-typed"));
        for other in ["", "2026-WYJ6-WC9Q", "202648219036", "V-2026-4821-9036", "1234567", "９９９９９００１９"] {
            assert!(party(other).is_none(), "{other}");
        }
    }
}

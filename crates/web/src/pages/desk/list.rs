//! The work list: questions and open zaken of one's own organisation, the date that bites first; and finding one by its number.
use super::{
    dates::{Due, dues, dues_or_granted, mover, today},
    found, onbehandeld,
    stukken::to,
    vraag::about,
    zaak::product_name,
};
use crate::{
    ask::Ask,
    fault::Fault,
    fields::Fields,
    frame::{Frame, Wrong, page},
};
use access::{Error, FieldFault, Op, Purpose, Step};
use askama::Template;
use axum::{extract::Query, response::Response};
use cases::{After, StukkenLine, WorkLine};
use jiff::civil::Date;
use right_door::{Stand, Vraag};
use std::collections::HashMap;
use uuid::Uuid;
use values::{dutch_date, mask_elfproef};

/// One line.
struct Line {
    url: String,
    title: String,
    number: String,
    /// The days before which it must be done; the one that bites first.
    dues: Vec<Due>,
    mover: String,
    status: String,
    /// There is something that must not be missed.
    signal: bool,
}

#[derive(Template)]
#[template(path = "desk/list.html")]
struct ListPage {
    f: Frame,
    /// What bites first of all.
    first: Option<(String, String, String)>,
    /// She advises: the zaken are those that wait for her advice, and there are no questions.
    advises: bool,
    vragen: Vec<Line>,
    zaken: Vec<Line>,
    /// That letters wait longer than the law gives, when some do.
    late: Option<String>,
    /// Zaken that were sent on to who does not take them here: their papers must be sent.
    papers: Vec<Line>,
    /// Where what was searched for was sent on to.
    sent_on: Option<String>,
    /// Where the lists go on.
    more_vragen: Option<String>,
    more_zaken: Option<String>,
    /// This is no first page.
    further: bool,
    /// Her role shows no zaken and questions.
    closed: bool,
    /// She supervises by the journal.
    supervises: bool,
    /// She manages the organisation as well.
    manages: bool,
    /// What she can find: the key of it.
    find_label: &'static str,
    nummer: String,
}

fn purpose() -> Purpose {
    Purpose::new("werkvoorraad tonen", "AVG artikel 6 lid 1 e")
}

/// Where both lists go on.
#[derive(Clone, Copy, Default)]
struct From {
    vragen: Option<After>,
    zaken: Option<After>,
}

/// `2026-12-01_0190…`
fn cursor(text: &str) -> Option<After> {
    let (date, id) = text.split_once('_')?;
    Some(After(date.parse().ok()?, Uuid::parse_str(id).ok()?))
}

/// Both lists, whose papers must be sent, and how many letters wait longer than the law gives.
type Lists = ((Vec<Vraag>, bool), (Vec<WorkLine>, bool), Vec<StukkenLine>, i64);

fn read<'a>(op: &'a mut Op<'_>, from: From) -> Step<'a, Lists> {
    Box::pin(async move {
        let vragen = right_door::waiting(op, from.vragen.map(|After(date, id)| (date, id))).await?;
        let (zaken, papers) = (cases::work_list(op, from.zaken).await?, cases::papers_to_send(op).await?);
        Ok((vragen, zaken, papers, letters::late(op).await?))
    })
}

/// Who advises has zaken only.
fn read_to_advise<'a>(op: &'a mut Op<'_>, from: From) -> Step<'a, Lists> {
    Box::pin(async move {
        let (zaken, papers) = (cases::work_list(op, from.zaken).await?, cases::papers_to_send(op).await?);
        Ok(((vec![], false), zaken, papers, 0))
    })
}

/// The work list.
pub(crate) async fn show(ask: Ask, Query(query): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let at = |name: &str| query.get(name).and_then(|text| cursor(text));
    render(&ask, From { vragen: at("vragen"), zaken: at("zaken") }, Searched::default()).await
}

/// What came of a search for something that is not here.
#[derive(Default)]
struct Searched {
    wrong: Wrong,
    /// Where it was sent on to.
    sent_on: Option<String>,
}

async fn render(ask: &Ask, from: From, Searched { wrong, sent_on }: Searched) -> Result<Response, Fault> {
    let read = if advises(ask) { read_to_advise } else { read };
    let work = ask.app.access.read(ask.at_work(purpose())?, move |op| read(op, from));
    let (lists, closed) = match work.await {
        Ok(lists) => (lists, false),
        // Who only manages has nothing to do here.
        Err(Error::NotFound) if wrong.is_none() && ask.staff()?.manages() => return Ok(ask.go("/beheer")),
        Err(Error::NotFound) => (Lists::default(), true),
        Err(error) => return Err(ask.fault(error)),
    };
    let ((vragen, more_vragen), (zaken, more_zaken), papers, late) = lists;
    let next = |name: &str, date: Date, id: Uuid| ask.url(&format!("/balie?{name}={date}_{id}"));
    let further = from.vragen.is_some() || from.zaken.is_some();
    // What waits for its person is not to be done; of an adviser all waits for her.
    let zaak = zaken.iter().find(|zaak| advises(ask) || !zaak.waits(today(ask)));
    let first = if further { None } else { first(ask, vragen.first(), zaak) };
    let mut f = ask.frame(ask.text("desk-title"));
    f.path = "/balie".into();
    let nummer = f.take(wrong);
    let shown = ListPage {
        first,
        late: (late > 0).then(|| texts::text_with(ask.language, "desk-letters-late", &[("n", &late.to_string())])),
        more_vragen: vragen.last().filter(|_| more_vragen).map(|v| next("vragen", v.bites(), v.id.uuid())),
        more_zaken: zaken.last().filter(|_| more_zaken).map(|z| next("zaken", z.op, z.id.uuid())),
        vragen: vragen.iter().map(|vraag| of_vraag(ask, vraag)).collect(),
        zaken: zaken.iter().map(|zaak| of_zaak(ask, zaak)).collect(),
        papers: papers.iter().map(|line| of_papers(ask, line)).collect(),
        sent_on,
        advises: advises(ask),
        further,
        closed,
        supervises: ask.staff()?.supervises(),
        manages: ask.staff()?.manages(),
        find_label: if advises(ask) { "desk-find-zaak" } else { "desk-find-label" },
        nummer,
        f,
    };
    Ok(page(shown.f.status(), &shown))
}

/// The one whose date is nearest: where it is, what it is, and when.
fn first(ask: &Ask, vraag: Option<&Vraag>, zaak: Option<&WorkLine>) -> Option<(String, String, String)> {
    let vraag = vraag.map(|vraag| (vraag.bites(), of_vraag(ask, vraag)));
    let zaak = zaak.map(|zaak| (zaak.op, of_zaak(ask, zaak)));
    let (_, line) = vraag.into_iter().chain(zaak).min_by_key(|(date, _)| *date)?;
    let due = line.dues.into_iter().find(|one| !one.due.is_empty()).map(|one| one.due).unwrap_or_default();
    Some((line.url, format!("{} {}", line.title, line.number), due))
}

fn of_vraag(ask: &Ask, vraag: &Vraag) -> Line {
    Line {
        url: ask.url(&format!("/balie/vragen/{}", vraag.id)),
        title: about(ask, vraag),
        number: vraag.nummer.clone(),
        dues: dues(ask, (vraag.promised(), vraag.uiterlijk_op), vraag.bites()),
        mover: ask.text(if vraag.stand == Stand::Open { "desk-mover-answer" } else { "desk-mover-us" }),
        status: texts::moment(vraag.eerst_ontvangen_op, ask.language),
        signal: false,
    }
}

fn of_zaak(ask: &Ask, zaak: &WorkLine) -> Line {
    let service = ask.app.catalogue.service(&zaak.service);
    let days = (zaak.einddatum_gepland, zaak.uiterlijke_einddatum_afdoening);
    let must = dues_or_granted(ask, zaak.granted_after(today(ask)), days, zaak.op);
    let may = if advises(ask) { None } else { onbehandeld::in_the_list(ask, zaak) };
    Line {
        url: ask.url(&format!("{}/{}", zaken_at(ask), zaak.id)),
        title: product_name(service, &zaak.omschrijving),
        number: zaak.identificatie.clone(),
        dues: must.into_iter().chain(may).collect(),
        mover: mover(ask, zaak.taak, zaak.laatste_bericht),
        status: zaak.status.clone(),
        signal: zaak.signaal,
    }
}

fn of_papers(ask: &Ask, zaak: &StukkenLine) -> Line {
    let service = ask.app.catalogue.service(&zaak.service);
    Line {
        url: ask.url(&format!("{}/{}", zaken_at(ask), zaak.id)),
        title: product_name(service, &zaak.omschrijving),
        number: zaak.identificatie.clone(),
        dues: vec![],
        mover: to(ask, &zaak.naar),
        status: texts::date(zaak.sinds, ask.language),
        signal: false,
    }
}

fn advises(ask: &Ask) -> bool {
    ask.staff().is_ok_and(|staff| staff.advises())
}

/// Under which address she sees a zaak: to handle it, or to advise about it.
fn zaken_at(ask: &Ask) -> &'static str {
    if advises(ask) { "/balie/advies" } else { "/balie/zaken" }
}

/// A number as we write it, however it was typed: `2026 wyj6 wc9q` is `2026-WYJ6-WC9Q`; that of a decision is that of its zaak.
pub(super) fn as_written(typed: &str) -> String {
    let plain: String = typed.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase();
    let (before, rest) = match plain.strip_prefix('V') {
        Some(rest) => ("V-", rest),
        None => ("", plain.strip_prefix('B').unwrap_or(&plain)),
    };
    match (rest.get(..4), rest.get(4..8), rest.get(8..12), rest.len()) {
        // These letters are in no number of ours: they are the digits that they look like.
        (Some(year), Some(one), Some(other), 12) => {
            format!("{before}{year}-{one}-{other}").replace('O', "0").replace(['I', 'L'], "1")
        }
        _ => typed.to_uppercase(),
    }
}

/// To the zaak or question with the number that was typed, or what is of the person or company with it: it stands in no address.
pub(crate) async fn find(ask: Ask, fields: Fields) -> Result<Response, Fault> {
    // As it was typed: a number of ours may pass the 11-check as well. It goes nowhere but to the search.
    let typed = fields.get("nummer").trim();
    let unknown = FieldFault::new("nummer", if advises(&ask) { "fault-number-not-hers" } else { "fault-number-unknown" });
    match found::party(typed) {
        Some(Ok(party)) => match found::show(&ask, party).await? {
            Some(found) => return Ok(found),
            None => return again(&ask, typed, unknown, None).await,
        },
        Some(Err(fault)) => return again(&ask, typed, fault, None).await,
        None => {}
    }
    let (number, zaken) = (as_written(typed), zaken_at(&ask));
    let work = ask.app.access.read(ask.at_work(purpose())?, move |op| {
        let number = number.clone();
        Box::pin(async move {
            if number.starts_with("V-") {
                return right_door::find_by_number(op, &number).await.map(|id| format!("/balie/vragen/{id}"));
            }
            cases::find_by_number(op, &number).await.map(|id| format!("{zaken}/{id}"))
        })
    });
    match work.await {
        Ok(path) => Ok(ask.go(&path)),
        Err(Error::NotFound) => {
            let sent_on = sent_on(&ask, as_written(typed)).await?;
            again(&ask, typed, unknown, sent_on).await
        }
        Err(error) => Err(ask.fault(error)),
    }
}

/// The list, with what is wrong with what was searched for; or where it was sent on to.
async fn again(ask: &Ask, typed: &str, fault: FieldFault, sent_on: Option<String>) -> Result<Response, Fault> {
    let wrong = sent_on.is_none().then(|| (mask_elfproef(typed), fault));
    render(ask, From::default(), Searched { wrong, sent_on }).await
}

/// Where her organisation sent on what has this number; none when it never had it.
async fn sent_on(ask: &Ask, number: String) -> Result<Option<String>, Fault> {
    let work = ask.app.access.write(ask.at_work(purpose())?, move |op| {
        let number = number.clone();
        Box::pin(async move {
            if number.starts_with("V-") {
                return right_door::sent_on_to(op, &number).await;
            }
            cases::sent_on_to(op, &number).await
        })
    });
    match work.await {
        Ok(sent_on) => {
            let date = texts::date(dutch_date(sent_on.doorgezonden_op), ask.language);
            let values = [("date", &*date), ("name", &ask.name_of(&sent_on.naar))];
            Ok(Some(texts::text_with(ask.language, "desk-sent-on", &values)))
        }
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(ask.fault(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::as_written;

    #[test]
    fn a_number_is_found_however_it_is_typed() {
        for typed in ["2026-WYJ6-WC9Q", "2026 wyj6 wc9q", "2026wyj6wc9q", " 2026 – wyj6 – wc9q", "B-2026-WYJ6-WC9Q"] {
            assert_eq!(as_written(typed), "2026-WYJ6-WC9Q", "{typed}");
        }
        assert_eq!(as_written("2026-10j6-wl0q"), as_written("2026 IOJ6 W1OQ"), "letters that look like digits");
        assert_eq!(as_written("v 2026 4821 9036"), "V-2026-4821-9036");
        for odd in ["", "2026", "é2026-WYJ6-WC9", "V-2026"] {
            assert_eq!(as_written(odd), odd.to_uppercase());
        }
    }
}

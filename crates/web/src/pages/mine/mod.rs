//! Mijn overheid: all zaken and questions of who is signed in, at all organisations; who must move, first.
//! Beside it all else that is hers alone: one zaak, messages, data, who looked, for whom she acts.
pub(crate) mod berichten;
pub(crate) mod correction;
pub(crate) mod dispute;
pub(crate) mod download;
pub(crate) mod join;
pub(crate) mod looked;
pub(crate) mod machtigingen;
pub(crate) mod my_data;
pub(crate) mod namens;
pub(crate) mod sessions;
pub(crate) mod zaak;

use crate::{
    ask::{Ask, At},
    fault::Fault,
    frame::{Frame, Wrong, page},
    pages::{
        form,
        vraag::{
            self,
            thread::{product_title, title_of},
        },
        wayfinding::topics::capital,
        zaak::{
            besluit,
            days::{Due, in_short},
            handover::handed_to,
            remedy, status_in_words, title, uitnodiging,
        },
    },
};
use access::{Look, Op, Purpose};
use askama::Template;
use axum::{extract::Query, response::Response};
use cases::{Page, Standing, Uitnodiging, ZaakLine};
use catalogue::ServiceDefinition;
use intake::DraftLine;
use jiff::{SignedDuration, civil::Date};
use right_door::{Part, Soort, Stand, Vraag};
use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};
use uuid::Uuid;
use values::{Oin, dutch_date};

/// One zaak or question in the list.
struct Line {
    url: String,
    title: String,
    number: String,
    organisatie: String,
    status: String,
    /// What is promised, or when it ended.
    when: String,
}

/// Something that was not sent yet.
struct Unsent {
    url: String,
    discard: String,
    title: String,
    when: String,
}

/// The rest of a list.
struct More {
    url: String,
    text: String,
}

#[derive(Template)]
#[template(path = "mine.html")]
struct MinePage {
    f: Frame,
    unsent: Vec<Unsent>,
    /// Questions that were answered: one may write back.
    answered: Vec<Line>,
    /// Where she must do something.
    todo: Vec<Line>,
    open: Vec<Line>,
    ended: Vec<Line>,
    more_open: Vec<More>,
    more_ended: Vec<More>,
    /// That another named her in what was sent lately, and where she says that it is not right.
    named: Vec<(String, String)>,
    /// What she gave as somebody whom another named: address, what, where and when.
    given: Vec<(String, String, String)>,
    /// Her messages, and how many are new.
    messages: String,
    /// This is no first page.
    further: bool,
    /// A code that was typed and opens nothing.
    value: String,
    /// She acts for another person: then the page is about that one's.
    behalf: Option<Behalf>,
    /// She acts for all of her party: the boxes, the data and the codes are hers too.
    whole: bool,
    /// She is a person, who may act for others and let others act.
    person: bool,
}

pub(crate) fn purpose() -> Purpose {
    Purpose::new("eigen zaken tonen", "AVG artikel 15; Awb artikel 2:1")
}

/// Every organisation that keeps zaken here.
pub(crate) fn organisations(ask: &Ask) -> Vec<Oin> {
    ask.app.catalogue.hosted().iter().map(|hosted| hosted.oin.clone()).collect()
}

/// How long it stands on top that another named her; in the list of who looked it stays.
const NAMED: SignedDuration = SignedDuration::from_hours(28 * 24);

/// A list, and whether there is more of it.
type Listed<T> = (Vec<T>, bool);

/// What is hers, as it was read.
struct Own {
    /// Where something was asked of her, on whichever page it stands.
    asked: Vec<ZaakLine>,
    zaken: Listed<ZaakLine>,
    ended: Listed<ZaakLine>,
    vragen: Listed<Vraag>,
    closed: Listed<Vraag>,
    drafts: Vec<DraftLine>,
    /// Messages she has not read.
    unread: i64,
    /// When another named her lately.
    named: Vec<Look>,
    /// What she gave as somebody whom another named.
    given: Vec<Uitnodiging>,
}

/// For whom she acts, and what she can do for that person.
struct Behalf {
    name: String,
    /// Address and title of each service.
    services: Vec<(String, String)>,
}

/// Where each list goes on: its name in the address, and the key of the link.
const LISTS: [(&str, &str); 4] = [
    ("lopend", "mine-more-open"),
    ("afgerond", "mine-more-ended"),
    ("vragen", "mine-more-questions"),
    ("afgesloten", "mine-more-closed"),
];

async fn own(ask: &Ask, [open, ended, vragen, closed]: [Option<Uuid>; 4]) -> Result<Own, Fault> {
    let organisations = Arc::new(organisations(ask));
    let further = [open, ended, vragen, closed].iter().any(Option::is_some);
    let work = ask.write(ask.resident_here(purpose())?, move |op| {
        let organisations = organisations.clone();
        Box::pin(async move {
            Ok(Own {
                asked: if further { vec![] } else { cases::asked(op, &organisations).await? },
                zaken: cases::mine(op, &organisations, Page { ended: false, before: open }).await?,
                ended: cases::mine(op, &organisations, Page { ended: true, before: ended }).await?,
                vragen: questions(op, &organisations, Part { closed: false, before: vragen }).await?,
                closed: questions(op, &organisations, Part { closed: true, before: closed }).await?,
                drafts: intake::drafts(op).await?,
                unread: unread(op, &organisations).await?,
                named: if further { vec![] } else { access::named_since(op, &organisations, op.now() - NAMED).await? },
                given: given(op, &organisations, further).await?,
            })
        })
    });
    work.await
}

/// Questions are of no service: who acts for another person has none.
async fn questions(op: &mut Op<'_>, organisations: &[Oin], part: Part) -> access::Result<Listed<Vraag>> {
    if op.context().actor.own_party().is_none() {
        return Ok((vec![], false));
    }
    right_door::mine(op, organisations, part).await
}

/// The box of messages is of no service either: it is not shown to her, and not counted.
async fn unread(op: &mut Op<'_>, organisations: &[Oin]) -> access::Result<i64> {
    if op.context().actor.own_party().is_none() {
        return Ok(0);
    }
    Ok(cases::unread(op, organisations).await? + right_door::unread(op, organisations).await?)
}

/// A natural person gives for herself alone; on the first page of her lists.
async fn given(op: &mut Op<'_>, organisations: &[Oin], further: bool) -> access::Result<Vec<Uitnodiging>> {
    if further || op.context().actor.oneself().is_none() {
        return Ok(vec![]);
    }
    cases::mijn_uitnodigingen(op, organisations).await
}

fn behalf(ask: &Ask) -> Option<Behalf> {
    let of = ask.session.as_ref()?.vertegenwoordiging()?;
    let service = |name: &String| ask.app.catalogue.service(name);
    let line =
        |service: &ServiceDefinition| (ask.url(&format!("/beginnen/{}", service.name)), service.text(ask.language).title.clone());
    Some(Behalf { name: of.naam.clone(), services: of.diensten.iter().filter_map(service).map(line).collect() })
}

/// The list.
pub(crate) async fn show(ask: Ask, Query(query): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let before = LISTS.map(|(name, _)| query.get(name).and_then(|id| Uuid::parse_str(id).ok()));
    render(&ask, before, None).await
}

/// The list, with a code that was typed and is wrong.
pub(crate) async fn render(ask: &Ask, before: [Option<Uuid>; 4], wrong: Wrong) -> Result<Response, Fault> {
    let Own { mut asked, zaken, ended, vragen, closed, drafts, unread, named, given } = own(ask, before).await?;
    let more = |at: usize, (last, more): (Option<Uuid>, bool)| {
        let (name, key) = LISTS[at];
        let url = last.filter(|_| more).map(|last| ask.url(&format!("/mijn?{name}={last}")))?;
        Some(More { url, text: ask.text(key) })
    };
    let zaak = |list: &Listed<ZaakLine>| (list.0.last().map(|line| line.id.uuid()), list.1);
    let vraag = |list: &Listed<Vraag>| (list.0.last().map(|line| line.id.uuid()), list.1);
    let further = before.iter().any(Option::is_some);
    let mut f = ask.frame(ask.text("mine-title"));
    let value = f.take(wrong);
    let (answered, waiting): (Vec<_>, Vec<_>) = vragen.0.iter().partition(|vraag| vraag.stand == Stand::Beantwoord);
    // Where she must do something stands above: what was asked of her, and what she prepared last for another counter.
    // What the law granted waits for nobody.
    asked.retain(|line| line.taak.is_some() || waits(ask, line));
    let last = |line: &ZaakLine| ended.0.iter().find(|other| other.service == line.service).is_some_and(|one| one.id == line.id);
    let to_apply = |line: &ZaakLine| !further && !line.elders_gedaan && last(line) && handed_over(ask, line).is_some();
    let to_do = |line: &ZaakLine| asked.iter().any(|one| one.id == line.id) || to_apply(line);
    let when_objected = |line: &ZaakLine| objected(line, vragen.0.iter().chain(&closed.0));
    let lines = |zaken: &Listed<ZaakLine>, vragen: &[&Vraag]| {
        let zaken = zaken.0.iter().filter(|line| !to_do(line)).map(|line| of_zaak(ask, line, when_objected(line)));
        zaken.chain(vragen.iter().map(|vraag| of_vraag(ask, vraag))).collect::<Vec<_>>()
    };
    let shown = MinePage {
        f,
        unsent: drafts.iter().filter(|_| !further).filter_map(|draft| unsent(ask, draft)).collect(),
        todo: asked
            .iter()
            .chain(ended.0.iter().filter(|line| to_apply(line)))
            .map(|line| of_todo(ask, line, when_objected(line)))
            .collect(),
        answered: answered.iter().map(|vraag| of_vraag(ask, vraag)).collect(),
        open: lines(&zaken, &waiting),
        ended: lines(&ended, &closed.0.iter().collect::<Vec<_>>()),
        more_open: [more(0, zaak(&zaken)), more(2, vraag(&vragen))].into_iter().flatten().collect(),
        more_ended: [more(1, zaak(&ended)), more(3, vraag(&closed))].into_iter().flatten().collect(),
        named: named.iter().map(|look| of_named(ask, look)).collect::<BTreeSet<_>>().into_iter().collect(),
        given: given.iter().map(|one| of_given(ask, one)).collect(),
        messages: texts::text_with(ask.language, "mine-messages", &[("n", &unread.to_string())]),
        further,
        value,
        behalf: behalf(ask),
        whole: ask.itself().is_ok(),
        person: ask.session.as_ref().is_some_and(|session| session.kind == identity::Kind::Digid),
    };
    Ok(page(shown.f.status(), &shown))
}

/// What it was, where and when; not who named her, for that is about the other (AVG 15 lid 4). Beside it the form in which she asks the
/// same organisation about it.
fn of_named(ask: &Ask, look: &Look) -> (String, String) {
    let catalogue = &ask.app.catalogue;
    let service = looked::service_for(ask, &look.purpose);
    let what = service.map_or_else(|| look.purpose.clone(), |service| service.text(ask.language).title.clone());
    let product = service.and_then(|service| catalogue.product(&service.upl));
    let form = vraag::about(product, catalogue.hosted_with_oin(&look.organisation));
    let told = [
        ("date", texts::date(dutch_date(look.at), ask.language)),
        ("what", what),
        ("organisation", ask.name_of(&look.organisation)),
    ];
    let sentence = texts::text_with(ask.language, "mine-named", &told.each_ref().map(|(name, value)| (*name, value.as_str())));
    (sentence, ask.url(&form))
}

fn of_given(ask: &Ask, one: &Uitnodiging) -> (String, String, String) {
    let moment = one.gegeven_op.map(|at| texts::moment(at, ask.language)).unwrap_or_default();
    let told = [("organisation", ask.name_of(&one.organisatie)), ("moment", moment)];
    let told = told.each_ref().map(|(name, value)| (*name, value.as_str()));
    let what = texts::text_with(ask.language, "mine-given", &[("company", &one.namens)]);
    (ask.url(&format!("{}{}", uitnodiging::OPENED, one.id)), what, texts::text_with(ask.language, "mine-given-when", &told))
}

fn of_vraag(ask: &Ask, vraag: &Vraag) -> Line {
    let (status, when) = match vraag.stand {
        Stand::Open => {
            let promised = vraag.promised().filter(|_| vraag.uiterlijk_op.is_none());
            let standing = Standing::on(today(ask), (promised, vraag.uiterlijk_op), false);
            let due = if matches!(vraag.soort, Soort::Klacht(_)) { Due::Klacht } else { Due::Besluit };
            (ask.text("mine-vraag-open"), in_short(ask, standing, due))
        }
        Stand::Beantwoord => (ask.text("mine-vraag-answered"), String::new()),
        // What is over has no other status.
        Stand::Gesloten => Default::default(),
    };
    let about = vraag.product.as_deref().map(|name| product_title(ask, name));
    Line {
        url: ask.url(&format!("/mijn/vragen/{}", vraag.id)),
        title: about
            .map_or_else(|| title_of(ask, vraag), |name| texts::text_with(ask.language, "vraag-about", &[("name", &name)])),
        number: vraag.nummer.clone(),
        organisatie: capital(&ask.name_of(&vraag.organisatie)),
        status,
        when,
    }
}

fn today(ask: &Ask) -> Date {
    ask.app.access.clock().today()
}

/// Where she must still apply for what she prepared here, in words.
fn handed_over(ask: &Ask, line: &ZaakLine) -> Option<String> {
    let (name, _) = handed_to(ask, ask.app.catalogue.service(&line.service)?)?;
    Some(texts::text_with(ask.language, "mine-handover", &[("name", &name)]))
}

/// Must somebody whom she named still give her own data?
fn waits(ask: &Ask, line: &ZaakLine) -> bool {
    line.wacht_op_genodigde && !matches!(line.standing(today(ask)), Standing::Granted(_))
}

fn of_todo(ask: &Ask, line: &ZaakLine, objected: Option<Date>) -> Line {
    let shown = of_zaak(ask, line, objected);
    Line { when: handed_over(ask, line).unwrap_or(shown.when), ..shown }
}

/// When she objected to the decision on a zaak, of what stands in her lists.
fn objected<'a>(line: &ZaakLine, mut vragen: impl Iterator<Item = &'a Vraag>) -> Option<Date> {
    let about = |vraag: &&Vraag| matches!(&vraag.soort, Soort::Bezwaar(over, _) if over.zaak == line.id.uuid());
    vragen.find(about).map(|vraag| dutch_date(vraag.eerst_ontvangen_op))
}

fn of_zaak(ask: &Ask, line: &ZaakLine, objected: Option<Date>) -> Line {
    let service = ask.app.catalogue.service(&line.service);
    let told = |key: &str, date| texts::text_with(ask.language, key, &[("date", &texts::date(date, ask.language))]);
    let when = match (line.einddatum, line.taak) {
        (Some(ended), _) => {
            let after = objected.map(|date| told("mine-objected", date)).or_else(|| remedy(ask, line));
            [Some(told("mine-ended", ended)), after].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }
        (None, Some(until)) => told("mine-task", until),
        (None, None) if waits(ask, line) => ask.text("mine-genodigden"),
        (None, None) => in_short(ask, line.standing(today(ask)), Due::Besluit),
    };
    // How it ended; of what was handed over that says nothing.
    let outcome = line.resultaat.as_deref().filter(|_| handed_over(ask, line).is_none());
    Line {
        url: ask.url(&format!("/mijn/zaken/{}", line.id)),
        title: title(ask, service, &line.omschrijving),
        number: line.identificatie.clone(),
        organisatie: capital(&ask.name_of(&line.organisatie)),
        status: match line.einddatum {
            Some(_) => outcome.map(|resultaat| besluit::outcome(resultaat, ask.language)).unwrap_or_default(),
            None => status_in_words(ask, service, &line.status),
        },
        when,
    }
}

/// What she can still do against the decision on it, and until when.
fn remedy(ask: &Ask, line: &ZaakLine) -> Option<String> {
    let (naam, last) = line.rechtsmiddel.as_ref().filter(|(_, last)| *last >= today(ask))?;
    let values = [("do", &*remedy::doing(naam, ask.language)), ("date", &texts::date(*last, ask.language))];
    Some(texts::text_with(ask.language, "mine-remedy", &values))
}

fn unsent(ask: &Ask, draft: &DraftLine) -> Option<Unsent> {
    let service = ask.app.catalogue.service(&draft.service)?;
    let first = service.pages.first()?;
    Some(Unsent {
        url: ask.url(&format!("/formulier/{}/{}", draft.id, first.id)),
        discard: ask.url(&format!("/mijn/concepten/{}/weg", draft.id)),
        title: service.text(ask.language).title.clone(),
        when: texts::moment(draft.changed_at, ask.language),
    })
}

/// Throws away what was not sent.
pub(crate) async fn discard(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    let context = ask.resident_here(purpose())?;
    let browser = form::open(&ask, id).await?.browser;
    let work = ask.write(context, move |op| {
        let browser = browser.clone();
        Box::pin(async move { intake::discard(op, id, &browser).await })
    });
    form::photo::remove_all(&ask, &work.await?).await;
    Ok(ask.go("/mijn"))
}

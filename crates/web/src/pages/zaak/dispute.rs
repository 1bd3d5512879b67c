//! What one does who is not content: complain about how it went (Awb 9:1), or object to the decision (Awb 6:4). The page fills in what is known,
//! asks one thing, and says what happens next and when. What is sent is a question that somebody at the desk must answer.
use super::{Opened, noun, prose, remedy, title};
use crate::{
    ask::Ask,
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::{vraag::put, wayfinding::topics::capital},
};
use access::{Acting, Context, Error, FieldFault, Purpose, Refusal};
use askama::Template;
use axum::response::Response;
use cases::{Besluit, Indiener};
use jiff::civil::Date;
use right_door::{MAX_VRAAG, NewVraag, Over, OverZaak, Soort, Stand};
use terms::GeschilRegime;
use uuid::Uuid;
use values::{Id, Language, Prose, dutch_date, mask_elfproef};

/// Most characters of all that is sent, with what was filled in.
const MOST_IN_ALL: usize = 20_000;

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Klacht,
    Bezwaar,
}

impl Kind {
    /// The word in addresses and keys.
    fn word(self) -> &'static str {
        if self == Self::Klacht { "klacht" } else { "bezwaar" }
    }
}

#[derive(Template)]
#[template(path = "dispute.html")]
struct DisputePage {
    f: Frame,
    /// The page of the zaak.
    at: String,
    word: &'static str,
    number: String,
    lead: String,
    /// That the last day to object has passed.
    late: Option<String>,
    /// What is filled in already.
    rows: Vec<(String, String)>,
    id: Uuid,
    text: String,
    why_late: String,
    /// Why who did not sign in is asked her name and address, and what she typed.
    who: Option<(String, String)>,
    next: Vec<String>,
}

impl DisputePage {
    /// A text of this kind.
    fn say(&self, what: &str) -> String {
        self.f.t(format!("{}-{what}", self.word))
    }
}

/// Who complains or objects, and against what.
struct Found {
    indiener: Indiener,
    /// The decision to which she objects.
    besluit: Option<Besluit>,
    soort: Soort,
}

impl Found {
    fn bezwaar_tot(&self) -> Option<Date> {
        if let Soort::Bezwaar(_, tot) = &self.soort { Some(*tot) } else { None }
    }
}

/// Whether she may is decided by the operation. Errors: `Refused` where one can't object.
async fn found(ask: &Ask, opened: &Opened, kind: Kind) -> Result<Found, Fault> {
    let id = opened.id;
    let context = Context { purpose: purpose(kind), ..opened.context.clone() };
    let over = |indiener: &Indiener, nummer: &str| Over {
        zaak: id.uuid(),
        dienst: indiener.zaak.service.clone(),
        nummer: nummer.to_owned(),
    };
    match kind {
        Kind::Klacht => {
            let indiener = ask.write(context, move |op| Box::pin(cases::to_complain(op, id))).await?;
            let soort = Soort::Klacht(over(&indiener, &indiener.zaak.identificatie));
            Ok(Found { indiener, besluit: None, soort })
        }
        Kind::Bezwaar => {
            let work = ask.write(context, move |op| Box::pin(cases::to_object(op, id)));
            let (indiener, besluit, tot) = work.await?;
            let soort = Soort::Bezwaar(over(&indiener, &besluit.identificatie), tot);
            Ok(Found { indiener, besluit: Some(besluit), soort })
        }
    }
}

/// The form.
pub(crate) async fn form(ask: &Ask, opened: &Opened, kind: Kind) -> Result<Response, Fault> {
    let found = found(ask, opened, kind).await?;
    let shown = shown(ask, (opened, kind), &found, &Fields(vec![]))?;
    // Before anything is sent, so that a double click comes from one browser.
    Ok(ask.remember(page(shown.f.status(), &shown)))
}

/// Sends it; a second time it is the same.
pub(crate) async fn send(ask: &Ask, opened: &Opened, kind: Kind, fields: &Fields) -> Result<Response, Fault> {
    let found = found(ask, opened, kind).await?;
    let mut form = shown(ask, (opened, kind), &found, fields)?;
    let catalogue = &ask.app.catalogue;
    let refused = || ask.fault(Error::Refused(Refusal("refused-not-hosted")));
    let hosted = catalogue.hosted_with_oin(&found.indiener.zaak.organisatie).ok_or_else(refused)?;
    let new = match read(ask, opened, (&form, &found), fields) {
        Ok(new) => new,
        Err(faults) => {
            form.f.faults = faults;
            return Ok(page(form.f.status(), &form));
        }
    };
    let (purpose, browser) = (purpose(kind), new.browser.clone());
    let context = Context { organisation: hosted.oin.clone(), purpose, ..opened.context.clone() };
    let vraag = put(ask, context, new, hosted).await?;
    match vraag.party {
        Some(_) => Ok(ask.go(&format!("/mijn/vragen/{}", vraag.id))),
        None => Ok(ask.go_with(&format!("/vraag/{}", vraag.id), &browser)),
    }
}

fn purpose(kind: Kind) -> Purpose {
    match kind {
        Kind::Klacht => Purpose::new("klacht doen", "AVG artikel 6 lid 1 e; Awb artikel 9:1"),
        Kind::Bezwaar => Purpose::new("bezwaar maken", "AVG artikel 6 lid 1 e; Awb artikel 6:4"),
    }
}

fn shown(ask: &Ask, (opened, kind): (&Opened, Kind), found: &Found, fields: &Fields) -> Result<DisputePage, Fault> {
    let (language, zaak) = (ask.language, &found.indiener.zaak);
    let today = ask.app.access.clock().today();
    let service = ask.app.catalogue.service(&zaak.service);
    let (name, what) = (ask.name_of(&zaak.organisatie), noun(ask, service));
    let told = |key: &str, values: &[(&str, &str)]| texts::text_with(language, key, values);
    let mut f = ask.frame(ask.text(&format!("{}-title", kind.word())));
    f.path = format!("{}/{}", opened.path, kind.word());
    f.labels = vec![("bericht".into(), ask.text(&format!("{}-label", kind.word()))), ("wie".into(), ask.text("klacht-wie"))];
    let organ = found.besluit.as_ref().and_then(|besluit| besluit.rechtsmiddelen.first());
    let place = organ.map_or_else(|| name.clone(), |first| remedy::at(first, &name, language));
    let passed = found.bezwaar_tot().filter(|tot| *tot < today);
    let late = passed.map(|tot| told("bezwaar-late", &[("date", &texts::date(tot, language)), ("name", &place)]));
    let rows = found.besluit.iter().flat_map(|besluit| of_besluit(besluit, &title(ask, service, &zaak.omschrijving), language));
    let rows = rows.chain(found.indiener.naam.iter().map(|naam| (ask.text("besluit-for"), naam.clone())));
    let until = found.soort.last_day(today, &ask.app.calendar).map_err(|e| ask.fault(e))?;
    let days = terms(ask, &found.soort, (today, until), &capital(&name));
    let steps = [format!("{}-next-receipt", kind.word()), format!("{}-next-who", kind.word())];
    // Where the law gives an objection at all, a decision is no matter for a complaint (Awb 9:8 lid 1 c).
    let objects =
        kind == Kind::Klacht && service.is_some_and(|service| service.rechtsmiddelen.iter().any(|one| one.naam == "bezwaar"));
    let after = [Some(format!("{}-next-zaak", kind.word())), objects.then(|| "klacht-next-bezwaar".into())];
    let after = after.into_iter().flatten().chain([format!("{}-after", kind.word())]);
    let in_words = |key: String| told(&key, &[("name", &capital(&name)), ("what", &what)]);
    let nobody = matches!(opened.context.actor.acting, Acting::Holder { .. });
    let keep = |field: &str| mask_elfproef(fields.get(field));
    Ok(DisputePage {
        at: ask.url(&opened.path),
        word: kind.word(),
        number: zaak.identificatie.clone(),
        lead: told(&format!("{}-lead", kind.word()), &[("name", &place), ("what", &what)]),
        late,
        rows: if found.besluit.is_some() { rows.collect() } else { vec![] },
        id: Uuid::parse_str(fields.get("id")).unwrap_or_else(|_| Uuid::now_v7()),
        text: keep("bericht"),
        why_late: keep("laat"),
        who: nobody.then(|| (told("klacht-wie-hint", &[("name", &name)]), keep("wie"))),
        next: steps.into_iter().map(in_words).chain(days).chain(after.map(in_words)).collect(),
        f,
    })
}

/// The decision in facts (Awb 6:5 lid 1 c).
fn of_besluit(besluit: &Besluit, about: &str, language: Language) -> Vec<(String, String)> {
    let row = |key: &str, value: String| (texts::text(language, key), value);
    vec![
        row("besluit-number", besluit.identificatie.clone()),
        row("besluit-date", texts::date(besluit.verzenddatum, language)),
        row("besluit-about", about.to_owned()),
    ]
}

/// By when the law wants it dealt with, and how that can become later, each in a sentence.
pub(crate) fn terms(ask: &Ask, soort: &Soort, (received, until): (Date, Option<Date>), name: &str) -> Vec<String> {
    let Some(regime) = GeschilRegime::of(soort.word(), received) else { return vec![] };
    let told = |key: &str, article: &str, (value, text): (&str, &str)| {
        let article = texts::ground(ask.language, article);
        texts::text_with(ask.language, key, &[("name", name), ("article", &article), (value, text)])
    };
    let Some(until) = until else { return vec![ask.text("bezwaar-no-day")] };
    let from = if let Soort::Bezwaar(_, tot) = soort { *tot } else { received };
    let day = |date| texts::date(date, ask.language);
    // Sent on, its day counts from another receipt.
    let counts = regime.last_day(from, &ask.app.calendar).is_ok_and(|last| last.date == until);
    let committee = regime.last_day_with_committee(from, &ask.app.calendar).ok().filter(|_| counts);
    let mut all = vec![told(&format!("{}-last-day", soort.word()), &regime.termijn_bron, ("date", &day(until)))];
    all.extend(committee.map(|last| told("geschil-committee", &regime.commissie_bron, ("date", &day(last.date)))));
    all.push(told("geschil-longer", &regime.verdaging_bron, ("weeks", &regime.verdaging.weeks.to_string())));
    all
}

/// What she sends. Errors: what is wrong.
fn read(ask: &Ask, opened: &Opened, (form, found): (&DisputePage, &Found), fields: &Fields) -> Result<NewVraag, Vec<FieldFault>> {
    let typed = |field: &str, wanted: bool| match (wanted, fields.get(field).trim()) {
        (false, "") => Ok(None),
        _ => prose(fields, field, MAX_VRAAG).map(Some),
    };
    let late = form.late.is_some();
    let (text, why, who) = (prose(fields, "bericht", MAX_VRAAG), typed("laat", late), typed("wie", false));
    let (text, why, who) = match (text, why, who) {
        (Ok(text), Ok(why), Ok(who)) => (text, why.filter(|_| late), who.filter(|_| form.who.is_some())),
        (text, why, who) => return Err([text.err(), why.err(), who.err()].into_iter().flatten().collect()),
    };
    let tekst = in_full(ask, opened, found, (&text, why.as_ref(), who.as_ref()));
    Ok(NewVraag {
        id: Id::from(form.id),
        soort: found.soort.clone(),
        tekst: tekst.ok_or_else(|| vec![FieldFault::new("bericht", "fault-unprintable")])?,
        naam: found.indiener.naam.clone(),
        email: found.indiener.email.clone(),
        product: None,
        taal: ask.language,
        browser: ask.browser_or_new(),
        portal: ask.app.site.portal.clone(),
    })
}

/// As the organisation reads it, in Dutch (Awb 2:6): about what, by whom, and what she wrote.
fn in_full(
    ask: &Ask,
    opened: &Opened,
    found: &Found,
    (text, why, who): (&Prose, Option<&Prose>, Option<&Prose>),
) -> Option<Prose> {
    let nl = Language::Nl;
    let line = |label: &str, text: &str| format!("{label}\n{text}");
    let (zaak, word) = (&found.indiener.zaak, found.soort.word());
    let service = ask.app.catalogue.service(&zaak.service);
    let about = service.map_or_else(|| zaak.omschrijving.clone(), |service| service.text(nl).title.clone());
    let mut parts = match &found.besluit {
        Some(besluit) => of_besluit(besluit, &format!("{about} ({})", zaak.identificatie), nl),
        None => vec![(texts::text(nl, "geschil-about"), format!("{about} ({})", zaak.identificatie))],
    };
    parts.extend(found.indiener.naam.iter().map(|naam| (texts::text(nl, "besluit-for"), naam.clone())));
    parts.extend(intake::filed_by(&opened.context.actor, nl));
    parts.push((texts::text(nl, &format!("{word}-label")), text.as_str().to_owned()));
    parts.extend(why.map(|why| (texts::text(nl, "field-laat"), why.as_str().to_owned())));
    parts.extend(who.map(|who| (texts::text(nl, "klacht-wie"), who.as_str().to_owned())));
    let whole: Vec<_> = parts.iter().map(|(label, text)| line(label, text)).collect();
    Prose::parse(&whole.join("\n\n"), MOST_IN_ALL).ok()
}

/// What was sent about a zaak, as its person sees it: address and sentence.
pub(crate) fn sent(ask: &Ask, opened: &Opened, all: &[OverZaak]) -> Vec<(String, String)> {
    let one = |one: &OverZaak| {
        let path = match &one.code {
            Some(code) if !opened.is_of_party() => format!("/volgen/{}", code.link()),
            _ => format!("/mijn/vragen/{}", one.vraag.id),
        };
        let date = texts::date(dutch_date(one.vraag.eerst_ontvangen_op), ask.language);
        let values = [("date", date.as_str()), ("number", &one.vraag.nummer)];
        (ask.url(&path), texts::text_with(ask.language, &format!("{}-sent", one.vraag.soort.word()), &values))
    };
    all.iter().map(one).collect()
}

/// Where she can object to this decision: she did not yet, or what she sent is over.
pub(crate) fn objects_at(ask: &Ask, opened: &Opened, besluit: &Besluit, all: &[OverZaak]) -> Option<String> {
    let waits = |one: &OverZaak| matches!(one.vraag.soort, Soort::Bezwaar(..)) && one.vraag.stand != Stand::Gesloten;
    besluit.bezwaar_tot().filter(|_| opened.is_of_party() && !all.iter().any(waits))?;
    Some(ask.url(&format!("{}/bezwaar", opened.path)))
}

//! Advice at the desk: a zaak as its adviser sees it, what she advises, and what who decides sees of that.
use super::{
    dates::{Due, dues_or_granted, today},
    stukken::closed,
    zaak::{Betrokkene, betrokkene, context, given, product_name},
};
use crate::{
    ask::{Ask, At},
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::{
        back::Back,
        zaak::{Photo, answers, photo_of, prose},
    },
    staff::role_key,
};
use access::Role;
use askama::Template;
use axum::response::Response;
use cases::{Advies, AdviesLine, Document, Dossier, MAX_MOTIVERING, ToAdvise};
use uuid::Uuid;
use values::{Id, mask_elfproef};

/// One advice.
pub(super) struct Given {
    pub who: String,
    pub when: String,
    /// What; none for who does not decide.
    pub text: Option<String>,
}

/// What who handles a zaak sees of advice about it.
pub(super) struct Advice {
    pub given: Vec<Given>,
    /// That there is none yet, as long as it can be decided.
    pub waits: Option<String>,
}

impl Advice {
    pub fn of(ask: &Ask, dossier: &Dossier) -> Self {
        let (view, zaak) = (&dossier.view, &dossier.view.zaak);
        let given = if dossier.handles {
            dossier.adviezen.iter().map(|advies| whole(ask, advies)).collect()
        } else {
            view.adviezen.iter().map(|line| named(ask, line)).collect()
        };
        let undecided = zaak.einddatum.is_none() && zaak.granted_after(today(ask)).is_none();
        let waits = zaak.adviseur.filter(|_| undecided && view.adviezen.is_empty());
        let waits = waits.map(|who| texts::text_with(ask.language, "desk-advice-waits", &[("who", &ask.text(role_key(who)))]));
        Self { given, waits }
    }
}

fn whole(ask: &Ask, advies: &Advies) -> Given {
    let line = AdviesLine { adviseur: advies.adviseur, op: advies.op };
    let Given { who, when, .. } = named(ask, &line);
    Given { who: format!("{} ({who})", advies.medewerker), when, text: Some(advies.tekst.clone()) }
}

fn named(ask: &Ask, line: &AdviesLine) -> Given {
    Given { who: ask.text(role_key(line.adviseur)), when: texts::moment(line.op, ask.language), text: None }
}

#[derive(Template)]
#[template(path = "desk/advies.html")]
struct AdvicePage {
    f: Frame,
    at: String,
    number: String,
    received: String,
    open: bool,
    /// The days before which it must be done.
    dues: Vec<Due>,
    toelichting: Vec<(String, String)>,
    /// Each with whether it is from the closed compartment.
    papers: Vec<(Photo, bool)>,
    betrokkenen: Vec<Betrokkene>,
    /// What she must not miss.
    signals: Vec<String>,
    given: Vec<Given>,
    /// What she must send of it and to whom, and that she did.
    to_send: Option<String>,
    sent: Option<String>,
    /// What an adviser in her role writes, and what not.
    hint: String,
    value: String,
}

/// The page.
pub(crate) async fn show(ask: Ask, At(id): At<Uuid>) -> Result<Response, Fault> {
    again(&ask, id, String::new(), vec![]).await
}

/// Advises.
pub(crate) async fn advise(ask: Ask, At(id): At<Uuid>, fields: Fields) -> Result<Response, Fault> {
    let typed = mask_elfproef(fields.get("advies"));
    let tekst = match prose(&fields, "advies", MAX_MOTIVERING) {
        Ok(tekst) => tekst,
        Err(fault) => return again(&ask, id, typed, vec![fault]).await,
    };
    let (context, name) = (context(&ask, id).await?, ask.staff()?.name());
    let work = ask.app.access.write(context, move |op| {
        let (name, tekst) = (name.clone(), tekst.clone());
        Box::pin(async move { cases::advise(op, Id::from(id), &name, &tekst).await })
    });
    done(&ask, id, typed, (work.await, "#advies")).await
}

/// What an act of hers came to: on to the page, or back to what was typed.
pub(super) async fn done(
    ask: &Ask,
    id: Uuid,
    typed: String,
    (came, anchor): (access::Result<()>, &str),
) -> Result<Response, Fault> {
    match came.map_err(Back::of) {
        Ok(()) => Ok(ask.go(&format!("/balie/advies/{id}{anchor}"))),
        Err(Ok(back)) => again(ask, id, typed, back).await,
        Err(Err(error)) => Err(ask.fault(error)),
    }
}

async fn again(ask: &Ask, id: Uuid, typed: String, back: impl Into<Back>) -> Result<Response, Fault> {
    let work = ask.write(context(ask, id).await?, move |op| Box::pin(cases::to_advise(op, Id::from(id))));
    let shown = advice_page(ask, &work.await?, typed, back.into());
    Ok(page(shown.f.status(), &shown))
}

fn advice_page(ask: &Ask, seen: &ToAdvise, value: String, back: Back) -> AdvicePage {
    let (zaak, language) = (&seen.zaak, ask.language);
    let mut f = ask.frame(product_name(ask.app.catalogue.service(&zaak.service), &zaak.omschrijving));
    f.path = format!("/balie/advies/{}", zaak.id);
    let (open, days) = (zaak.einddatum.is_none(), (zaak.einddatum_gepland, zaak.uiterlijke_einddatum_afdoening));
    back.tell(ask, &mut f, if open { vec![] } else { vec![value.clone()] });
    let (to_send, sent) = seen.stukken.as_ref().map(|one| closed(ask, one)).unwrap_or_default();
    AdvicePage {
        to_send,
        sent,
        at: ask.url(&f.path),
        number: zaak.identificatie.clone(),
        received: texts::moment(zaak.ontvangen_op, language),
        open,
        dues: dues_or_granted(ask, zaak.granted_after(today(ask)), days, zaak.werkdatum),
        toelichting: answers(&seen.toelichting),
        papers: seen.documents.iter().map(|document| paper(ask, seen, document)).collect(),
        betrokkenen: seen.betrokkenen.iter().map(|rol| betrokkene(ask, rol)).collect(),
        signals: seen.signalen.clone(),
        given: seen.adviezen.iter().map(|advies| whole(ask, advies)).collect(),
        hint: zaak.adviseur.map(|role| ask.text(hint_key(role))).unwrap_or_default(),
        value,
        f,
    }
}

/// A paper to open. None is shown as a picture: each is opened by an act of hers, with a line of its own.
fn paper(ask: &Ask, seen: &ToAdvise, document: &Document) -> (Photo, bool) {
    let at = ask.url(&format!("/balie/zaken/{}", seen.zaak.id));
    (Photo { picture: false, given: given(ask, document), ..photo_of(ask, (&at, "document"), document) }, document.besloten)
}

/// The key of what an adviser in this role is asked to write.
fn hint_key(role: Role) -> &'static str {
    if role == Role::MedischAdviseur { "advise-hint-medical" } else { "advise-hint-bibob" }
}

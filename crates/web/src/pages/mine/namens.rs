//! For whom she acts: for herself, for who authorised her, or for her child. Chosen here, and ended here.
use crate::{
    ask::Ask,
    behalf::purpose,
    fault::Fault,
    fields::Fields,
    frame::{Frame, page},
    pages::mine::machtigingen::{self, ACCEPTED, services_in_words},
};
use access::{Context, Error, Grond, Party, Refusal, Vertegenwoordiging};
use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use my_government::{Kan, Leeftijdsgrens, Machtiging, Stand};
use registers::{Doel, Persoon};
use std::{collections::HashMap, sync::Arc};
use uuid::Uuid;
use values::Bsn;

/// The purpose under which the BRP is asked about children and authority.
const DOEL: &str = "regelen-voor-kind";

/// Somebody for whom she can act.
struct For {
    /// The value of the field: `machtiging` or `kind`, and an id.
    value: String,
    name: String,
    /// For what, or why not.
    about: String,
    can: bool,
}

#[derive(Template)]
#[template(path = "namens.html")]
struct NamensPage {
    f: Frame,
    /// For whom she can act since a moment ago.
    done: Option<String>,
    /// She acts for another now.
    acts: bool,
    people: Vec<For>,
}

#[derive(Template)]
#[template(path = "namens_kind.html")]
struct KindPage {
    f: Frame,
    people: Vec<For>,
}

#[derive(Template)]
#[template(path = "namens_weg.html")]
struct AwayPage {
    f: Frame,
}

/// The choice. Only a natural person has one.
pub(crate) async fn show(ask: Ask, Query(query): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let context = ask.chooser(purpose())?;
    let (_, held) = ask.write(context, |op| Box::pin(my_government::own(op))).await?;
    let stands = |held: &&Machtiging| held.stand == Stand::Geldig;
    let accepted = |one: &&Machtiging| query.get(ACCEPTED).is_some_and(|id| *id == one.id.to_string());
    let done = held.iter().filter(stands).find(accepted);
    let done = done.map(|one| texts::text_with(ask.language, "done-authorised", &[("name", &one.gever)]));
    let people = held.iter().filter(stands).map(|held| For {
        value: format!("machtiging {}", held.id),
        name: held.gever.clone(),
        about: texts::text_with(
            ask.language,
            "namens-machtiging",
            &[("services", &services_in_words(&ask, &held.diensten)), ("date", &texts::date(held.geldig_tot, ask.language))],
        ),
        can: true,
    });
    let people = people.collect();
    let acts = ask.session.as_ref().is_some_and(|session| session.chosen.is_some());
    Ok(page(StatusCode::OK, &NamensPage { f: ask.frame(ask.text("namens-title")), done, acts, people }))
}

/// Goes on for whom she chose.
pub(crate) async fn choose(ask: Ask, fields: Fields) -> Result<Response, Fault> {
    let chosen = fields.get("voor").split_once(' ').map(|(kind, id)| (kind, Uuid::parse_str(id)));
    match chosen {
        None => take(&ask, None).await,
        Some(("machtiging", Ok(id))) => {
            let of = giver(&ask, id).await?;
            take(&ask, Some(of)).await
        }
        Some(("kind", Ok(id))) => match child(&ask, id).await? {
            Ok(of) => take(&ask, Some(of)).await,
            Err(away) => Ok(away),
        },
        Some(_) => Err(ask.fault(Error::NotFound)),
    }
}

/// Whom she may act for under this machtiging. The register is asked whether who gave it lives; while it does not answer she goes on: each
/// form asks again. Errors: it does not stand, or it ended with the life of who gave it.
async fn giver(ask: &Ask, id: Uuid) -> Result<Vertegenwoordiging, Fault> {
    let context = ask.chooser(purpose())?;
    let stands = ask.read(context.clone(), move |op| Box::pin(my_government::stands(op, id))).await?;
    if let Some(of) = stands {
        let doel = ask.doel(machtigingen::DOEL)?;
        let voor = [of.voor.clone()];
        let asking = Context { actor: context.actor.clone().on_behalf(of), ..context.clone() };
        let died = ask.app.registers.overleden(&ask.app.access, &asking, doel, &voor).await.unwrap_or_default();
        if !died.is_empty() {
            ask.write(context, move |op| Box::pin(my_government::giver_died(op, id))).await?;
            return Err(ask.fault(Error::Refused(Refusal::BEHALF_DECEASED)));
        }
    }
    ask.write(context, move |op| Box::pin(my_government::begin(op, id))).await
}

async fn take(ask: &Ask, of: Option<Vertegenwoordiging>) -> Result<Response, Fault> {
    let context = ask.chooser(purpose())?;
    let token = ask.token.clone().ok_or_else(|| ask.fault(Error::NotFound))?;
    let parts = Arc::new((token, of));
    let work = ask.write(context, move |op| {
        let parts = parts.clone();
        Box::pin(async move { identity::choose(op, &parts.0, parts.1.as_ref()).await })
    });
    work.await?;
    Ok(ask.go("/mijn"))
}

/// For whom she acts now died, the register says: with that the machtiging under which she does ends, for the next request too.
pub(crate) async fn died(ask: &Ask) -> Result<(), Fault> {
    let of = ask.session.as_ref().and_then(identity::Session::vertegenwoordiging);
    let Some(Grond::Machtiging(id)) = of.map(|of| &of.grond) else { return Ok(()) };
    let id = *id;
    ask.write(ask.chooser(purpose())?, move |op| Box::pin(my_government::giver_died(op, id))).await
}

/// Her children, as the BRP has them now.
pub(crate) async fn children(ask: Ask) -> Result<Response, Fault> {
    let (context, doel, bsn) = asking(&ask)?;
    let Some(ouder) = persoon(&ask, &context, doel, &bsn).await? else { return Ok(away(&ask)) };
    let (grenzen, today) = (grenzen(&ask), ask.app.access.clock().today());
    let kinderen = my_government::kinderen(&ouder, &grenzen, today);
    let numbers: Vec<_> = kinderen.iter().filter_map(|kind| kind.bsn.clone()).collect();
    // The list of a parent does not say that a child died. While the register does not answer, nobody is left out.
    let died = ask.app.registers.overleden(&ask.app.access, &context, doel, &numbers).await.unwrap_or_default();
    let mut people = Vec::new();
    for kind in kinderen.into_iter().filter(|kind| kind.bsn.as_ref().is_none_or(|bsn| !died.contains(bsn))) {
        let value = kind.bsn.as_ref().map(|bsn| id_of(&ask, bsn)).transpose()?.map(|id| format!("kind {id}"));
        let about = match kind.kan {
            Kan::Ja => String::new(),
            Kan::TeOud => ask.text("namens-kind-older"),
            Kan::GeenGezag => ask.text("namens-kind-no-gezag"),
            Kan::InOnderzoek => ask.text("namens-kind-doubt"),
        };
        people.push(For { can: kind.kan == Kan::Ja, value: value.unwrap_or_default(), name: kind.naam, about });
    }
    Ok(page(StatusCode::OK, &KindPage { f: ask.frame(ask.text("namens-kind-title")), people }))
}

/// The child of this id, if her parent may act for her now; or the page that says that the register is away. Both are asked: the parent
/// for her children, the child for who has authority over her. Errors: why not.
async fn child(ask: &Ask, id: Uuid) -> Result<Result<Vertegenwoordiging, Response>, Fault> {
    let (context, doel, bsn) = asking(ask)?;
    let Some(ouder) = persoon(ask, &context, doel, &bsn).await? else { return Ok(Err(away(ask))) };
    let mut own = None;
    for kind in ouder.kinderen.iter().filter_map(|kind| kind.bsn.as_ref()) {
        if id_of(ask, kind)? == id {
            own = Some(kind.clone());
        }
    }
    let own = own.ok_or_else(|| ask.fault(Error::NotFound))?;
    // The child finds in her journal that her parent was about to act for her.
    let of =
        Vertegenwoordiging { voor: own.clone(), naam: String::new(), door: String::new(), grond: Grond::Gezag, diensten: vec![] };
    let context = Context { actor: context.actor.on_behalf(of), ..context };
    let Some(kind) = persoon(ask, &context, doel, &own).await? else { return Ok(Err(away(ask))) };
    let today = ask.app.access.clock().today();
    let of = my_government::over_kind(&kind, &ouder, &grenzen(ask), today).map_err(|why| ask.fault(Error::Refused(why)))?;
    Ok(Ok(of))
}

/// In whose name and for which purpose the BRP is asked. Errors: `NotAllowed` for who signed in for a company.
fn asking(ask: &Ask) -> Result<(Context, &Doel, Bsn), Fault> {
    let doel = ask.doel(DOEL)?;
    let context = ask.chooser(doel.purpose().clone())?;
    let bsn = context.actor.oneself().cloned().ok_or_else(|| ask.fault(Error::NotAllowed))?;
    Ok((context, doel, bsn))
}

/// What the BRP says of somebody; `None` when it is away.
async fn persoon(ask: &Ask, context: &Context, doel: &Doel, bsn: &Bsn) -> Result<Option<Persoon>, Fault> {
    ask.told(ask.app.registers.persoon(&ask.app.access, context, doel, bsn).await, "refused-not-in-brp")
}

fn away(ask: &Ask) -> Response {
    page(StatusCode::SERVICE_UNAVAILABLE, &AwayPage { f: ask.frame(ask.text("namens-away-title")) })
}

/// By which a form names a child: never by her number.
fn id_of(ask: &Ask, bsn: &Bsn) -> Result<Uuid, Fault> {
    let id = Party::Person(bsn.clone()).id(ask.app.access.keys(), &ask.app.site.operator);
    id.map_err(|e| ask.fault(e.into()))
}

/// Until which age each service can be done for a child, by the service files.
fn grenzen(ask: &Ask) -> Vec<Leeftijdsgrens> {
    let today = ask.app.access.clock().today();
    let services = ask.app.catalogue.services().iter();
    let grens = services.filter_map(|s| Some(Leeftijdsgrens { dienst: s.name.clone(), jonger_dan: s.namens.jonger_dan(today)? }));
    grens.collect()
}

//! For whom somebody acts: at each request it is asked anew whether that still stands. Where it does not, nothing else is done.
use crate::{
    ask::Ask,
    frame::{Frame, page},
};
use access::{Error, Grond, Purpose, Vertegenwoordiging};
use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use identity::{Kind, Session};

/// Where one goes to act for oneself again, or to sign out: open to who may no longer act for another.
const ALWAYS: [&str; 2] = ["/mijn/namens", "/uitloggen"];

#[derive(Template)]
#[template(path = "behalf_ended.html")]
struct EndedPage {
    f: Frame,
    text: String,
}

pub(crate) fn purpose() -> Purpose {
    Purpose::new("voor een ander handelen", "Awb artikel 2:1; AVG artikel 6 lid 1 e")
}

/// The session, in which it stands for whom she acts. Invariant: who may no longer act for another does nothing, also not as herself,
/// until she chose so (test `who_was_stopped_midway_is_told_and_does_nothing_more`). Errors: the page that says so.
pub(crate) async fn confirm(ask: &mut Ask, session: Session) -> Result<Session, Response> {
    let Some(chosen) = session.chosen.clone() else { return Ok(session) };
    let name = chosen.naam.clone();
    match stands(ask, &session, chosen).await {
        Ok(Some(of)) => Ok(session.confirmed(of)),
        Ok(None) if ALWAYS.contains(&ask.path.as_str()) => Ok(session),
        Ok(None) => {
            ask.session = Some(session);
            let text = texts::text_with(ask.language, "behalf-ended-text", &[("name", &name)]);
            Err(page(StatusCode::FORBIDDEN, &EndedPage { f: ask.frame(ask.text("behalf-ended-title")), text }))
        }
        Err(error) => Err(ask.fault(error).into_response()),
    }
}

/// Does what was confirmed when the request began still stand? Errors: it could not be asked.
pub(crate) async fn still(ask: &Ask, session: &Session) -> Result<bool, Error> {
    let Some(chosen) = session.chosen.clone() else { return Ok(true) };
    Ok(stands(ask, session, chosen).await?.as_ref() == session.vertegenwoordiging())
}

async fn stands(ask: &Ask, session: &Session, chosen: Vertegenwoordiging) -> Result<Option<Vertegenwoordiging>, Error> {
    let clock = ask.app.access.clock();
    match chosen.grond {
        // The register was asked when she chose; as long as a session lasts at most, that goes.
        Grond::Gezag => {
            let since = session.chosen_at.map(|at| clock.now().duration_since(at));
            Ok(since.filter(|since| *since < Kind::Digid.longest()).map(|_| chosen))
        }
        Grond::Machtiging(id) => {
            let context = ask.as_actor(session.oneself(), ask.app.site.operator.clone(), purpose());
            let asked = ask.app.access.read(context, move |op| Box::pin(my_government::stands(op, id)));
            Ok(asked.await?.map(|of| offered(ask, of)))
        }
    }
}

/// What was given once for a service that can no longer be done so, opens nothing.
fn offered(ask: &Ask, mut of: Vertegenwoordiging) -> Vertegenwoordiging {
    let today = ask.app.access.clock().today();
    let can = |name: &String| ask.app.catalogue.service(name).is_some_and(|service| service.namens.machtiging(today).is_some());
    of.diensten.retain(can);
    of
}

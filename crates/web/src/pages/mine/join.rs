//! A zaak or question that was begun without signing in becomes one's own, by the eight words of its receipt.
use crate::{
    ask::Ask,
    fault::Fault,
    fields::Fields,
    pages::{
        form::kept,
        mine::{purpose, render},
        zaak::follow::{Thing, typed},
    },
};
use axum::response::Response;

/// To the page of what the words open; or the list, with what is wrong with them.
pub(crate) async fn join(ask: Ask, fields: Fields) -> Result<Response, Fault> {
    ask.own()?;
    let (code, thing) = match typed(&ask, &fields).await? {
        Ok(found) => found,
        Err(wrong) => return render(&ask, [None; 4], Some(wrong)).await,
    };
    let path = match thing {
        Thing::Zaak(id, of) => {
            let work = ask.write(ask.resident(of, purpose())?, move |op| {
                let code = code.clone();
                Box::pin(async move { cases::join(op, &code).await })
            });
            work.await.map(|_| format!("/mijn/zaken/{id}"))?
        }
        Thing::Vraag(id, of) => {
            let work = ask.write(ask.resident(of, purpose())?, move |op| {
                let code = code.clone();
                Box::pin(async move { right_door::join(op, &code).await })
            });
            work.await.map(|_| format!("/mijn/vragen/{id}"))?
        }
        // What was not sent is finished first: then its receipt has the same words.
        Thing::Concept(id) => return kept::resume(&ask, id, &code).await,
    };
    Ok(ask.go(&path))
}

//! Who is at work: who she is, what she does there, and where she comes back to after signing in.
use crate::ask::Ask;
use access::{Assurance, Role};
use identity::{Session, Token, Who};
use values::Oin;

/// How sure we must be of who works here.
pub(crate) const STAFF_AT_LEAST: Assurance = Assurance::Substantial;

/// Who is at work.
#[derive(Clone, Copy)]
pub(crate) struct Staff<'a> {
    pub session: &'a Session,
    pub organisatie: &'a Oin,
    /// The organisation's own reference of her.
    pub reference: &'a str,
}

impl Staff<'_> {
    /// By which colleagues know her.
    pub fn name(&self) -> String {
        self.session.name.clone().unwrap_or_else(|| self.reference.to_owned())
    }

    /// Does she supervise by the journal? Only to lead her there: the operation decides.
    pub fn supervises(&self) -> bool {
        matches!(&self.session.who, Who::Medewerker { rollen, .. } if rollen.contains(&Role::Fg))
    }

    /// Does she advise about zaken, and does she nothing else with them? Only to show her what is hers: the operation decides.
    pub fn advises(&self) -> bool {
        let advises = |rollen: &[Role]| Role::go_together(rollen) && rollen.iter().any(|role| role.advises());
        matches!(&self.session.who, Who::Medewerker { rollen, .. } if advises(rollen))
    }

    /// Does she manage the organisation? Only to lead her there: the operation decides.
    pub fn manages(&self) -> bool {
        matches!(&self.session.who, Who::Medewerker { rollen, .. } if rollen.contains(&Role::Beheerder))
    }
}

/// The key of the name of a role.
pub(crate) fn role_key(role: Role) -> &'static str {
    match role {
        Role::Behandelaar => "rol-behandelaar",
        Role::Kcc => "rol-kcc",
        Role::Beheerder => "rol-beheerder",
        Role::Fg => "rol-fg",
        Role::MedischAdviseur => "rol-medisch-adviseur",
        Role::BibobCoordinator => "rol-bibob-coordinator",
    }
}

/// The page for staff to which one comes back: that of the zaak, question or service, also when something was sent from it.
pub(crate) fn desk_page(path: &str) -> String {
    let parts: Vec<_> = path.split('/').take(4).collect();
    match parts.as_slice() {
        [_, _, _, _] => parts.join("/"),
        [_, "beheer", ..] => "/beheer".to_owned(),
        _ => "/balie".to_owned(),
    }
}

impl Ask {
    /// The session of this secret. Of staff with the roles that their organisation published for them, else with those of sign-in: so
    /// what was given or taken holds from the next request.
    pub(crate) async fn current(&self, token: &Token) -> access::Result<Option<Session>> {
        let Some(mut session) = identity::current(&self.app.access, self.public(), token).await? else { return Ok(None) };
        if let Who::Medewerker { organisatie, reference, rollen } = &mut session.who {
            let of = (organisatie.clone(), reference.clone());
            let work = self.app.access.read(self.public(), move |op| {
                let (organisatie, reference) = of.clone();
                Box::pin(async move { hosting::roles_of(op, &organisatie, &reference).await })
            });
            if let Some(published) = work.await? {
                *rollen = published;
            }
        }
        Ok(Some(session))
    }
}

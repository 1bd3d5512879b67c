//! In whose name a request acts, for which organisation and why; and who must sign in first.
use crate::{
    ask::Ask,
    behalf,
    fault::Fault,
    pages::site::sign_in,
    staff::{STAFF_AT_LEAST, Staff, desk_page},
};
use access::{Actor, Assurance, Context, Error, Party, Purpose};
use cases::Zaak;
use identity::{Kind, Session, Who};
use jiff::SignedDuration;
use uuid::Uuid;
use values::{Id, Oin};

/// How long ago one may have shown who one is, for what is sensitive.
const LATELY: SignedDuration = SignedDuration::from_mins(5);

impl Ask {
    /// A context for what is nobody's.
    pub fn public(&self) -> Context {
        self.as_actor(
            Actor::anonymous(),
            self.app.site.operator.clone(),
            Purpose::new("openbare informatie tonen", "geen persoonsgegevens"),
        )
    }

    /// A context for someone who is signing in or out.
    pub fn signing_in(&self) -> Context {
        let purpose = Purpose::new("inloggen", "Wet digitale overheid; AVG artikel 6 lid 1 e");
        self.as_actor(Actor::anonymous(), self.app.site.operator.clone(), purpose)
    }

    /// A context for who signs out: staff at the organisation where they work.
    pub fn signing_out(&self) -> Context {
        let context = self.signing_in();
        let Some(session) = &self.session else { return context };
        let organisation = match &session.who {
            Who::Medewerker { organisatie, .. } => organisatie.clone(),
            _ => context.organisation.clone(),
        };
        Context { actor: session.oneself(), organisation, ..context }
    }

    /// A context for who is at work, always for her own organisation. Errors: to the page where staff sign in, and then back to the desk.
    pub fn at_work(&self, purpose: Purpose) -> Result<Context, Fault> {
        let staff = self.staff()?;
        Ok(self.as_actor(staff.session.actor(), staff.organisatie.clone(), purpose))
    }

    /// Who is at work, at least as sure as the desk asks. Errors: to the page where staff sign in, and then back to the desk.
    pub fn staff(&self) -> Result<Staff<'_>, Fault> {
        let there = || self.fault(Error::NotFound).to(&sign_in::path(&desk_page(&self.path), STAFF_AT_LEAST));
        let session = self.session.as_ref().filter(|session| session.assurance >= STAFF_AT_LEAST).ok_or_else(there)?;
        match &session.who {
            Who::Medewerker { organisatie, reference, .. } => Ok(Staff { session, organisatie, reference }),
            _ => Err(there()),
        }
    }

    /// A context for someone who fills in a form: until it is sent, whoever runs the door is the controller.
    pub fn filling_in(&self, draft: Uuid) -> Context {
        let purpose = Purpose::new("formulier laten invullen", "AVG artikel 6 lid 1 e");
        self.as_actor(self.resident_or_holder(draft), self.app.site.operator.clone(), purpose)
    }

    /// The same for a form that one fills in without saying who one is, signed in or not.
    pub fn filling_in_unnamed(&self, draft: Uuid) -> Context {
        Context { actor: Actor::holder(draft), ..self.filling_in(draft) }
    }

    /// A context for the holder of one thing of an organisation.
    pub fn holder(&self, of: Uuid, organisation: Oin, purpose: Purpose) -> Context {
        self.as_actor(Actor::holder(of), organisation, purpose)
    }

    /// A context for the thing that came of a draft: of who is signed in, or of the browser that began it.
    pub fn owner(&self, of: Uuid, organisation: Oin, purpose: Purpose) -> Context {
        self.as_actor(self.resident_or_holder(of), organisation, purpose)
    }

    /// A context for who is signed in. Errors: to the page where one signs in, and then back here.
    pub fn resident(&self, organisation: Oin, purpose: Purpose) -> Result<Context, Fault> {
        Ok(self.as_actor(self.signed_in()?.actor(), organisation, purpose))
    }

    /// The same for what whoever runs the door does for her.
    pub fn resident_here(&self, purpose: Purpose) -> Result<Context, Fault> {
        self.resident(self.app.site.operator.clone(), purpose)
    }

    /// A context for what only the party itself does, for whoever runs the door. Errors: to the page where one signs in; `NotAllowed` for
    /// who acts for another person, or for one branch of a company.
    pub fn itself_here(&self, purpose: Purpose) -> Result<Context, Fault> {
        Ok(self.as_actor(self.itself()?.actor(), self.app.site.operator.clone(), purpose))
    }

    /// A context for what is of no service, for whoever runs the door. Errors: as `own`.
    pub fn own_here(&self, purpose: Purpose) -> Result<Context, Fault> {
        Ok(self.as_actor(self.own()?.actor(), self.app.site.operator.clone(), purpose))
    }

    /// A context for who chooses for whom she acts: as herself, whomever she acts for now. Errors: to the page where one signs in.
    pub fn chooser(&self, purpose: Purpose) -> Result<Context, Fault> {
        Ok(self.as_actor(self.signed_in()?.oneself(), self.app.site.operator.clone(), purpose))
    }

    /// A context for who asks a question: of who is signed in, or of the browser; a question is part of no authority over another person.
    pub fn asker(&self, of: Uuid, organisation: Oin, purpose: Purpose) -> Context {
        match &self.session {
            Some(session) if session.actor().own_party().is_none() => self.holder(of, organisation, purpose),
            _ => self.owner(of, organisation, purpose),
        }
    }

    /// Who is signed in and acts in what is of no service: for her party, or for one branch of a company. Errors: to the page where one signs
    /// in; `NotAllowed` for who acts for another person.
    pub fn own(&self) -> Result<&Session, Fault> {
        let session = self.signed_in()?;
        if session.actor().own_party().is_some() { Ok(session) } else { Err(self.fault(Error::NotAllowed)) }
    }

    /// Who is signed in and acts for all that is her party's. Errors: to the page where one signs in; `NotAllowed` for who acts for another
    /// person, or for one branch of a company.
    pub fn itself(&self) -> Result<&Session, Fault> {
        let session = self.signed_in()?;
        if session.actor().party().is_some() { Ok(session) } else { Err(self.fault(Error::NotAllowed)) }
    }

    fn resident_or_holder(&self, of: Uuid) -> Actor {
        self.resident_session().map_or_else(|| Actor::holder(of), Session::actor)
    }

    /// The session of a person or a company's representative; staff sign in for other pages.
    fn resident_session(&self) -> Option<&Session> {
        self.session.as_ref().filter(|session| session.kind != Kind::Medewerkers)
    }

    /// Who is signed in. Errors: to the page where one signs in, and then back here.
    pub fn signed_in(&self) -> Result<&Session, Fault> {
        let there = || self.fault(Error::NotFound).to(&sign_in::path(&self.back, Assurance::None));
        self.resident_session().ok_or_else(there)
    }

    /// A context for a zaak of who is signed in, as surely as its service asks; each door of hers to one goes through here (test
    /// `below_the_level_of_its_service_nothing_of_a_zaak_is_there`). Errors: to the page where one signs in, and then back here; `NotFound`
    /// for a zaak that is not hers.
    pub async fn own_zaak(&self, id: Id<Zaak>, purpose: Purpose) -> Result<Context, Fault> {
        let context = self.resident_here(purpose)?;
        let work = self.read(context.clone(), move |op| {
            Box::pin(async move {
                cases::may_read(op, id).await?;
                cases::service_of(op, id).await
            })
        });
        let (organisation, service) = work.await?;
        self.at_least(self.level_of(&service), &self.back)?;
        Ok(Context { organisation, ..context })
    }

    /// How sure one must be of who gets at something of this service. What is of a service that is no more asks as much as any.
    pub fn level_of(&self, service: &str) -> Assurance {
        let catalogue = &self.app.catalogue;
        let highest = || catalogue.services().iter().map(intake::at_least).max().unwrap_or(Assurance::High);
        catalogue.service(service).map_or_else(highest, intake::at_least)
    }

    /// Somebody is signed in, and showed not long ago who she is: for what must not be done from a screen that was left open. Errors: to
    /// the page where one signs in, and then to `there`.
    pub fn lately(&self, there: &str) -> Result<(), Fault> {
        let since = |session: &Session| self.app.access.clock().now().duration_since(session.signed_in_at);
        // A moment that has still to come is that of a clock that was wrong.
        match &self.session {
            Some(session) if since(session).abs() <= LATELY => Ok(()),
            session => {
                let level = session.as_ref().map_or(Assurance::None, |session| session.assurance);
                Err(self.fault(Error::NotFound).to(&sign_in::path_again(there, level)))
            }
        }
    }

    /// Is she still signed in, and may she still act for whom she acts? Asked once more before what took its time to come is written. Errors:
    /// to `there`, which tells her why not.
    pub async fn still(&self, there: &str) -> Result<(), Fault> {
        let (Some(token), Some(session)) = (&self.token, &self.session) else { return Ok(()) };
        let fault = |error| self.fault(error);
        let lasts = self.current(token).await.map_err(fault)?.is_some();
        let may = lasts && behalf::still(self, session).await.map_err(fault)?;
        if may { Ok(()) } else { Err(fault(Error::NotFound).to(there)) }
    }

    /// Are we this sure of who is signed in? Errors: to where one signs in more surely, and then to `there`.
    pub fn at_least(&self, level: Assurance, there: &str) -> Result<(), Fault> {
        match self.resident_session() {
            Some(session) if session.assurance < level => Err(self.fault(Error::NotFound).to(&sign_in::path(there, level))),
            _ => Ok(()),
        }
    }

    pub(crate) fn as_actor(&self, actor: Actor, organisation: Oin, purpose: Purpose) -> Context {
        Context { actor, organisation, purpose, trace: self.trace.clone() }
    }

    /// The party that is signed in itself. Errors: to the page where one signs in; `NotAllowed` for who acts for another person, or for
    /// one branch of a company.
    pub fn party(&self) -> Result<Party, Fault> {
        self.itself()?.actor().party().ok_or_else(|| self.fault(Error::NotFound))
    }
}

//! How those who manage an organisation change what it offers: with four eyes, at once, on every instance, and never afterwards.
#![allow(clippy::unwrap_used, clippy::panic)]
use access::{Access, Actor, Context, Error, FieldFault, Op, Purpose, Refusal, Role, Step};
use catalogue::{Catalogue, Current, Gestopt, Overlay};
use hosting::{Content, Outcome, Proposal, Subject, Version, refresh};
use std::{
    path::Path,
    sync::{Arc, LazyLock},
};
use store::{Db, Migration};
use testing::{World, worlds};
use values::{Clock, Id, Oin, Prose};

static MIGRATIONS: LazyLock<Vec<Migration>> =
    LazyLock::new(|| [access::MIGRATIONS, letters::MIGRATIONS, cases::MIGRATIONS, hosting::MIGRATIONS].concat());
static SHIPPED: LazyLock<Arc<Catalogue>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    Arc::new(Catalogue::load(&root.join("reference"), &root.join("services")).unwrap())
});
const PARKING: &str = "parkeervergunning";
const REMISSION: &str = "belastingkwijtschelding";
const AMERSFOORT: &str = "gm0307";

fn oin(code: &str) -> Oin {
    SHIPPED.hosted_with_code(code).unwrap().oin.clone()
}

/// Somebody at work, as the desk knows her.
#[derive(Clone, Copy)]
struct Staff(&'static str, &'static str, Role);

const FEMKE: Staff = Staff("femke", AMERSFOORT, Role::Beheerder);
const KARIM: Staff = Staff("karim", AMERSFOORT, Role::Beheerder);
const LOIS: Staff = Staff("lois", AMERSFOORT, Role::Beheerder);
const PIET: Staff = Staff("piet", AMERSFOORT, Role::Beheerder);
const NOOR: Staff = Staff("noor", AMERSFOORT, Role::Behandelaar);
const WILLEM: Staff = Staff("willem", AMERSFOORT, Role::Fg);
const JOOST: Staff = Staff("joost", "pv30", Role::Beheerder);
const IRIS: Staff = Staff("iris", "gm0344", Role::Beheerder);

impl Staff {
    fn context(self) -> Context {
        let purpose = Purpose::new("diensten beheren", "geen persoonsgegevens");
        Context { actor: Actor::worker(self.0, &[self.2]), organisation: oin(self.1), purpose, trace: "test".into() }
    }
}

fn program() -> Context {
    let purpose = Purpose::new("diensten tonen", "geen persoonsgegevens");
    Context { actor: Actor::machine("test"), organisation: oin(AMERSFOORT), purpose, trace: "test".into() }
}

/// An instance of the program on a database.
struct Instance {
    access: Access,
    current: Current,
}

impl Instance {
    fn of(world: &World) -> Self {
        Self { access: world.access.clone(), current: Current::of_files(SHIPPED.clone()) }
    }

    /// Another one on the same database, with the same keys.
    async fn beside(world: &World) -> Self {
        let db = Db::open(&world.settings).await.unwrap();
        let access = Access::new(db, world.access.keys().clone(), world.clock.clone());
        Self { access, current: Current::of_files(SHIPPED.clone()) }
    }

    async fn run<T: Send + 'static>(
        &self,
        staff: Staff,
        work: impl for<'a> Fn(&'a mut Op<'_>, Arc<Catalogue>) -> Step<'a, T> + Send + Sync + 'static,
    ) -> access::Result<T> {
        let catalogue = self.current.get();
        self.access.write(staff.context(), move |op| work(op, catalogue.clone())).await
    }

    async fn proposes(&self, staff: Staff, proposal: Proposal) -> access::Result<Id<Version>> {
        let work = self.run(staff, move |op, catalogue| {
            let proposal = proposal.clone();
            Box::pin(async move { hosting::propose(op, &proposal, staff.0, &catalogue).await })
        });
        work.await
    }

    async fn publishes(&self, staff: Staff, id: Id<Version>) -> access::Result<Version> {
        let work =
            self.run(staff, move |op, catalogue| Box::pin(async move { hosting::publish(op, id, staff.0, &catalogue).await }));
        let version = work.await?;
        assert!(self.refreshes().await.is_empty());
        Ok(version)
    }

    async fn rejects(&self, staff: Staff, id: Id<Version>) -> access::Result<Version> {
        let work = self
            .run(staff, move |op, _| Box::pin(async move { hosting::reject(op, id, staff.0, &prose("Eerst overleggen")).await }));
        work.await
    }

    async fn takes_down(&self, staff: Staff, service: &'static str) -> access::Result<Id<Version>> {
        let work = self.run(staff, move |op, catalogue| {
            Box::pin(
                async move { hosting::take_down(op, service, (staff.0, &prose("De regeling is vernietigd")), &catalogue).await },
            )
        });
        let id = work.await?;
        assert!(self.refreshes().await.is_empty());
        Ok(id)
    }

    async fn history(&self, staff: Staff) -> access::Result<Vec<Version>> {
        self.run(staff, |op, _| Box::pin(async move { hosting::versions(op, &parking()).await })).await
    }

    async fn refreshes(&self) -> Vec<String> {
        refresh(&self.access, &self.current, program()).await.unwrap()
    }

    /// The norm for parking in Amersfoort; none when it is not offered.
    fn norm(&self) -> Option<String> {
        let catalogue = self.current.get();
        catalogue.service(PARKING).unwrap().overlay(AMERSFOORT).and_then(|known| Some(known.overlay.norm.as_ref()?.term.clone()))
    }

    /// The zaaktypen of parking in Amersfoort, in order: the norm of each, and whether it is valid.
    async fn zaaktypen(&self) -> Vec<(String, bool)> {
        let work = self.access.read(program(), |op| {
            Box::pin(async move {
                let sql = "SELECT servicenorm, einde_geldigheid IS NULL FROM zaaktype WHERE identificatie = $1 ORDER BY id";
                op.rows(sql, &[PARKING.into()], |r| Ok((r.get(0)?, r.get(1)?))).await
            })
        });
        work.await.unwrap()
    }
}

fn prose(text: &str) -> Prose {
    Prose::parse(text, hosting::MAX_WHY).unwrap()
}

fn parking() -> Subject {
    Subject::Service(PARKING.into())
}

fn overlay(norm: &str) -> Overlay {
    let mut overlay = SHIPPED.service(PARKING).unwrap().overlay(AMERSFOORT).unwrap().overlay.clone();
    overlay.norm.as_mut().unwrap().term = norm.into();
    overlay
}

fn norm_of(norm: &str, basis: Option<Id<Version>>) -> Proposal {
    let content = Content::Overlay(Box::new(overlay(norm)));
    Proposal { subject: parking(), basis, content, why: prose("De raad besloot zo") }
}

fn roles(reference: &str, roles: &[Role], basis: Option<Id<Version>>) -> Proposal {
    let subject = Subject::Worker(reference.into());
    Proposal { subject, basis, content: Content::Roles(roles.to_vec()), why: prose("Nieuwe taak") }
}

fn refused(error: access::Result<impl std::fmt::Debug>) -> &'static str {
    match error {
        Err(Error::Refused(Refusal(why))) => why,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn what_one_proposes_another_publishes_and_it_holds_at_once_on_every_instance_and_after_a_restart() {
    for world in worlds(&MIGRATIONS).await {
        let (one, other) = (Instance::of(&world), Instance::beside(&world).await);
        let id = one.proposes(FEMKE, norm_of("P8D", None)).await.unwrap();
        assert_eq!(one.norm().as_deref(), Some("P5D"), "a proposal changes nothing");
        assert_eq!(refused(one.publishes(FEMKE, id).await), "refused-four-eyes");
        let version = one.publishes(KARIM, id).await.unwrap();
        assert_eq!((version.by.reference.as_str(), version.decision.unwrap().by.reference.as_str()), ("femke", "karim"));
        assert_eq!(one.norm().as_deref(), Some("P8D"));
        assert_eq!(other.norm().as_deref(), Some("P5D"));
        assert!(other.refreshes().await.is_empty());
        assert_eq!(other.norm().as_deref(), Some("P8D"));
        let again = Instance::beside(&world).await;
        again.refreshes().await;
        assert_eq!(again.norm().as_deref(), Some("P8D"));
        assert_eq!(one.zaaktypen().await, [("P8D".to_owned(), true)]);
        // The next one ends the zaaktype of before, which stays for its zaken.
        let next = other.proposes(KARIM, norm_of("P3D", Some(id))).await.unwrap();
        other.publishes(FEMKE, next).await.unwrap();
        assert_eq!(one.zaaktypen().await, [("P8D".to_owned(), false), ("P3D".to_owned(), true)]);
        let history = one.history(LOIS).await.unwrap();
        let outcomes: Vec<_> = history.iter().map(|v| (v.id, v.decision.as_ref().unwrap().outcome)).collect();
        assert_eq!(outcomes, [(next, Outcome::Published), (id, Outcome::Published)]);
    }
}

#[tokio::test]
async fn what_is_wrong_is_told_with_its_field_and_changes_nothing() {
    for world in worlds(&MIGRATIONS).await {
        let one = Instance::of(&world);
        let mut wrong = overlay("tien dagen");
        wrong.norm.as_mut().unwrap().source.clear();
        let proposal = Proposal { content: Content::Overlay(Box::new(wrong)), ..norm_of("P8D", None) };
        let Err(Error::Invalid(faults)) = one.proposes(FEMKE, proposal).await else { panic!() };
        assert_eq!(faults, [FieldFault::new("norm-term", "fault-duration"), FieldFault::new("norm-source", "fault-source")]);
        assert_eq!(refused(one.proposes(FEMKE, norm_of("P5D", None)).await), "refused-nothing-changes");
        let unknown = Proposal { subject: Subject::Service("niets".into()), ..norm_of("P8D", None) };
        assert!(matches!(one.proposes(FEMKE, unknown).await, Err(Error::NotFound)));
        // A province has no parking permits to offer, a municipality does not remit the tax of a water board.
        assert!(matches!(one.proposes(JOOST, norm_of("P8D", None)).await, Err(Error::NotFound)));
        let remission = Proposal { subject: Subject::Service(REMISSION.into()), ..norm_of("P8D", None) };
        assert!(matches!(one.proposes(FEMKE, remission).await, Err(Error::NotFound)));
        // Nobody promises an answer after the last day of the law, or on a rule that is not in force yet.
        let Err(Error::Invalid(faults)) = one.proposes(FEMKE, norm_of("P20W", None)).await else { panic!() };
        assert_eq!(faults, [FieldFault { limit: Some(56), ..FieldFault::new("norm-term", "fault-norm-too-long") }]);
        let mut early = overlay("P8D");
        early.verordening.as_mut().unwrap().datum = Some("2999-01-01".into());
        let proposal = Proposal { content: Content::Overlay(Box::new(early)), ..norm_of("P8D", None) };
        let Err(Error::Invalid(faults)) = one.proposes(FEMKE, proposal).await else { panic!() };
        assert_eq!(faults, [FieldFault::new("verordening-datum", "fault-rule-future")]);
        assert!(one.history(FEMKE).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn of_two_proposals_at_once_one_waits_and_on_an_old_version_none_is_built() {
    for world in worlds(&MIGRATIONS).await {
        let one = Instance::of(&world);
        let (a, b) = tokio::join!(one.proposes(FEMKE, norm_of("P8D", None)), one.proposes(KARIM, norm_of("P7D", None)));
        let [id] = [a.clone().ok(), b.clone().ok()].into_iter().flatten().collect::<Vec<_>>()[..] else { panic!("{a:?} {b:?}") };
        let lost = [a, b].into_iter().find_map(Result::err).unwrap();
        assert!(matches!(lost, Error::Conflict("version")), "{lost:?}");
        // Two publish it at once: once it is published.
        let (a, b) = tokio::join!(one.publishes(LOIS, id), one.publishes(PIET, id));
        assert_eq!([a.is_ok(), b.is_ok()].iter().filter(|ok| **ok).count(), 1, "{a:?} {b:?}");
        assert_eq!(one.zaaktypen().await.len(), 1);
        // Who looked before that builds on what is not there any more.
        assert!(matches!(one.proposes(FEMKE, norm_of("P2D", None)).await, Err(Error::Conflict("version"))));
        // What is rejected makes room; who proposed it may withdraw it.
        let second = one.proposes(FEMKE, norm_of("P2D", Some(id))).await.unwrap();
        one.rejects(FEMKE, second).await.unwrap();
        assert_eq!(refused(one.publishes(KARIM, second).await), "refused-decided");
        one.proposes(KARIM, norm_of("P4D", Some(id))).await.unwrap();
    }
}

#[tokio::test]
async fn a_published_version_never_changes() {
    for world in worlds(&MIGRATIONS).await {
        let one = Instance::of(&world);
        let id = one.proposes(FEMKE, norm_of("P8D", None)).await.unwrap();
        one.publishes(KARIM, id).await.unwrap();
        let before = one.history(FEMKE).await.unwrap();
        // With all that one can do here.
        assert_eq!(refused(one.publishes(LOIS, id).await), "refused-decided");
        assert_eq!(refused(one.rejects(LOIS, id).await), "refused-decided");
        let next = one.proposes(FEMKE, norm_of("P3D", Some(id))).await.unwrap();
        one.publishes(KARIM, next).await.unwrap();
        one.takes_down(LOIS, PARKING).await.unwrap();
        assert_eq!(one.history(FEMKE).await.unwrap()[2..], before);
        // And with the database itself in hand: what was changed there is not served, on no instance.
        let back = one.history(FEMKE).await.unwrap()[0].id;
        let third = one.proposes(FEMKE, norm_of("P6D", Some(back))).await.unwrap();
        one.publishes(KARIM, third).await.unwrap();
        for change in [
            "UPDATE hosting_version SET content = REPLACE(content, 'P6D', 'P1D')",
            "UPDATE hosting_version SET content = REPLACE(content, 'P1D', 'P6D'), proposed_by = 'lois'",
        ] {
            let by_hand = world.access.write(program(), move |op| Box::pin(async move { op.exec(change, &[]).await }));
            by_hand.await.unwrap();
            let other = Instance::beside(&world).await;
            let not_served = other.refreshes().await;
            assert!(not_served[0].contains("changed outside the program"), "{not_served:?}");
            assert_eq!(other.norm(), None);
        }
    }
}

#[tokio::test]
async fn a_version_that_was_never_published_is_not_served() {
    for world in worlds(&MIGRATIONS).await {
        let one = Instance::of(&world);
        let id = one.proposes(FEMKE, norm_of("P8D", None)).await.unwrap();
        one.publishes(KARIM, id).await.unwrap();
        let waits = one.proposes(FEMKE, norm_of("P3D", Some(id))).await.unwrap();
        let by_hand = world.access.write(program(), move |op| {
            Box::pin(async move { op.exec("UPDATE hosting_subject SET current = $1", &[waits.uuid().into()]).await })
        });
        by_hand.await.unwrap();
        let other = Instance::beside(&world).await;
        assert!(other.refreshes().await[0].contains("never published"));
        assert_eq!(other.norm(), None);
    }
}

#[tokio::test]
async fn only_who_manages_there_sees_and_changes_it() {
    for world in worlds(&MIGRATIONS).await {
        let one = Instance::of(&world);
        let id = one.proposes(FEMKE, norm_of("P8D", None)).await.unwrap();
        assert!(matches!(one.publishes(IRIS, id).await, Err(Error::NotFound)));
        assert!(matches!(one.rejects(IRIS, id).await, Err(Error::NotFound)));
        let look = |staff| one.run(staff, move |op, _| Box::pin(hosting::version(op, id)));
        assert!(matches!(look(IRIS).await, Err(Error::NotFound)));
        assert!(look(KARIM).await.is_ok());
        assert!(one.history(IRIS).await.unwrap().is_empty(), "the same service elsewhere has a history of its own");
        for (staff, hidden) in [(NOOR, false), (WILLEM, true)] {
            let told = |error: Error| matches!((error, hidden), (Error::NotFound, true) | (Error::NotAllowed, false));
            assert!(told(one.proposes(staff, norm_of("P7D", None)).await.unwrap_err()), "{}", staff.0);
            assert!(told(one.publishes(staff, id).await.unwrap_err()), "{}", staff.0);
            assert!(told(one.rejects(staff, id).await.unwrap_err()), "{}", staff.0);
            assert!(told(one.takes_down(staff, PARKING).await.unwrap_err()), "{}", staff.0);
            assert!(told(one.history(staff).await.unwrap_err()), "{}", staff.0);
            assert!(told(look(staff).await.unwrap_err()), "{}", staff.0);
            let standings = one.run(staff, |op, _| Box::pin(hosting::standings(op)));
            assert!(told(standings.await.unwrap_err()), "{}", staff.0);
        }
        // A part of the program may look, and neither propose nor publish.
        let catalogue = one.current.get();
        let machine = world.access.write(program(), move |op| {
            let catalogue = catalogue.clone();
            Box::pin(async move { hosting::publish(op, id, "machine", &catalogue).await.map(drop) })
        });
        assert!(matches!(machine.await, Err(Error::NotAllowed)));
    }
}

#[tokio::test]
async fn one_takes_a_service_down_at_once_and_two_put_it_back() {
    for world in worlds(&MIGRATIONS).await {
        let one = Instance::of(&world);
        let waits = one.proposes(FEMKE, norm_of("P8D", None)).await.unwrap();
        let down = one.takes_down(KARIM, PARKING).await.unwrap();
        assert_eq!(one.norm(), None);
        assert_eq!(refused(one.takes_down(KARIM, PARKING).await), "refused-not-offered");
        // What waited was built on what is not there any more.
        assert!(matches!(one.publishes(LOIS, waits).await, Err(Error::Conflict("version"))));
        one.rejects(LOIS, waits).await.unwrap();
        let back = one.proposes(KARIM, norm_of("P5D", Some(down))).await.unwrap();
        assert_eq!(refused(one.publishes(KARIM, back).await), "refused-four-eyes");
        one.publishes(FEMKE, back).await.unwrap();
        assert_eq!(one.norm().as_deref(), Some("P5D"));
        assert_eq!(one.zaaktypen().await, [("P5D".to_owned(), true)]);
        let again = one.takes_down(FEMKE, PARKING).await.unwrap();
        assert_eq!(one.zaaktypen().await, [("P5D".to_owned(), false)]);
        assert_eq!(one.history(LOIS).await.unwrap()[0].id, again);
    }
}

#[tokio::test]
async fn what_was_taken_down_stays_known_with_its_day_until_it_is_offered_again() {
    for world in worlds(&MIGRATIONS).await {
        let one = Instance::of(&world);
        let stopped = || one.current.get().service(PARKING).unwrap().gestopt(AMERSFOORT);
        assert_eq!(stopped(), None);
        let down = one.takes_down(KARIM, PARKING).await.unwrap();
        assert_eq!(stopped(), Some(Gestopt { sinds: Some(world.clock.today()) }));
        let back = one.proposes(KARIM, norm_of("P5D", Some(down))).await.unwrap();
        one.publishes(FEMKE, back).await.unwrap();
        assert_eq!(stopped(), None);
    }
}

#[tokio::test]
async fn what_became_a_service_of_another_layer_is_neither_published_nor_served() {
    let (root, folder) = (Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."), std::env::temp_dir());
    let folder = folder.join(format!("hosting-layer-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::copy(root.join("services/organisaties.toml"), folder.join("organisaties.toml")).unwrap();
    let skeleton = std::fs::read_to_string(root.join("services").join(format!("{REMISSION}.toml"))).unwrap();
    let both = skeleton.replacen("[\"waterschap\"]", "[\"waterschap\", \"gemeente\"]", 1);
    assert_ne!(both, skeleton);
    std::fs::write(folder.join(format!("{REMISSION}.toml")), both).unwrap();
    let before = Arc::new(Catalogue::load(&root.join("reference"), &folder).unwrap());
    std::fs::remove_dir_all(&folder).unwrap();
    for world in worlds(&MIGRATIONS).await {
        let then = Instance { access: world.access.clone(), current: Current::of_files(before.clone()) };
        let of = |norm, basis| Proposal { subject: Subject::Service(REMISSION.into()), ..norm_of(norm, basis) };
        let id = then.proposes(FEMKE, of("P8D", None)).await.unwrap();
        then.publishes(KARIM, id).await.unwrap();
        let waits = then.proposes(FEMKE, of("P7D", Some(id))).await.unwrap();
        let now = Instance::of(&world);
        let not_served = now.refreshes().await;
        assert!(not_served[0].contains("of another layer of government"), "{not_served:?}");
        let catalogue = now.current.get();
        let service = catalogue.service(REMISSION).unwrap();
        assert!(service.overlay(AMERSFOORT).is_none());
        assert_eq!(service.gestopt(AMERSFOORT), Some(Gestopt { sinds: None }), "what is held of it is still accounted for");
        let published =
            now.run(KARIM, move |op, catalogue| Box::pin(async move { hosting::publish(op, waits, "karim", &catalogue).await }));
        assert_eq!(refused(published.await), "refused-version-wrong");
    }
}

#[tokio::test]
async fn what_an_organisation_says_of_itself_goes_before_its_file() {
    for world in worlds(&MIGRATIONS).await {
        let one = Instance::of(&world);
        let mut settings = SHIPPED.hosted_with_code(AMERSFOORT).unwrap().settings();
        settings.vraag_norm.term = "P2D".into();
        let content = Content::Settings(Box::new(settings));
        let proposal = Proposal { subject: Subject::Organisation, basis: None, content, why: prose("Sneller") };
        let id = one.proposes(FEMKE, proposal).await.unwrap();
        one.publishes(KARIM, id).await.unwrap();
        let now = one.current.get();
        assert_eq!(now.hosted_with_code(AMERSFOORT).unwrap().vraag_norm.term, "P2D");
        assert_eq!(now.hosted_with_code("gm0344").unwrap().vraag_norm.term, "P3D");
    }
}

#[tokio::test]
async fn roles_are_given_and_taken_with_four_eyes_and_never_by_oneself() {
    for world in worlds(&MIGRATIONS).await {
        let one = Instance::of(&world);
        let of = |reference: &'static str| {
            one.access
                .read(program(), move |op| Box::pin(async move { hosting::roles_of(op, &oin(AMERSFOORT), reference).await }))
        };
        assert_eq!(of("emre").await.unwrap(), None, "then those of sign-in count");
        assert_eq!(refused(one.proposes(FEMKE, roles("femke", &[Role::Behandelaar], None)).await), "refused-own-roles");
        let id = one.proposes(FEMKE, roles("emre", &[Role::Kcc, Role::Behandelaar], None)).await.unwrap();
        assert_eq!(of("emre").await.unwrap(), None);
        one.publishes(KARIM, id).await.unwrap();
        assert_eq!(of("emre").await.unwrap(), Some(vec![Role::Kcc, Role::Behandelaar]));
        assert_eq!(of("noor").await.unwrap(), None);
        let gone = one.proposes(KARIM, roles("emre", &[], Some(id))).await.unwrap();
        one.publishes(FEMKE, gone).await.unwrap();
        assert_eq!(of("emre").await.unwrap(), Some(vec![]));
        // With two they can't take each other's: a third is needed.
        let lois = one.proposes(FEMKE, roles("lois", &[], None)).await.unwrap();
        assert_eq!(refused(one.publishes(LOIS, lois).await), "refused-own-roles");
        // Who decides opens no closed compartment.
        let both = one.proposes(FEMKE, roles("ilse", &[Role::MedischAdviseur, Role::Behandelaar], None)).await;
        assert!(matches!(both, Err(Error::Invalid(faults)) if faults == [FieldFault::new("rollen", "fault-roles-apart")]));
        // Who supervises does nothing of what she supervises (AVG 38 lid 6).
        for role in [Role::Beheerder, Role::Behandelaar, Role::Kcc, Role::MedischAdviseur] {
            let both = one.proposes(FEMKE, roles("willem", &[role, Role::Fg], None)).await;
            let told = [FieldFault::new("rollen", "fault-roles-officer")];
            assert!(matches!(both, Err(Error::Invalid(faults)) if faults == told), "{role:?}");
        }
        assert!(one.proposes(FEMKE, roles("willem", &[Role::Fg], None)).await.is_ok());
        let nobody = one.proposes(FEMKE, roles(" ", &[Role::Kcc], None)).await;
        assert!(matches!(nobody, Err(Error::Invalid(faults)) if faults == [FieldFault::new("medewerker", "fault-empty")]));
    }
}

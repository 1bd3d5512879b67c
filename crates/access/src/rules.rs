//! Who may do what to which thing. Deny unless a line below says otherwise.
use crate::{Acting, Actor, Context, Error, KeyRing, Result, Role, party::vestiging_hash};
use uuid::Uuid;
use values::Oin;

/// What one can want to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Begin something new.
    Create,
    /// Look at it.
    Read,
    /// Add to one's own thing: a message, a document, a rating; or withdraw it.
    Contribute,
    /// Speak for the organisation to who asked: answer a question, send it on, close it.
    Answer,
    /// Write something down for colleagues.
    Note,
    /// Do the work of the organisation on a zaak: set a status, write, ask for a supplement, decide, close.
    Handle,
    /// Read the journal of the organisation.
    Supervise,
    /// Change what the organisation offers and who works at it: services, what it says of itself, roles.
    Manage,
    /// Open what is in the closed compartment, and advise about it.
    Advise,
}

impl Role {
    /// What somebody in this role may do to what is her organisation's.
    fn may(self, action: Action) -> bool {
        match self {
            Self::Behandelaar => matches!(action, Action::Read | Action::Answer | Action::Note | Action::Handle),
            Self::Kcc => matches!(action, Action::Read | Action::Answer | Action::Note),
            Self::Beheerder => action == Action::Manage,
            Self::Fg => action == Action::Supervise,
            Self::MedischAdviseur | Self::BibobCoordinator => matches!(action, Action::Read | Action::Advise),
        }
    }

    /// Does it count for this thing, for somebody with all of these roles? Invariant: an adviser's counts for the things whose closed
    /// compartment is hers and for nothing else, and not at all for who also reads or handles zaken (tests
    /// `an_adviser_gets_at_what_is_hers_to_advise_about_and_at_nothing_else`, `who_decides_or_answers_opens_no_closed_compartment`).
    fn counts(self, all: &[Self], thing: &impl Protected) -> bool {
        !self.advises() || (Self::go_together(all) && thing.adviseur() == Some(self))
    }
}

/// A thing that is somebody's.
pub trait Protected {
    /// Its id, which the secret of a holder names.
    fn id(&self) -> Uuid;
    /// The organisation that handles it now.
    fn organisation(&self) -> &Oin;
    /// Whose it is: `Party::hash` at that organisation. `None` for what was begun without signing in.
    fn party(&self) -> Option<&[u8]> {
        None
    }
    /// Of which branch of a company it is: `vestiging_hash` at that organisation. `None` for what is of the company as a whole; who acts
    /// for one branch never gets at that.
    fn vestiging(&self) -> Option<&[u8]> {
        None
    }
    /// Of which service it is: `verhuismelding`. `None` for what is of no service; who acts for another person never gets at that.
    fn dienst(&self) -> Option<&str> {
        None
    }
    /// The other thing that it is about, as a complaint is about a zaak: who holds the secret of that gets at it too. `None` for what stands by
    /// itself.
    fn about(&self) -> Option<Uuid> {
        None
    }
    /// Who opens its closed compartment. `None` for what has none; who advises never gets at that.
    fn adviseur(&self) -> Option<Role> {
        None
    }
}

/// May the actor of `context` do `action` to `thing`? What one may not see does not exist (`NotFound`).
pub fn may(keys: &KeyRing, context: &Context, action: Action, thing: &impl Protected) -> Result<()> {
    let sees = match &context.actor.acting {
        Acting::Anonymous => action == Action::Create,
        Acting::Holder { of } => *of == thing.id() || thing.about() == Some(*of),
        Acting::Person(_) | Acting::Representative { .. } => is_the_partys(keys, &context.actor, thing)?,
        Acting::Worker { roles, .. } => {
            let sees = |role: &Role| role.counts(roles, thing) && (role.may(Action::Read) || role.may(action));
            context.organisation == *thing.organisation() && roles.iter().any(sees)
        }
        Acting::Machine(_) => context.organisation == *thing.organisation(),
    };
    let acts = match &context.actor.acting {
        Acting::Anonymous => action == Action::Create,
        Acting::Holder { .. } | Acting::Person(_) | Acting::Representative { .. } => {
            matches!(action, Action::Create | Action::Read | Action::Contribute)
        }
        Acting::Worker { roles, .. } => roles.iter().any(|role| role.counts(roles, thing) && role.may(action)),
        Acting::Machine(_) => action == Action::Read,
    };
    match (sees, acts) {
        (true, true) => Ok(()),
        (true, false) => Err(Error::NotAllowed),
        (false, _) => Err(Error::NotFound),
    }
}

/// All that is an organisation's, to ask whether somebody may see its work or its journal as a whole; or all of which this adviser opens the
/// closed compartment.
pub(crate) struct All<'a>(pub &'a Oin, pub Option<Role>);

impl Protected for All<'_> {
    fn id(&self) -> Uuid {
        Uuid::nil()
    }
    fn organisation(&self) -> &Oin {
        self.0
    }
    fn adviseur(&self) -> Option<Role> {
        self.1
    }
}

pub(crate) fn is_the_partys(keys: &KeyRing, actor: &Actor, thing: &impl Protected) -> Result<bool> {
    let party = match thing.dienst() {
        Some(dienst) => actor.party_for(dienst),
        None => actor.own_party(),
    };
    let (Some(party), Some(of)) = (party, thing.party()) else { return Ok(false) };
    let branch = match actor.vestiging() {
        Some(own) => thing.vestiging() == Some(&vestiging_hash(keys, thing.organisation(), own)?),
        None => true,
    };
    Ok(branch && party.hash(keys, thing.organisation())? == *of)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Assurance, Grond, Party, Purpose, Vertegenwoordiging};
    use values::{Bsn, KvkNummer, Vestigingsnummer};

    struct Thing(Uuid, Oin, Option<Vec<u8>>, Option<&'static str>);

    /// A thing of one branch.
    struct OfBranch(Thing, [u8; 32]);
    impl Protected for OfBranch {
        fn id(&self) -> Uuid {
            self.0.id()
        }
        fn organisation(&self) -> &Oin {
            self.0.organisation()
        }
        fn party(&self) -> Option<&[u8]> {
            self.0.party()
        }
        fn dienst(&self) -> Option<&str> {
            self.0.dienst()
        }
        fn vestiging(&self) -> Option<&[u8]> {
            Some(&self.1)
        }
    }

    impl Protected for Thing {
        fn id(&self) -> Uuid {
            self.0
        }
        fn organisation(&self) -> &Oin {
            &self.1
        }
        fn party(&self) -> Option<&[u8]> {
            self.2.as_deref()
        }
        fn dienst(&self) -> Option<&str> {
            self.3
        }
    }

    const ALL: [Action; 9] = [
        Action::Create,
        Action::Read,
        Action::Contribute,
        Action::Answer,
        Action::Note,
        Action::Handle,
        Action::Supervise,
        Action::Manage,
        Action::Advise,
    ];
    const NOTHING: &str = "· · · · · · · · ·";

    fn oin(digit: &str) -> Oin {
        Oin::parse(&digit.repeat(20)).unwrap()
    }

    /// What the actor may, at work for or asking at `organisation`: `y`, `n`, or `·` where it does not exist.
    fn answers(keys: &KeyRing, thing: &impl Protected, actor: Actor, organisation: &str) -> String {
        let (organisation, purpose) = (oin(organisation), Purpose::new("test", "test"));
        let context = Context { actor, organisation, purpose, trace: String::new() };
        let ask = |action| match may(keys, &context, action, thing) {
            Ok(()) => "y",
            Err(Error::NotAllowed) => "n",
            Err(_) => "·",
        };
        ALL.map(ask).join(" ")
    }

    #[test]
    fn each_may_do_to_its_own_what_the_rules_say_and_nothing_else() {
        let (mine, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let keys = KeyRing::ephemeral();
        let (resident, neighbour) = (Bsn::parse("999990019").unwrap(), Bsn::parse("999990020").unwrap());
        let company = Party::Company(KvkNummer::parse("69599084").unwrap());
        let of = |party: &Party| Thing(mine, oin("1"), Some(party.hash(&keys, &oin("1")).unwrap().to_vec()), None);
        let nobodys = Thing(mine, oin("1"), None, None);
        let residents = of(&Party::Person(resident.clone()));
        let answers = |thing: &Thing, actor: Actor, organisation: &str| answers(&keys, thing, actor, organisation);
        assert_eq!(answers(&nobodys, Actor::anonymous(), "1"), "y · · · · · · · ·");
        assert_eq!(answers(&nobodys, Actor::holder(mine), "1"), "y y y n n n n n n");
        assert_eq!(answers(&nobodys, Actor::holder(other), "1"), NOTHING);
        assert_eq!(answers(&nobodys, Actor::machine("mailer"), "1"), "n y n n n n n n n");
        assert_eq!(answers(&nobodys, Actor::machine("mailer"), "2"), NOTHING);

        let signed_in = |bsn: &Bsn| Actor::person(bsn.clone(), Assurance::Substantial);
        let for_company = || Actor::representative("pseudonym", company.clone(), Assurance::Substantial);
        assert_eq!(answers(&residents, signed_in(&resident), "1"), "y y y n n n n n n");
        assert_eq!(answers(&residents, signed_in(&resident), "2"), "y y y n n n n n n", "her own, wherever she looks from");
        assert_eq!(answers(&residents, signed_in(&neighbour), "1"), NOTHING);
        assert_eq!(answers(&residents, for_company(), "1"), NOTHING);
        assert_eq!(answers(&nobodys, signed_in(&resident), "1"), NOTHING);
        assert_eq!(answers(&of(&company), for_company(), "1"), "y y y n n n n n n");
        assert_eq!(answers(&of(&company), signed_in(&resident), "1"), NOTHING);
    }

    /// What somebody sent about another thing.
    struct About(Thing, Uuid);
    impl Protected for About {
        fn id(&self) -> Uuid {
            self.0.id()
        }
        fn organisation(&self) -> &Oin {
            self.0.organisation()
        }
        fn about(&self) -> Option<Uuid> {
            Some(self.1)
        }
    }

    #[test]
    fn who_holds_the_secret_of_a_thing_gets_at_what_is_about_it_and_at_nothing_else() {
        let (keys, [complaint, zaak, other]) = (KeyRing::ephemeral(), [1, 2, 3].map(Uuid::from_u128));
        let about = About(Thing(complaint, oin("1"), None, None), zaak);
        for own in [complaint, zaak] {
            assert_eq!(answers(&keys, &about, Actor::holder(own), "1"), "y y y n n n n n n");
        }
        assert_eq!(answers(&keys, &about, Actor::holder(other), "1"), NOTHING);
        let of_zaak = Thing(zaak, oin("1"), None, None);
        assert_eq!(answers(&keys, &of_zaak, Actor::holder(complaint), "1"), NOTHING, "not the other way round");
    }

    #[test]
    fn who_acts_for_another_person_gets_at_the_services_of_her_authority_and_nothing_else() {
        let (keys, id) = (KeyRing::ephemeral(), Uuid::from_u128(1));
        let bsn = |number: &str| Bsn::parse(number).unwrap();
        let (father, daughter) = (bsn("999990019"), bsn("999990020"));
        let of = |owner: &Bsn, dienst| {
            Thing(id, oin("1"), Some(Party::Person(owner.clone()).hash(&keys, &oin("1")).unwrap().to_vec()), dienst)
        };
        for grond in [Grond::Gezag, Grond::Machtiging(id)] {
            let diensten = vec!["verhuismelding".to_owned()];
            let for_father = Vertegenwoordiging { voor: father.clone(), naam: "Jan".into(), door: "Els".into(), grond, diensten };
            let actor = || Actor::person(daughter.clone(), Assurance::Substantial).on_behalf(for_father.clone());
            let answers = |thing: &Thing| answers(&keys, thing, actor(), "1");
            assert_eq!(answers(&of(&father, Some("verhuismelding"))), "y y y n n n n n n");
            assert_eq!(answers(&of(&father, Some("parkeervergunning"))), NOTHING, "another service of his");
            assert_eq!(answers(&of(&father, None)), NOTHING, "his questions, his data: of no service");
            assert_eq!(answers(&of(&daughter, Some("verhuismelding"))), NOTHING, "her own, while she acts for him");
            assert_eq!(answers(&Thing(id, oin("1"), None, Some("verhuismelding"))), NOTHING, "what is nobody's");
            assert_eq!((actor().party(), actor().oneself()), (None, None));
            assert_eq!(actor().own_party(), None, "what is of no service is not hers either");
        }
    }

    #[test]
    fn who_acts_for_one_branch_gets_at_what_is_of_that_branch_and_the_company_at_all_of_it() {
        let (keys, id) = (KeyRing::ephemeral(), Uuid::from_u128(1));
        let kvk = |number: &str| KvkNummer::parse(number).unwrap();
        let branch = |last: &str| Vestigingsnummer::parse(&format!("00003850950{last}")).unwrap();
        let of = |company: &KvkNummer| {
            let party = Party::Company(company.clone()).hash(&keys, &oin("1")).unwrap().to_vec();
            Thing(id, oin("1"), Some(party), Some("evenementenvergunning"))
        };
        let (own, other) = (kvk("69599084"), kvk("90000749"));
        let of_branch = |company, last| OfBranch(of(company), vestiging_hash(&keys, &oin("1"), &branch(last)).unwrap());
        let at_branch = || Actor::at_branch("pseudonym", (own.clone(), branch("4")), Assurance::Substantial);
        let whole = || Actor::representative("pseudonym", Party::Company(own.clone()), Assurance::Substantial);
        assert_eq!(answers(&keys, &of_branch(&own, "4"), at_branch(), "1"), "y y y n n n n n n");
        assert_eq!(answers(&keys, &of_branch(&own, "5"), at_branch(), "1"), NOTHING, "another branch of the company");
        assert_eq!(answers(&keys, &of(&own), at_branch(), "1"), NOTHING, "of the company as a whole");
        assert_eq!(answers(&keys, &of_branch(&other, "4"), at_branch(), "1"), NOTHING, "another company");
        assert_eq!(answers(&keys, &of_branch(&own, "5"), whole(), "1"), "y y y n n n n n n");
        let question = |last| OfBranch(Thing(id, oin("1"), of(&own).2, None), of_branch(&own, last).1);
        assert_eq!(answers(&keys, &question("4"), at_branch(), "1"), "y y y n n n n n n", "of no service, as a question");
        assert_eq!(answers(&keys, &question("5"), at_branch(), "1"), NOTHING);
        let of_all = Thing(id, oin("1"), of(&own).2, None);
        assert_eq!(answers(&keys, &of_all, at_branch(), "1"), NOTHING);
        assert_eq!(at_branch().party(), None);
    }

    #[test]
    fn a_company_or_staff_never_acts_for_another_person() {
        let voor = Bsn::parse("999990019").unwrap();
        let (naam, door, diensten) = ("Jan".into(), "Els".into(), vec!["verhuismelding".into()]);
        let of = Vertegenwoordiging { voor, naam, door, grond: Grond::Gezag, diensten };
        let company = Party::Company(KvkNummer::parse("69599084").unwrap());
        let representative = Actor::representative("pseudonym", company, Assurance::High);
        for actor in [representative, Actor::worker("a", &[Role::Behandelaar]), Actor::anonymous(), Actor::holder(Uuid::nil())] {
            let actor = actor.on_behalf(of.clone());
            assert_eq!((actor.acting.clone(), actor.party_for("verhuismelding")), (Acting::Anonymous, None));
        }
    }

    #[test]
    fn staff_may_what_their_roles_may_and_only_at_their_own_organisation() {
        use Role::{Behandelaar, Beheerder, Fg, Kcc};
        let (keys, thing) = (KeyRing::ephemeral(), Thing(Uuid::from_u128(1), oin("1"), Some(vec![1; 32]), None));
        let answers = |roles: &[Role], organisation: &str| answers(&keys, &thing, Actor::worker("a", roles), organisation);
        assert_eq!(answers(&[Behandelaar], "1"), "n y n y y y n n n");
        assert_eq!(answers(&[Kcc], "1"), "n y n y y n n n n");
        assert_eq!(answers(&[Beheerder], "1"), "· · · · · · · y ·");
        assert_eq!(answers(&[Behandelaar, Beheerder], "1"), "n y n y y y n y n");
        assert_eq!(answers(&[Fg], "1"), "· · · · · · y · ·");
        assert_eq!(answers(&[Kcc, Fg], "1"), "n y n y y n y n n");
        assert_eq!(answers(&[], "1"), NOTHING);
        assert_eq!(answers(&[Behandelaar, Kcc, Beheerder, Fg], "2"), NOTHING);
    }

    /// A thing with a closed compartment.
    struct Closed(Thing, Role);
    impl Protected for Closed {
        fn id(&self) -> Uuid {
            self.0.id()
        }
        fn organisation(&self) -> &Oin {
            self.0.organisation()
        }
        fn adviseur(&self) -> Option<Role> {
            Some(self.1)
        }
    }

    #[test]
    fn an_adviser_gets_at_what_is_hers_to_advise_about_and_at_nothing_else() {
        use Role::{BibobCoordinator, MedischAdviseur};
        let keys = KeyRing::ephemeral();
        let open = || Thing(Uuid::from_u128(1), oin("1"), None, None);
        let (medical, bibob) = (Closed(open(), MedischAdviseur), Closed(open(), BibobCoordinator));
        for (own, other, role) in [(&medical, &bibob, MedischAdviseur), (&bibob, &medical, BibobCoordinator)] {
            assert_eq!(answers(&keys, own, Actor::worker("a", &[role]), "1"), "n y n n n n n n y");
            assert_eq!(answers(&keys, other, Actor::worker("a", &[role]), "1"), NOTHING, "another adviser's");
            assert_eq!(answers(&keys, own, Actor::worker("a", &[role]), "2"), NOTHING, "another organisation's");
            assert_eq!(answers(&keys, &open(), Actor::worker("a", &[role]), "1"), NOTHING, "without a closed compartment");
            assert_eq!(answers(&keys, own, Actor::worker("a", &[role, Role::Beheerder]), "1"), "n y n n n n n y y");
        }
    }

    #[test]
    fn who_decides_or_answers_opens_no_closed_compartment() {
        use Role::{Behandelaar, Kcc, MedischAdviseur};
        let keys = KeyRing::ephemeral();
        let closed = Closed(Thing(Uuid::from_u128(1), oin("1"), None, None), MedischAdviseur);
        for (without, both) in [(&[Behandelaar][..], [Behandelaar, MedischAdviseur]), (&[Kcc], [MedischAdviseur, Kcc])] {
            let at_work = |roles: &[Role]| answers(&keys, &closed, Actor::worker("a", roles), "1");
            assert!(at_work(without).ends_with('n'), "{without:?}");
            assert_eq!(at_work(&both), at_work(without), "the role of an adviser gives nothing beside it");
        }
    }
}

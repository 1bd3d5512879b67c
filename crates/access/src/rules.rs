//! Who may do what to which thing. Deny unless a line below says otherwise.
use crate::{Acting, Context, Error, KeyRing, Result};
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
    /// Do the work of the organisation on it: answer, set a status, forward, close.
    Handle,
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
}

/// May the actor of `context` do `action` to `thing`? What one may not see does not exist (`NotFound`).
pub fn may(keys: &KeyRing, context: &Context, action: Action, thing: &impl Protected) -> Result<()> {
    let sees = match &context.actor.acting {
        Acting::Anonymous => action == Action::Create,
        Acting::Holder { of } => *of == thing.id(),
        Acting::Person(_) | Acting::Representative { .. } => is_the_partys(keys, context, thing)?,
        Acting::Worker { .. } | Acting::Machine(_) => context.organisation == *thing.organisation(),
    };
    let acts = match &context.actor.acting {
        Acting::Anonymous => action == Action::Create,
        Acting::Holder { .. } | Acting::Person(_) | Acting::Representative { .. } => action != Action::Handle,
        Acting::Worker { .. } => matches!(action, Action::Read | Action::Handle),
        Acting::Machine(_) => action == Action::Read,
    };
    match (sees, acts) {
        (true, true) => Ok(()),
        (true, false) => Err(Error::NotAllowed),
        (false, _) => Err(Error::NotFound),
    }
}

fn is_the_partys(keys: &KeyRing, context: &Context, thing: &impl Protected) -> Result<bool> {
    let (Some(party), Some(of)) = (context.actor.party(), thing.party()) else { return Ok(false) };
    Ok(party.hash(keys, thing.organisation())? == *of)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Actor, Assurance, Party, Purpose};
    use values::{Bsn, KvkNummer};

    struct Thing(Uuid, Oin, Option<Vec<u8>>);
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
    }

    #[test]
    fn each_may_do_to_its_own_what_the_rules_say_and_nothing_else() {
        use Action::{Contribute, Create, Handle, Read};
        let oin = |digit: &str| Oin::parse(&digit.repeat(20)).unwrap();
        let (mine, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let keys = KeyRing::ephemeral();
        let (resident, neighbour) = (Bsn::parse("999990019").unwrap(), Bsn::parse("999990020").unwrap());
        let company = Party::Company(KvkNummer::parse("69599084").unwrap());
        let of = |party: &Party| Thing(mine, oin("1"), Some(party.hash(&keys, &oin("1")).unwrap().to_vec()));
        let nobodys = Thing(mine, oin("1"), None);
        let residents = of(&Party::Person(resident.clone()));
        let ask = |thing: &Thing, actor: Actor, organisation: &str, action| {
            let context =
                Context { actor, organisation: oin(organisation), purpose: Purpose::new("test", "test"), trace: String::new() };
            match may(&keys, &context, action, thing) {
                Ok(()) => "yes",
                Err(Error::NotAllowed) => "no",
                Err(_) => "not found",
            }
        };
        let all = [Create, Read, Contribute, Handle];
        let answers = |thing: &Thing, actor: Actor, organisation: &str| all.map(|a| ask(thing, actor.clone(), organisation, a));
        assert_eq!(answers(&nobodys, Actor::anonymous(), "1"), ["yes", "not found", "not found", "not found"]);
        assert_eq!(answers(&nobodys, Actor::holder(mine), "1"), ["yes", "yes", "yes", "no"]);
        assert_eq!(answers(&nobodys, Actor::holder(other), "1"), ["not found"; 4]);
        assert_eq!(answers(&nobodys, Actor::worker("a"), "1"), ["no", "yes", "no", "yes"]);
        assert_eq!(answers(&nobodys, Actor::worker("a"), "2"), ["not found"; 4]);
        assert_eq!(answers(&nobodys, Actor::machine("mailer"), "1"), ["no", "yes", "no", "no"]);
        assert_eq!(answers(&nobodys, Actor::machine("mailer"), "2"), ["not found"; 4]);

        let signed_in = |bsn: &Bsn| Actor::person(bsn.clone(), Assurance::Substantial);
        let for_company = || Actor::representative("pseudonym", company.clone(), Assurance::Substantial);
        assert_eq!(answers(&residents, signed_in(&resident), "1"), ["yes", "yes", "yes", "no"]);
        assert_eq!(
            answers(&residents, signed_in(&resident), "2"),
            ["yes", "yes", "yes", "no"],
            "her own, wherever she looks from"
        );
        assert_eq!(answers(&residents, signed_in(&neighbour), "1"), ["not found"; 4]);
        assert_eq!(answers(&residents, for_company(), "1"), ["not found"; 4]);
        assert_eq!(answers(&nobodys, signed_in(&resident), "1"), ["not found"; 4]);
        assert_eq!(answers(&of(&company), for_company(), "1"), ["yes", "yes", "yes", "no"]);
        assert_eq!(answers(&of(&company), signed_in(&resident), "1"), ["not found"; 4]);
    }
}

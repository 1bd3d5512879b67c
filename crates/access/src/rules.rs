//! Who may do what to which thing. Deny unless a line below says otherwise.
use crate::{Acting, Context, Error, Result};
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
}

/// May the actor of `context` do `action` to `thing`? What one may not see does not exist (`NotFound`).
pub fn may(context: &Context, action: Action, thing: &impl Protected) -> Result<()> {
    let allowed = match (&context.actor.acting, action) {
        (Acting::Anonymous, Action::Create) => true,
        (Acting::Holder { of }, Action::Create | Action::Read | Action::Contribute) => *of == thing.id(),
        (Acting::Worker { .. }, Action::Read | Action::Handle) => context.organisation == *thing.organisation(),
        (Acting::Machine(_), Action::Read) => context.organisation == *thing.organisation(),
        _ => false,
    };
    let sees = match &context.actor.acting {
        Acting::Holder { of } => *of == thing.id(),
        Acting::Worker { .. } | Acting::Machine(_) => context.organisation == *thing.organisation(),
        Acting::Anonymous => action == Action::Create,
    };
    match (allowed, sees) {
        (true, _) => Ok(()),
        (false, true) => Err(Error::NotAllowed),
        (false, false) => Err(Error::NotFound),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Actor, Purpose};

    struct Thing(Uuid, Oin);
    impl Protected for Thing {
        fn id(&self) -> Uuid {
            self.0
        }
        fn organisation(&self) -> &Oin {
            &self.1
        }
    }

    #[test]
    fn each_may_do_to_its_own_what_the_rules_say_and_nothing_else() {
        use Action::{Contribute, Create, Handle, Read};
        let oin = |digit: &str| Oin::parse(&digit.repeat(20)).unwrap();
        let (mine, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let thing = Thing(mine, oin("1"));
        let ask = |actor: Actor, organisation: &str, action| {
            let context =
                Context { actor, organisation: oin(organisation), purpose: Purpose::new("test", "test"), trace: String::new() };
            match may(&context, action, &thing) {
                Ok(()) => "yes",
                Err(Error::NotAllowed) => "no",
                Err(_) => "not found",
            }
        };
        let all = [Create, Read, Contribute, Handle];
        let answers = |actor: Actor, organisation: &str| all.map(|action| ask(actor.clone(), organisation, action));
        assert_eq!(answers(Actor::anonymous(), "1"), ["yes", "not found", "not found", "not found"]);
        assert_eq!(answers(Actor::holder(mine), "1"), ["yes", "yes", "yes", "no"]);
        assert_eq!(answers(Actor::holder(other), "1"), ["not found"; 4]);
        assert_eq!(answers(Actor::worker("a"), "1"), ["no", "yes", "no", "yes"]);
        assert_eq!(answers(Actor::worker("a"), "2"), ["not found"; 4]);
        assert_eq!(answers(Actor::machine("mailer"), "1"), ["no", "yes", "no", "no"]);
        assert_eq!(answers(Actor::machine("mailer"), "2"), ["not found"; 4]);
    }
}

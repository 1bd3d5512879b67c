//! Who acts, for whom, how sure we are, and why: what every operation carries.
use crate::{Grond, KeyFault, KeyRing, Party, Role, Vertegenwoordiging, party::vestiging_id};
use uuid::Uuid;
use values::{Bsn, KvkNummer, Oin, Vestigingsnummer};

/// The person or machine that acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Acting {
    /// Someone who did not sign in.
    Anonymous,
    /// Someone who did not sign in but showed the secret of one thing: the code of a receipt, or the browser that began a draft.
    Holder {
        /// The thing that the secret opens.
        of: Uuid,
    },
    /// A natural person who signed in.
    Person(Bsn),
    /// Someone who signed in to act for a company or institution: no BSN, only what the sign-in provider calls her.
    Representative {
        /// Her pseudonym at the provider.
        subject: String,
    },
    /// Someone who works for an organisation, by the name that organisation gives.
    Worker {
        /// The organisation's own reference of this worker.
        reference: String,
        /// What she does there.
        roles: Vec<Role>,
    },
    /// A part of this program: `sealer`, `mailer`.
    Machine(&'static str),
}

/// The party for whom is acted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Represented {
    /// Oneself.
    Oneself,
    /// A company or an institution, in all that is its own.
    Party(Party),
    /// One branch of a company, and nothing else of the company.
    Vestiging(KvkNummer, Vestigingsnummer),
    /// Another natural person, in some services only.
    Person(Vertegenwoordiging),
    /// The organisation of the context.
    Organisation,
}

/// How sure we are of who acts (eIDAS levels; `None` is nobody checked).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Assurance {
    /// Nobody checked.
    None,
    /// eIDAS low.
    Low,
    /// eIDAS substantial.
    Substantial,
    /// eIDAS high.
    High,
}

/// The acting one × the represented party × how sure we are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Who acts.
    pub acting: Acting,
    /// For whom.
    pub represents: Represented,
    /// How sure.
    pub assurance: Assurance,
}

impl Actor {
    /// Someone who did not sign in.
    pub fn anonymous() -> Self {
        Self { acting: Acting::Anonymous, represents: Represented::Oneself, assurance: Assurance::None }
    }

    /// Someone who showed the secret of `of`.
    pub fn holder(of: Uuid) -> Self {
        Self { acting: Acting::Holder { of }, ..Self::anonymous() }
    }

    /// A natural person who signed in and acts for herself.
    pub fn person(bsn: Bsn, assurance: Assurance) -> Self {
        Self { acting: Acting::Person(bsn), represents: Represented::Oneself, assurance }
    }

    /// Someone who signed in for a company or institution.
    pub fn representative(subject: &str, party: Party, assurance: Assurance) -> Self {
        let acting = Acting::Representative { subject: subject.to_owned() };
        Self { acting, represents: Represented::Party(party), assurance }
    }

    /// The same, for one branch only.
    pub fn at_branch(subject: &str, (kvk, vestiging): (KvkNummer, Vestigingsnummer), assurance: Assurance) -> Self {
        let acting = Acting::Representative { subject: subject.to_owned() };
        Self { acting, represents: Represented::Vestiging(kvk, vestiging), assurance }
    }

    /// The only branch for which she acts.
    pub fn vestiging(&self) -> Option<&Vestigingsnummer> {
        match &self.represents {
            Represented::Vestiging(_, vestiging) => Some(vestiging),
            _ => None,
        }
    }

    /// The same person, acting for another in some services. Only a natural person who acts for herself can begin to.
    pub fn on_behalf(self, of: Vertegenwoordiging) -> Self {
        match (&self.acting, &self.represents) {
            (Acting::Person(_), Represented::Oneself) => Self { represents: Represented::Person(of), ..self },
            _ => Self::anonymous(),
        }
    }

    /// For which other natural person she acts, and how far that goes.
    pub fn vertegenwoordiging(&self) -> Option<&Vertegenwoordiging> {
        match (&self.acting, &self.represents) {
            (Acting::Person(_), Represented::Person(of)) => Some(of),
            _ => None,
        }
    }

    /// The natural person who acts for herself. `None` for everybody else: what only she herself may do asks this.
    pub fn oneself(&self) -> Option<&Bsn> {
        match (&self.acting, &self.represents) {
            (Acting::Person(bsn), Represented::Oneself) => Some(bsn),
            _ => None,
        }
    }

    /// The party all of whose matters this actor may see and begin: the represented company, or the person herself. `None` for who did
    /// not sign in, for who works for the organisation, and for who acts for another person or for one branch: that never goes for all of
    /// it (`party_for`, `own_party`).
    pub fn party(&self) -> Option<Party> {
        match (&self.acting, &self.represents) {
            (Acting::Person(_) | Acting::Representative { .. }, Represented::Party(party)) => Some(party.clone()),
            (Acting::Person(bsn), Represented::Oneself) => Some(Party::Person(bsn.clone())),
            _ => None,
        }
    }

    /// The party for whom this actor may act in a service: as `party`, another person where her authority covers it, and the company of
    /// the branch for which she acts.
    pub fn party_for(&self, dienst: &str) -> Option<Party> {
        self.concerns().filter(|_| self.vertegenwoordiging().is_none_or(|of| of.covers(dienst)))
    }

    /// The party for whom this actor may act in what is of no service: as `party`, and the company of the branch for which she acts.
    pub fn own_party(&self) -> Option<Party> {
        self.concerns().filter(|_| self.vertegenwoordiging().is_none())
    }

    /// Whom it concerns what this actor does: for the journal, so that she finds it again.
    pub(crate) fn concerns(&self) -> Option<Party> {
        match &self.represents {
            Represented::Vestiging(kvk, _) => Some(Party::Company(kvk.clone())),
            _ => self.vertegenwoordiging().map_or_else(|| self.party(), |of| Some(Party::Person(of.voor.clone()))),
        }
    }

    /// Someone at work for the organisation of the context, in these roles.
    pub fn worker(reference: &str, roles: &[Role]) -> Self {
        let acting = Acting::Worker { reference: reference.to_owned(), roles: roles.to_vec() };
        Self { acting, represents: Represented::Organisation, assurance: Assurance::Substantial }
    }

    /// A part of this program.
    pub fn machine(name: &'static str) -> Self {
        Self { acting: Acting::Machine(name), represents: Represented::Organisation, assurance: Assurance::High }
    }

    /// How the journal names the acting one: never a person's name or number, but what she is called at this organisation alone.
    pub(crate) fn in_journal(&self, keys: &KeyRing, of: &Oin) -> Result<String, KeyFault> {
        Ok(match &self.acting {
            Acting::Anonymous => "anonymous".into(),
            Acting::Holder { .. } => "holder".into(),
            Acting::Person(bsn) => format!("person:{}", Party::Person(bsn.clone()).id(keys, of)?),
            Acting::Representative { subject } => format!("representative:{}", Party::of_subject(keys, of, subject)?),
            Acting::Worker { reference, .. } => format!("worker:{reference}"),
            Acting::Machine(name) => format!("machine:{name}"),
        })
    }

    /// How the journal names the represented party.
    pub(crate) fn represented_in_journal(&self, keys: &KeyRing, of: &Oin) -> Result<String, KeyFault> {
        Ok(match &self.represents {
            Represented::Oneself => "oneself".into(),
            Represented::Party(party) => format!("{}:{}", party.kind(), party.id(keys, of)?),
            Represented::Person(other) => {
                let id = Party::Person(other.voor.clone()).id(keys, of)?;
                match other.grond {
                    Grond::Gezag => format!("person:{id} gezag"),
                    Grond::Machtiging(machtiging) => format!("person:{id} machtiging:{machtiging}"),
                }
            }
            Represented::Vestiging(kvk, vestiging) => {
                let company = Party::Company(kvk.clone());
                format!("company:{} vestiging:{}", company.id(keys, of)?, vestiging_id(keys, of, vestiging)?)
            }
            Represented::Organisation => "organisation".into(),
        })
    }
}

/// Why personal data is used (AVG 5 lid 1 b) and the ground that allows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purpose {
    /// In a few words, from the register of processing: `melding behandelen`.
    pub name: String,
    /// The article: `AVG 6 lid 1 e; Gemeentewet 160`.
    pub basis: String,
}

impl Purpose {
    /// A purpose and its ground.
    pub fn new(name: &str, basis: &str) -> Self {
        Self { name: name.to_owned(), basis: basis.to_owned() }
    }
}

/// Who, for which organisation, why, and in which request.
#[derive(Debug, Clone)]
pub struct Context {
    /// Who acts, for whom.
    pub actor: Actor,
    /// The organisation that is responsible for what is done: the controller.
    pub organisation: Oin,
    /// Why.
    pub purpose: Purpose,
    /// Trace id of the request, to find its log lines.
    pub trace: String,
}

//! Why a register gives no answer that can be used. None of the texts holds anything of a person.
use crate::Register;

/// A question to a register that brought nothing.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Vraagfout {
    /// The register is away: no answer in time, no connection, a failure of its own, or it is not connected here. The same
    /// question may be answered later.
    #[error("register {0} is away")]
    Weg(Register),
    /// The register knows no such person, company, address, vehicle or income.
    #[error("register {0} knows of none")]
    NietGevonden(Register),
    /// The answer is of another person (company, branch, vehicle, year) than was asked, or does not say of which.
    #[error("register {0} answered about another than was asked")]
    AnderePersoon(Register),
    /// The answer can't be read: broken off, no JSON, or of another shape than the register publishes.
    #[error("the answer of register {0} can't be read")]
    Onleesbaar(Register),
    /// A fault on our side; above all: the question could not be written in the journal, so it was not asked.
    #[error("{0}")]
    Internal(access::Error),
}

impl Vraagfout {
    pub(crate) fn internal(what: &str) -> Self {
        Self::Internal(access::Error::Internal(what.to_owned()))
    }
}

impl From<access::Error> for Vraagfout {
    fn from(error: access::Error) -> Self {
        Self::Internal(error)
    }
}

/// For an operation that can't do without the answer.
impl From<Vraagfout> for access::Error {
    fn from(fault: Vraagfout) -> Self {
        match fault {
            Vraagfout::NietGevonden(_) => Self::NotFound,
            Vraagfout::Internal(error) => error,
            other => Self::Unavailable(other.to_string()),
        }
    }
}

//! Why a sign-in fails: one word for the journal, and a key of the texts for the person. No fault holds what a provider or person said.
use crate::WrongClaim;

/// Why a sign-in fails.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Fault {
    /// The provider is away: the same may work later.
    #[error("the provider is away")]
    Unavailable,
    /// There is no provider for this way of signing in.
    #[error("no provider for this way of signing in")]
    NotOffered,
    /// The person stopped.
    #[error("the person stopped")]
    Cancelled,
    /// She signed in with less certainty than was asked.
    #[error("signed in at a lower level than was asked")]
    StepUp,
    /// A fresh sign-in was asked, and this one is older.
    #[error("a fresh sign-in was asked, this one is older")]
    Stale,
    /// No sign-in was begun with this `state`.
    #[error("no sign-in was begun with this state")]
    Unknown,
    /// This sign-in was ended already.
    #[error("this sign-in was ended already")]
    Replayed,
    /// It took longer than ten minutes.
    #[error("the sign-in took too long")]
    Late,
    /// Another browser ends it than the one that began it.
    #[error("begun in another browser")]
    OtherBrowser,
    /// The answer says it is of another provider than the one that was asked, or does not say of which (RFC 9207).
    #[error("the answer is of another provider")]
    MixUp,
    /// The provider refuses: the code, us, or the request.
    #[error("refused by the provider")]
    Provider,
    /// The provider says something that is no OpenID Connect, or not what its settings promise.
    #[error("the provider's words can't be read")]
    Malformed,
    /// The token is of another issuer.
    #[error("the token is of another issuer")]
    Issuer,
    /// The token is for another client.
    #[error("the token is for another client")]
    Audience,
    /// The token answers another request.
    #[error("the token answers another request")]
    Nonce,
    /// The token is signed with a key that the provider does not have, or in a way that we don't accept.
    #[error("the token is signed with a key that the provider does not have")]
    Key,
    /// The signature is not right.
    #[error("the signature of the token is not right")]
    Signature,
    /// The token is over its time, or not yet of it.
    #[error("the token is over its time, or not yet of it")]
    Expired,
    /// The token does not say who she is, in a way that we can use.
    #[error("the token does not say who it is: {0}")]
    Who(#[from] WrongClaim),
    /// A fault of the database or of ours.
    #[error(transparent)]
    Ours(#[from] access::Error),
}

impl Fault {
    /// The key of the texts that tells the person what to do.
    pub fn text(&self) -> &'static str {
        match self {
            Self::Unavailable => "sign-in-unavailable",
            Self::NotOffered => "sign-in-not-offered",
            Self::Cancelled => "sign-in-cancelled",
            Self::StepUp => "sign-in-step-up",
            Self::Stale | Self::Unknown | Self::Replayed | Self::Late | Self::OtherBrowser => "sign-in-again",
            Self::Who(WrongClaim::Represents) => "sign-in-represents",
            Self::Who(_) => "sign-in-who",
            Self::Ours(_) => "sign-in-ours",
            _ => "sign-in-refused",
        }
    }

    /// The word of the journal.
    pub(crate) fn action(&self) -> &'static str {
        match self {
            Self::Unavailable | Self::NotOffered => "aanmelding-geweigerd-onbereikbaar",
            Self::Cancelled => "aanmelding-afgebroken",
            Self::StepUp => "aanmelding-geweigerd-niveau",
            Self::Stale => "aanmelding-geweigerd-te-oud",
            Self::Unknown => "aanmelding-geweigerd-onbekend",
            Self::Replayed => "aanmelding-geweigerd-herhaald",
            Self::Late => "aanmelding-geweigerd-te-laat",
            Self::OtherBrowser => "aanmelding-geweigerd-andere-browser",
            Self::MixUp => "aanmelding-geweigerd-andere-dienst",
            Self::Provider => "aanmelding-geweigerd-door-dienst",
            Self::Malformed => "aanmelding-geweigerd-onleesbaar",
            Self::Issuer => "aanmelding-geweigerd-uitgever",
            Self::Audience => "aanmelding-geweigerd-bestemming",
            Self::Nonce => "aanmelding-geweigerd-nonce",
            Self::Key => "aanmelding-geweigerd-sleutel",
            Self::Signature => "aanmelding-geweigerd-handtekening",
            Self::Expired => "aanmelding-geweigerd-verlopen",
            Self::Who(_) => "aanmelding-geweigerd-identiteit",
            Self::Ours(_) => "aanmelding-geweigerd-fout",
        }
    }
}

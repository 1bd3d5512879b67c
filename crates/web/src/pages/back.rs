//! Back on the page of staff from where something was asked that can't be done: with what was typed, and why not.
use crate::{
    ask::Ask,
    frame::{Frame, Refused},
};
use access::{Error, FieldFault, Refusal};

/// Why somebody is back.
pub(crate) enum Back {
    /// Fields are not right.
    Faults(Vec<FieldFault>),
    /// The rules say no: the key of why.
    Refused(&'static str),
    /// A colleague was first.
    Overtaken,
}

impl From<Vec<FieldFault>> for Back {
    fn from(faults: Vec<FieldFault>) -> Self {
        Self::Faults(faults)
    }
}

impl Back {
    /// Why an operation leads back. Errors: those that lead to a page of their own.
    pub fn of(error: Error) -> Result<Self, Error> {
        match error {
            Error::Invalid(faults) => Ok(Self::Faults(faults)),
            Error::Refused(Refusal(why)) => Ok(Self::Refused(why)),
            Error::Conflict(_) => Ok(Self::Overtaken),
            error => Err(error),
        }
    }

    /// Says so on the page; `kept` is what was typed where no form for it is left.
    pub fn tell(self, ask: &Ask, f: &mut Frame, kept: Vec<String>) {
        let key = match self {
            Self::Faults(faults) => {
                f.faults = faults;
                return;
            }
            Self::Refused(why) => in_staff_words(why),
            Self::Overtaken => "desk-overtaken",
        };
        f.refused = Some(Refused { why: ask.text(key), kept: kept.into_iter().filter(|text| !text.trim().is_empty()).collect() });
    }
}

/// The key of why not, for who works here: some are told to residents too, in words for them.
fn in_staff_words(why: &'static str) -> &'static str {
    match why {
        "refused-zaak-closed" => "desk-refused-zaak-closed",
        "refused-vraag-closed" => "desk-refused-vraag-closed",
        why => why,
    }
}

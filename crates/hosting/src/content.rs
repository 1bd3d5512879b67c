//! What a version says, and whether that is right.
use crate::Subject;
use access::{Error, FieldFault, Result, Role};
use catalogue::{Catalogue, HostedSettings, Overlay, OverlayFault, Wrong, check_hosted, check_version};
use jiff::civil::Date;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// What a version says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A service as the organisation does it.
    Overlay(Box<Overlay>),
    /// The service is not offered here any more.
    TakenDown,
    /// What the organisation says of itself.
    Settings(Box<HostedSettings>),
    /// The roles of a colleague; none takes them all away.
    Roles(Vec<Role>),
}

/// Roles as they are written down.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rollen {
    rollen: Vec<String>,
}

impl Content {
    /// As it is kept: TOML, as in a file of a service; nothing for what was taken down.
    pub(crate) fn text(&self) -> Result<String> {
        let written = match self {
            Self::Overlay(overlay) => toml::to_string(overlay),
            Self::TakenDown => Ok(String::new()),
            Self::Settings(settings) => toml::to_string(settings),
            Self::Roles(roles) => toml::to_string(&Rollen { rollen: roles.iter().map(|role| role.word().to_owned()).collect() }),
        };
        written.map_err(|e| Error::Internal(e.to_string()))
    }

    /// Reads it back. `None` when it is not what this subject says.
    pub(crate) fn of_text(subject: &Subject, text: &str) -> Option<Self> {
        fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
            toml::from_str(text).ok()
        }
        Some(match subject {
            Subject::Service(_) if text.is_empty() => Self::TakenDown,
            Subject::Service(_) => Self::Overlay(Box::new(read(text)?)),
            Subject::Organisation => Self::Settings(Box::new(read(text)?)),
            Subject::Worker(_) => {
                Self::Roles(read::<Rollen>(text)?.rollen.iter().map(|word| Role::of_word(word)).collect::<Option<_>>()?)
            }
        })
    }
}

/// Is this what the subject says, and is nothing wrong with it on this day? The same check as `juistedeur check services`. Errors: `Invalid` with each
/// field (`norm.term` is the field `norm-term`), `NotFound` for a service that is not there.
pub fn check(subject: &Subject, content: &Content, catalogue: &Catalogue, today: Date) -> Result<()> {
    let faults = match (subject, content) {
        (Subject::Service(name), Content::Overlay(_)) => {
            check_version(catalogue.service(name).ok_or(Error::NotFound)?, &content.text()?, catalogue, today)
        }
        (Subject::Organisation, Content::Settings(_)) => check_hosted(&content.text()?),
        (Subject::Worker(reference), Content::Roles(roles)) => {
            let empty = reference.trim().is_empty().then(|| FieldFault::new("medewerker", "fault-empty"));
            // Who decides opens no closed compartment: nobody is given both.
            let apart = (!Role::go_together(roles)).then(|| FieldFault::new("rollen", "fault-roles-apart"));
            let officer = (!Role::officer_stands_apart(roles)).then(|| FieldFault::new("rollen", "fault-roles-officer"));
            let faults: Vec<_> = empty.into_iter().chain(apart.or(officer)).collect();
            return if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) };
        }
        _ => return Err(Error::Internal("a version about one thing says another".into())),
    };
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults.iter().map(in_form).collect())) }
}

/// Is it one half of what is said in both languages?
fn in_both_languages(field: &str) -> bool {
    [".nl", ".en"].iter().any(|language| field.ends_with(language))
}

/// The fault as a form shows it.
fn in_form(fault: &OverlayFault) -> FieldFault {
    let key = match fault.wrong {
        Wrong::Unreadable | Wrong::Skeleton | Wrong::Norm => "fault-service-wrong",
        Wrong::NoDuration => "fault-duration",
        Wrong::NotInWorkingDays => "fault-norm-working-days",
        Wrong::NoSource => "fault-source",
        Wrong::Empty if in_both_languages(&fault.field) => "fault-both-languages",
        Wrong::Empty => "fault-empty",
        Wrong::TooLong => "fault-too-long",
        Wrong::Unprintable => "fault-unprintable",
        Wrong::NoLink => "fault-link",
        Wrong::NoEmail => "fault-email",
        Wrong::NoPhone => "fault-phone",
        Wrong::NoDate => "fault-date-choose",
        Wrong::SilenceUnsaid => "fault-silence",
        Wrong::QueueUnsaid => "fault-queue",
        Wrong::NoDecision => "fault-no-decision",
        Wrong::NormTooLong(_) => "fault-norm-too-long",
        Wrong::NotInForce => "fault-rule-future",
    };
    let limit = match fault.wrong {
        Wrong::TooLong => Some(OverlayFault::MOST as u64),
        Wrong::NormTooLong(days) => Some(days),
        _ => None,
    };
    let field = if fault.field.is_empty() { "dienst".to_owned() } else { fault.field.replace(['.', '_'], "-") };
    FieldFault { limit, ..FieldFault::new(field, key) }
}

//! What government does for people, which organisation does it, and how a service goes: read once at start, then never changed.

mod bevoegdheid;
mod check;
mod hosted;
mod life_events;
mod load;
mod namens;
mod organisaties;
mod plaatsen;
mod question;
mod services;
mod upl;

pub use bevoegdheid::{Competence, Place};
pub use check::{ServiceFinding, check_services};
pub use hosted::{Fg, Hosted};
pub use life_events::LifeEvent;
pub use load::{Catalogue, LoadError};
pub use namens::{MetMachtiging, Namens, VoorKind};
pub use organisaties::{Organisatie, Soort as OrganisatieSoort};
pub use question::{Choice, Column, DateRule, Page, Question, QuestionKind, Text, When};
pub use services::{
    Bevoegd, DecisionTerm, Inloggen, Middel, Niveau, Norm, OVERGEDRAGEN, Overdracht, Overlay, Raming, Regime, ServiceDefinition,
    ServiceOverlay, ServiceText, Soort, StatusType, Termijn, Verordening,
};
pub use upl::{Audience, Bestuurslaag, Grondslag, Product};

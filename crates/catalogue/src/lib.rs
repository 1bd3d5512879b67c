//! What government does for people, which organisation does it, and how a service goes: read once at start. What organisations publish
//! over it makes another catalogue, which takes its place as a whole (`Current`).

mod bevoegdheid;
mod check;
mod current;
mod hosted;
mod leads;
mod life_events;
mod load;
mod named;
mod namens;
mod organisaties;
mod overlay;
mod overlay_check;
mod plaatsen;
mod planning;
mod question;
mod services;
mod skeleton;
mod skeleton_check;
mod upl;

pub use bevoegdheid::{Competence, Place};
pub use check::{ServiceFinding, check_services, check_version};
pub use current::Current;
pub use hosted::{Fg, Hosted, HostedSettings};
pub use life_events::LifeEvent;
pub use load::{Catalogue, LoadError};
pub use namens::{MetMachtiging, Namens, VoorKind};
pub use organisaties::{Organisatie, Soort as OrganisatieSoort};
pub use overlay::{Contact, Mandaat, Norm, Overlay, ServiceOverlay, Termijn, Verordening};
pub use overlay_check::{OverlayFault, Wrong, check_hosted};
pub use planning::{DecisionTerm, Planning};
pub use question::{Choice, Column, DateRule, OtherThan, Page, Question, QuestionKind, Text, Uitnodigen, VANDAAG, When};
pub use services::{
    Bevoegd, Gestopt, INGETROKKEN, Inloggen, Middel, NIET_IN_BEHANDELING, Niveau, OVERGEDRAGEN, Overdracht, Raming, Rechtsmiddel,
    ServiceDefinition, ServiceText, Soort, StatusType, VAN_RECHTSWEGE, Wetsartikel,
};
pub use skeleton_check::HELD;
pub use upl::{Audience, Bestuurslaag, Grondslag, Product};

//! Terms of law and norms of service, pure: events in, dates and reasons out. Each reason cites its article.
//!
//! Algemene termijnenwet (Atw), Algemene wet bestuursrecht (Awb). Nothing here reads a clock or a file.

mod beslistermijn;
mod bewaren;
mod calendar;
mod correctie;
mod counting;
mod dwangsom;
mod geschil;
mod meerderjarig;
mod norm;
mod regime;
mod tabel;
mod te_laat;

pub use beslistermijn::{Beslistermijn, Suspension, SuspensionGround};
pub use bewaren::BewaarRegime;
pub use calendar::{Calendar, CalendarFault, DayKind};
pub use correctie::CorrectieRegime;
pub use counting::{Atw, Deadline, Direction, Reason, TermFault, end_of_term};
pub use dwangsom::{Dwangsom, DwangsomRates, Rate};
pub use geschil::GeschilRegime;
pub use meerderjarig::Meerderjarigheid;
pub use norm::{Counting, norm_date};
pub use regime::{LateRegime, SoortRegime};
pub use te_laat::{Gevolg, TeLaat};

//! Values of the domain: one that exists is valid. Parsing is the only way in; nothing here reads a clock, a file or a network.

mod clock;
mod doorzending;
mod iban;
mod id;
mod language;
mod notitie;
mod numbers;
mod place;
mod point;
mod term;
mod text;

pub use clock::{Clock, FixedClock, SystemClock, amsterdam, dutch_date};
pub use doorzending::Doorzending;
pub use iban::{Iban, InvalidIban};
pub use id::Id;
pub use language::Language;
pub use notitie::Notitie;
pub use numbers::{Bsn, InvalidNumber, KvkNummer, Oin, Rsin, Vestigingsnummer};
pub use place::{InvalidPostcode, Postcode};
pub use point::{InvalidPoint, Point};
pub use term::{InvalidTerm, Term};
pub use text::{Email, InvalidText, Line, Prose, TextFault, UplName, last_digits, mask_elfproef};

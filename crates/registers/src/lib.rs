//! Base registers: what government knows already is fetched, not asked; with a purpose, for an organisation, and in the journal
//! before it leaves.

/// `Debug` that shows nothing: these hold what is somebody's.
macro_rules! hidden {
    ($($name:ident),* $(,)?) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )*};
}

mod adres;
mod bag;
mod bekend;
mod bri;
mod brp;
mod connection;
mod controle;
mod datum;
mod doelen;
mod fault;
mod gezin;
mod kvk;
mod naam;
mod onderzoek;
mod persoon;
mod rdw;
mod register;
mod registers;
mod settings;

pub use adres::Adres;
pub use bag::{AdresVraag, InvalidAdresVraag};
pub use bekend::Bekend;
pub use bri::{Inkomen, InkomenStatus};
pub use controle::{
    Controle, Controlevraag, Gecontroleerd, Getypt, GetyptBedrijf, GetyptGezin, Uitkomst, forget, later, of_zaak, recheck_once,
    sent_on, settle,
};
pub use datum::{Datum, InvalidDatum};
pub use doelen::{Doel, DoelFault, Doelen};
pub use fault::Vraagfout;
pub use gezin::Gezinslid;
pub use kvk::{Activiteit, BedrijfsAdres, Onderneming, Vestiging};
pub use naam::Naam;
pub use persoon::{
    Beletsel, FunctieAdres, Geboorte, GeenAdrestekst, Geheimhouding, Gerelateerde, GezagSoort, Gezagsrelatie, Nationaliteit,
    Opschorting, Partner, Persoon, RedenOpschorting, Verblijf, Verblijfstitel, Waarde,
};
pub use rdw::{Houderschap, InvalidKenteken, Kenteken, OpNaam, Voertuig};
pub use register::Register;
pub use registers::Registers;
pub use settings::{Endpoint, Settings};

use store::Migration;

/// The tables of this context.
pub const MIGRATIONS: &[Migration] =
    &[Migration { context: "registers", number: 1, sql: include_str!("../migrations/0001_controle.sql") }];

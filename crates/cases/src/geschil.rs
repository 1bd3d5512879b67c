//! Who complains about a zaak or objects to the decision on it (Awb 6:5, 9:4): as the zaak knows her, so that she need not say it again.
//! What she sends is a question of `right-door`; the zaak and its decision stay as they are (Awb 6:16).
use crate::{Besluit, Zaak, refused, store, store::INITIATOR, zaak::Rol};
use access::{Action, DataKey, Event, Op, Protected, Result};
use jiff::civil::Date;
use values::{Email, Id};

/// The remedy that goes to who decided.
const BEZWAAR: &str = "bezwaar";

/// Who complains or objects, and about what.
pub struct Indiener {
    /// The zaak.
    pub zaak: Zaak,
    /// Her name, else the number of her company; none for who gave no name.
    pub naam: Option<String>,
    /// Where a letter about it goes.
    pub email: Option<Email>,
}

impl Besluit {
    /// The last day to object to it, where that is the remedy against it: passed or not (Awb 6:11).
    pub fn bezwaar_tot(&self) -> Option<Date> {
        let first = self.rechtsmiddelen.first()?;
        self.uiterlijke_reactiedatum.filter(|_| first.naam == BEZWAAR)
    }
}

/// Who complains about it: whoever may write in it, also when it is over. Writes a line in the journal.
pub async fn to_complain(op: &mut Op<'_>, id: Id<Zaak>) -> Result<Indiener> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Contribute, &zaak)?;
    let key = DataKey::find(op, zaak.data_key).await?;
    let rollen = store::desk::rollen(op, &key, id).await?;
    let email = rollen.iter().find_map(|rol| Email::parse(rol.email.as_deref()?).ok());
    let initiator = rollen.into_iter().find(|rol| rol.omschrijving_generiek == INITIATOR);
    op.record(Event::of("zaak-gelezen", "zaak", id.uuid()).about(zaak.party())).await?;
    Ok(Indiener { zaak, naam: initiator.and_then(Rol::called), email })
}

/// Who objects to the decision on it, that decision and the last day to object, passed or not. Errors: `Refused` where nothing was decided, or
/// where the law gives another remedy.
pub async fn to_object(op: &mut Op<'_>, id: Id<Zaak>) -> Result<(Indiener, Besluit, Date)> {
    let indiener = to_complain(op, id).await?;
    let key = DataKey::find(op, indiener.zaak.data_key).await?;
    let besluit = store::besluit::of(op, &key, id).await?;
    let found = besluit.and_then(|besluit| besluit.bezwaar_tot().map(|tot| (besluit, tot)));
    let Some((besluit, tot)) = found else { return refused("refused-no-bezwaar") };
    Ok((indiener, besluit, tot))
}

//! Somebody whom the applicant names, as a manager of a café: she is invited, and gives her own data herself, once, with her own sign-in. The
//! applicant sees that she gave, never what.
use crate::{Zaak, store};
use access::{Action, Browser, Error, Event, FollowCode, Op, Party, Protected, Result};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use values::{Id, Oin};

/// An invitation, without what was given.
#[derive(Clone)]
pub struct Uitnodiging {
    /// Its id.
    pub id: Id<Uitnodiging>,
    /// Of which zaak.
    pub zaak: Id<Zaak>,
    /// The organisation that has the zaak now.
    pub organisatie: Oin,
    /// The name of the service.
    pub service: String,
    /// The question of the service in which she was named.
    pub vraag: String,
    /// The purpose for which the register is asked (`policies/doelen.toml`).
    pub doel: String,
    /// What the applicant called her.
    pub naam: String,
    /// By whom: the name of the applicant.
    pub namens: String,
    /// When she was asked.
    pub gevraagd_op: Timestamp,
    /// When she gave.
    pub gegeven_op: Option<Timestamp>,
    /// The zaak has not ended.
    pub open: bool,
    pub(crate) gever: Option<Vec<u8>>,
    pub(crate) data_key: Uuid,
}

/// What she gave is hers, and of no service: who acts for another person or for a company never gets at it.
impl Protected for Uitnodiging {
    fn id(&self) -> Uuid {
        self.id.uuid()
    }
    fn organisation(&self) -> &Oin {
        &self.organisatie
    }
    fn party(&self) -> Option<&[u8]> {
        self.gever.as_deref()
    }
}

/// What is needed to invite somebody.
#[derive(Clone)]
pub struct NewUitnodiging {
    /// The question of the service in which she was named.
    pub vraag: String,
    /// The purpose for which the register is asked.
    pub doel: String,
    /// What the applicant called her.
    pub naam: String,
    /// By whom: the name of the applicant.
    pub namens: String,
}

/// One value as a register has it.
#[derive(Clone, Serialize, Deserialize)]
pub struct Waarde {
    /// The name under which the pages know it: `naam`, `geboren`, `adres`.
    pub veld: String,
    /// As people read it, in Dutch.
    pub nl: String,
    /// In English.
    pub en: String,
    /// The source holder doubts it.
    pub in_onderzoek: bool,
}

/// What somebody gives: what a register says of her, as she saw it.
#[derive(Clone, Serialize, Deserialize)]
pub struct Gegeven {
    /// Her number: kept closed, to find back what is hers also when the zaak is sent on. Nobody is shown it.
    pub nummer: String,
    /// The register.
    pub bron: String,
    /// When it said so.
    pub gevraagd_op: Timestamp,
    /// What it said.
    pub waarden: Vec<Waarde>,
    /// Her day of birth, when the register knows all of it.
    pub geboren: Option<Date>,
    /// Her first names and surname, to lay beside what the applicant called her.
    pub namen: String,
    /// She asked that her data be not given to third parties.
    pub geheimhouding: bool,
}

impl Gegeven {
    /// Does no word of what the applicant called her stand in her name? Then somebody must look whether this is she. Pure.
    pub fn heet_anders_dan(&self, naam: &str) -> bool {
        let words = |text: &str| -> Vec<String> {
            let split = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 1);
            split.map(str::to_lowercase).collect()
        };
        let known = words(&self.namen);
        !words(naam).iter().any(|word| known.contains(word))
    }
}

/// Invites somebody, in the transaction in which the applicant sends; gives the words for her, which nobody can read again.
pub async fn uitnodigen(op: &mut Op<'_>, zaak: &Zaak, new: &NewUitnodiging) -> Result<(Id<Uitnodiging>, FollowCode)> {
    op.may(Action::Contribute, zaak)?;
    let code = FollowCode::new(op.keys());
    let id = store::uitnodiging::insert(op, zaak, new, &code).await?;
    op.record(Event::of("genodigde-gevraagd", "zaak", zaak.id.uuid()).about(zaak.party())).await?;
    Ok((id, code))
}

/// New words for somebody who was invited, for the applicant to hand over; the old ones open nothing any more. Errors: `Refused` when the zaak
/// has ended or she gave already.
pub async fn nieuwe_woorden(op: &mut Op<'_>, zaak: Id<Zaak>, id: Id<Uitnodiging>) -> Result<(Uitnodiging, FollowCode)> {
    let zaak = store::zaak(op, zaak).await?;
    op.may(Action::Contribute, &zaak)?;
    let zaak = store::hold_open(op, &zaak).await?;
    let one = store::uitnodiging::of_zaak(op, &zaak).await?.into_iter().find(|one| one.id == id).ok_or(Error::NotFound)?;
    still_asked(&one)?;
    let code = FollowCode::new(op.keys());
    store::uitnodiging::set_code(op, id, &code).await?;
    store::uitnodiging::set_browser(op, id, None).await?;
    // A letter with the old words need not leave any more, and they stand nowhere.
    letters::forget(op, ("uitnodiging", id.uuid())).await?;
    op.record(Event::of("genodigde-nieuwe-woorden", "zaak", zaak.id.uuid()).about(zaak.party())).await?;
    Ok((one, code))
}

/// The invitation of these words, whose zaak it is, and its service; nothing personal: look at it as its holder. Errors: `NotFound` for words of
/// nothing, or that were replaced.
pub async fn uitnodiging_van(op: &mut Op<'_>, code: &FollowCode) -> Result<(Id<Uitnodiging>, Oin, String)> {
    let found = store::uitnodiging::by_code(op, code).await?;
    Ok((found.id, found.organisatie, found.service))
}

/// The organisation, service and purpose of an invitation; nothing personal.
pub async fn dienst_van_uitnodiging(op: &mut Op<'_>, id: Id<Uitnodiging>) -> Result<(Oin, String, String)> {
    let found = store::uitnodiging::by_id(op, id).await?;
    Ok((found.organisatie, found.service, found.doel))
}

/// An invitation, for who holds its words. The applicant reads in her journal that it was looked at.
pub async fn uitnodiging(op: &mut Op<'_>, id: Id<Uitnodiging>) -> Result<Uitnodiging> {
    let found = store::uitnodiging::by_id(op, id).await?;
    op.may(Action::Read, &found)?;
    read_by(op, &found).await?;
    Ok(found)
}

async fn read_by(op: &mut Op<'_>, found: &Uitnodiging) -> Result<()> {
    let zaak = store::zaak(op, found.zaak).await?;
    op.record(Event::of("uitnodiging-gelezen", "zaak", zaak.id.uuid()).at(&zaak.organisatie).about(zaak.party())).await
}

/// Who holds these words goes on with the invitation in this browser, where she signs in: so the words go no further. Errors: `NotFound` for words that
/// were replaced, `Refused` when the zaak has ended or somebody gave.
pub async fn openen(op: &mut Op<'_>, code: &FollowCode, browser: &Browser) -> Result<()> {
    let zaak = store::uitnodiging::by_code(op, code).await?.zaak;
    let zaak = store::zaak(op, zaak).await?;
    store::hold(op, &zaak).await?;
    // Her words may have been replaced at this moment.
    let found = store::uitnodiging::by_code(op, code).await?;
    op.may(Action::Contribute, &found)?;
    still_asked(&found)?;
    store::uitnodiging::set_browser(op, found.id, Some(browser)).await?;
    read_by(op, &found).await
}

fn still_asked(found: &Uitnodiging) -> Result<()> {
    match (found.gegeven_op, found.open) {
        (Some(_), _) => crate::refused("refused-uitnodiging-given"),
        (None, false) => crate::refused("refused-uitnodiging-over"),
        (None, true) => Ok(()),
    }
}

/// An invitation as it is to the person who acts: hers when she gave, or when nobody did and she came with its words in this browser.
async fn hers(op: &mut Op<'_>, id: Id<Uitnodiging>, browser: &Browser) -> Result<Uitnodiging> {
    let found = store::uitnodiging::by_id(op, id).await?;
    let opened = found.gever.is_none() && store::uitnodiging::is_opened_in(op, id, browser).await?;
    let own = op.context().actor.oneself().filter(|_| opened).cloned();
    let own = own.map(|bsn| Party::Person(bsn).hash(op.keys(), &found.organisatie)).transpose()?;
    Ok(Uitnodiging { gever: found.gever.clone().or(own.map(Vec::from)), ..found })
}

/// An invitation before its person gives, or after she did. Writes a line in the journal. Errors: `NotFound` for
/// everybody else.
pub async fn te_geven(op: &mut Op<'_>, id: Id<Uitnodiging>, browser: &Browser) -> Result<Uitnodiging> {
    let found = hers(op, id, browser).await?;
    op.may(Action::Contribute, &found)?;
    // She acts for nobody but herself: a line about her.
    op.record(Event::of("uitnodiging-geopend", "uitnodiging", id.uuid()).at(&found.organisatie).about(found.party())).await?;
    Ok(found)
}

/// A natural person gives her own data, once; a second time changes nothing. Errors: `NotFound` or `NotAllowed` for who does not act for herself as
/// a person, did not come with its words, or when another gave; `Refused` when the zaak has ended.
pub async fn geven(op: &mut Op<'_>, id: Id<Uitnodiging>, browser: &Browser, gegeven: &Gegeven) -> Result<()> {
    let zaak = store::uitnodiging::by_id(op, id).await?.zaak;
    let zaak = store::zaak(op, zaak).await?;
    // Of two at once the second waits here, and sees what the first gave.
    store::hold(op, &zaak).await?;
    let found = hers(op, id, browser).await?;
    op.may(Action::Contribute, &found)?;
    // The words alone give nothing.
    let bsn = op.context().actor.oneself().ok_or(Error::NotAllowed)?;
    if bsn.expose() != gegeven.nummer {
        return Err(Error::Internal("a register answered about another".into()));
    }
    if found.gegeven_op.is_some() {
        return Ok(());
    }
    still_asked(&found)?;
    store::uitnodiging::give(op, &found, gegeven).await?;
    letters::forget(op, ("uitnodiging", id.uuid())).await?;
    op.record(Event::of("gegevens-gegeven", "uitnodiging", id.uuid()).at(&found.organisatie).about(found.party())).await
}

/// What somebody gave, for herself. Errors: `NotFound` for everybody else, also for the applicant, and as long as nothing was given.
pub async fn gegeven(op: &mut Op<'_>, id: Id<Uitnodiging>) -> Result<(Uitnodiging, Gegeven)> {
    let found = store::uitnodiging::by_id(op, id).await?;
    // The words open no more than the invitation.
    op.context().actor.oneself().ok_or(Error::NotFound)?;
    op.may(Action::Read, &found)?;
    let gegeven = store::uitnodiging::gegeven(op, &found).await?.ok_or(Error::NotFound)?;
    op.record(Event::of("gegeven-gelezen", "uitnodiging", id.uuid()).at(&found.organisatie).about(found.party())).await?;
    Ok((found, gegeven))
}

/// What the actor gave as somebody who was invited, at these organisations, the newest first; each a line in the journal. Errors: `NotFound`
/// for who does not act for herself as a person.
pub async fn alles_gegeven(op: &mut Op<'_>, organisations: &[Oin]) -> Result<Vec<(Uitnodiging, Gegeven)>> {
    let mut all = Vec::new();
    for one in mijn_uitnodigingen(op, organisations).await? {
        all.push(gegeven(op, one.id).await?);
    }
    Ok(all)
}

/// To which invitations the actor gave, at these organisations, the newest first; each organisation gets a line. Errors: as `alles_gegeven`.
pub async fn mijn_uitnodigingen(op: &mut Op<'_>, organisations: &[Oin]) -> Result<Vec<Uitnodiging>> {
    let party = Party::Person(op.context().actor.oneself().ok_or(Error::NotFound)?.clone());
    let hashes = access::party_hashes(op, &party, organisations)?;
    let all = store::uitnodiging::of_givers(op, &hashes).await?;
    access::shown(op, &party, "gegeven-bekeken", all.iter().map(|one| &one.organisatie)).await?;
    Ok(all)
}

/// What was given in a zaak, for who handles it; each look is a line about who gave. Nothing for who may not.
pub(crate) async fn at_the_desk(op: &mut Op<'_>, zaak: &Zaak) -> Result<Vec<(Id<Uitnodiging>, Gegeven)>> {
    if op.may(Action::Handle, zaak).is_err() {
        return Ok(vec![]);
    }
    let mut all = Vec::new();
    for one in store::uitnodiging::of_zaak(op, zaak).await? {
        if let Some(gegeven) = store::uitnodiging::gegeven(op, &one).await? {
            op.record(Event::of("gegeven-gelezen", "uitnodiging", one.id.uuid()).about(one.party())).await?;
            all.push((one.id, gegeven));
        }
    }
    Ok(all)
}

/// Sent on, who gave is known by what she is known by there.
pub(crate) async fn move_to(op: &mut Op<'_>, there: &Zaak) -> Result<()> {
    for one in store::uitnodiging::of_zaak(op, there).await? {
        let Some(gegeven) = store::uitnodiging::gegeven(op, &one).await? else { continue };
        let party = Party::of_number("person", &gegeven.nummer).ok_or(Error::Internal("who gave has no number".into()))?;
        let hash = party.hash(op.keys(), &there.organisatie)?.to_vec();
        store::uitnodiging::set_gever(op, one.id, hash).await?;
    }
    Ok(())
}

/// With the zaak go the invitations and the letters about them.
pub(crate) async fn destroy(op: &mut Op<'_>, zaak: &Zaak) -> Result<()> {
    for id in store::uitnodiging::take_all(op, zaak).await? {
        letters::forget(op, ("uitnodiging", id)).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_which_no_word_stands_in_the_register_is_another_name() {
        let of = |namen: &str, called: &str| {
            let gegeven = Gegeven {
                nummer: String::new(),
                bron: "brp".into(),
                gevraagd_op: Timestamp::UNIX_EPOCH,
                waarden: vec![],
                geboren: None,
                namen: namen.into(),
                geheimhouding: false,
            };
            gegeven.heet_anders_dan(called)
        };
        assert!(!of("Saskia Tapper", "S. Tapper"));
        assert!(!of("Willem-Pieter Holthuizen", "pieter h."));
        assert!(!of("Anna Maria Berg", "Mevr. A.M. van den Berg-Jansen"));
        assert!(of("Saskia Tapper", "M. Schenk"));
        assert!(of("Saskia Tapper", "S. T."), "initials say nothing");
        assert!(of("", "S. Tapper"));
    }
}

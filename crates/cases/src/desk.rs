//! The desk: what waits for an organisation, one zaak as its staff see it, and what they write.
use crate::{
    Advies, From, Gegeven, NogNiet, Ondertekening, PAGE, Rol, Signaal, Stukken, Uitnodiging, Zaak, ZaakView, aanvulling, besluit,
    buiten_behandeling, open, store, uitnodiging,
};
use access::{Action, DataKey, Event, Op, Protected, Result};
use catalogue::NIET_IN_BEHANDELING;
use jiff::{Timestamp, civil::Date};
use letters::Letter;
use terms::{Calendar, Deadline};
use uuid::Uuid;
use values::{Email, Id, Notitie, Prose, Term, last_digits};

/// What an act at the desk needs besides the zaak.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// Working days.
    pub calendar: &'a Calendar,
    /// Where the portal is, for the link in a letter: `https://loket.example`.
    pub portal: &'a str,
}

/// One zaak of the work list; nothing personal.
#[derive(Debug, Clone)]
pub struct WorkLine {
    /// Its id.
    pub id: Id<Zaak>,
    /// Its number.
    pub identificatie: String,
    /// What kind of zaak it is.
    pub omschrijving: String,
    /// The name of its service.
    pub service: String,
    /// When it was received.
    pub ontvangen_op: Timestamp,
    /// The date that bites: what was promised or the last day of the law, whichever comes first.
    pub op: Date,
    /// The day that a norm promises.
    pub einddatum_gepland: Option<Date>,
    /// The last day of the law, where it gives one.
    pub uiterlijke_einddatum_afdoening: Option<Date>,
    /// ZGW `omschrijving` of the last status.
    pub status: String,
    /// Until when the person can do what she was asked, when she has not yet.
    pub taak: Option<Date>,
    /// Who wrote last, if anybody did.
    pub laatste_bericht: Option<From>,
    /// There is a signal that who handles it has not seen.
    pub signaal: bool,
    /// Silence means yes: `Zaak::lex_silencio`.
    pub lex_silencio: bool,
    /// The day on which the last opportunity to supplement was over, where it can be left unhandled for that.
    pub aangevuld_op: Option<Date>,
}

impl WorkLine {
    /// Its person still has time for what she was asked: nobody here has to do anything.
    pub fn waits(&self, today: Date) -> bool {
        self.taak.is_some_and(|until| until >= today)
    }

    /// Until and with when it can still be left unhandled on this day (Awb 4:5 lid 4). Errors: `Internal` when the calendar does not reach that far.
    pub fn onbehandeld_tot(&self, today: Date, calendar: &Calendar) -> Result<Option<Date>> {
        let Some(over_op) = self.aangevuld_op.filter(|_| !self.waits(today)) else { return Ok(None) };
        Ok(buiten_behandeling::tot(over_op, calendar)?.filter(|until| *until >= today))
    }
}

/// Where a page of the work list goes on: after this date and id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct After(pub Date, pub Uuid);

/// A zaak as staff of its organisation see it.
pub struct Dossier {
    /// What its person sees too.
    pub view: ZaakView,
    /// Who takes part; of the number of a person only the last three digits.
    pub betrokkenen: Vec<Rol>,
    /// What colleagues wrote down.
    pub notities: Vec<Notitie>,
    /// What must not be missed, with who has seen it.
    pub signalen: Vec<Signaal>,
    /// What advisers told who decides; empty for who may only read.
    pub adviezen: Vec<Advies>,
    /// What who was invited gave, for who may handle it: of the zaak's invitations by id.
    pub gegeven: Vec<(Id<Uitnodiging>, Gegeven)>,
    /// The last day for the decision, and why; `None` where the law gives no term.
    pub termijn: Option<Deadline>,
    /// How it can end without a decision.
    pub resultaten: Vec<String>,
    /// How it can be decided; nothing where no decision belongs to it.
    pub besluiten: Vec<String>,
    /// With which of these something is granted that holds on after the zaak, so that it can have a last day; and how long it holds at most, where the law
    /// says so.
    pub blijvend: Vec<(String, Option<Term>)>,
    /// It ended with something that holds on.
    pub geldt: bool,
    /// Why it can't be left unhandled yet, or any more, where it can end so.
    pub nog_niet: Option<NogNiet>,
    /// Until and with when it can be left unhandled, where the law sets a day for that.
    pub onbehandeld_tot: Option<Date>,
    /// What must be sent, or was, to who does not take it here: what its handler sends, and what its adviser does.
    pub stukken: Vec<Stukken>,
    /// In whose name it would be decided today; `None` where no decision belongs to it.
    pub ondertekening: Option<Ondertekening>,
    /// Who looks may handle it, not only read.
    pub handles: bool,
    /// The last e-mail about it came back.
    pub teruggekomen: bool,
}

impl Dossier {
    /// A letter about it leaves by e-mail: somebody left an address.
    pub fn has_email(&self) -> bool {
        address(&self.betrokkenen).is_some()
    }
}

/// The open zaken of the organisation of the operation, the date that bites first; of who advises those that wait for her advice. The second
/// is `true` when there are more than a page.
pub async fn work_list(op: &mut Op<'_>, after: Option<After>) -> Result<(Vec<WorkLine>, bool)> {
    let adviseurs = op.adviseurs();
    if adviseurs.is_empty() {
        op.may_here(Action::Read)?;
    }
    let (mut lines, more) = access::page(store::desk::lines(op, &adviseurs, after, PAGE + 1).await?, PAGE);
    let ids: Vec<_> = lines.iter().map(|line| line.id).collect();
    let given = store::aanvulling::gelegenheden(op, &ids).await?;
    for line in &mut lines {
        line.aangevuld_op = given.iter().filter(|(id, _)| *id == line.id).map(|(_, one)| one.over_op()).max();
    }
    Ok((lines, more))
}

/// Everything of a zaak that staff may see. Writes a line in the journal. Invariant: only who may note sees notes, so never the person
/// (test `notes_are_never_seen_by_the_person`).
pub async fn dossier(op: &mut Op<'_>, id: Id<Zaak>, calendar: &Calendar) -> Result<Dossier> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Note, &zaak)?;
    let key = DataKey::find(op, zaak.data_key).await?;
    let termijn = aanvulling::counted(op, &zaak, calendar).await?;
    let betrokkenen = store::desk::rollen(op, &key, id).await?.into_iter().map(masked).collect();
    let (notities, signalen) = store::notities::here(op, &key, &zaak).await?;
    let (resultaten, mut besluiten) =
        (store::desk::resultaten(op, &zaak, false).await?, store::desk::resultaten(op, &zaak, true).await?);
    besluiten.retain(|resultaat| besluit::may_be(&zaak, resultaat, op.today()).is_ok());
    let mut blijvend = store::besluit::blijvend(op, &zaak).await?;
    blijvend.retain(|(resultaat, _)| besluiten.contains(resultaat));
    let geldt = store::besluit::geldt(op, &zaak).await?.is_some();
    let unhandled = besluiten.iter().any(|resultaat| resultaat == NIET_IN_BEHANDELING);
    let until = if unhandled { buiten_behandeling::nog_niet(op, &zaak, calendar).await? } else { Ok(None) };
    let (onbehandeld_tot, nog_niet) = (until.ok().flatten(), until.err());
    let stukken = store::stukken::of(op, id).await?;
    let ondertekening = store::besluit::type_of(op, &zaak).await?.map(|type_| type_.ondertekening);
    let handles = op.may(Action::Handle, &zaak).is_ok();
    let adviezen = if handles { store::advies::here(op, &key, &zaak).await? } else { vec![] };
    let gegeven = uitnodiging::at_the_desk(op, &zaak).await?;
    let teruggekomen = letters::came_back(op, id.uuid()).await?;
    let view = open(op, zaak).await?;
    op.record(Event::of("zaak-gelezen", "zaak", id.uuid()).about(view.zaak.party())).await?;
    Ok(Dossier {
        view,
        betrokkenen,
        notities,
        signalen,
        adviezen,
        gegeven,
        termijn,
        resultaten,
        besluiten,
        blijvend,
        geldt,
        nog_niet,
        onbehandeld_tot,
        stukken,
        ondertekening,
        handles,
        teruggekomen,
    })
}

/// Who takes part with the whole number, for who needs it to handle the zaak. A line in the journal of its own.
pub async fn identify(op: &mut Op<'_>, id: Id<Zaak>) -> Result<Vec<Rol>> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Handle, &zaak)?;
    let key = DataKey::find(op, zaak.data_key).await?;
    op.record(Event::of("nummer-getoond", "zaak", id.uuid()).about(zaak.party())).await?;
    store::desk::rollen(op, &key, id).await
}

/// The number of a company is public; of that of a person the last three digits tell two apart.
fn masked(rol: Rol) -> Rol {
    let person = rol.betrokkene_type == "natuurlijk_persoon";
    let identificatie = if person { rol.identificatie.as_deref().map(last_digits) } else { rol.identificatie };
    Rol { identificatie, ..rol }
}

/// Writes something down for colleagues, also when the zaak is over; the same words twice within a minute are one note.
pub async fn note(op: &mut Op<'_>, id: Id<Zaak>, medewerker: &str, tekst: &Prose) -> Result<()> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Note, &zaak)?;
    let zaak = store::hold(op, &zaak).await?;
    let key = DataKey::find(op, zaak.data_key).await?;
    let last = store::notities::here(op, &key, &zaak).await?.0.pop();
    if last.is_some_and(|last| last.tekst == tekst.as_str() && store::is_again(op, last.op)) {
        return Ok(());
    }
    store::notities::insert(op, &key, &zaak, (medewerker, tekst.as_str(), None)).await?;
    op.record(Event::of("notitie-gemaakt", "zaak", id.uuid()).about(zaak.party())).await
}

/// The handler writes to the person; a letter says so when there is an address. The same words twice within a minute are one message.
pub async fn answer(op: &mut Op<'_>, id: Id<Zaak>, tekst: &Prose, portal: &str) -> Result<()> {
    let zaak = store::zaak(op, id).await?;
    op.may(Action::Handle, &zaak)?;
    let zaak = store::hold_open(op, &zaak).await?;
    if store::just_written(op, &zaak, From::Organisatie, tekst.as_str()).await? {
        return Ok(());
    }
    store::insert_bericht(op, &zaak, From::Organisatie, tekst.as_str()).await?;
    announce(op, &zaak, portal).await?;
    op.record(Event::of("zaak-bericht-gestuurd", "zaak", id.uuid()).about(zaak.party())).await
}

/// Announces by letter that there is a message, when she left an address; once for all that came before the letter left.
pub(crate) async fn announce(op: &mut Op<'_>, zaak: &Zaak, portal: &str) -> Result<()> {
    let key = DataKey::find(op, zaak.data_key).await?;
    let Some(letter) = letter(op, &key, zaak, ("letter-zaak-bericht", portal)).await? else { return Ok(()) };
    letters::announce(op, &key, ("zaak", zaak.id.uuid()), &letter).await
}

/// Puts a letter of this kind in line for who began it, when she left an address. It says only that there is something to read.
pub(crate) async fn tell_by_letter(op: &mut Op<'_>, zaak: &Zaak, kind: &str, portal: &str) -> Result<()> {
    tell_by_letter_with(op, zaak, kind, portal, &[]).await
}

pub(crate) async fn tell_by_letter_with(
    op: &mut Op<'_>,
    zaak: &Zaak,
    kind: &str,
    portal: &str,
    values: &[(&str, &str)],
) -> Result<()> {
    let key = DataKey::find(op, zaak.data_key).await?;
    let Some(letter) = letter(op, &key, zaak, (kind, portal)).await? else { return Ok(()) };
    let letter = values.iter().fold(letter, |letter, (name, value)| letter.with(name, value));
    letters::enqueue(op, &key, ("zaak", zaak.id.uuid()), &letter).await
}

/// Where a letter goes; none when nobody left an address.
fn address(rollen: &[Rol]) -> Option<Email> {
    rollen.iter().find_map(|rol| Email::parse(rol.email.as_deref()?).ok())
}

/// A letter of this kind to who began it; `None` when she left no address.
async fn letter(op: &mut Op<'_>, key: &DataKey, zaak: &Zaak, (kind, portal): (&str, &str)) -> Result<Option<Letter>> {
    let rollen = store::desk::rollen(op, key, zaak.id).await?;
    let Some(to) = address(&rollen) else { return Ok(None) };
    let prefix = zaak.taal.prefix();
    let (path, how) = zaak.opened_at();
    let (link, how) = (format!("{portal}{prefix}{path}"), texts::text(zaak.taal, how));
    Ok(Some(Letter::new(kind, zaak.taal, &to).with("number", &zaak.identificatie).with("link", &link).with("how", &how)))
}

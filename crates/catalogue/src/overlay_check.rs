//! What is wrong with an overlay or with what an organisation says of itself: the same rules for a file and for a form.
use crate::{Overlay, hosted::HostedSettings, planning::Base, services::Soort, skeleton::norm_fault};
use jiff::civil::Date;
use serde::de::DeserializeOwned;
use terms::{Calendar, SoortRegime};
use toml::de::{DeTable, DeValue};
use values::{Email, Term};

/// Most characters of one text.
const MOST: usize = 400;

/// What kind of thing is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// It can't be read at all.
    Unreadable,
    /// A term that is no length of time.
    NoDuration,
    /// A norm in working days of months or years, which hold no fixed number of those.
    NotInWorkingDays,
    /// It does not say where it stands.
    NoSource,
    /// A text that is not there in one of the languages.
    Empty,
    /// More than [`OverlayFault::MOST`] characters.
    TooLong,
    /// A character that is no text.
    Unprintable,
    /// No https address.
    NoLink,
    /// No e-mail address.
    NoEmail,
    /// No telephone number.
    NoPhone,
    /// No day of the calendar.
    NoDate,
    /// A permit under the Dienstenwet that does not say what silence means.
    SilenceUnsaid,
    /// A subsidy that does not say what counts for the queue.
    QueueUnsaid,
    /// A term for a decision where the law gives none.
    NoDecision,
    /// A norm where nothing is answered, or none where something is.
    Norm,
    /// A norm that is longer than the term for a decision, which is over after so many days.
    NormTooLong(u64),
    /// A rule that is not in force yet.
    NotInForce,
    /// The skeleton of the service is wrong: its remedy, a source of a question.
    Skeleton,
}

/// Something that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverlayFault {
    /// Its place: `norm.term`; empty for the whole.
    pub field: String,
    /// What kind.
    pub wrong: Wrong,
    /// What would be right, for who reads the file.
    pub what: String,
    /// Where it stands in the text, in bytes.
    pub(crate) at: usize,
}

impl OverlayFault {
    /// Most characters of one text.
    pub const MOST: usize = MOST;
}

/// What is wrong with an overlay, on this day, for a service with this skeleton.
pub(crate) fn check_overlay(text: &str, base: Option<Base>, today: Date) -> Vec<OverlayFault> {
    let mut sheet = Sheet::default();
    let Some(table) = sheet.open(text) else { return sheet.0 };
    sheet.norm(table.get_ref(), "norm");
    sheet.durations(table.get_ref(), &["termijn.term"]);
    sheet.sources(
        table.get_ref(),
        &[
            "termijn.grondslag",
            "verordening.naam",
            "verordening.artikel",
            "mandaat.aan",
            "mandaat.grondslag",
            "lex_silencio_bron",
        ],
    );
    for of in ["team", "leges", "volgorde", "bevoegd_orgaan"] {
        sheet.both_languages(table.get_ref(), of);
    }
    sheet.contact(table.get_ref());
    sheet.article(table.get_ref());
    sheet.each(table.get_ref(), "verordening.link", (Wrong::NoLink, "is no address that begins with https://"), is_link);
    let day = |text: &str| text.parse::<Date>().is_ok();
    sheet.each(table.get_ref(), "verordening.datum", (Wrong::NoDate, "is no day, such as \"2024-12-31\""), day);
    let in_force = |text: &str| text.parse::<Date>().is_ok_and(|since| since <= today) || !day(text);
    sheet.each(table.get_ref(), "verordening.datum", (Wrong::NotInForce, "has not come yet: the rule is not in force"), in_force);
    sheet.kind(table.get_ref(), base.map(|base| base.soort));
    sheet.promise(table.get_ref(), (text, base), today);
    sheet.lengths(table.get_ref(), "");
    sheet.reads_as::<Overlay>(text);
    sheet.0
}

/// What is wrong with what an organisation says of itself.
pub fn check_hosted(text: &str) -> Vec<OverlayFault> {
    let mut sheet = Sheet::default();
    let Some(table) = sheet.open(text) else { return sheet.0 };
    sheet.norm(table.get_ref(), "vraag_norm");
    sheet.both_languages(table.get_ref(), "vraag_team");
    sheet.contact(table.get_ref());
    sheet.officer(table.get_ref());
    sheet.lengths(table.get_ref(), "");
    sheet.reads_as::<HostedSettings>(text);
    sheet.0
}

fn is_link(text: &str) -> bool {
    text.strip_prefix("https://").is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace))
}

/// A length of time of at most two years: beyond that no calendar of ours reaches.
fn is_duration(text: &str) -> bool {
    let short = |term: Term| term.years <= 2 && term.months <= 24 && term.weeks <= 104 && term.days <= 730;
    text.parse::<Term>().is_ok_and(short)
}

/// No months or years; what is no length of time at all is another fault.
fn is_in_working_days(text: &str) -> bool {
    text.parse::<Term>().map_or(true, |term| (term.years, term.months) == (0, 0))
}

fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (3..=15).contains(&digits) && text.chars().all(|c| c.is_ascii_digit() || " +-()".contains(c))
}

/// The text at this path, and where it begins. `None` when it is not there.
fn text_at<'a>(table: &'a DeTable<'_>, path: &str) -> Option<(&'a str, usize)> {
    let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let value = table.get(first)?;
    match (value.get_ref(), rest) {
        (DeValue::Table(inner), Some(rest)) => text_at(inner, rest),
        (DeValue::String(text), None) => Some((text.as_ref(), value.span().start)),
        _ => None,
    }
}

/// What was found on the way.
#[derive(Default)]
struct Sheet(Vec<OverlayFault>);

impl Sheet {
    fn tell(&mut self, field: &str, wrong: Wrong, (at, what): (usize, String)) {
        self.0.push(OverlayFault { field: field.to_owned(), wrong, what, at });
    }

    fn open<'a>(&mut self, text: &'a str) -> Option<toml::Spanned<DeTable<'a>>> {
        let told = |error: &toml::de::Error| (error.span().map_or(0, |s| s.start), error.message().to_owned());
        DeTable::parse(text).map_err(|error| self.tell("", Wrong::Unreadable, told(&error))).ok()
    }

    /// What the loader itself would refuse: unknown keys, a text that misses a language.
    fn reads_as<T: DeserializeOwned>(&mut self, text: &str) {
        if let Err(error) = toml::from_str::<T>(text) {
            self.tell("", Wrong::Unreadable, (error.span().map_or(0, |s| s.start), error.message().to_owned()));
        }
    }

    /// A text at `path`, when it is there, must be `right`.
    fn each(&mut self, table: &DeTable<'_>, path: &str, (wrong, what): (Wrong, &str), right: impl Fn(&str) -> bool) {
        if let Some((text, at)) = text_at(table, path)
            && !right(text)
        {
            let key = path.rsplit('.').next().unwrap_or(path);
            self.tell(path, wrong, (at, format!("{key} {what}")));
        }
    }

    fn norm(&mut self, table: &DeTable<'_>, of: &str) {
        let term = format!("{of}.term");
        self.durations(table, &[&term]);
        self.sources(table, &[&format!("{of}.source")]);
        if text_at(table, &format!("{of}.counts")).is_some_and(|(counts, _)| counts == "working-days") {
            let what = "has months or years: a norm in working days is in days or weeks, such as \"P10D\" or \"P2W\"";
            self.each(table, &term, (Wrong::NotInWorkingDays, what), is_in_working_days);
        }
    }

    fn durations(&mut self, table: &DeTable<'_>, paths: &[&str]) {
        for path in paths {
            let what = "is no ISO 8601 duration, such as \"P8W\" or \"P10D\"";
            self.each(table, path, (Wrong::NoDuration, what), is_duration);
        }
    }

    fn sources(&mut self, table: &DeTable<'_>, paths: &[&str]) {
        for path in paths {
            self.each(table, path, (Wrong::NoSource, "is empty: say where it stands"), |text| !text.trim().is_empty());
        }
    }

    /// The article of a rule may lack only while the rule is marked as an example.
    fn article(&mut self, table: &DeTable<'_>) {
        let Some(DeValue::Table(rule)) = table.get("verordening").map(toml::Spanned::get_ref) else { return };
        let example = matches!(rule.get("voorbeeld").map(toml::Spanned::get_ref), Some(DeValue::Boolean(true)));
        if !example && !rule.contains_key("artikel") {
            self.tell("verordening.artikel", Wrong::NoSource, (0, "artikel is missing: say where it stands".into()));
        }
    }

    fn both_languages(&mut self, table: &DeTable<'_>, of: &str) {
        for language in ["nl", "en"] {
            let path = format!("{of}.{language}");
            self.each(table, &path, (Wrong::Empty, "is empty: say it in both languages"), |text| !text.trim().is_empty());
        }
    }

    fn contact(&mut self, table: &DeTable<'_>) {
        self.each(table, "contact.email", (Wrong::NoEmail, "is no e-mail address"), |text| Email::parse(text).is_ok());
        self.each(table, "contact.telefoon", (Wrong::NoPhone, "is no telephone number"), is_phone);
        self.both_languages(table, "contact.openingstijden");
    }

    fn officer(&mut self, table: &DeTable<'_>) {
        self.each(table, "fg.email", (Wrong::NoEmail, "is no e-mail address"), |text| Email::parse(text).is_ok());
        self.each(table, "fg.link", (Wrong::NoLink, "is no address that begins with https://"), is_link);
    }

    /// What a kind of service asks of its overlay.
    fn kind(&mut self, table: &DeTable<'_>, soort: Option<Soort>) {
        let Some(soort) = soort else { return };
        let hands_over = soort == Soort::Overdracht;
        if table.contains_key("norm") == hands_over {
            self.tell("norm", Wrong::Norm, (0, norm_fault(hands_over).into()));
        }
        let regime = SoortRegime::newest(soort.word());
        if regime.is_some_and(|regime| regime.lex_silencio) {
            self.silence(table);
        }
        if soort == Soort::Subsidie && !table.contains_key("volgorde") {
            let what = "volgorde is missing: a subsidy says which moment counts for the queue (Awb 4:26)";
            self.tell("volgorde.nl", Wrong::QueueUnsaid, (0, what.into()));
        }
        let decides = regime.is_some_and(|regime| regime.atw.is_some());
        if let Some(own) = table.get("termijn")
            && !decides
        {
            let what = format!("a service of kind {} ends in no decision, so it has no term for one", soort.word());
            self.tell("termijn.term", Wrong::NoDecision, (own.span().start, what));
        }
    }

    /// Where the law makes silence a yes, an overlay says what holds. Its no names the article that makes it so, which may lack only in
    /// what is marked as an example: then the receipt says that nobody read it.
    fn silence(&mut self, table: &DeTable<'_>) {
        let says = |key: &str| match table.get(key).map(toml::Spanned::get_ref) {
            Some(DeValue::Boolean(yes)) => Some(*yes),
            _ => None,
        };
        if !table.contains_key("lex_silencio") {
            let what = "lex_silencio is missing: a permit under the Dienstenwet says whether silence means yes (article 28)";
            self.tell("lex_silencio", Wrong::SilenceUnsaid, (0, what.into()));
        }
        let unread = says("lex_silencio") == Some(false) && !table.contains_key("lex_silencio_bron");
        if unread && says("voorbeeld") != Some(true) {
            let what = "lex_silencio_bron is missing: say which article makes that silence does not mean yes";
            self.tell("lex_silencio_bron", Wrong::NoSource, (0, what.into()));
        }
    }

    /// What is promised may not come after the last day for a decision.
    fn promise(&mut self, table: &DeTable<'_>, (text, base): (&str, Option<Base>), today: Date) {
        let right = |path: &str| text_at(table, path).is_none_or(|(term, _)| is_duration(term));
        if !right("norm.term") || !right("termijn.term") {
            return;
        }
        let (Some(base), Ok(overlay), Ok(calendar)) = (base, toml::from_str::<Overlay>(text), Calendar::shipped()) else {
            return;
        };
        if let Some(days) = base.days_that_the_norm_passes(&overlay, today, &calendar) {
            let at = text_at(table, "norm.term").map_or(0, |(_, at)| at);
            let what = format!("term is longer than the term for a decision, which can be over after {days} days");
            self.tell("norm.term", Wrong::NormTooLong(days), (at, what));
        }
    }

    fn lengths(&mut self, table: &DeTable<'_>, of: &str) {
        for (key, value) in table.iter() {
            let path = if of.is_empty() { key.get_ref().to_string() } else { format!("{of}.{}", key.get_ref()) };
            match value.get_ref() {
                DeValue::Table(inner) => self.lengths(inner, &path),
                DeValue::String(text) if text.chars().count() > MOST => {
                    let what = format!("{} has more than {MOST} characters", key.get_ref());
                    self.tell(&path, Wrong::TooLong, (value.span().start, what));
                }
                DeValue::String(text) if text.chars().any(char::is_control) => {
                    let what = format!("{} has a character that is no text", key.get_ref());
                    self.tell(&path, Wrong::Unprintable, (value.span().start, what));
                }
                _ => {}
            }
        }
    }
}

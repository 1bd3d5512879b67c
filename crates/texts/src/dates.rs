//! Dates and moments in words: `maandag 4 januari 2027`, `24 november 2026 om 19.32 uur`.
use jiff::{Timestamp, civil::Date};
use values::{Language, amsterdam};

const DAYS: [[&str; 7]; 2] = [
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];
const MONTHS: [[&str; 12]; 2] = [
    ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"],
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
];

fn row(language: Language) -> usize {
    match language {
        Language::Nl => 0,
        Language::En => 1,
    }
}

fn name<const N: usize>(names: &[&'static str; N], from_one: i8) -> &'static str {
    usize::try_from(from_one - 1).ok().and_then(|i| names.get(i)).copied().unwrap_or_default()
}

/// `maandag 4 januari 2027`, `Monday 4 January 2027`
pub fn date(date: Date, language: Language) -> String {
    format!("{} {}", name(&DAYS[row(language)], date.weekday().to_monday_one_offset()), day(date, language))
}

/// `4 januari 2027`, `4 January 2027`: a day of which the weekday says nothing, such as a birthday.
pub fn day(date: Date, language: Language) -> String {
    format!("{} {} {}", date.day(), name(&MONTHS[row(language)], date.month()), date.year())
}

/// `dinsdag 24 november 2026 om 19.32 uur`, `Tuesday 24 November 2026 at 19:32`, in Dutch time.
pub fn moment(at: Timestamp, language: Language) -> String {
    let local = at.to_zoned_datetime(amsterdam());
    let day = date(local.date(), language);
    match language {
        Language::Nl => format!("{day} om {}.{:02} uur", local.hour(), local.minute()),
        Language::En => format!("{day} at {}:{:02}", local.hour(), local.minute()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_in_dutch_time() {
        let at: Timestamp = "2026-12-31T23:05:00Z".parse().unwrap();
        assert_eq!(moment(at, Language::Nl), "vrijdag 1 januari 2027 om 0.05 uur");
        assert_eq!(moment(at, Language::En), "Friday 1 January 2027 at 0:05");
    }
}

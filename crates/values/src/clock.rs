//! The only place that knows what time it is.
use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// Tells the time. Dates are Dutch dates: a submission at 23:30 UTC on 31 December is one of 1 January.
pub trait Clock: Send + Sync + 'static {
    /// The moment now, in UTC.
    fn now(&self) -> Timestamp;

    /// The date today in the Netherlands.
    fn today(&self) -> Date {
        dutch_date(self.now())
    }
}

/// The date in the Netherlands at a moment; the reference-less fallback is UTC, which only a machine without time-zone data meets.
pub fn dutch_date(at: Timestamp) -> Date {
    at.to_zoned_datetime(amsterdam()).date()
}

/// The Dutch time zone.
pub fn amsterdam() -> TimeZone {
    static ZONE: std::sync::OnceLock<TimeZone> = std::sync::OnceLock::new();
    ZONE.get_or_init(|| TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC)).clone()
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods)] // the one reader of the machine's clock
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A clock that a test sets and moves.
#[derive(Debug)]
pub struct FixedClock(std::sync::Mutex<Timestamp>);

impl FixedClock {
    /// A clock that stands still at `at`.
    pub fn at(at: Timestamp) -> Self {
        Self(std::sync::Mutex::new(at))
    }

    /// Moves the clock to `at`, backwards too.
    pub fn set(&self, at: Timestamp) {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = at;
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_past_eleven_utc_on_new_years_eve_is_already_next_year_here() {
        let clock = FixedClock::at("2026-12-31T23:30:00Z".parse().unwrap());
        assert_eq!(clock.today().to_string(), "2027-01-01");
    }
}

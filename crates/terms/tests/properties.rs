//! What must hold for any date: from the law's own words, not from our code.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use jiff::{ToSpan, civil::Date};
use proptest::prelude::*;
use terms::{
    Atw, Beslistermijn, Calendar, DayKind, Direction, DwangsomRates, Suspension, SuspensionGround, TermFault, end_of_term,
};
use values::Term;

fn any_day() -> impl Strategy<Value = Date> {
    (0..8000_i32).prop_map(|days| Date::constant(2016, 1, 1).checked_add(days.days()).unwrap())
}

proptest! {
    #[test]
    fn a_term_of_law_never_ends_on_a_day_off_and_moves_no_further_than_it_must(from in any_day(), weeks in 1..=12_u16) {
        let calendar = Calendar::shipped().unwrap();
        let end = end_of_term(from, Term::weeks(weeks), "wet", (Atw::Applies, Direction::Onwards), &calendar).unwrap().date;
        prop_assert_eq!(calendar.kind(end), Some(DayKind::Ordinary));
        let mut day = from.checked_add((i64::from(weeks) * 7).days()).unwrap();
        while day < end {
            prop_assert_ne!(calendar.kind(day), Some(DayKind::Ordinary));
            day = day.checked_add(1.days()).unwrap();
        }
        prop_assert_eq!(day, end);
    }

    #[test]
    fn who_sends_later_never_hears_earlier(from in any_day(), later in 0..40_i32, days in 1..=90_u16) {
        let calendar = Calendar::shipped().unwrap();
        let end = |day| end_of_term(day, Term::days(days), "wet", (Atw::Applies, Direction::Onwards), &calendar).unwrap().date;
        prop_assert!(end(from) <= end(from.checked_add(later.days()).unwrap()));
    }

    #[test]
    fn thirteen_weeks_are_never_moved(from in any_day(), weeks in 13..60_u16) {
        let calendar = Calendar::shipped().unwrap();
        let end = end_of_term(from, Term::weeks(weeks), "wet", (Atw::Applies, Direction::Onwards), &calendar).unwrap().date;
        prop_assert_eq!(end, from.checked_add((i64::from(weeks) * 7).days()).unwrap());
    }

    #[test]
    fn standing_still_never_shortens_and_never_counts_a_day_twice(from in any_day(), pairs in proptest::collection::vec((0..80_i32, 0..40_i32), 0..5)) {
        let calendar = Calendar::shipped().unwrap();
        let after = |days: i32| from.checked_add(days.days()).unwrap();
        let mut matter = Beslistermijn { atw: Atw::Excluded, ..Beslistermijn::awb_4_13(from) };
        let plain = matter.last_day(&calendar).unwrap().date;
        matter.suspensions = pairs.iter().map(|(since, length)| Suspension {
            since: after(*since), until: after(since + length), ground: SuspensionGround::Supplement,
        }).collect();
        let stood: std::collections::BTreeSet<i32> = pairs.iter().flat_map(|(since, length)| since + 1..=since + length).collect();
        let moved = plain.until(matter.last_day(&calendar).unwrap().date).unwrap().get_days();
        prop_assert_eq!(moved, i32::try_from(stood.len()).unwrap());
        let with_atw = Beslistermijn { atw: Atw::Applies, ..matter }.last_day(&calendar).unwrap().date;
        prop_assert_eq!(calendar.kind(with_atw), Some(DayKind::Ordinary));
    }

    #[test]
    fn a_dwangsom_only_grows_and_is_never_more_than_1442_euro(end in any_day(), notice in 0..60_i32, days in 0..200_i32) {
        let end = end.max(Date::constant(2026, 1, 1));
        let rates = DwangsomRates::shipped();
        let notice = end.checked_add(notice.days()).unwrap();
        let owed = |days: i32| rates.owed(end, notice, None, notice.checked_add(days.days()).unwrap()).unwrap().map_or(0, |d| d.cents);
        prop_assert!(owed(days) <= owed(days + 1) && owed(days) <= 144_200);
        prop_assert_eq!(owed(14), 0);
        prop_assert_eq!(owed(15), 2300);
        prop_assert_eq!(owed(400), 144_200);
    }
}

#[test]
fn a_year_whose_holidays_we_do_not_know_is_no_guess() {
    let calendar = Calendar::shipped().unwrap();
    let asked = end_of_term(Date::constant(2040, 12, 20), Term::weeks(8), "wet", (Atw::Applies, Direction::Onwards), &calendar);
    assert_eq!(asked, Err(TermFault::UnknownYear));
    let last = end_of_term(Date::MAX, Term::weeks(8), "wet", (Atw::Applies, Direction::Onwards), &calendar);
    assert_eq!(last, Err(TermFault::UnknownYear));
}

#[test]
fn a_suspension_before_receipt_is_refused() {
    let calendar = Calendar::shipped().unwrap();
    let from = Date::constant(2026, 11, 7);
    let early = Suspension { since: Date::constant(2026, 11, 1), until: from, ground: SuspensionGround::Consent };
    let matter = Beslistermijn { suspensions: vec![early], ..Beslistermijn::awb_4_13(from) };
    assert_eq!(matter.last_day(&calendar), Err(TermFault::Order));
}

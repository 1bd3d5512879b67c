//! What must be so for any household.
#![allow(clippy::unwrap_used)]
use law::zorgtoeslag::{Huishouden, Jaar, Partner, Uitkomst};
use proptest::prelude::*;

fn euros(jaar: &Jaar, inkomen: u32, partner: Partner, vermogen: Option<u32>) -> u32 {
    match jaar.zorgtoeslag(&Huishouden { inkomen, partner, vermogen }) {
        Uitkomst::Recht { per_jaar } => per_jaar,
        _ => 0,
    }
}

fn years() -> impl Strategy<Value = Jaar> {
    prop::sample::select(Jaar::shipped().unwrap())
}

/// Mostly near where something changes, and now and then anything.
fn incomes() -> impl Strategy<Value = u32> {
    prop_oneof![9 => 0_u32..70_000, 1 => any::<u32>()]
}

proptest! {
    #[test]
    fn more_income_never_gives_more(jaar in years(), inkomen in incomes(), more in incomes()) {
        let higher = inkomen.saturating_add(more);
        prop_assert!(euros(&jaar, higher, Partner::Geen, None) <= euros(&jaar, inkomen, Partner::Geen, None));
        prop_assert!(euros(&jaar, higher, Partner::Met(0), None) <= euros(&jaar, inkomen, Partner::Met(0), None));
    }

    #[test]
    fn who_of_both_earns_it_makes_no_difference(jaar in years(), one in 0_u32..70_000, other in 0_u32..70_000) {
        prop_assert_eq!(euros(&jaar, one, Partner::Met(other), None), euros(&jaar, other, Partner::Met(one), None));
    }

    #[test]
    fn a_partner_never_gives_less_at_the_same_income(jaar in years(), inkomen in incomes()) {
        prop_assert!(euros(&jaar, inkomen, Partner::Met(0), None) >= euros(&jaar, inkomen, Partner::Geen, None));
    }

    #[test]
    fn it_is_nothing_or_at_least_24_euros_and_at_most_the_premiums(jaar in years(), inkomen in incomes(), other in incomes()) {
        let single = euros(&jaar, inkomen, Partner::Geen, None);
        let couple = euros(&jaar, inkomen, Partner::Met(other), None);
        prop_assert!(single == 0 || (24..=jaar.standaardpremie).contains(&single));
        prop_assert!(couple == 0 || (24..=2 * jaar.standaardpremie).contains(&couple));
    }

    #[test]
    fn above_a_limit_there_is_nothing(jaar in years(), over in 1_u32..1_000_000) {
        prop_assert_eq!(euros(&jaar, jaar.inkomensgrens(false).saturating_add(over), Partner::Geen, None), 0);
        prop_assert_eq!(euros(&jaar, jaar.inkomensgrens(true).saturating_add(over), Partner::Met(0), None), 0);
        prop_assert_eq!(euros(&jaar, 0, Partner::Geen, Some(jaar.vermogen_alleen.saturating_add(over))), 0);
        prop_assert_eq!(euros(&jaar, 0, Partner::Met(0), Some(jaar.vermogen_partner.saturating_add(over))), 0);
    }
}

//! What others published of the zorgtoeslag comes out, worked by hand or taken from their tables.
#![allow(clippy::unwrap_used)]
use jiff::civil::{Date, date};
use law::zorgtoeslag::{Huishouden, Jaar, Ontbreekt, Partner, Uitkomst, aanvragen_tot, zorgtoeslag};

fn alone(inkomen: u32) -> Huishouden {
    Huishouden { inkomen, partner: Partner::Geen, vermogen: None }
}

fn together(inkomen: u32) -> Huishouden {
    Huishouden { inkomen: inkomen / 2, partner: Partner::Met(inkomen - inkomen / 2), vermogen: None }
}

fn a_month(jaar: i16, huishouden: &Huishouden) -> Option<u32> {
    zorgtoeslag(jaar, huishouden).per_maand()
}

/// Belastingdienst, "Hoeveel zorgtoeslag krijg ik?" and "Hoeveel inkomen mag ik hebben voor zorgtoeslag?", 2025 and 2026.
#[test]
fn what_dienst_toeslagen_publishes_comes_out() {
    let years = [(2025, (131, 250), (39_719, 50_206)), (2026, (129, 246), (40_857, 51_142))];
    for (jaar, most, (single, couple)) in years {
        assert_eq!((a_month(jaar, &alone(0)), a_month(jaar, &together(0))), (Some(most.0), Some(most.1)), "{jaar}");
        let figures = Jaar::of(jaar).unwrap();
        assert_eq!((figures.inkomensgrens(false), figures.inkomensgrens(true)), (single, couple), "{jaar}");
        assert_eq!(zorgtoeslag(jaar, &alone(single)), Uitkomst::Recht { per_jaar: 24 });
        assert_eq!(zorgtoeslag(jaar, &alone(single + 1)), Uitkomst::TeVeelInkomen { grens: single });
        assert_eq!(zorgtoeslag(jaar, &together(couple)), Uitkomst::Recht { per_jaar: 24 });
        assert_eq!(zorgtoeslag(jaar, &together(couple + 1)), Uitkomst::TeVeelInkomen { grens: couple });
    }
}

/// The same page, the table of 2026 with a partner, and two rows of 2025: income to, euros a month.
#[test]
fn rows_of_the_table_of_dienst_toeslagen_come_out() {
    let rows = [
        (29_500, 246),
        (30_000, 243),
        (30_500, 238),
        (31_000, 232),
        (31_500, 226),
        (32_000, 221),
        (32_500, 215),
        (33_000, 209),
        (33_500, 203),
        (34_000, 198),
        (34_500, 192),
        (35_000, 186),
        (35_500, 180),
        (36_000, 175),
        (36_500, 169),
        (37_000, 163),
    ];
    for (inkomen, euros) in rows {
        assert_eq!(a_month(2026, &together(inkomen)), Some(euros), "{inkomen}");
    }
    assert_eq!((a_month(2025, &together(28_000)), a_month(2025, &together(28_500))), (Some(250), Some(249)));
}

/// Worked by hand for 2026, single, income 35,000: 2119 - (0.01912 x 29736 + 0.1373 x 5264) = 2119 - 568.55 - 722.75 = 827.70.
#[test]
fn worked_by_hand_it_is_the_same() {
    assert_eq!(zorgtoeslag(2026, &alone(35_000)), Uitkomst::Recht { per_jaar: 828 });
    assert_eq!(a_month(2026, &alone(35_000)), Some(69));
    // Together 45,000: 4238 - (0.04289 x 29736 + 0.1373 x 15264) = 4238 - 1275.38 - 2095.75 = 866.87.
    assert_eq!(zorgtoeslag(2026, &together(45_000)), Uitkomst::Recht { per_jaar: 867 });
}

/// Kamerstuk 35925 XVI nr. 14, question 374: zorgtoeslag 2022, to the euro (it rounds down and up by turns).
#[test]
fn the_table_of_a_parliamentary_paper_comes_out_to_a_euro() {
    let of_2022 = Jaar {
        jaar: 2022,
        standaardpremie: 1_749,
        drempelinkomen: 22_356,
        drempel_alleen: 1_848,
        drempel_partner: 4_225,
        boven_drempel: 13_610,
        vermogen_alleen: u32::MAX,
        vermogen_partner: u32::MAX,
        leeftijd: 18,
    };
    let rows = [(15_000, 1_336, 2_553), (25_000, 976, 2_193), (30_000, 296, 1_513), (40_000, 0, 152)];
    for (inkomen, single, couple) in rows {
        let euros = |huishouden| match of_2022.zorgtoeslag(&huishouden) {
            Uitkomst::Recht { per_jaar } => per_jaar,
            _ => 0,
        };
        assert!(euros(alone(inkomen)).abs_diff(single) <= 1 && euros(together(inkomen)).abs_diff(couple) <= 1, "{inkomen}");
    }
}

#[test]
fn who_owns_more_than_the_limit_gets_nothing_and_on_the_limit_all() {
    let owns = |vermogen, huishouden| zorgtoeslag(2026, &Huishouden { vermogen: Some(vermogen), ..huishouden });
    assert_eq!(owns(146_011, alone(20_000)), Uitkomst::Recht { per_jaar: 1_550 });
    assert_eq!(owns(146_012, alone(20_000)), Uitkomst::TeVeelVermogen { grens: 146_011 });
    assert_eq!(owns(184_633, together(20_000)), Uitkomst::Recht { per_jaar: 2_963 });
    assert_eq!(owns(184_634, together(20_000)), Uitkomst::TeVeelVermogen { grens: 184_633 });
}

#[test]
fn who_comes_of_age_in_the_year_has_it_from_the_month_after() {
    let first = |born: Date| Jaar::of(2026).unwrap().vanaf(born);
    assert_eq!(first(date(2008, 6, 15)), Some(date(2026, 7, 1)));
    assert_eq!(first(date(2008, 7, 1)), Some(date(2026, 8, 1)), "also who is born on the first: the month after");
    assert_eq!((first(date(2008, 2, 29)), first(date(2008, 12, 3))), (Some(date(2026, 3, 1)), Some(date(2027, 1, 1))));
    // In December before, and all who are older: the whole year.
    assert_eq!((first(date(2007, 12, 31)), first(date(1987, 4, 1))), (None, None));
    let whole = zorgtoeslag(2026, &alone(20_000));
    assert_eq!(whole, Uitkomst::Recht { per_jaar: 1_550 });
    assert_eq!((whole.over_rest(date(2026, 7, 1)), whole.over_rest(date(2026, 12, 1))), (Some(775), Some(129)));
    // What is just enough over a year is too little over a part of it.
    let least = Uitkomst::Recht { per_jaar: 24 };
    assert_eq!((least.over_rest(date(2026, 1, 1)), least.over_rest(date(2026, 2, 1))), (Some(24), None));
    assert_eq!(Uitkomst::TeVeelInkomen { grens: 1 }.over_rest(date(2026, 2, 1)), None);
}

#[test]
fn a_year_without_figures_is_no_guess() {
    for jaar in [1999, 2024, 2027, i16::MAX] {
        assert_eq!(zorgtoeslag(jaar, &alone(20_000)), Uitkomst::Onbeslist(Ontbreekt::Cijfers));
        assert_eq!(zorgtoeslag(jaar, &alone(20_000)).per_maand(), None);
    }
}

#[test]
fn without_knowing_the_partner_there_is_no_amount() {
    let unknown = Huishouden { partner: Partner::Onbekend, ..alone(20_000) };
    assert_eq!(zorgtoeslag(2026, &unknown), Uitkomst::Onbeslist(Ontbreekt::Partner));
}

#[test]
fn one_can_apply_until_the_end_of_the_year_after() {
    assert_eq!(aanvragen_tot(2026).to_string(), "2027-12-31");
}

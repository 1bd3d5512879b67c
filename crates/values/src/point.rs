//! A place on the map of the Netherlands, written as people copy it: `52.15612, 5.38781`.
use std::{fmt, ops::RangeInclusive};

/// Hundred-thousandths of a degree: about a metre.
const UNIT: u32 = 100_000;
/// From the south of Limburg to the islands in the north, and from the coast of Zeeland to the east of Groningen (WGS 84).
const NORTH: RangeInclusive<u32> = 5_070_000..=5_370_000;
const EAST: RangeInclusive<u32> = 320_000..=730_000;

/// A place on the map, in degrees of WGS 84. It lies in the rectangle around the Netherlands: 50.7–53.7 north, 3.2–7.3 east.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Point {
    north: u32,
    east: u32,
}

/// Not a place on the map of the Netherlands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidPoint;

impl fmt::Display for InvalidPoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no place in the Netherlands; write north and east with five decimals: \"52.15612, 5.38781\"")
    }
}

impl std::error::Error for InvalidPoint {}

impl Point {
    /// Reads `52.15612, 5.38781`, and nothing that is written otherwise.
    pub fn parse(text: &str) -> Result<Self, InvalidPoint> {
        let (north, east) = text.split_once(", ").ok_or(InvalidPoint)?;
        let point = Self { north: degrees(north).ok_or(InvalidPoint)?, east: degrees(east).ok_or(InvalidPoint)? };
        let ours = NORTH.contains(&point.north) && EAST.contains(&point.east) && point.to_string() == text;
        ours.then_some(point).ok_or(InvalidPoint)
    }
}

fn degrees(text: &str) -> Option<u32> {
    let (whole, parts) = text.split_once('.')?;
    whole.parse::<u32>().ok()?.checked_mul(UNIT)?.checked_add(parts.parse().ok()?)
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { north, east } = self;
        write!(f, "{}.{:05}, {}.{:05}", north / UNIT, north % UNIT, east / UNIT, east % UNIT)
    }
}

/// Where a person points may be where she lives.
impl fmt::Debug for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Point(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_place_in_the_netherlands_is_read_and_written_the_same() {
        for good in ["52.15612, 5.38781", "50.70000, 3.20000", "53.70000, 7.30000", "52.00001, 5.00010"] {
            assert_eq!(Point::parse(good).map(|p| p.to_string()).as_deref(), Ok(good));
        }
    }

    #[test]
    fn what_is_elsewhere_or_written_otherwise_is_no_place() {
        let elsewhere = ["50.69999, 5.00000", "53.70001, 5.00000", "52.00000, 3.19999", "52.00000, 7.30001", "5.38781, 52.15612"];
        let otherwise = [
            "",
            "52.15612",
            "52.15612,5.38781",
            "52.15612, 5.38781 ",
            "52.1561, 5.38781",
            "52.156120, 5.38781",
            "52,15612, 5,38781",
            "052.15612, 5.38781",
            "+52.15612, 5.38781",
            "52.+5612, 5.38781",
            "-52.15612, 5.38781",
            "52.15612, 5.38781, 1",
            "NaN, NaN",
            "99999999999.00000, 5.00000",
            "42949.99999, 5.00000",
            "٥٢.15612, 5.38781",
            "52.15612, 5.3878<",
        ];
        for bad in elsewhere.into_iter().chain(otherwise) {
            assert_eq!(Point::parse(bad), Err(InvalidPoint), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn masking_of_numbers_leaves_every_place_as_it_is(north in NORTH, east in EAST) {
            let text = Point { north, east }.to_string();
            prop_assert_eq!(crate::mask_elfproef(&text), text.clone());
            prop_assert!(Point::parse(&text).is_ok());
        }

        #[test]
        fn parsing_a_place_never_panics(text in "[0-9., +-]{0,30}") {
            let _ = Point::parse(&text);
        }
    }
}

//! The settings of the map, and whether they are right.
use axum::http::{Uri, uri::Scheme};
use serde::Deserialize;
use std::ops::RangeInclusive;
use values::Point;

/// The map, for who rather points than types.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The address of a picture: `https://tiles.example/{z}/{x}/{y}.png`.
    pub tiles: String,
    /// Whose map it is.
    pub attribution: String,
    /// Where it begins: north and east.
    #[serde(default = "amersfoort")]
    pub centre: String,
    /// How near it begins.
    #[serde(default = "whole_country")]
    pub zoom: u8,
}

/// The point from which Dutch maps are measured.
fn amersfoort() -> String {
    "52.15517, 5.38721".into()
}

fn whole_country() -> u8 {
    8
}

/// From the whole country to one house.
const ZOOMS: RangeInclusive<u8> = 7..=19;

impl Settings {
    /// The map. Errors: which setting is wrong, and what would be right.
    pub fn open(&self, demo: bool) -> Result<web::Map, String> {
        let Self { tiles, attribution, centre, zoom } = self;
        let origin = origin(tiles, demo).map_err(|e| format!("setting map.tiles: {tiles}: {e}"))?;
        if attribution.trim().is_empty() {
            return Err("setting map.attribution: empty; say whose map it is".into());
        }
        let centre = Point::parse(centre).map_err(|e| format!("setting map.centre: {centre}: {e}"))?;
        if !ZOOMS.contains(zoom) {
            return Err(format!("setting map.zoom: {zoom}: must be {} to {}", ZOOMS.start(), ZOOMS.end()));
        }
        Ok(web::Map { tiles: tiles.clone(), origin, attribution: attribution.clone(), centre, zoom: *zoom })
    }
}

/// Scheme, host and port of the pictures.
fn origin(tiles: &str, demo: bool) -> Result<String, String> {
    let places = ["{z}", "{x}", "{y}"];
    if let Some(place) = places.iter().find(|place| tiles.matches(**place).count() != 1) {
        return Err(format!("{place} must be in it once, as in https://tiles.example/{{z}}/{{x}}/{{y}}.png"));
    }
    let one = places.iter().fold(tiles.to_owned(), |address, place| address.replace(place, "0"));
    let address: Uri = one.parse().map_err(|_| "no address".to_owned())?;
    let (Some(scheme), Some(authority)) = (address.scheme(), address.authority()) else {
        return Err("no address; it begins with https://".into());
    };
    // A host that varies or a name and password can be no part of the policy that names the host.
    if one.contains(['{', '}']) || authority.as_str().contains('@') || !tiles.contains(&format!("//{authority}/")) {
        return Err("{z}, {x} and {y} belong in the path, and nothing else is filled in".into());
    }
    let here = demo && ["127.0.0.1", "localhost"].contains(&authority.host());
    if *scheme != Scheme::HTTPS && !(here && *scheme == Scheme::HTTP) {
        return Err("must be https; http only in the demo, on this machine".into());
    }
    Ok(format!("{scheme}://{authority}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(tiles: &str, centre: &str, zoom: u8) -> Settings {
        Settings { tiles: tiles.into(), attribution: "© iemand".into(), centre: centre.into(), zoom }
    }

    fn told(tiles: &str, demo: bool) -> String {
        map(tiles, &amersfoort(), whole_country()).open(demo).map_or_else(|error| error, |map| map.origin)
    }

    #[test]
    fn the_host_of_the_pictures_goes_into_the_policy() {
        assert_eq!(told("https://tiles.example/{z}/{x}/{y}.png", false), "https://tiles.example");
        assert_eq!(told("https://tiles.example:8443/wmts?m={z}&c={x}&r={y}", false), "https://tiles.example:8443");
        assert_eq!(told("http://127.0.0.1:9000/{z}/{x}/{y}.png", true), "http://127.0.0.1:9000");
    }

    #[test]
    fn an_address_that_is_wrong_names_itself_and_says_what_would_be_right() {
        for (tiles, demo, right) in [
            ("http://tiles.example/{z}/{x}/{y}.png", true, "https"),
            ("http://127.0.0.1:9000/{z}/{x}/{y}.png", false, "https"),
            ("ftp://tiles.example/{z}/{x}/{y}.png", true, "https"),
            ("/{z}/{x}/{y}.png", true, "https://"),
            ("https://tiles.example/{z}/{x}.png", false, "{y}"),
            ("https://tiles.example/{z}/{x}/{y}/{y}.png", false, "{y}"),
            ("https://{z}.tiles.example/{x}/{y}.png", false, "path"),
            ("https://tiles.example/{z}/{x}/{y}{r}.png", false, "path"),
            ("https://name:word@tiles.example/{z}/{x}/{y}.png", false, "path"),
            ("https://tiles.example;script-src */{z}/{x}/{y}.png", false, "address"),
        ] {
            let error = told(tiles, demo);
            assert!(error.starts_with("setting map.tiles: ") && error.contains(right), "{tiles}: {error}");
        }
    }

    #[test]
    fn where_it_begins_and_whose_it_is_are_looked_at_too() {
        let tiles = "https://tiles.example/{z}/{x}/{y}.png";
        let wrong = |map: Settings| map.open(false).unwrap_err();
        assert!(wrong(map(tiles, "48.85837, 2.29448", 8)).starts_with("setting map.centre: 48.85837"));
        assert!(wrong(map(tiles, &amersfoort(), 20)).contains("map.zoom: 20: must be 7 to 19"));
        assert!(wrong(Settings { attribution: " ".into(), ..map(tiles, &amersfoort(), 8) }).contains("map.attribution"));
    }
}

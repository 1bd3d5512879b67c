//! The map on which one can point out a place, where a deployment has one.
use values::Point;

/// A map: pictures from elsewhere, and where it begins.
#[derive(Debug, Clone)]
pub struct Map {
    /// The address of a picture, with `{z}`, `{x}` and `{y}` in it.
    pub tiles: String,
    /// Scheme, host and port of that address, for the content security policy: `https://tiles.example`.
    pub origin: String,
    /// Whose map it is, as its licence asks.
    pub attribution: String,
    /// The middle, before anybody moved it.
    pub centre: Point,
    /// How near: 7 shows the country, 19 a house.
    pub zoom: u8,
}

impl Map {
    /// Who sends the pictures, and so hears who looks: `tiles.example`.
    pub(crate) fn host(&self) -> &str {
        self.origin.split_once("://").map_or("", |(_, host)| host)
    }
}

//! The pages. Speaks HTTP and HTML, decides nothing: every handler reads the request, runs one operation and shows what came of it.

mod acting;
mod app;
mod ask;
mod assets;
mod behalf;
mod drain;
mod fault;
mod fields;
mod frame;
mod guard;
mod limits;
mod map;
mod pages;
mod routes;
mod session_over;
mod staff;
mod upload;

pub use app::{App, Parts, Site};
pub use map::Map;
pub use routes::{ROUTES, RouteLine, Who, router};

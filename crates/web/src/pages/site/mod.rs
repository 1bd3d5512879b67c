//! The site itself: what it says of itself and of what happens with data, and signing in and out.
pub(crate) mod info;
pub(crate) mod sign_in;
pub(crate) mod verwerkingen;

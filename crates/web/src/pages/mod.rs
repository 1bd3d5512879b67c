//! The pages, in a folder for each place where one can be; a page is one file. What several places use stands beside them.
mod back;
pub(crate) mod cache;
pub(crate) mod desk;
pub(crate) mod form;
pub(crate) mod manage;
pub(crate) mod message;
pub(crate) mod mine;
pub(crate) mod site;
pub(crate) mod vraag;
pub(crate) mod wayfinding;
pub(crate) mod zaak;

pub(crate) use cache::Cache;

//! One file per kind of page.
pub(crate) mod answer;
pub(crate) mod begin;
pub(crate) mod cache;
pub(crate) mod correction;
pub(crate) mod desk;
pub(crate) mod download;
pub(crate) mod follow;
pub(crate) mod form;
pub(crate) mod home;
pub(crate) mod info;
pub(crate) mod join;
pub(crate) mod looked;
pub(crate) mod mine;
pub(crate) mod my_data;
pub(crate) mod my_questions;
pub(crate) mod paper;
pub(crate) mod photo;
pub(crate) mod product;
pub(crate) mod receipt;
pub(crate) mod send;
pub(crate) mod sign_in;
pub(crate) mod thread;
pub(crate) mod topics;
pub(crate) mod vraag;
pub(crate) mod zaak;

pub(crate) use cache::Cache;

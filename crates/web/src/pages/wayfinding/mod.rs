//! Finding the way, before anything is begun: a question or a subject, the product that answers it, who does it, and where to go.
pub(crate) mod answer;
pub(crate) mod elsewhere;
pub(crate) mod home;
pub(crate) mod local;
pub(crate) mod product;
pub(crate) mod topics;
pub(crate) mod urgent;

//! What every handler can reach. Cheap to clone.
use crate::{Map, guard, limits::Limits, pages::Cache};
use access::Access;
use axum::http::HeaderValue;
use cases::{Documents, Scanner};
use catalogue::{Catalogue, Current};
use std::{ops::Deref, sync::Arc};
use terms::Calendar;
use values::Oin;

/// What the deployment says of itself.
#[derive(Debug, Clone)]
pub struct Site {
    /// Where people find it: `https://loket.example`, without a slash at the end.
    pub portal: String,
    /// Made up: test persons, fictitious numbers.
    pub demo: bool,
    /// The organisation that runs the door: controller until something is sent.
    pub operator: Oin,
    /// Its name.
    pub operator_name: String,
    /// Where leaks can be told.
    pub security_contact: String,
    /// Requests that change something, per address and minute.
    pub posts_per_minute: u32,
    /// Those of them that may bring a file.
    pub uploads_per_minute: u32,
    /// There is a provider with which one can sign in.
    pub can_sign_in: bool,
    /// A proxy of ours stands before us and says who asks (`X-Forwarded-For`, last entry).
    pub behind_proxy: bool,
}

impl Site {
    /// Is it reached over TLS?
    pub fn secure(&self) -> bool {
        self.portal.starts_with("https://")
    }
}

/// Everything the pages need.
pub struct Parts {
    /// Runs operations.
    pub access: Access,
    /// Products, organisations, services, as they are published now.
    pub catalogue: Current,
    /// Working days.
    pub calendar: Calendar,
    /// Files of zaken.
    pub documents: Documents,
    /// The virus scanner; without one files are not scanned.
    pub scanner: Option<Scanner>,
    /// Signing in, where there is a provider.
    pub sign_in: Option<identity::SignIn>,
    /// Where the forms of the providers are, for the content security policy: `https://inloggen.example`.
    pub providers: Vec<String>,
    /// The map on which one can point out a place, if there is one.
    pub map: Option<Map>,
    /// The registers.
    pub registers: registers::Registers,
    /// For which purposes they are asked.
    pub doelen: registers::Doelen,
    /// What holds for every use of personal data, and which belong to no service.
    pub regels: accountability::Regels,
    /// From question to product.
    pub engine: Arc<right_door::Engine>,
    /// For receipts on paper; without them there is no PDF.
    pub fonts: Option<letters::Fonts>,
    /// What the deployment says of itself.
    pub site: Site,
}

/// The state of the router.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
    /// The catalogue as it was when the request came: it stays so until the answer.
    pub(crate) catalogue: Arc<Catalogue>,
}

/// Parts, and what the pages keep for themselves.
pub struct Inner {
    parts: Parts,
    pub(crate) limits: Limits,
    /// Of what may bring a file.
    pub(crate) upload_limits: Limits,
    pub(crate) cache: Cache,
    pub(crate) csp: HeaderValue,
    /// The policy of a page with a map.
    pub(crate) map_csp: HeaderValue,
}

impl App {
    /// Ties the parts together.
    pub fn new(parts: Parts) -> Self {
        let (limits, upload_limits) = (Limits::new(parts.site.posts_per_minute), Limits::new(parts.site.uploads_per_minute));
        let csp = guard::csp(&parts.providers, None);
        let map_csp = guard::csp(&parts.providers, parts.map.as_ref());
        let catalogue = parts.catalogue.get();
        Self { inner: Arc::new(Inner { parts, limits, upload_limits, cache: Cache::default(), csp, map_csp }), catalogue }
    }

    /// The same with the catalogue of this moment.
    pub(crate) fn now(&self) -> Self {
        Self { inner: self.inner.clone(), catalogue: self.published().get() }
    }

    /// What is published now, to be brought up to date.
    pub(crate) fn published(&self) -> &Current {
        &self.inner.parts.catalogue
    }
}

impl Deref for App {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.inner
    }
}

impl Deref for Inner {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.parts
    }
}

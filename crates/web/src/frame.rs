//! What is the same on every page: language, addresses, texts.
use crate::{Site, assets};
use access::FieldFault;
use askama::Template;
use axum::{
    body::Body,
    http::{HeaderValue, Response, StatusCode, header},
    response::IntoResponse,
};
use values::Language;

/// What was typed in the one field of a form and is wrong, with why.
pub(crate) type Wrong = Option<(String, FieldFault)>;

/// The frame of a page.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    pub language: Language,
    /// The path without the language.
    pub path: String,
    /// The heading and the title.
    pub title: String,
    pub demo: bool,
    pub css: &'static str,
    /// What was wrong; the title of the page says so first.
    pub faults: Vec<FieldFault>,
    /// Why what was asked can't be done.
    pub refused: Option<Refused>,
    /// Labels of fields that have no text of their own, for the summary of what was wrong.
    pub labels: Vec<(String, String)>,
    /// Where "Vraag het een mens" leads, with the product at hand.
    pub ask_path: String,
    /// Who is signed in.
    pub visitor: Option<Visitor>,
    /// One can sign in here.
    pub can_sign_in: bool,
}

/// That what was asked can't be done, on the page from where it was asked.
#[derive(Debug, Clone)]
pub(crate) struct Refused {
    pub why: String,
    /// What was typed where no form for it is left, to be copied.
    pub kept: Vec<String>,
}

/// Who is signed in, as the head of every page says it.
#[derive(Debug, Clone)]
pub(crate) struct Visitor {
    /// Her name, if the provider gave it: DigiD does not.
    pub name: Option<String>,
    /// For whom she acts, in words, when that is not herself.
    pub acts_for: Option<String>,
    /// That is another person, and she can go on for herself.
    pub can_stop: bool,
    /// She acts for one branch of a company only.
    pub branch: bool,
    /// Where her own pages begin.
    pub home: Home,
}

impl Visitor {
    /// Does she act for a company or an institution?
    pub fn for_company(&self) -> bool {
        self.home == Home::Mine && self.acts_for.is_some() && !self.can_stop
    }

    /// Does she work here, and is this one of the pages for that?
    pub fn at_work(&self, path: &str) -> bool {
        self.home != Home::Mine && ["/balie", "/beheer"].iter().any(|desk| path.starts_with(desk))
    }
}

/// Where the pages of who signed in begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Home {
    /// Of a person or company.
    Mine,
    /// Of who works for an organisation.
    Desk,
    /// Of who only manages one.
    Manage,
}

impl Home {
    /// Its address.
    pub fn path(self) -> &'static str {
        match self {
            Self::Mine => "/mijn",
            Self::Desk => "/balie",
            Self::Manage => "/beheer",
        }
    }

    /// The key of the way out to it, from a page for staff.
    pub fn way_out(self) -> &'static str {
        match self {
            Self::Mine => "error-home",
            Self::Desk => "error-desk",
            Self::Manage => "error-manage",
        }
    }

    /// The key of its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mine => "nav-mine",
            Self::Desk => "nav-desk",
            Self::Manage => "nav-manage",
        }
    }
}

impl Frame {
    pub fn new(language: Language, path: &str, title: String, site: &Site) -> Self {
        // A page behind a secret or with a form in progress has no twin in the other language.
        let path = if path.starts_with("/antwoord") { "/" } else { path };
        Self {
            language,
            path: path.to_owned(),
            title,
            demo: site.demo,
            css: assets::css_path(),
            faults: vec![],
            refused: None,
            labels: vec![],
            ask_path: "/vraag".into(),
            visitor: None,
            can_sign_in: site.can_sign_in,
        }
    }

    /// The text of a key.
    pub fn t(&self, key: impl AsRef<str>) -> String {
        texts::text(self.language, key.as_ref())
    }

    /// The text of a key with one argument.
    pub fn t1(&self, key: &str, name: &str, value: impl AsRef<str>) -> String {
        texts::text_with(self.language, key, &[(name, value.as_ref())])
    }

    /// The text of a key with two arguments.
    pub fn t2(&self, key: &str, one: &(&str, &str), other: &(&str, &str)) -> String {
        texts::text_with(self.language, key, &[*one, *other])
    }

    /// A label that says that one need not answer.
    pub fn optional(&self, key: &str) -> String {
        format!("{} {}", self.t(key), self.t("optional"))
    }

    /// An address in this language.
    pub fn url(&self, path: impl AsRef<str>) -> String {
        in_language(self.language, path.as_ref())
    }

    /// Is she here for another person?
    pub fn for_another(&self) -> bool {
        self.visitor.as_ref().is_some_and(|visitor| visitor.can_stop)
    }

    /// Where the pages begin of a visitor who works here.
    pub fn desk(&self) -> Option<Home> {
        self.visitor.as_ref().map(|visitor| visitor.home).filter(|home| *home != Home::Mine)
    }

    pub fn is_nl(&self) -> bool {
        self.language == Language::Nl
    }

    /// This page in the other language.
    pub fn other(&self) -> String {
        in_language(self.language.pick(Language::En, Language::Nl), &self.path)
    }

    /// The status of the page: whether something is wrong on it.
    pub fn status(&self) -> StatusCode {
        match (&self.refused, self.faults.is_empty()) {
            (Some(_), _) => StatusCode::CONFLICT,
            (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
            (None, true) => StatusCode::OK,
        }
    }

    /// Says on the page what is wrong, and gives what was typed; empty when nothing is.
    pub fn take(&mut self, wrong: Wrong) -> String {
        let Some((typed, fault)) = wrong else { return String::new() };
        self.faults = vec![fault];
        typed
    }

    /// The sentence of a fault.
    pub fn fault(&self, fault: &FieldFault) -> String {
        match fault.limit {
            Some(limit) => texts::text_with(self.language, fault.fault, &[("limit", &limit.to_string())]),
            None => self.t(fault.fault),
        }
    }

    /// The name of a field, to tell people where something is wrong.
    pub fn label(&self, field: &str) -> String {
        let own = self.labels.iter().find(|(id, _)| id == field).map(|(_, label)| label.clone());
        own.unwrap_or_else(|| self.t(format!("field-{field}")))
    }

    /// The addresses of the style sheet and the script of the map.
    pub fn map_paths(&self) -> &'static [String; 2] {
        assets::map_paths()
    }

    /// With a capital at the front of a sentence.
    pub fn capital(&self, text: &str) -> String {
        crate::pages::wayfinding::topics::capital(text)
    }

    /// The sentence of the fault at a field, if there is one.
    pub fn fault_at(&self, field: impl AsRef<str>) -> Option<String> {
        self.faults.iter().find(|f| f.field == field.as_ref()).map(|f| self.fault(f))
    }
}

/// An address in a language.
pub(crate) fn in_language(language: Language, path: &str) -> String {
    match (language.prefix(), path) {
        ("", path) => path.to_owned(),
        (prefix, "/") => prefix.to_owned(),
        (prefix, path) => format!("{prefix}{path}"),
    }
}

/// To another address.
pub(crate) fn see_other(to: &str) -> Response<Body> {
    (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response()
}

/// A rendered page. A template that fails is a fault of ours and says so.
pub(crate) fn page(status: StatusCode, template: &impl Template) -> Response<Body> {
    let (status, html) = match template.render() {
        Ok(html) => (status, html),
        Err(error) => {
            tracing::error!(%error, "a template failed");
            (StatusCode::INTERNAL_SERVER_ERROR, String::from("500"))
        }
    };
    let mut response = Response::new(Body::from(html));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

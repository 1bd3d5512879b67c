//! Every address and who may enter. A route is added here or nowhere: the router is made of this list (test `census.rs`).
use crate::{
    App, assets, fault, guard,
    pages::{
        desk,
        form::{self, begin, kept, send},
        manage,
        mine::{self, berichten, correction, dispute, download, join, looked, machtigingen, my_data, namens, sessions},
        site::{info, sign_in, verwerkingen},
        vraag::{self, my_questions},
        wayfinding::{answer, home, product, topics},
        zaak::{follow, receipt, uitnodiging},
    },
    session_over,
};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{Method, StatusCode},
    middleware,
    response::{IntoResponse, Response},
    routing::{MethodRouter, get, post},
};
use std::time::Duration;
use tower_http::{catch_panic::CatchPanicLayer, timeout::TimeoutLayer};
use values::Language;

/// Who may enter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everyone; shows nothing that is somebody's.
    Everyone,
    /// The browser that began it, by its secret; for all others it does not exist.
    Browser,
    /// Whoever has the code of the receipt; for all others it does not exist.
    CodeHolder,
    /// Who signed in as a person or for a company, and only what is that party's; who did not is led to where one signs in.
    Resident,
    /// As `Resident`, for what is of no service, but for what was sent about a zaak: who acts for another person is told so; who acts for one
    /// branch has what is of that branch.
    Own,
    /// As `Resident`, for what only the party itself does: who acts for another person or for one branch is told so.
    Itself,
    /// Who signed in as staff of a hosted organisation, surely enough, and only what is that organisation's; all others are led to where
    /// staff sign in.
    Staff,
    /// Who signed in as staff that manages a hosted organisation, and only what is that organisation's; who did not sign in as staff is led
    /// to where they do.
    Manager,
}

/// An address.
pub struct RouteLine {
    /// Path, with `{}` where it varies.
    pub path: &'static str,
    /// GET or POST.
    pub method: Method,
    /// Who may enter.
    pub who: Who,
    handler: fn() -> MethodRouter<App>,
}

macro_rules! routes {
    ($($method:ident $path:literal $who:ident $handler:expr;)*) => {
        &[$(RouteLine { path: $path, method: routes!(@method $method), who: Who::$who, handler: || $method($handler) }),*]
    };
    (@method get) => { Method::GET };
    (@method post) => { Method::POST };
}

/// All addresses; each is there in Dutch, and in English under `/en`.
pub const ROUTES: &[RouteLine] = routes! {
    get  "/" Everyone home::show;
    post "/antwoord" Everyone answer::show;
    get  "/onderwerpen" Everyone topics::all;
    get  "/onderwerpen/{topic}" Everyone topics::one;
    get  "/producten" Everyone topics::products;
    get  "/product/{product}" Everyone product::show;
    post "/product/{product}" Everyone product::show_at;
    get  "/beginnen/{service}" Everyone begin::show;
    post "/beginnen/{service}" Everyone begin::begin;
    get  "/formulier/{id}/gevaar" Browser form::danger;
    get  "/formulier/{id}/elders" Browser form::elsewhere;
    get  "/formulier/{id}/bewaard" Browser kept::show;
    get  "/formulier/{id}/controle" Browser send::check;
    post "/formulier/{id}/versturen" Browser send::send;
    get  "/formulier/{id}/{page}" Browser form::show;
    post "/formulier/{id}/{page}" Browser form::save;
    get  "/bewijs/{id}" Browser receipt::show;
    get  "/bewijs/{id}/pdf" Browser receipt::pdf;
    get  "/volgen" Everyone follow::ask_code;
    post "/volgen" Everyone follow::find;
    get  "/volgen/{code}" CodeHolder follow::show;
    get  "/volgen/{code}/pdf" CodeHolder follow::pdf;
    get  "/volgen/{code}/besluit" CodeHolder follow::besluit;
    get  "/volgen/{code}/foto/{document}" CodeHolder follow::photo;
    post "/volgen/{code}/bericht" CodeHolder follow::add;
    post "/volgen/{code}/taak/{taak}" CodeHolder follow::fulfil;
    get  "/volgen/{code}/intrekken" CodeHolder follow::sure;
    post "/volgen/{code}/intrekken" CodeHolder follow::withdraw;
    get  "/volgen/{code}/klacht" CodeHolder follow::complain;
    post "/volgen/{code}/klacht" CodeHolder follow::complained;
    post "/volgen/{code}/oordeel" CodeHolder follow::judge;
    post "/volgen/{code}/uitnodiging/{uitnodiging}" CodeHolder follow::new_words;
    get  "/uitnodiging" Everyone uitnodiging::ask_words;
    post "/uitnodiging" Everyone uitnodiging::find;
    get  "/uitnodiging/{code}" CodeHolder uitnodiging::show;
    post "/uitnodiging/{code}" CodeHolder uitnodiging::open;
    get  "/inloggen" Everyone sign_in::choose;
    post "/inloggen/{way}" Everyone sign_in::start;
    get  "/inloggen/terug" Everyone sign_in::back;
    get  "/.well-known/jwks.json" Everyone sign_in::keys;
    post "/uitloggen" Everyone sign_in::out;
    get  "/uitgelogd" Everyone sign_in::signed_out;
    get  "/mijn" Resident mine::show;
    get  "/mijn/zaken/{id}" Resident mine::zaak::show;
    get  "/mijn/zaken/{id}/pdf" Resident mine::zaak::pdf;
    get  "/mijn/zaken/{id}/besluit" Resident mine::zaak::besluit;
    get  "/mijn/zaken/{id}/foto/{document}" Resident mine::zaak::photo;
    post "/mijn/zaken/{id}/bericht" Resident mine::zaak::add;
    post "/mijn/zaken/{id}/taak/{taak}" Resident mine::zaak::fulfil;
    get  "/mijn/zaken/{id}/intrekken" Resident mine::zaak::sure;
    post "/mijn/zaken/{id}/intrekken" Resident mine::zaak::withdraw;
    get  "/mijn/zaken/{id}/klacht" Resident dispute::complain;
    post "/mijn/zaken/{id}/klacht" Resident dispute::complained;
    get  "/mijn/zaken/{id}/bezwaar" Resident dispute::object;
    post "/mijn/zaken/{id}/bezwaar" Resident dispute::objected;
    post "/mijn/zaken/{id}/oordeel" Resident mine::zaak::judge;
    post "/mijn/zaken/{id}/elders" Resident mine::zaak::done_elsewhere;
    post "/mijn/zaken/{id}/uitnodiging/{uitnodiging}" Resident mine::zaak::new_words;
    get  "/mijn/uitnodiging/{id}" Itself uitnodiging::look;
    post "/mijn/uitnodiging/{id}" Itself uitnodiging::give;
    post "/mijn/concepten/{id}/weg" Resident mine::discard;
    get  "/mijn/vragen/{id}" Own my_questions::show;
    post "/mijn/vragen/{id}/bericht" Own my_questions::add;
    get  "/mijn/berichten" Own berichten::show;
    get  "/mijn/berichten/{id}/bewijs" Own berichten::bewijs;
    get  "/mijn/berichten/{id}/bewijs/pdf" Own berichten::pdf;
    post "/mijn/verbinden" Own join::join;
    get  "/mijn/gegevens" Itself my_data::show;
    get  "/mijn/correctie" Itself correction::choose;
    post "/mijn/correctie" Itself correction::correct;
    get  "/mijn/inzage" Itself looked::show;
    get  "/mijn/download" Itself download::download;
    get  "/mijn/machtigingen" Itself machtigingen::show;
    get  "/mijn/machtigingen/geven" Itself machtigingen::begin;
    post "/mijn/machtigingen/geven" Itself machtigingen::give;
    post "/mijn/machtigingen/bekijken" Itself machtigingen::offer;
    post "/mijn/machtigingen/aannemen" Itself machtigingen::accept;
    get  "/mijn/machtigingen/{id}" Itself machtigingen::one;
    post "/mijn/machtigingen/{id}/stoppen" Itself machtigingen::end;
    get  "/mijn/sessies" Resident sessions::show;
    post "/mijn/sessies" Resident sessions::end;
    get  "/mijn/namens" Resident namens::show;
    post "/mijn/namens" Resident namens::choose;
    get  "/mijn/namens/kind" Resident namens::children;
    get  "/balie" Staff desk::list::show;
    post "/balie/zoeken" Staff desk::list::find;
    get  "/balie/logboek" Staff desk::log::show;
    post "/balie/logboek" Staff desk::log::find;
    get  "/balie/sessies" Staff sessions::show_at_work;
    post "/balie/sessies" Staff sessions::end_at_work;
    get  "/balie/zaken/{id}" Staff desk::zaak::show;
    get  "/balie/zaken/{id}/pdf" Staff desk::zaak::pdf;
    post "/balie/zaken/{id}/nummer" Staff desk::zaak::identify;
    get  "/balie/zaken/{id}/document/{document}" Staff desk::zaak::document;
    post "/balie/zaken/{id}/bericht" Staff desk::acts::answer;
    post "/balie/zaken/{id}/notitie" Staff desk::acts::note;
    post "/balie/zaken/{id}/signaal/{signaal}" Staff desk::acts::seen;
    post "/balie/zaken/{id}/status" Staff desk::acts::set_status;
    post "/balie/zaken/{id}/aanvulling" Staff desk::acts::ask_supplement;
    get  "/balie/zaken/{id}/aanvulling/{taak}" Staff desk::brief::pdf;
    post "/balie/zaken/{id}/aanvulling/{taak}/intrekken" Staff desk::acts::withdraw_supplement;
    post "/balie/zaken/{id}/doorsturen" Staff desk::acts::send_on;
    post "/balie/zaken/{id}/stukken" Staff desk::stukken::sent;
    get  "/balie/zaken/{id}/besluit" Staff desk::zaak::besluit;
    post "/balie/zaken/{id}/besluit" Staff desk::acts::decide;
    post "/balie/zaken/{id}/afsluiten" Staff desk::acts::close;
    post "/balie/zaken/{id}/einde" Staff desk::verval::say;
    get  "/balie/advies/{id}" Staff desk::advies::show;
    post "/balie/advies/{id}" Staff desk::advies::advise;
    post "/balie/advies/{id}/stukken" Staff desk::stukken::closed_sent;
    get  "/balie/vragen/{id}" Staff desk::vraag::show;
    post "/balie/vragen/{id}/nummer" Staff desk::vraag::identify;
    post "/balie/vragen/{id}/antwoord" Staff desk::vraag::answer;
    post "/balie/vragen/{id}/notitie" Staff desk::vraag::note;
    post "/balie/vragen/{id}/doorsturen" Staff desk::vraag::forward;
    post "/balie/vragen/{id}/sluiten" Staff desk::vraag::close;
    get  "/beheer" Manager manage::overview::show;
    get  "/beheer/diensten/{service}" Manager manage::service::show;
    get  "/beheer/diensten/{service}/wijzigen" Manager manage::edit::service;
    post "/beheer/diensten/{service}/wijzigen" Manager manage::edit::service_filled_in;
    post "/beheer/diensten/{service}/stoppen" Manager manage::service::stop;
    get  "/beheer/organisatie" Manager manage::service::organisation;
    get  "/beheer/organisatie/wijzigen" Manager manage::edit::organisation;
    post "/beheer/organisatie/wijzigen" Manager manage::edit::organisation_filled_in;
    get  "/beheer/medewerkers" Manager manage::workers::show;
    post "/beheer/medewerkers" Manager manage::workers::propose;
    get  "/beheer/versies/{id}" Manager manage::version::show;
    post "/beheer/versies/{id}/publiceren" Manager manage::version::publish;
    post "/beheer/versies/{id}/afwijzen" Manager manage::version::reject;
    get  "/vraag" Everyone vraag::form;
    post "/vraag" Everyone vraag::send;
    get  "/vraag/{id}" Browser vraag::receipt;
    get  "/toegankelijkheid" Everyone info::accessibility;
    get  "/privacy" Everyone info::privacy;
    get  "/privacy/{service}" Everyone verwerkingen::notice;
    get  "/verwerkingen" Everyone verwerkingen::show;
    get  "/verwerkingen/{organisatie}" Everyone verwerkingen::part;
    get  "/verwerkingen.json" Everyone verwerkingen::machine;
    get  "/storingen" Everyone info::status;
    get  "/static/app.css" Everyone assets::css;
    get  "/static/map.css" Everyone assets::map_css;
    get  "/static/map.js" Everyone assets::map_js;
    get  "/static/icon.svg" Everyone assets::icon;
    get  "/static/third-party.txt" Everyone assets::third_party;
    get  "/static/fonts/{file}" Everyone assets::font;
    get  "/robots.txt" Everyone info::robots;
    get  "/.well-known/security.txt" Everyone info::security;
};

/// The page from which something was sent to the address `path` of the route `pattern`: the nearest one above it.
pub(crate) fn page_above<'a>(pattern: &str, path: &'a str) -> &'a str {
    let (mut pattern, mut path) = (pattern, path);
    while !ROUTES.iter().any(|route| route.method == Method::GET && route.path == pattern) {
        match (pattern.rsplit_once('/'), path.rsplit_once('/')) {
            (Some((above, _)), Some((page, _))) if !above.is_empty() => (pattern, path) = (above, page),
            _ => return "/",
        }
    }
    path
}

/// Most time a request may take.
const TIME: Duration = Duration::from_secs(30);
/// Most bytes of a request: a photo and its form.
const MOST: usize = 11 * 1024 * 1024;

/// The pages.
pub fn router(app: App) -> Router {
    let mut router = Router::new();
    for route in ROUTES {
        router = router.route(route.path, (route.handler)());
        if !route.path.starts_with("/static") && !route.path.contains('.') {
            let english = if route.path == "/" { "/en".to_owned() } else { format!("/en{}", route.path) };
            router = router.route(&english, (route.handler)());
            if route.path == "/" {
                router = router.route("/en/", (route.handler)());
            }
        }
    }
    let broken = app.clone();
    let panicked = move |_| -> Response {
        tracing::error!("a handler panicked");
        fault::simple(StatusCode::INTERNAL_SERVER_ERROR, "internal", Language::Nl, "/", &broken.site).into_response()
    };
    router
        .fallback(info::nothing)
        .method_not_allowed_fallback(info::wrong_method)
        .layer(middleware::from_fn_with_state(app.clone(), session_over::keep))
        .layer(DefaultBodyLimit::max(MOST))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, TIME))
        .layer(middleware::from_fn_with_state(app.clone(), guard::guard))
        .with_state(app)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_signs_in_after_she_sent_something_comes_back_to_the_page_above_it() {
        for (pattern, path, page) in [
            ("/mijn/zaken/{id}/bericht", "/mijn/zaken/7/bericht", "/mijn/zaken/7"),
            ("/mijn/zaken/{id}/taak/{taak}", "/mijn/zaken/7/taak/8", "/mijn/zaken/7"),
            ("/mijn/concepten/{id}/weg", "/mijn/concepten/7/weg", "/mijn"),
            ("/mijn/machtigingen/bekijken", "/mijn/machtigingen/bekijken", "/mijn/machtigingen"),
            ("/mijn/sessies", "/mijn/sessies", "/mijn/sessies"),
            ("/formulier/{id}/{page}", "/formulier/7/wie", "/formulier/7/wie"),
            ("/formulier/{id}/versturen", "/formulier/7/versturen", "/"),
        ] {
            assert_eq!(page_above(pattern, path), page, "{pattern}");
        }
    }
}

//! Opens the doors, keeps the workers going, and closes without losing a request.
use crate::{
    recheck::Recheck,
    scan::Rescan,
    settings::{Log, Settings},
    sweep::Sweeper,
    wiring,
};
use access::Access;
use axum::{
    Router,
    extract::Request,
    http::{StatusCode, header::ALLOW},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{MethodFilter, get},
};
use jiff::Timestamp;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use registers::{Doelen, Registers};
use std::{io::IsTerminal, net::SocketAddr, process::ExitCode, sync::Arc, time::Duration};
use tokio::{net::TcpListener, sync::watch, task::JoinSet};
use values::{Clock, SystemClock};

/// Serves until it is told to stop.
pub async fn serve(settings: Settings) -> Result<ExitCode, String> {
    let lacks = settings.lacks();
    if !lacks.is_empty() {
        return Err(format!("not ready for production; these settings are missing or wrong:\n  {}", lacks.join("\n  ")));
    }
    start_log(settings.log);
    let handle = start_metrics()?;
    let access = wiring::access(&settings).await?;
    let current = wiring::catalogue(&settings, &access).await?;
    let catalogue = current.get();
    if let Some(made_up) = catalogue.hosted().iter().find(|h| h.voorbeeld && !settings.demo) {
        return Err(format!(
            "services/organisaties.toml: {} is an example with a fictitious RSIN; only the demo may have those",
            made_up.code
        ));
    }
    wiring::publish(&access, &catalogue).await?;
    let (registers, doelen) = wiring::registers(&settings)?;
    if let Some(what) = intake::unknown_doel(&current.get(), &doelen) {
        return Err(what);
    }
    let app = app(&settings, &access, &current, (&registers, &doelen))?;
    let listener = bind("listen", &settings.listen).await?;
    let (stop, stopped) = watch::channel(false);
    let sweeper = Sweeper::new(&access, &catalogue, wiring::documents(&settings)?, settings.operator_oin()?);
    let mut workers = JoinSet::new();
    workers.spawn(seal(access.clone(), stopped.clone()));
    workers.spawn(sweep(sweeper, stopped.clone()));
    workers.spawn(follow(access.clone(), current, settings.operator_oin()?, stopped.clone()));
    if let Some(mailer) = wiring::mailer(&settings, &access)? {
        workers.spawn(mail(mailer, stopped.clone()));
    }
    if let (Some(scanner), Some(asked)) = (wiring::scanner(&settings)?, &settings.scanner) {
        let files = (wiring::documents(&settings)?, scanner);
        let rescan = Rescan::new(&access, &catalogue, files, (settings.operator_oin()?, &settings.portal));
        workers.spawn(scan(rescan, Duration::from_secs(asked.retry_seconds.max(1)), stopped.clone()));
    }
    let again = Recheck { access: access.clone(), registers, doelen, portal: settings.portal.clone() };
    workers.spawn(recheck(again, stopped.clone()));
    if !settings.operations_listen.is_empty() {
        let operations = bind("operations_listen", &settings.operations_listen).await?;
        workers.spawn(serve_operations(operations, handle, access.clone(), stopped.clone()));
    }
    say_hello(&settings);
    let service = app.merge(health(access)).into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(told_to_stop()).into_future();
    let result = tokio::select! {
        result = serving => result.map(|()| ExitCode::SUCCESS).map_err(|e| e.to_string()),
        // Without one of them letters wait or the journal is not sealed, and nobody would notice: whoever keeps it starts it again.
        Some(ended) = workers.join_next() => Err(format!("a worker stopped before its time: {ended:?}")),
    };
    let _ = stop.send(true);
    workers.join_all().await;
    result
}

fn app(
    settings: &Settings,
    access: &Access,
    catalogue: &catalogue::Current,
    (registers, doelen): (&Registers, &Doelen),
) -> Result<Router, String> {
    let engine = Arc::new(wiring::engine(settings, catalogue.shipped())?);
    let fonts = letters::Fonts::load(&settings.paper_fonts);
    if let Err(error) = &fonts {
        tracing::warn!(%error, "no fonts for paper: receipts can't be saved as PDF; make assets");
    }
    let sign_in = wiring::sign_in(settings)?;
    let regels = wiring::regels(settings, doelen, access.clock().today())?;
    let api = api::Api { catalogue: catalogue.clone(), engine: engine.clone(), portal: settings.portal.as_str().into() };
    let parts = web::Parts {
        access: access.clone(),
        catalogue: catalogue.clone(),
        calendar: terms::Calendar::shipped().map_err(|e| e.to_string())?,
        documents: wiring::documents(settings)?,
        scanner: wiring::scanner(settings)?,
        sign_in: sign_in.clone(),
        providers: wiring::providers(settings),
        map: settings.map()?,
        registers: registers.clone(),
        doelen: doelen.clone(),
        regels,
        engine,
        fonts: fonts.ok(),
        site: web::Site {
            can_sign_in: sign_in.is_some(),
            portal: settings.portal.clone(),
            demo: settings.demo,
            operator: settings.operator_oin()?,
            operator_name: settings.operator.name.clone().unwrap_or_else(|| "Juiste Deur (voorbeeld)".into()),
            security_contact: settings.security_contact.clone().unwrap_or_else(|| "mailto:security@juistedeur.example".into()),
            posts_per_minute: settings.posts_per_minute,
            uploads_per_minute: settings.uploads_per_minute,
            behind_proxy: settings.behind_proxy,
        },
    };
    Ok(web::router(web::App::new(parts)).merge(api::router(api)).layer(middleware::from_fn(of_a_known_method)))
}

/// Turns away what asks with a method that is none of HTTP, before its words become a label in the metrics or stand in the log.
async fn of_a_known_method(request: Request, next: Next) -> Response {
    if MethodFilter::try_from(request.method().clone()).is_ok() {
        return next.run(request).await;
    }
    let status = StatusCode::METHOD_NOT_ALLOWED;
    metrics::counter!("http_requests_total", "method" => "other", "route" => "none", "status" => status.as_str().to_owned())
        .increment(1);
    (status, [(ALLOW, "GET, HEAD, POST")]).into_response()
}

async fn bind(setting: &str, address: &str) -> Result<TcpListener, String> {
    TcpListener::bind(address).await.map_err(|e| format!("setting {setting}: {address}: {e}"))
}

fn start_log(log: Log) {
    let filter = tracing_subscriber::EnvFilter::new("info");
    let lines =
        tracing_subscriber::fmt().with_env_filter(filter).with_ansi(std::io::stderr().is_terminal()).with_writer(std::io::stderr);
    match log {
        Log::Json => lines.json().flatten_event(true).init(),
        Log::Text => lines.with_target(false).init(),
    }
}

fn start_metrics() -> Result<PrometheusHandle, String> {
    let buckets = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1.0, 5.0];
    PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".into()), &buckets)
        .and_then(PrometheusBuilder::install_recorder)
        .map_err(|e| e.to_string())
}

/// Alive: it answers. Ready: it can read its database.
fn health(access: Access) -> Router {
    let ready = move || {
        let access = access.clone();
        async move {
            match tokio::time::timeout(Duration::from_secs(3), access.reachable()).await {
                Ok(true) => (StatusCode::OK, "ready\n"),
                _ => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
            }
        }
    };
    Router::new().route("/livez", get(|| async { "alive\n" })).route("/readyz", get(ready))
}

async fn serve_operations(listener: TcpListener, handle: PrometheusHandle, access: Access, mut stopped: watch::Receiver<bool>) {
    let metrics = move || async move { handle.render().into_response() };
    let router: Router = health(access)
        .route("/metrics", get(move || -> std::pin::Pin<Box<dyn Future<Output = Response> + Send>> { Box::pin(metrics()) }));
    let until = async move {
        let _ = stopped.wait_for(|stop| *stop).await;
    };
    let _ = axum::serve(listener, router).with_graceful_shutdown(until).await;
}

/// Numbers, chains and signs the journal, each second and once more at the end.
async fn seal(access: Access, mut stopped: watch::Receiver<bool>) {
    loop {
        let last = pause(&mut stopped, Duration::from_secs(1)).await;
        loop {
            match access::seal_once(access.db(), access.keys(), access.clock().now()).await {
                Ok(sealed) if sealed > 0 => metrics::counter!("journal_lines_sealed_total").increment(sealed as u64),
                Ok(_) => break,
                Err(error) => {
                    tracing::warn!(%error, "the journal could not be sealed; trying again");
                    break;
                }
            }
        }
        if last {
            return;
        }
    }
}

/// Each ten minutes.
async fn sweep(mut sweeper: Sweeper, mut stopped: watch::Receiver<bool>) {
    while !pause(&mut stopped, Duration::from_secs(600)).await {
        sweeper.round().await;
    }
}

/// Each two seconds: what was published on another instance.
async fn follow(access: Access, current: catalogue::Current, operator: values::Oin, mut stopped: watch::Receiver<bool>) {
    while !pause(&mut stopped, Duration::from_secs(2)).await {
        if let Err(error) = wiring::refresh(operator.clone(), &access, &current).await {
            tracing::warn!(%error, "what was published could not be read; trying again");
        }
    }
}

async fn mail(mailer: letters::Mailer, mut stopped: watch::Receiver<bool>) {
    while !pause(&mut stopped, Duration::from_secs(2)).await {
        if let Err(error) = mailer.send_due().await {
            tracing::warn!(%error, "letters could not be sent; trying again");
        }
    }
}

/// Each few seconds: what could not be asked of a register that was away.
async fn recheck(recheck: Recheck, mut stopped: watch::Receiver<bool>) {
    while !pause(&mut stopped, Duration::from_secs(3)).await {
        let done = tokio::select! { done = recheck.round() => done, _ = stopped.wait_for(|stop| *stop) => return };
        if let Err(error) = done {
            tracing::warn!(%error, "what waits for a register could not be checked; trying again");
        }
    }
}

async fn scan(rescan: Rescan, every: Duration, mut stopped: watch::Receiver<bool>) {
    while !pause(&mut stopped, every).await {
        let done = tokio::select! { done = rescan.round() => done, _ = stopped.wait_for(|stop| *stop) => return };
        if let Err(error) = done {
            tracing::warn!(%error, "files that wait for the virus scanner could not be scanned; trying again");
        }
    }
}

/// Waits; `true` when it is time to stop.
async fn pause(stopped: &mut watch::Receiver<bool>, time: Duration) -> bool {
    tokio::time::timeout(time, stopped.wait_for(|stop| *stop)).await.is_ok()
}

async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminated) => tokio::select! { _ = interrupted => {}, _ = terminated.recv() => {} },
        Err(_) => drop(interrupted.await),
    }
}

fn say_hello(settings: &Settings) {
    let now: Timestamp = SystemClock.now();
    tracing::info!(listen = %settings.listen, demo = settings.demo, started = %now, "ready");
    if settings.demo {
        println!(
            "\nJuiste Deur is open at {0}\n\n  Try: type “er ligt al weken afval naast de container” and follow the first answer;\n       as place: postcode 3811 CJ, house number 1 (Amersfoort, made up for the demo).\n  Sign in as a made-up person: {0}/product/verhuismelding   Your own pages: {0}/mijn   The desk: {0}/balie\n  Ask a person: {0}/vraag      In English: {0}/en\n  For software: {0}/wegwijzer/api/v1/wegwijzingen?vraag=paspoort%20kwijt&postcode=3811\n\nEverything is kept in {1}. Ctrl-C stops it.\n",
            settings.portal,
            settings.data.display()
        );
    }
}

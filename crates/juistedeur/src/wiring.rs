//! Makes the parts of the settings and ties them together.
use crate::settings::{Settings, Synchronous};
use access::{Access, Actor, Context, KeyRing, Purpose, Role};
use cases::{Documents, Scanner};
use catalogue::{Catalogue, Current, Hosted};
use identity::{SignIn, SigningKey};
use registers::{Doelen, Registers};
use std::{
    path::PathBuf,
    sync::{Arc, LazyLock},
};
use store::{Db, Migration};
use values::{Oin, SystemClock};

/// All migrations, in the order in which they must run.
pub static MIGRATIONS: LazyLock<Vec<Migration>> = LazyLock::new(|| {
    [
        access::MIGRATIONS,
        identity::MIGRATIONS,
        registers::MIGRATIONS,
        cases::MIGRATIONS,
        letters::MIGRATIONS,
        intake::MIGRATIONS,
        right_door::MIGRATIONS,
        my_government::MIGRATIONS,
        hosting::MIGRATIONS,
    ]
    .concat()
});

/// Opens the database.
pub async fn database(settings: &Settings) -> Result<Db, String> {
    std::fs::create_dir_all(&settings.data).map_err(|e| format!("setting data: {}: {e}", settings.data.display()))?;
    let engine = match &settings.database.url {
        Some(url) => store::Settings::Postgres { url: url.clone(), connections: settings.database.connections },
        None => store::Settings::Sqlite {
            file: settings.data.join("juistedeur.db"),
            readers: settings.database.readers,
            synchronous: match settings.database.synchronous {
                Synchronous::Full => store::Synchronous::Full,
                Synchronous::Off => store::Synchronous::Off,
            },
        },
    };
    Db::open(&engine).await.map_err(|e| e.to_string())
}

/// The file with keys; the demo makes its own.
pub fn keys(settings: &Settings) -> Result<Arc<KeyRing>, String> {
    let file: PathBuf = match &settings.keys {
        Some(file) => file.clone(),
        None if settings.demo => settings.data.join("keys.toml"),
        None => return Err("setting keys is missing; `juistedeur keys new FILE` makes the file".into()),
    };
    if settings.demo && !file.exists() {
        std::fs::create_dir_all(&settings.data).map_err(|e| e.to_string())?;
        KeyRing::create(&file).map_err(|e| e.to_string())?;
    }
    KeyRing::load(&file).map(Arc::new).map_err(|e| e.to_string())
}

/// Database and keys, with the schema up to date.
pub async fn access(settings: &Settings) -> Result<Access, String> {
    let (db, keys) = (database(settings).await?, keys(settings)?);
    store::migrate(&db, &MIGRATIONS).await.map_err(|e| e.to_string())?;
    Ok(Access::new(db, keys, Arc::new(SystemClock)))
}

/// Reference data and services of the files, and over them what organisations published.
pub async fn catalogue(settings: &Settings, access: &Access) -> Result<Current, String> {
    let shipped = Catalogue::load(&settings.reference, &settings.services).map_err(|e| e.to_string())?;
    let current = Current::of_files(shipped.into());
    refresh(settings.operator_oin()?, access, &current).await?;
    Ok(current)
}

/// Brings the catalogue up to date with what organisations published; says what can't be trusted and so is not served.
pub async fn refresh(operator: Oin, access: &Access, current: &Current) -> Result<(), String> {
    let context = machine("publisher", operator, "gepubliceerde diensten lezen");
    for what in hosting::refresh(access, current, context).await.map_err(|e| e.to_string())? {
        tracing::error!(%what, "what was published is not served");
    }
    Ok(())
}

/// The folder of documents.
pub fn documents(settings: &Settings) -> Result<Documents, String> {
    Documents::open(settings.data.join("documents")).map_err(|e| e.to_string())
}

/// The virus scanner, when there is one.
pub fn scanner(settings: &Settings) -> Result<Option<Scanner>, String> {
    let open = |s: &crate::settings::Scanner| Scanner::open(&s.address).map_err(|e| format!("setting scanner.address: {e}"));
    settings.scanner.as_ref().map(open).transpose()
}

/// Signing in, when there is a provider; the demo makes its own keys.
pub fn sign_in(settings: &Settings) -> Result<Option<SignIn>, String> {
    if settings.sign_in.provider.is_empty() {
        return Ok(None);
    }
    for provider in settings.sign_in.provider.values().filter(|provider| settings.demo && !provider.key.exists()) {
        provider.key.parent().map_or(Ok(()), std::fs::create_dir_all).map_err(|e| e.to_string())?;
        SigningKey::create(&provider.key).map_err(|e| format!("setting sign_in: {e}"))?;
    }
    let portal = settings.portal.parse().map_err(|_| format!("setting portal: {} is no address", settings.portal))?;
    SignIn::open(settings.sign_in.clone(), &portal).map(Some).map_err(|e| format!("setting sign_in: {e}"))
}

/// Where the forms of the providers are: scheme, host and port of each.
pub fn providers(settings: &Settings) -> Vec<String> {
    let issuers = settings.sign_in.provider.values().map(|provider| provider.issuer.as_str());
    let mut all: Vec<_> = issuers.map(|issuer| issuer.splitn(4, '/').take(3).collect::<Vec<_>>().join("/")).collect();
    all.sort();
    all.dedup();
    all
}

/// The registers, and for which purposes they are asked.
pub fn registers(settings: &Settings) -> Result<(Registers, Doelen), String> {
    let registers = Registers::open(&settings.registers).map_err(|e| format!("setting registers: {e}"))?;
    Ok((registers, doelen(settings)?))
}

/// For which purposes registers are asked.
pub fn doelen(settings: &Settings) -> Result<Doelen, String> {
    Doelen::load(&settings.policies.join("doelen.toml")).map_err(|e| format!("setting policies: {e}"))
}

/// What holds for every use of personal data.
pub fn regels(settings: &Settings, doelen: &Doelen, today: jiff::civil::Date) -> Result<accountability::Regels, String> {
    let file = settings.policies.join("verwerkingen.toml");
    accountability::Regels::load(&file, doelen, today).map_err(|e| format!("setting policies: {e}"))
}

/// The search engine; without a lexicon it works, but less well, and says so.
pub fn engine(settings: &Settings, catalogue: &Catalogue) -> Result<right_door::Engine, String> {
    let file = settings.lexicon.is_dir().then(|| std::fs::read_dir(&settings.lexicon).ok()).flatten();
    let file = file.and_then(|entries| entries.filter_map(|e| Some(e.ok()?.path())).find(|p| p.is_file()));
    if file.is_none() {
        tracing::warn!(folder = %settings.lexicon.display(), "no lexicon: the search finds less; scripts/lexicon makes one");
    }
    right_door::Engine::build(catalogue, &settings.reference, file.as_deref()).map_err(|e| e.to_string())
}

/// A context for a part of this program.
pub fn machine(name: &'static str, organisation: Oin, why: &str) -> Context {
    Context { actor: Actor::machine(name), organisation, purpose: Purpose::new(why, "geen persoonsgegevens"), trace: name.into() }
}

/// A context for someone at work for `organisatie`, and how that is hosted here.
pub fn worker(catalogue: &Catalogue, organisatie: &str, medewerker: &str, why: &str) -> Result<(Context, Hosted), String> {
    let known = || catalogue.hosted().iter().map(|h| h.code.as_str()).collect::<Vec<_>>().join(", ");
    let hosted = catalogue
        .hosted_with_code(organisatie)
        .ok_or_else(|| format!("{organisatie} is not hosted here; hosted are: {}", known()))?;
    let purpose = Purpose::new(why, "AVG artikel 6 lid 1 e");
    let context = Context {
        actor: Actor::worker(medewerker, &[Role::Behandelaar]),
        organisation: hosted.oin.clone(),
        purpose,
        trace: "cli".into(),
    };
    Ok((context, hosted.clone()))
}

/// Publishes every service of every hosted organisation that is not published yet.
pub async fn publish(access: &Access, catalogue: &Arc<Catalogue>) -> Result<(), String> {
    for hosted in catalogue.hosted() {
        let (all, mine) = (catalogue.clone(), hosted.clone());
        let work = access.write(machine("publisher", hosted.oin.clone(), "diensten publiceren"), move |op| {
            let (all, mine) = (all.clone(), mine.clone());
            Box::pin(async move {
                let naam = all.organisatie_with_code(&mine.code).map(|o| o.naam_met_soort.as_str()).unwrap_or_default();
                for service in all.services() {
                    cases::publish(op, service, &mine, naam).await?;
                }
                Ok(())
            })
        });
        work.await.map_err(|e| format!("publishing the services of {}: {e}", hosted.code))?;
    }
    Ok(())
}

/// The one who sends letters, when there is a mail server.
pub fn mailer(settings: &Settings, access: &Access) -> Result<Option<letters::Mailer>, String> {
    let Some(smtp) = &settings.smtp else { return Ok(None) };
    letters::Mailer::new(access.clone(), smtp, Arc::new(FromTexts)).map(Some).map_err(|e| format!("setting smtp: {e}"))
}

/// The words of letters, from the texts.
struct FromTexts;

impl letters::Words for FromTexts {
    fn subject(&self, letter: &letters::Letter) -> String {
        words(letter, "subject")
    }
    fn body(&self, letter: &letters::Letter) -> String {
        words(letter, "body")
    }
}

fn words(letter: &letters::Letter, part: &str) -> String {
    let arguments: Vec<_> = letter.values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    texts::text_with(letter.language, &format!("{}-{part}", letter.kind), &arguments)
}

#[cfg(test)]
mod tests {
    use super::*;
    use accountability::{Beheerder, Bewaren, Regels, notice, register};
    use identity::Kind;
    use std::path::Path;

    #[test]
    fn a_service_that_invites_for_a_purpose_that_no_policy_knows_is_told() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let catalogue = Catalogue::load(&root.join("reference"), &root.join("services")).unwrap();
        let policies = std::fs::read_to_string(root.join("policies/doelen.toml")).unwrap();
        let file = std::env::temp_dir().join(format!("doelen-{}.toml", std::process::id()));
        let told = |text: &str| {
            std::fs::write(&file, text).unwrap();
            intake::unknown_doel(&catalogue, &Doelen::load(&file).unwrap())
        };
        assert_eq!(told(&policies), None);
        let what = told(&policies.replace("naam = \"leidinggevende\"", "naam = \"leiding\"")).unwrap();
        assert!(what.contains("horecabedrijf-exploitatievergunning.toml") && what.contains("\"leidinggevende\""), "{what}");
        std::fs::remove_file(&file).unwrap();
    }

    #[test]
    fn the_times_in_the_notices_are_those_of_the_program() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let catalogue = Catalogue::load(&root.join("reference"), &root.join("services")).unwrap();
        let doelen = Doelen::load(&root.join("policies/doelen.toml")).unwrap();
        let today = jiff::civil::date(2026, 11, 25);
        let regels = Regels::load(&root.join("policies/verwerkingen.toml"), &doelen, today).unwrap();
        let beheerder = Beheerder { naam: "", oin: &Oin::parse(&"1".repeat(20)).unwrap() };
        let register = register(&catalogue, &doelen, &regels, &beheerder, today);
        let told = |name: &str| match &notice(&register, name)[0].1.bewaren {
            Bewaren::Anders(words) => [words.nl.clone(), words.en.clone()],
            Bewaren::Termijn { .. } => panic!("{name} has its time in words"),
        };
        let days = intake::KEPT_DRAFT_HOURS / 24;
        let [nl, en] = told("formulier");
        assert!(nl.contains(&format!("{} uur", intake::DRAFT_HOURS)) && nl.contains(&format!("{days} dagen")), "{nl}");
        assert!(en.contains(&format!("{} hours", intake::DRAFT_HOURS)) && en.contains(&format!("{days} days")), "{en}");
        let [nl, en] = told("inloggen");
        for kind in Kind::ALL {
            let (idle, longest) = (kind.idle().as_mins(), kind.longest().as_hours());
            assert!(nl.contains(&format!("{idle} minuten")) && nl.contains(&format!("{longest} uur")), "{nl}");
            assert!(en.contains(&format!("{idle} minutes")) && en.contains(&format!("{longest} hours")), "{en}");
        }
    }
}

//! Signing in and out: to the provider, and back.
use crate::{
    Fault, Kind, LocalPath, Session, Settings, SigningKey, Token, Who,
    attempt::{self, Attempt, Begun, Secrets},
    id_token::{self, Asked},
    jws::Jws,
    peer::{Grant, Known, Metadata, Peer, is_safe},
    session::{self, Identified},
    signing_key::{KeyFileFault, jwks},
};
use access::{Access, Assurance, Browser, Context, KeyRing};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::Timestamp;
use outbound::{Outbound, Target};
use serde::Deserialize;
use std::{collections::BTreeMap, sync::Arc, time::Duration};
use url::Url;
use values::Line;

/// The path of this site to which every provider sends people back.
pub const CALLBACK: &str = "/inloggen/terug";

/// The path of this site to which a provider may send people after signing out.
pub const SIGNED_OUT: &str = "/uitgelogd";

/// The path of this site where our public keys stand (`SignIn::jwks`), for providers to fetch.
pub const JWKS: &str = "/.well-known/jwks.json";

/// How long a provider may take over one answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// Why signing in can't be set up.
#[derive(Debug, thiserror::Error)]
pub enum OpenFault {
    /// The key of a provider.
    #[error(transparent)]
    Key(#[from] KeyFileFault),
    /// The address of a provider or of this site.
    #[error("{0}: not an https address (http only on this machine)")]
    Address(String),
    /// The way out.
    #[error("{0}")]
    Outbound(String),
}

/// What is asked of a sign-in.
pub struct Start {
    /// How.
    pub kind: Kind,
    /// With at least this certainty.
    pub at_least: Assurance,
    /// For a sensitive act: the sign-in may be so many seconds old.
    pub fresh: Option<u32>,
    /// Where she goes on.
    pub return_to: LocalPath,
}

/// Who stands at the door: her browser, the session it had, and the context of somebody who did not sign in.
pub struct Visitor<'a> {
    /// The secret of her browser: the one that begins must be the one that ends.
    pub browser: &'a Browser,
    /// The session that it has now; it ends when she signs in (again).
    pub session: Option<&'a Token>,
    /// For which organisation and why.
    pub context: Context,
}

/// What the provider sent her back with: the parameters of the address. Not to be shown or logged.
#[derive(Deserialize)]
pub struct Answer {
    /// Ours.
    pub state: Option<String>,
    /// To be exchanged.
    pub code: Option<String>,
    /// Whose answer it is (RFC 9207).
    pub iss: Option<String>,
    /// Why there is no code.
    pub error: Option<String>,
}

/// She is signed in.
#[derive(Debug)]
pub struct Finished {
    /// For the cookie; new at every sign-in.
    pub token: Token,
    /// Who, and how sure.
    pub session: Session,
    /// Where she goes on.
    pub return_to: LocalPath,
}

/// Signs people in and out. Cheap to clone.
#[derive(Clone)]
pub struct SignIn(Arc<Inner>);

struct Inner {
    peers: BTreeMap<Kind, Peer>,
    redirect_uri: Url,
    signed_out: Url,
}

impl SignIn {
    /// Reads the keys; asks no provider anything yet. `portal` is the address of this site.
    pub fn open(settings: Settings, portal: &Url) -> Result<Self, OpenFault> {
        let wrong = |address: &str| OpenFault::Address(address.to_owned());
        let here = |path: &str| portal.join(path).ok().filter(is_safe).ok_or_else(|| wrong(portal.as_str()));
        let mut peers = BTreeMap::new();
        for (kind, provider) in settings.provider {
            if !Url::parse(&provider.issuer).is_ok_and(|issuer| is_safe(&issuer)) {
                return Err(wrong(&provider.issuer));
            }
            let key = SigningKey::load(&provider.key)?;
            let target = Target { name: kind.word().into(), timeout: PATIENCE };
            let out = Outbound::open(target).map_err(OpenFault::Outbound)?;
            peers.insert(kind, Peer::new(kind, provider, key, out));
        }
        Ok(Self(Arc::new(Inner { peers, redirect_uri: here(CALLBACK)?, signed_out: here(SIGNED_OUT)? })))
    }

    /// The ways to sign in that have a provider.
    pub fn kinds(&self) -> Vec<Kind> {
        self.0.peers.keys().copied().collect()
    }

    /// Our public keys, for the providers to fetch.
    pub fn jwks(&self) -> serde_json::Value {
        jwks(self.0.peers.values().map(|peer| &peer.key))
    }

    /// Begins a sign-in, and gives the address of the provider.
    pub async fn start(&self, access: &Access, start: Start, visitor: Visitor<'_>) -> Result<Url, Fault> {
        let peer = self.peer(start.kind)?;
        let known = peer.known(access.clock().now()).await?;
        let keys = access.keys();
        let (state, secrets) = (random(keys), Secrets { nonce: random(keys), verifier: random(keys) });
        let url = self.question(peer, &known.metadata, &start, (&state, &secrets));
        let begun = Arc::new(Begun {
            kind: start.kind,
            at_least: start.at_least,
            fresh: start.fresh.map(i64::from),
            return_to: start.return_to,
            state_hash: state_hash(keys, &state)?,
            browser_hash: visitor.browser.hash(keys).map_err(access::Error::from)?,
            secrets,
        });
        let write = access.write(visitor.context, move |op| {
            let begun = begun.clone();
            Box::pin(async move { attempt::begin(op, &begun).await })
        });
        write.await?;
        Ok(url)
    }

    /// The authentication request (OpenID NLGov, 4.2.1).
    fn question(&self, peer: &Peer, metadata: &Metadata, start: &Start, (state, secrets): (&str, &Secrets)) -> Url {
        let mut url = metadata.authorization_endpoint.clone();
        let mut query = url.query_pairs_mut();
        query
            .append_pair("response_type", "code")
            .append_pair("client_id", &peer.settings.client_id)
            .append_pair("redirect_uri", self.0.redirect_uri.as_str())
            .append_pair("scope", &peer.settings.scope)
            .append_pair("state", state)
            .append_pair("nonce", &secrets.nonce)
            .append_pair("code_challenge", &secrets.challenge())
            .append_pair("code_challenge_method", "S256");
        let acr_values = acr_values(&peer.settings.acr, &metadata.acr_values_supported, start.at_least);
        if !acr_values.is_empty() {
            query.append_pair("acr_values", &acr_values.join(" "));
        }
        if let Some(fresh) = start.fresh {
            query.append_pair("max_age", &fresh.to_string());
        }
        drop(query);
        url
    }

    /// Ends a sign-in: the answer is used once, checked, and turned into a session. Whatever is refused is journalled.
    pub async fn finish(&self, access: &Access, answer: Answer, visitor: Visitor<'_>) -> Result<Finished, Fault> {
        let attempt = take(access, &answer, &visitor).await?;
        match self.identify(access.clock().now(), &attempt, &answer).await {
            Ok(identified) => begin(access, attempt, identified, visitor).await,
            Err(fault) => {
                let (id, refused) = (attempt.id, fault.clone());
                let write = access.write(visitor.context, move |op| {
                    let refused = refused.clone();
                    Box::pin(async move { attempt::refuse(op, id, &refused).await })
                });
                write.await?;
                Err(fault)
            }
        }
    }

    /// Where the sign-in that was begun with this `state` in this browser was to lead, also when it came to nothing.
    pub async fn wanted(&self, access: &Access, state: &str, visitor: Visitor<'_>) -> Option<LocalPath> {
        let hashes = Arc::new((state_hash(access.keys(), state).ok()?, visitor.browser.hash(access.keys()).ok()?));
        let read = access.read(visitor.context, move |op| {
            let hashes = hashes.clone();
            Box::pin(async move { attempt::wanted(op, &hashes.0, &hashes.1).await })
        });
        read.await.ok().flatten()
    }

    /// Who it is, by the word of the provider that was asked and of no other.
    async fn identify(&self, now: Timestamp, attempt: &Attempt, answer: &Answer) -> Result<Identified, Fault> {
        let peer = self.peer(attempt.kind)?;
        let known = peer.known(now).await?;
        let code = code(&known.metadata, peer, answer)?;
        let grant = Grant { code, verifier: &attempt.secrets.verifier, redirect_uri: &self.0.redirect_uri };
        let token = peer.exchange(&known.metadata, &grant, now).await?;
        let payload = signed(peer, known, &token, now).await?;
        let (provider, nonce) = (&peer.settings, attempt.secrets.nonce.as_str());
        let asked = Asked { provider, nonce, at_least: attempt.at_least, fresh: attempt.fresh, now };
        let believed = id_token::check(&payload, &asked)?;
        let who = Who::of_claims(peer.kind, &provider.claims, &believed.claims)?;
        let name = believed.claims.get(&provider.claims.name).and_then(|name| Line::parse(name.as_str()?, 200).ok());
        let name = name.map(|name| name.as_str().to_owned());
        Ok(Identified { who, assurance: believed.assurance, signed_in_at: believed.signed_in_at, name })
    }

    /// Where she signs out at the provider too; none when the provider has no such place or is away: our own session ends anyway.
    /// Says who we are, not who she is: an ID token in an address would put her BSN there. `state` comes back with her.
    pub async fn sign_out(&self, access: &Access, kind: Kind, state: &str) -> Option<Url> {
        let peer = self.peer(kind).ok()?;
        let known = peer.known(access.clock().now()).await.ok()?;
        let mut url = known.metadata.end_session_endpoint.clone()?;
        url.query_pairs_mut()
            .append_pair("client_id", &peer.settings.client_id)
            .append_pair("post_logout_redirect_uri", self.0.signed_out.as_str())
            .append_pair("state", state);
        Some(url)
    }

    fn peer(&self, kind: Kind) -> Result<&Peer, Fault> {
        self.0.peers.get(&kind).ok_or(Fault::NotOffered)
    }
}

/// 256 random bits as text for an address: also a code verifier (RFC 7636, 4.1).
fn random(keys: &KeyRing) -> String {
    URL_SAFE_NO_PAD.encode(keys.random::<32>())
}

fn state_hash(keys: &KeyRing, state: &str) -> Result<Vec<u8>, Fault> {
    Ok(keys.index("sign-in-state", state.as_bytes()).map_err(access::Error::from)?.to_vec())
}

/// What is good enough, the lowest first; only what the provider has, if it says what it has.
fn acr_values<'a>(worth: &'a BTreeMap<String, Assurance>, supported: &[String], at_least: Assurance) -> Vec<&'a str> {
    let mut enough: Vec<(Assurance, &str)> = worth
        .iter()
        .filter(|(acr, level)| **level >= at_least && (supported.is_empty() || supported.contains(acr)))
        .map(|(acr, level)| (*level, acr.as_str()))
        .collect();
    enough.sort_unstable();
    enough.into_iter().map(|(_, acr)| acr).collect()
}

async fn take(access: &Access, answer: &Answer, visitor: &Visitor<'_>) -> Result<Attempt, Fault> {
    let keys = access.keys();
    let state = answer.state.as_deref().ok_or(Fault::Unknown)?;
    let hashes = Arc::new((state_hash(keys, state)?, visitor.browser.hash(keys).map_err(access::Error::from)?));
    let write = access.write(visitor.context.clone(), move |op| {
        let hashes = hashes.clone();
        Box::pin(async move { attempt::take(op, &hashes.0, &hashes.1).await })
    });
    write.await?
}

/// The code, if this is an answer of the provider that was asked.
fn code<'a>(metadata: &Metadata, peer: &Peer, answer: &'a Answer) -> Result<&'a str, Fault> {
    match answer.iss.as_deref() {
        Some(iss) if iss != peer.settings.issuer => return Err(Fault::MixUp),
        None if metadata.authorization_response_iss_parameter_supported => return Err(Fault::MixUp),
        _ => {}
    }
    match (answer.error.as_deref(), answer.code.as_deref()) {
        (None, Some(code)) => Ok(code),
        (Some("access_denied"), _) => Err(Fault::Cancelled),
        (Some("unmet_authentication_requirements"), _) => Err(Fault::StepUp),
        (Some("temporarily_unavailable" | "server_error"), _) => Err(Fault::Unavailable),
        _ => Err(Fault::Provider),
    }
}

/// What a token says, if a key of the provider signed it. An unknown key may be a new one: the keys are fetched once more.
async fn signed(peer: &Peer, known: Arc<Known>, token: &str, now: Timestamp) -> Result<Vec<u8>, Fault> {
    let jws = Jws::parse(token).ok_or(Fault::Key)?;
    let known = if jws.key(&known.keys).is_some() { known } else { peer.fetch(now).await? };
    let key = jws.key(&known.keys).ok_or(Fault::Key)?;
    if jws.is_signed_by(key) { Ok(jws.payload) } else { Err(Fault::Signature) }
}

/// Begins the session. In the journal she is who she showed to be; staff stand in that of the organisation where they work.
async fn begin(access: &Access, attempt: Attempt, who: Identified, visitor: Visitor<'_>) -> Result<Finished, Fault> {
    let mut context = Context { actor: who.who.actor(who.assurance), ..visitor.context };
    if let Who::Medewerker { organisatie, .. } = &who.who {
        context.organisation = organisatie.clone();
    }
    let parts = Arc::new((who, visitor.session.cloned()));
    let write = access.write(context, move |op| {
        let parts = parts.clone();
        Box::pin(async move { session::begin(op, &parts.0, parts.1.as_ref()).await })
    });
    let (token, session) = write.await?;
    Ok(Finished { token, session, return_to: attempt.return_to })
}

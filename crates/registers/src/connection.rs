//! The line to one register: its address, its key, and what its answers mean.
use crate::{Endpoint, Register, Vraagfout};
use http::{
    HeaderName, HeaderValue, Method, Request, Response, StatusCode, Uri,
    header::{ACCEPT, CONTENT_TYPE},
};
use outbound::{Kind, Outbound, Target};
use serde_json::Value;

const JSON: HeaderValue = HeaderValue::from_static("application/json; charset=utf-8");
const HAL: HeaderValue = HeaderValue::from_static("application/hal+json");

/// The line to one register. Cheap to clone; clones share the breaker.
#[derive(Clone)]
pub(crate) struct Connection {
    register: Register,
    base: String,
    key: Option<(HeaderName, HeaderValue)>,
    outbound: Outbound,
}

impl Connection {
    /// Errors: the setting that is not right; never the key.
    pub fn open(register: Register, endpoint: &Endpoint) -> Result<Self, String> {
        let wrong = |what: &str| format!("register {register}: {what}");
        let base = endpoint.url.trim_end_matches('/').to_owned();
        let uri: Uri = base.parse().map_err(|_| wrong("url is no address"))?;
        let bare = uri.query().is_none() && uri.authority().is_some_and(|a| !a.as_str().contains('@'));
        if !outbound::is_safe(&uri) || !bare {
            return Err(wrong(
                "url must be https://host/path, without name, password or question mark; http only on this machine",
            ));
        }
        let value = endpoint.api_key.as_deref().map(HeaderValue::from_str).transpose();
        let value = value.map_err(|_| wrong("api_key holds a character that can't be sent"))?;
        let key = value.map(|mut value| {
            value.set_sensitive(true);
            (HeaderName::from_static(if register == Register::Kvk { "apikey" } else { "x-api-key" }), value)
        });
        let target = Target { name: register.name().to_owned(), timeout: endpoint.timeout() };
        Ok(Self { register, base, key, outbound: Outbound::open(target)? })
    }

    /// Asks with GET. `path` begins with `/` and holds only characters that a URL may hold.
    pub async fn get(&self, path: &str) -> Result<Value, Vraagfout> {
        self.ask(self.request(Method::GET, path, Vec::new())?).await
    }

    /// Asks with POST, so that nothing of a person stands in a URL.
    pub async fn post(&self, path: &str, body: &Value) -> Result<Value, Vraagfout> {
        self.ask(self.request(Method::POST, path, body.to_string().into_bytes())?).await
    }

    /// Is the register there? Asks nothing and names nobody: a GET on the address where its questions go.
    pub async fn knock(&self) -> bool {
        match self.request(Method::GET, self.register.questions(), Vec::new()) {
            Ok(request) => self.outbound.knock(request).await,
            Err(_) => false,
        }
    }

    fn request(&self, method: Method, path: &str, body: Vec<u8>) -> Result<Request<Vec<u8>>, Vraagfout> {
        let mut request = Request::builder().method(&method).uri(format!("{}{path}", self.base));
        if let Some(headers) = request.headers_mut() {
            headers.insert(ACCEPT, if self.register == Register::Bag { HAL } else { JSON });
            headers.extend(self.key.clone());
            if method == Method::POST {
                headers.insert(CONTENT_TYPE, JSON);
            }
        }
        request.body(body).map_err(|_| Vraagfout::internal("a question to a register can't be written"))
    }

    /// Asking a register changes nothing there, so a broken line is tried once more.
    async fn ask(&self, request: Request<Vec<u8>>) -> Result<Value, Vraagfout> {
        let answer = self.outbound.call(request, Kind::Safe).await.map_err(|_| Vraagfout::Weg(self.register))?;
        let status = answer.status();
        if status.is_client_error() && status != StatusCode::NOT_FOUND {
            let (register, status) = (self.register.name(), status.as_u16());
            tracing::error!(
                register,
                status,
                "a register refuses our question: is the key or the address in the settings wrong?"
            );
        }
        meaning(self.register, &answer)
    }
}

/// What an answer means. A 404 says "none" only when the register itself says so, in JSON: a proxy or a wrong setting says it in HTML.
fn meaning(register: Register, answer: &Response<Vec<u8>>) -> Result<Value, Vraagfout> {
    let json = serde_json::from_slice::<Value>(answer.body()).ok().filter(Value::is_object);
    match (answer.status(), json) {
        (StatusCode::OK, Some(json)) => Ok(without_nulls(json)),
        (StatusCode::OK, None) => Err(Vraagfout::Onleesbaar(register)),
        (StatusCode::NOT_FOUND, Some(_)) => Err(Vraagfout::NietGevonden(register)),
        (StatusCode::BAD_REQUEST, Some(_)) => Err(Vraagfout::internal("a register does not understand our question")),
        _ => Err(Vraagfout::Weg(register)),
    }
}

/// Some registers write null for what others leave out: it is the same.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(all) => all.into_iter().filter(|(_, v)| !v.is_null()).map(|(k, v)| (k, without_nulls(v))).collect(),
        Value::Array(all) => all.into_iter().filter(|v| !v.is_null()).map(without_nulls).collect(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_has_a_meaning() {
        let told = |status: u16, body: &str| {
            let answer = Response::builder().status(status).body(body.as_bytes().to_vec()).unwrap();
            match meaning(Register::Kvk, &answer) {
                Ok(value) => value.to_string(),
                Err(fault) => fault.to_string(),
            }
        };
        assert_eq!(told(200, r#"{"a":null,"b":[{"c":null}],"d":1}"#), r#"{"b":[{}],"d":1}"#);
        for broken in ["", "[]", "<html>", r#"{"naam":"Jan"#] {
            assert_eq!(told(200, broken), "the answer of register kvk can't be read");
        }
        assert_eq!(told(404, r#"{"fout":[]}"#), "register kvk knows of none");
        assert_eq!(
            told(400, r#"{"fout":[{"omschrijving":"123456782"}]}"#),
            "internal: a register does not understand our question"
        );
        for (status, body) in
            [(404, "<html>"), (401, "{}"), (403, "{}"), (429, "{}"), (500, "{}"), (503, ""), (302, ""), (204, "")]
        {
            assert_eq!(told(status, body), "register kvk is away", "{status}");
        }
    }
}

//! HTTP/1.1 over one connection that stays open: a request as bytes out, an answer as bytes back. As little work as it can be, for it
//! shares the machine with what is measured.
use crate::Result;
use std::fmt::Write;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// Where an answer stands in the buffer of its connection.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Bytes of the head.
    pub head: usize,
    /// Bytes of head and body.
    pub all: usize,
}

/// A request.
#[derive(Clone, Default)]
pub struct Request {
    /// Path; a request with a form is a POST.
    pub path: String,
    /// Name and value of its cookie.
    pub cookie: Option<String>,
    /// The fields, as they go over the line.
    pub form: Option<String>,
}

impl Request {
    /// A GET of `path`.
    pub fn get(path: &str) -> Self {
        Self { path: path.to_owned(), ..Self::default() }
    }

    /// The same to another path.
    pub fn at(&self, path: &str) -> Self {
        Self { path: path.to_owned(), ..self.clone() }
    }

    /// The bytes, as a browser sends them: packed answers are fine.
    pub fn bytes(&self) -> Vec<u8> {
        let method = if self.form.is_some() { "POST" } else { "GET" };
        let mut text =
            format!("{method} {} HTTP/1.1\r\nhost: localhost\r\naccept: text/html\r\naccept-encoding: gzip\r\n", self.path);
        if let Some(cookie) = &self.cookie {
            let _ = write!(text, "cookie: {cookie}\r\n");
        }
        let form = self.form.as_deref().unwrap_or_default();
        if self.form.is_some() {
            let _ = write!(text, "content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n", form.len());
        }
        let _ = write!(text, "\r\n{form}");
        text.into_bytes()
    }
}

/// A connection with the answer that came last.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    /// Opens one to `address`.
    pub async fn open(address: &str) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(64 * 1024) })
    }

    /// Sends a request and waits for the whole answer.
    pub async fn ask(&mut self, request: &[u8]) -> Result<Answer> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        loop {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err("the connection was closed in the middle of an answer".into());
            }
            match whole(&self.buffer)? {
                Some(answer) if answer.all == self.buffer.len() => return Ok(answer),
                Some(answer) if answer.all < self.buffer.len() => return Err("more came than one answer".into()),
                _ => {}
            }
        }
    }

    /// Bytes of the answer that came last.
    pub fn bytes(&self) -> &[u8] {
        &self.buffer
    }
}

/// The answer in `bytes`, once its head is there.
pub fn whole(bytes: &[u8]) -> Result<Option<Answer>> {
    let mut headers = [httparse::EMPTY_HEADER; 40];
    let mut parsed = httparse::Response::new(&mut headers);
    let httparse::Status::Complete(head) = parsed.parse(bytes)? else { return Ok(None) };
    let length = parsed.headers.iter().find(|h| h.name.eq_ignore_ascii_case("content-length"));
    let length: usize = std::str::from_utf8(length.ok_or("an answer without a length")?.value)?.parse()?;
    Ok(Some(Answer { status: parsed.code.unwrap_or_default(), head, all: head + length }))
}

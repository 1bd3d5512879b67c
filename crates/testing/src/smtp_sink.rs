//! A small SMTP server that keeps what it is sent, and refuses when a test wants it to. It offers no TLS and no sign-in.
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::{
    io::{AsyncBufReadExt, AsyncRead, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

#[derive(Default)]
struct Kept {
    messages: Vec<String>,
    refuse: usize,
    /// With which words.
    refusal: &'static str,
}

/// An SMTP server on a free port of this machine; it stops when it is dropped.
pub struct SmtpSink {
    port: u16,
    kept: Arc<Mutex<Kept>>,
    listens: JoinHandle<()>,
}

impl SmtpSink {
    /// Starts the server.
    pub async fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let kept = Arc::new(Mutex::new(Kept::default()));
        let shared = kept.clone();
        let listens = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let shared = shared.clone();
                tokio::spawn(async move {
                    let _ = talk(stream, &shared).await; // a caller that hangs up is no fault of the server
                });
            }
        });
        Self { port, kept, listens }
    }

    /// The port at 127.0.0.1.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// All messages that were accepted, as they came: headers, an empty line, the body.
    pub fn messages(&self) -> Vec<String> {
        lock(&self.kept).messages.clone()
    }

    /// Refuses the next `n` messages with 451: try again later.
    pub fn refuse(&self, n: usize) {
        self.refuse_with(n, "451 try again later");
    }

    /// Refuses the next `n` messages with this answer: `550 5.1.1 no such mailbox`.
    pub fn refuse_with(&self, n: usize, refusal: &'static str) {
        let mut kept = lock(&self.kept);
        (kept.refuse, kept.refusal) = (n, refusal);
    }
}

impl Drop for SmtpSink {
    fn drop(&mut self) {
        self.listens.abort();
    }
}

fn lock(kept: &Mutex<Kept>) -> MutexGuard<'_, Kept> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn talk(mut stream: TcpStream, kept: &Mutex<Kept>) -> std::io::Result<()> {
    let (read, mut write) = stream.split();
    let mut lines = BufReader::new(read);
    let (mut sender, mut receivers) = (false, 0);
    write.write_all(b"220 sink.test ESMTP\r\n").await?;
    while let Some(line) = line(&mut lines).await? {
        let command = line.to_ascii_uppercase();
        let answer = match command.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" => "250-sink.test\r\n250-8BITMIME\r\n250 SIZE 10000000",
            "HELO" | "NOOP" => "250 ok",
            "RSET" => {
                (sender, receivers) = (false, 0);
                "250 ok"
            }
            "MAIL" if command.starts_with("MAIL FROM:") => {
                (sender, receivers) = (true, 0);
                "250 ok"
            }
            "RCPT" if command.starts_with("RCPT TO:") && sender => {
                receivers += 1;
                "250 ok"
            }
            "DATA" if receivers > 0 => {
                write.write_all(b"354 end with a dot\r\n").await?;
                let message = data(&mut lines).await?;
                (sender, receivers) = (false, 0);
                keep(kept, message)
            }
            "RCPT" | "DATA" => "503 bad sequence of commands",
            "QUIT" => {
                write.write_all(b"221 bye\r\n").await?;
                break;
            }
            _ => "500 unknown command",
        };
        write.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
    Ok(())
}

fn keep(kept: &Mutex<Kept>, message: String) -> &'static str {
    let mut kept = lock(kept);
    if kept.refuse > 0 {
        kept.refuse -= 1;
        return kept.refusal;
    }
    kept.messages.push(message);
    "250 taken"
}

/// One line without its end; none when the caller hung up.
async fn line(lines: &mut BufReader<impl AsyncRead + Unpin>) -> std::io::Result<Option<String>> {
    let mut bytes = Vec::new();
    if lines.read_until(b'\n', &mut bytes).await? == 0 {
        return Ok(None);
    }
    Ok(Some(String::from_utf8_lossy(&bytes).trim_end_matches(['\r', '\n']).to_owned()))
}

/// The lines up to the one that is only a dot; a dot that the caller put before a dot is taken off (RFC 5321, 4.5.2).
async fn data(lines: &mut BufReader<impl AsyncRead + Unpin>) -> std::io::Result<String> {
    let mut message = String::new();
    while let Some(line) = line(lines).await? {
        if line == "." {
            return Ok(message);
        }
        message.push_str(line.strip_prefix('.').unwrap_or(&line));
        message.push_str("\r\n");
    }
    Err(std::io::ErrorKind::UnexpectedEof.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Says these lines, one after the other, and gives the first three characters of each answer.
    async fn say(sink: &SmtpSink, said: &[&str]) -> Vec<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", sink.port())).await.unwrap();
        let (read, mut write) = stream.split();
        let mut lines = BufReader::new(read);
        let mut answers = vec![line(&mut lines).await.unwrap().unwrap()];
        for what in said {
            write.write_all(format!("{what}\r\n").as_bytes()).await.unwrap();
            loop {
                let answer = line(&mut lines).await.unwrap().unwrap();
                let last = !answer[3..].starts_with('-');
                answers.push(answer);
                if last {
                    break;
                }
            }
        }
        answers.iter().map(|answer| answer[..3].to_owned()).collect()
    }

    #[tokio::test]
    async fn a_message_is_kept_with_its_dots_as_they_were() {
        let sink = SmtpSink::start().await;
        let message = "Subject: x\r\n\r\n..een punt\r\neinde\r\n.";
        let said =
            ["EHLO me", "NOOP", "MAIL FROM:<a@b.nl>", "RSET", "MAIL FROM:<a@b.nl>", "RCPT TO:<c@d.nl>", "DATA", message, "QUIT"];
        let answers = ["220", "250", "250", "250", "250", "250", "250", "250", "250", "354", "250", "221"];
        assert_eq!(say(&sink, &said).await, answers);
        assert_eq!(sink.messages(), ["Subject: x\r\n\r\n.een punt\r\neinde\r\n"]);
    }

    #[tokio::test]
    async fn it_refuses_as_often_as_it_is_told_and_keeps_the_order_of_commands() {
        let sink = SmtpSink::start().await;
        sink.refuse(1);
        let send = ["MAIL FROM:<a@b.nl>", "RCPT TO:<c@d.nl>", "DATA", "x\r\n."];
        assert_eq!(say(&sink, &send).await, ["220", "250", "250", "354", "451"]);
        assert_eq!(say(&sink, &send).await, ["220", "250", "250", "354", "250"]);
        assert_eq!(say(&sink, &["DATA", "RCPT TO:<c@d.nl>", "VRFY x"]).await, ["220", "503", "503", "500"]);
        assert_eq!(sink.messages().len(), 1);
    }
}

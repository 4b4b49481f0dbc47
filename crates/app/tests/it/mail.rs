//! Letters over SMTP: to a server that speaks just enough of it, and to one that is away.

use crate::people::wait;
use crate::support::grounds;
use app::App;
use app::mail::Mail;
use app::sign_in::Caller;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;
use text::Lang;

/// A mail server: each letter it took, and what opens its door.
pub struct Server {
    pub url: String,
    pub took: Receiver<String>,
    pub open: Sender<()>,
}

/// Longer than anything here takes, so that a test that fails ends.
pub const LONG: Duration = Duration::from_mins(1);

/// One visit: greets, answers yes to everything, and keeps what comes between `DATA` and the dot.
fn speak(stream: &TcpStream, took: &Sender<String>) -> std::io::Result<()> {
    let mut say = stream;
    let mut lines = BufReader::new(stream).lines();
    say.write_all(b"220 essai\r\n")?;
    while let Some(line) = lines.next().transpose()? {
        match line.split_whitespace().next().unwrap_or_default() {
            "EHLO" => say.write_all(b"250-essai\r\n250 8BITMIME\r\n")?,
            "DATA" => {
                say.write_all(b"354 go on\r\n")?;
                let mut letter = String::new();
                while let Some(line) = lines.next().transpose()?.filter(|line| line != ".") {
                    letter.push_str(&line);
                    letter.push('\n');
                }
                say.write_all(b"250 kept\r\n")?;
                let _ = took.send(letter);
            }
            "QUIT" => return say.write_all(b"221 bye\r\n"),
            _ if line.contains("@refused.example") => say.write_all(b"550 nobody here\r\n")?,
            _ => say.write_all(b"250 yes\r\n")?,
        }
    }
    Ok(())
}

/// Starts one, on a port of its own. It greets nobody before its door is opened.
pub fn server() -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("smtp://{}", listener.local_addr().expect("an address"));
    let (sender, took) = channel();
    let (open, door) = channel::<()>();
    std::thread::spawn(move || {
        if door.recv_timeout(LONG).is_err() {
            return;
        }
        for stream in listener.incoming().map_while(Result::ok) {
            let sender = sender.clone();
            std::thread::spawn(move || speak(&stream, &sender));
        }
    });
    Server { url, took, open }
}

fn with(app: &App, through: &str) -> App {
    let mail = Mail::new(through, "Cabas <cabas@pcn.example>").expect("settings");
    app.clone().with_mail(Some(mail))
}

#[test]
fn a_letter_goes_over_smtp_and_nobody_waits_for_it() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    for ground in grounds() {
        ground.app.add_person_wait("Ana", "ana@pcn.example", None).expect("added");
        let server = server();
        let app = with(&ground.app, &server.url);
        // The server says nothing yet: the answer comes all the same.
        let sent = async { app.send_link("ana@pcn.example", "https://pcn.example", Lang::Fr, &Caller::default()) };
        runtime.block_on(sent).expect("answered");
        assert!(server.took.try_recv().is_err());
        server.open.send(()).expect("there");
        let letter = server.took.recv_timeout(LONG).expect("a letter").replace("=\n", "");
        assert!(letter.contains("To: ana@pcn.example") && letter.contains("From: Cabas <cabas@pcn.example>"), "{letter}");
        assert!(letter.contains("Subject: Votre lien de connexion"), "{letter}");
        let token = letter.split("https://pcn.example/l/").nth(1).expect("a link")[..64].to_owned();
        wait(app.sign_in_by_link(&token, &Caller::default())).expect("in");
    }
}

#[test]
fn a_mail_server_that_is_away_fails_nothing() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    for ground in grounds() {
        ground.app.add_person_wait("Ana", "ana@pcn.example", None).expect("added");
        // A port that nobody listens on any more.
        let port = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").port();
        let app = with(&ground.app, &format!("smtp://127.0.0.1:{port}"));
        let sent = async { app.send_link("ana@pcn.example", "https://pcn.example", Lang::Fr, &Caller::default()) };
        runtime.block_on(sent).expect("the same answer");
    }
}

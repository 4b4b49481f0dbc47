//! A wire between the program and PostgreSQL that can be cut at a chosen moment.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// Where the wire is cut, once.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cut {
    /// When the program asks for the commit, before PostgreSQL hears it: nothing is kept.
    BeforeCommit,
    /// When PostgreSQL has made the work durable, before the program hears it.
    AfterCommit,
    /// Just after a transaction began: nothing is kept.
    AfterBegin,
}

/// A wire.
pub struct Wire {
    next: Arc<Mutex<Option<Cut>>>,
    port: u16,
}

impl Wire {
    /// A wire to the PostgreSQL at an address.
    pub fn to(url: &str) -> Self {
        let server = host(url).to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let next: Arc<Mutex<Option<Cut>>> = Arc::default();
        let shared = next.clone();
        thread::spawn(move || {
            for near in listener.incoming().flatten() {
                let far = TcpStream::connect(&server).expect("PostgreSQL answers");
                let next = shared.clone();
                thread::spawn(move || carry(&near, &far, &next));
            }
        });
        Self { next, port }
    }

    /// The address of its near end.
    pub fn url(&self, url: &str) -> String {
        url.replacen(host(url), &format!("127.0.0.1:{}", self.port), 1)
    }

    /// Sets the next cut.
    pub fn cut(&self, at: Cut) {
        *self.next.lock().unwrap_or_else(PoisonError::into_inner) = Some(at);
    }

    /// Whether the cut was made.
    pub fn was_cut(&self) -> bool {
        self.next.lock().unwrap_or_else(PoisonError::into_inner).is_none()
    }
}

fn host(url: &str) -> &str {
    let rest = url.split_once('@').map_or(url, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}

/// Carries what the program says, and what PostgreSQL answers, until one of them or the cut ends it.
fn carry(near: &TcpStream, far: &TcpStream, next: &Mutex<Option<Cut>>) {
    let ends = [near, far];
    let cut = || ends.iter().for_each(|end| drop(end.shutdown(Shutdown::Both)));
    let is_next = |at: Cut| next.lock().unwrap_or_else(PoisonError::into_inner).take_if(|next| *next == at).is_some();
    let deaf = Mutex::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut bytes = [0; 8_192];
            let (mut from, mut to) = (near, far);
            let mut began = false;
            while let Ok(count @ 1..) = from.read(&mut bytes) {
                let said = &bytes[..count];
                let says = |word: &[u8]| said.windows(word.len()).any(|w| w == word);
                if (began && is_next(Cut::AfterBegin)) || (says(b"COMMIT") && is_next(Cut::BeforeCommit)) {
                    break;
                }
                began = says(b"BEGIN") || says(b"START TRANSACTION");
                if says(b"COMMIT") && is_next(Cut::AfterCommit) {
                    *deaf.lock().unwrap_or_else(PoisonError::into_inner) = true;
                }
                if to.write_all(said).is_err() {
                    break;
                }
            }
            cut();
        });
        let mut bytes = [0; 8_192];
        let (mut from, mut to) = (far, near);
        while let Ok(count @ 1..) = from.read(&mut bytes) {
            if *deaf.lock().unwrap_or_else(PoisonError::into_inner) || to.write_all(&bytes[..count]).is_err() {
                break;
            }
        }
        cut();
    });
}

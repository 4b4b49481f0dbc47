//! A visitor: asks for pages and sends forms as a browser does.

use crate::season::{self, Who};
use app::domain::ids::PersonId;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use ground::Ground;
use jiff::Timestamp;
use std::cell::RefCell;
use std::sync::LazyLock;
use std::time::Duration;
use text::Lang;
use tokio::runtime::Runtime;
use tower::ServiceExt;

/// One for all: work that outlives its request goes on.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));

/// As the tests reach the site: on a busy machine too, what is asked for is answered and not followed.
fn options() -> web::Options {
    web::Options { forwarded: true, patience: Duration::from_mins(1), ..web::Options::default() }
}

/// The site on a programme in its season, and a session for everybody.
pub struct Site {
    pub ground: Ground,
    router: Router,
    people: Vec<PersonId>,
    sessions: RefCell<Vec<String>>,
}

/// What came back.
pub struct Page {
    pub status: StatusCode,
    pub to: String,
    /// How long to wait before asking again, seconds.
    pub wait: Option<u64>,
    /// What kind of answer: a page, a problem…
    pub kind: String,
    pub html: String,
}

impl Site {
    pub fn open(ground: Ground) -> Self {
        let people = season::play(&ground.app, &ground.clock);
        let router = web::router(ground.app.clone(), options());
        let site = Self { ground, router, people, sessions: RefCell::default() };
        site.later(site.ground.app.now());
        site
    }

    /// Somebody's number.
    pub fn person(&self, who: Who) -> PersonId {
        let index = Who::ALL.iter().position(|w| *w == who).expect("one of all");
        self.people[index]
    }

    /// The same site, and letters are sent.
    pub fn with_mail(&self, mail: app::mail::Mail) -> Visitors<'_> {
        let app = self.ground.app.clone().with_mail(Some(mail));
        Visitors { site: self, router: web::router(app, options()) }
    }

    /// The same site, where whoever waits longer than that is led to a page that follows the work.
    pub fn with_patience(&self, patience: Duration) -> Visitors<'_> {
        Visitors { site: self, router: web::router(self.ground.app.clone(), web::Options { patience, ..options() }) }
    }

    /// At another time, everybody signed in again.
    pub fn later(&self, now: Timestamp) {
        self.ground.clock.set(now);
        let open = |person: &PersonId| self.ground.app.open_session_wait(*person).expect("a session");
        *self.sessions.borrow_mut() = self.people.iter().map(open).collect();
    }

    fn send(&self, request: Request<Body>) -> Page {
        answer(&self.router, request)
    }

    fn request(&self, who: Option<Who>, lang: Lang, method: &str, path: &str) -> axum::http::request::Builder {
        let mut cookie = format!("lang={}", lang.short());
        if let Some(who) = who {
            let index = Who::ALL.iter().position(|w| *w == who).expect("one of all");
            cookie = format!("{cookie}; cabas={}", self.sessions.borrow()[index]);
        }
        Request::builder().method(method).uri(path).header(header::COOKIE, cookie).header(header::HOST, "pcn.example")
    }

    pub fn get(&self, who: impl Into<Option<Who>>, lang: Lang, path: &str) -> Page {
        self.send(self.request(who.into(), lang, "GET", path).body(Body::empty()).expect("a request"))
    }

    /// The same from a browser that reads gzip: whether the answer is compressed, and how long it is.
    pub fn weigh(&self, who: impl Into<Option<Who>>, method: &str, path: &str) -> (bool, usize) {
        let request = self.request(who.into(), Lang::Fr, method, path).header(header::ACCEPT_ENCODING, "gzip, br");
        let request = request.body(Body::empty()).expect("a request");
        RUNTIME.block_on(async {
            let answer = self.router.clone().oneshot(request).await.expect("an answer");
            let is_small = answer.headers().contains_key(header::CONTENT_ENCODING);
            (is_small, to_bytes(answer.into_body(), usize::MAX).await.expect("a body").len())
        })
    }

    /// Somebody who is not signed in, at an address.
    pub fn get_from(&self, address: &str, lang: Lang, path: &str) -> Page {
        let request = self.request(None, lang, "GET", path).header("x-forwarded-for", format!("192.0.2.1, {address}"));
        self.send(request.body(Body::empty()).expect("a request"))
    }

    /// A program.
    pub fn send_json(&self, who: Who, lang: Lang, path: &str, body: &serde_json::Value) -> Page {
        let request = self.request(Some(who), lang, "POST", path).header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(Body::from(body.to_string())).expect("a request"))
    }

    fn form(&self, who: Option<Who>, lang: Lang, path: &str, fields: &[(&str, &str)]) -> Request<Body> {
        let encode = |text: &str| text.bytes().fold(String::new(), |out, byte| out + &format!("%{byte:02X}"));
        let body = fields.iter().map(|(k, v)| format!("{k}={}", encode(v))).collect::<Vec<_>>().join("&");
        self.request(who, lang, "POST", path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ORIGIN, "http://pcn.example")
            .body(Body::from(body))
            .expect("a request")
    }

    pub fn post(&self, who: impl Into<Option<Who>>, lang: Lang, path: &str, fields: &[(&str, &str)]) -> Page {
        self.send(self.form(who.into(), lang, path, fields))
    }

    /// The same with a file, as a browser sends it.
    pub fn post_file(&self, who: Who, lang: Lang, path: &str, fields: &[(&str, &str)], file: &[u8]) -> Page {
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
        }
        let head = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n";
        body.extend(head.bytes().chain(file.iter().copied()).chain("\r\n--cut--\r\n".bytes()));
        let request = self
            .request(Some(who), lang, "POST", path)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=cut")
            .header(header::ORIGIN, "http://pcn.example");
        self.send(request.body(Body::from(body)).expect("a request"))
    }
}

fn answer(router: &Router, request: Request<Body>) -> Page {
    RUNTIME.block_on(async {
        let response = router.clone().oneshot(request).await.expect("an answer");
        let said = |name| response.headers().get(name).map_or("", |v| v.to_str().expect("text")).to_owned();
        let (to, kind, wait) = (said(header::LOCATION), said(header::CONTENT_TYPE), said(header::RETRY_AFTER).parse().ok());
        let status = response.status();
        let body = to_bytes(response.into_body(), 64 * 1024 * 1024).await.expect("a body");
        Page { status, to, wait, kind, html: String::from_utf8_lossy(&body).into_owned() }
    })
}

/// Whoever is at a site that has something more than another.
pub struct Visitors<'s> {
    site: &'s Site,
    router: Router,
}

impl Visitors<'_> {
    pub fn get(&self, who: Option<Who>, lang: Lang, path: &str) -> Page {
        answer(&self.router, self.site.request(who, lang, "GET", path).body(Body::empty()).expect("a request"))
    }

    pub fn post(&self, who: Option<Who>, lang: Lang, path: &str, fields: &[(&str, &str)]) -> Page {
        answer(&self.router, self.site.form(who, lang, path, fields))
    }
}

/// Runs tests of a site on each database.
macro_rules! on_both {
    ($($test:ident),+ $(,)?) => {
        mod sqlite {
            $(#[test]
            fn $test() {
                let ground = ground::sqlite(7, crate::season::start(), app::Sabotage::default());
                super::$test(&crate::visitor::Site::open(ground));
            })+
        }
        mod postgres {
            $(#[test]
            fn $test() {
                let ground = ground::postgres(7, crate::season::start(), app::Sabotage::default());
                super::$test(&crate::visitor::Site::open(ground));
            })+
        }
    };
}
pub(crate) use on_both;

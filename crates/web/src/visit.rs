//! Who is here, in which language, at which desk. A handler that takes a `Desk` cannot be reached by
//! somebody with no role in the programme.

use crate::Web;
use crate::failure::{self, Nobody};
use crate::page::Shell;
use crate::tongue::NotYet;
use app::domain::ids::{Actor, ProgrammeId};
use app::domain::programme::Book;
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::permit::{Action, ask};
use app::sign_in::{Caller, SignedIn};
use app::{App, Error};
use axum::extract::{ConnectInfo, FromRequestParts, Path, RawPathParams};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use axum::response::{IntoResponse, Redirect, Response};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use text::Lang;

/// A visitor.
#[derive(Clone)]
pub(crate) struct Visit {
    pub(crate) web: Arc<Web>,
    pub(crate) lang: Lang,
    pub(crate) signed: Option<SignedIn>,
    pub(crate) path: String,
    /// The same with its question, when the page was only asked for: where the other language is.
    pub(crate) here: String,
    /// Where from: an address, as far as limits on guessing tell addresses apart.
    pub(crate) from: String,
    /// What with, such as « Firefox · Windows ».
    device: String,
    /// The address of this site, as the visitor's browser knows it.
    pub(crate) site: String,
    /// Whether the language is the visitor's own choice.
    pub(crate) has_chosen: bool,
    /// The language asked for, when it does not say all of the page yet.
    pub(crate) not_yet: Option<Lang>,
}

/// The label of a device, from what its browser says of itself: enough to recognise one's own.
fn device(headers: &HeaderMap) -> String {
    const BROWSERS: [(&str, &str); 8] = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 7] = [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("CrOS", "ChromeOS"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];
    let said = headers.get(header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let find = |list: &[(&str, &'static str)]| list.iter().find(|(sign, _)| said.contains(sign)).map(|(_, name)| *name);
    [find(&BROWSERS), find(&SYSTEMS)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The address of this site, as the browser said it: only signs that an address has.
fn site(headers: &HeaderMap, https: bool) -> String {
    let host = headers.get(header::HOST).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let host: String = host.chars().filter(|c| c.is_ascii_alphanumeric() || ".:-[]".contains(*c)).collect();
    format!("{}://{host}", if https { "https" } else { "http" })
}

/// Where the visitor is: an address that shows the same again.
fn here(parts: &Parts) -> String {
    let whole = parts.uri.path_and_query().filter(|_| parts.method == Method::GET);
    whole.map_or_else(|| parts.uri.path(), |whole| whole.as_str()).to_owned()
}

/// The address a request comes from; an IPv6 one by its network, because each household has a whole one.
fn from(parts: &Parts, forwarded: bool) -> String {
    let said = forwarded.then(|| parts.headers.get_all("x-forwarded-for").iter().next_back()).flatten();
    let said = said.and_then(|v| v.to_str().ok()).and_then(|v| v.rsplit(',').next()?.trim().parse::<IpAddr>().ok());
    let peer = || parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
    match said.or_else(peer).map(|address| address.to_canonical()) {
        Some(IpAddr::V4(address)) => address.to_string(),
        Some(IpAddr::V6(address)) => format!("{:x?}", &address.segments()[..4]),
        None => String::new(),
    }
}

/// The session's cookie name: `__Host-` where HTTPS allows it.
pub(crate) const fn cookie_name(https: bool) -> &'static str {
    if https { "__Host-cabas" } else { "cabas" }
}

/// Keeps the language chosen.
pub(crate) fn language_cookie(lang: Lang) -> String {
    format!("lang={}; Path=/; SameSite=Lax; Max-Age=31536000", lang.short())
}

/// A cookie's value.
pub(crate) fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// The session's token: a cookie for pages, a bearer for programs.
pub(crate) fn token(headers: &HeaderMap, https: bool) -> Option<String> {
    let bearer = headers.get(header::AUTHORIZATION).and_then(|v| v.to_str().ok()).and_then(|v| v.strip_prefix("Bearer "));
    bearer.or_else(|| cookie(headers, cookie_name(https))).map(str::to_owned)
}

/// The language asked for: the visitor's choice, else the browser's, else French.
pub(crate) fn language(headers: &HeaderMap) -> Lang {
    cookie(headers, "lang").and_then(Lang::parse).unwrap_or_else(|| {
        headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).map_or(Lang::Fr, Lang::from_accept_language)
    })
}

impl FromRequestParts<Arc<Web>> for Visit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Response> {
        let lang = language(&parts.headers);
        let mut visit = Self {
            web: web.clone(),
            lang,
            signed: None,
            path: parts.uri.path().to_owned(),
            here: here(parts),
            from: from(parts, web.options.forwarded),
            device: device(&parts.headers),
            site: site(&parts.headers, web.options.https),
            has_chosen: cookie(&parts.headers, "lang").is_some(),
            not_yet: parts.extensions.get::<NotYet>().map(|NotYet(lang)| *lang),
        };
        if let Some(token) = token(&parts.headers, web.options.https) {
            match web.app.signed_in(&token).await {
                Ok(signed) => visit.signed = Some(signed),
                Err(Error::Refused(_)) => {}
                Err(fault) => return Err(visit.failure(&fault)),
            }
        }
        Ok(visit)
    }
}

impl Visit {
    pub(crate) fn app(&self) -> &App {
        &self.web.app
    }

    /// This site, as passkeys know it.
    pub(crate) fn passkey_site(&self) -> app::passkey::Site {
        app::passkey::Site { origin: self.site.clone() }
    }

    /// Who knocks.
    pub(crate) fn caller(&self) -> Caller {
        Caller { from: self.from.clone(), device: self.device.clone() }
    }

    /// The frame of a page outside any programme.
    pub(crate) fn shell(&self, title: &str) -> Shell {
        let person = self.signed.as_ref().map(|s| s.person.name.clone());
        Shell { not_yet: self.not_yet, ..Shell::outside(self.lang, title, &self.here, person) }
    }

    pub(crate) fn failure(&self, error: &Error) -> Response {
        failure::page(self.shell("failure-title"), error, &Nobody)
    }
}

/// The numbers in an address. One that cannot be read leads to no page.
pub(crate) struct At<T>(pub(crate) T);

impl<T: serde::de::DeserializeOwned + Send> FromRequestParts<Arc<Web>> for At<T> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Response> {
        if let Ok(Path(numbers)) = Path::from_request_parts(parts, web).await {
            return Ok(Self(numbers));
        }
        let visit = Visit::from_request_parts(parts, web).await?;
        Err(failure::missing(visit.shell("app-not-found")))
    }
}

/// Somebody signed in, outside any programme.
pub(crate) struct Owner {
    pub(crate) visit: Visit,
    pub(crate) signed: SignedIn,
}

impl FromRequestParts<Arc<Web>> for Owner {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Response> {
        let visit = Visit::from_request_parts(parts, web).await?;
        match visit.signed.clone() {
            Some(signed) => Ok(Self { visit, signed }),
            None => Err(Redirect::to("/sign-in").into_response()),
        }
    }
}

/// A person with a role, in a programme.
#[derive(Clone)]
pub(crate) struct Desk {
    pub(crate) visit: Visit,
    pub(crate) signed: SignedIn,
    pub(crate) book: Arc<Book>,
    pub(crate) roles: Vec<Role>,
}

impl FromRequestParts<Arc<Web>> for Desk {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Response> {
        let visit = Visit::from_request_parts(parts, web).await?;
        let Some(signed) = visit.signed.clone() else { return Err(Redirect::to("/sign-in").into_response()) };
        let params = RawPathParams::from_request_parts(parts, web).await.map_err(IntoResponse::into_response)?;
        let key = params.iter().find_map(|(name, value)| (name == "programme").then_some(value)).unwrap_or_default();
        let found = signed.roles.iter().find(|(book, _)| book.identity.key == key).cloned();
        let Some((book, roles)) = found else {
            return Err(visit.failure(&Refusal::UnknownProgramme.into()));
        };
        Ok(Self { visit, signed, book, roles })
    }
}

impl Desk {
    pub(crate) fn app(&self) -> &App {
        self.visit.app()
    }

    pub(crate) const fn lang(&self) -> Lang {
        self.visit.lang
    }

    pub(crate) const fn actor(&self) -> Actor {
        Actor::Person(self.signed.person.id)
    }

    pub(crate) fn programme(&self) -> ProgrammeId {
        self.book.identity.id
    }

    /// Whether this person may do something: pages show only what will be allowed.
    pub(crate) fn may(&self, action: Action) -> bool {
        ask(Some(&self.book), self.actor(), action).is_ok()
    }

    /// The frame of a page of this programme.
    pub(crate) fn shell(&self, title: &str) -> Shell {
        Shell::inside(self, title)
    }

    pub(crate) fn failure(&self, error: &Error) -> Response {
        failure::page(self.shell("failure-title"), error, &*self.book)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn a_device_is_recognised_by_its_owner() {
        let label = |said: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::USER_AGENT, HeaderValue::from_static(said));
            device(&headers)
        };
        assert_eq!(
            label("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"),
            "Firefox · Windows"
        );
        assert_eq!(
            label("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1"),
            "Safari · iPhone"
        );
        assert_eq!(
            label("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/139.0 Mobile Safari/537.36"),
            "Chrome · Android"
        );
        assert_eq!(label("curl/8"), "");
    }
}

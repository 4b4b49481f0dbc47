//! `cabas serve`.

use crate::out::say;
use crate::{Data, Done, open};
use anyhow::Context;
use app::App;
use app::mail::Mail;
use clap::Args;
use std::net::SocketAddr;

#[derive(Args)]
pub(crate) struct Serve {
    /// Address to listen on.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Behind HTTPS: cookies are sent over HTTPS only.
    #[arg(long)]
    https: bool,
    /// Behind a proxy of ours: a visitor's address is the last one in X-Forwarded-For.
    #[arg(long)]
    forwarded: bool,
    #[command(flatten)]
    mail: Letters,
}

/// How letters are sent; without it, none are.
#[derive(Args)]
pub(crate) struct Letters {
    /// A mail server (smtps://user:password@host), or folder:PATH to write letters there.
    #[arg(long = "mail", env = "CABAS_MAIL", hide_env_values = true, requires = "from")]
    through: Option<String>,
    /// Whom letters are from, such as « Cabas <cabas@example.ca> ».
    #[arg(id = "from", long = "mail-from", env = "CABAS_MAIL_FROM")]
    from: Option<String>,
}

impl Letters {
    pub(crate) fn mail(&self) -> anyhow::Result<Option<Mail>> {
        let (Some(through), Some(from)) = (&self.through, &self.from) else { return Ok(None) };
        Mail::new(through, from).map(Some).map_err(|e| anyhow::anyhow!("--mail: {e}"))
    }
}

impl Serve {
    pub(crate) fn run(&self, data: &Data) -> Done {
        let app = open::app(data)?.with_mail(self.mail.mail()?);
        serve(
            app,
            self.listen,
            web::Options { https: self.https, forwarded: self.forwarded, ..web::Options::default() },
            |address| {
                say!("http://{address}");
            },
        )?;
        Ok(())
    }
}

/// Serves until the system asks to stop.
pub(crate) fn serve(app: App, listen: SocketAddr, options: web::Options, ready: impl FnOnce(SocketAddr)) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(listen).await.with_context(|| format!("{listen}"))?;
        ready(listener.local_addr()?);
        let site = web::router(app, options).into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(listener, site).with_graceful_shutdown(stop()).await?;
        Ok(())
    })
}

async fn stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => {
                tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
            }
            Err(_) => {
                let _ = interrupt.await;
            }
        }
    }
    #[cfg(not(unix))]
    let _ = interrupt.await;
}

//! `cabas hub`: a market's own hub, on a small computer on the market's network.

use crate::out::say;
use crate::serve::stop;
use crate::{Data, Done, Failure};
use anyhow::Context;
use app::Surroundings;
use app::hub::Hub as Relay;
use clap::{Args, Subcommand};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::net::TcpListener;
use web::hub::{Carrier, Link, Tls};

#[derive(Subcommand)]
pub(crate) enum Hub {
    /// Makes this computer a device of a programme, from the link of its card; once, with a network.
    Enrol(Enrol),
    /// Serves the phones of the market, with or without a network.
    Serve(Serve),
}

#[derive(Args)]
pub(crate) struct Enrol {
    /// The link on the card: https://HOST/phone/#PROGRAMME.TOKEN
    link: String,
}

#[derive(Args)]
pub(crate) struct Serve {
    /// Address to listen on.
    #[arg(long, default_value = "127.0.0.1:8443")]
    listen: SocketAddr,
    /// The certificate, with those above it (PEM); without one, a proxy before it speaks HTTPS.
    #[arg(long, requires = "key")]
    certificate: Option<PathBuf>,
    /// The certificate's private key (PEM).
    #[arg(long = "private-key", id = "key", requires = "certificate")]
    key: Option<PathBuf>,
}

impl Hub {
    pub(crate) fn run(&self, data: &Data) -> Done {
        match self {
            Self::Enrol(enrol) => enrol.run(data),
            Self::Serve(serve) => serve.run(data),
        }
    }
}

impl Enrol {
    fn run(&self, data: &Data) -> Done {
        let link = Link::parse(&self.link).ok_or_else(|| Failure::Said("cli-no-hub-link", ("link", self.link.clone())))?;
        let public = app::hub::make_key(&data.folder)?;
        let me = web::hub::enrol(&link, &public).map_err(|said| Failure::Said("cli-hub-refused", ("said", said)))?;
        app::hub::enrolled(&data.folder, &me)?;
        say!("{}", text::tr(data.lang, "cli-hub-enrolled", &[("programme", me.programme.into()), ("origin", me.origin.into())]));
        Ok(())
    }
}

impl Serve {
    fn run(&self, data: &Data) -> Done {
        let place = || Failure::Said("cli-no-hub", ("place", data.folder.display().to_string()));
        let hub = Relay::open(&data.folder, Surroundings::real())?.ok_or_else(place)?;
        Ok(self.serve(Arc::new(hub))?)
    }

    fn serve(&self, hub: Arc<Relay>) -> anyhow::Result<()> {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        runtime.block_on(async {
            let listener = TcpListener::bind(self.listen).await.with_context(|| format!("{}", self.listen))?;
            let address = listener.local_addr()?;
            let carrier = Carrier::default();
            carrier.start(hub.clone())?;
            let site = web::hub::router(hub, carrier);
            if let (Some(certificate), Some(key)) = (&self.certificate, &self.key) {
                let listener = Tls::over(listener, certificate, key)?;
                say!("https://{address}");
                axum::serve(listener, site).with_graceful_shutdown(stop()).await?;
            } else {
                say!("http://{address}");
                axum::serve(listener, site).with_graceful_shutdown(stop()).await?;
            }
            Ok(())
        })
    }
}

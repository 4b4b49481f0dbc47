//! HTTPS for a hub: an app that came over HTTPS calls nothing else. The cryptography is the one of letters.

use axum::serve::Listener;
use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{Receiver, channel};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::server::TlsStream;

/// How long a greeting may take.
const GREETING: Duration = Duration::from_secs(10);
/// Connections greeted and not yet served at most.
const QUEUE: usize = 64;

/// A certificate or its key that cannot be used, in the words of whoever read it.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Unreadable(String);

/// A listener that speaks TLS.
pub struct Tls {
    greeted: Receiver<(TlsStream<TcpStream>, SocketAddr)>,
    address: SocketAddr,
}

impl Tls {
    /// Greets everybody who comes to a listener, with the certificate of a PEM file and its key.
    pub fn over(listener: TcpListener, certificate: &Path, key: &Path) -> Result<Self, Unreadable> {
        let wrong = |path: &Path, error: String| Unreadable(format!("{}: {error}", path.display()));
        let chain: Result<Vec<_>, _> =
            CertificateDer::pem_file_iter(certificate).map_err(|e| wrong(certificate, e.to_string()))?.collect();
        let chain = chain.map_err(|e| wrong(certificate, e.to_string()))?;
        let private = PrivateKeyDer::from_pem_file(key).map_err(|e| wrong(key, e.to_string()))?;
        let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .and_then(|config| config.with_no_client_auth().with_single_cert(chain, private))
            .map_err(|e| wrong(certificate, e.to_string()))?;
        let address = listener.local_addr().map_err(|e| Unreadable(e.to_string()))?;
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let (sender, greeted) = channel(QUEUE);
        tokio::spawn(async move {
            loop {
                let Ok((stream, from)) = listener.accept().await else {
                    // Too many open files, or the like: others will leave.
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    continue;
                };
                let (acceptor, sender) = (acceptor.clone(), sender.clone());
                // Somebody who greets slowly keeps nobody else waiting.
                tokio::spawn(async move {
                    if let Ok(Ok(stream)) = tokio::time::timeout(GREETING, acceptor.accept(stream)).await {
                        let _ = sender.send((stream, from)).await;
                    }
                });
            }
        });
        Ok(Self { greeted, address })
    }
}

impl Listener for Tls {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.greeted.recv().await {
            Some(greeted) => greeted,
            // The task that greets never ends before the program does.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        Ok(self.address)
    }
}

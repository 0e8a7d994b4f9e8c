//! What a failure of the client means (pure).

use std::error::Error;
use std::io;

use super::resolver::NameError;
use super::retry::Fault;
use crate::facts::Obstacle;

/// True where the name servers say that there is no such host.
pub(super) fn is_missing_name(error: &reqwest::Error) -> bool {
    causes(error).any(|cause| matches!(cause.downcast_ref(), Some(NameError::NoSuchHost)))
}

/// Reads a failure of the client.
pub(super) fn read(error: &reqwest::Error) -> Fault {
    causes(error).find_map(read_cause).unwrap_or_else(|| {
        if error.is_timeout() {
            Fault::TimedOut
        } else if error.is_body() || error.is_decode() {
            Fault::Cut
        } else {
            Fault::Unreachable
        }
    })
}

fn read_cause(cause: &(dyn Error + 'static)) -> Option<Fault> {
    if let Some(NameError::Private) = cause.downcast_ref() {
        return Some(Obstacle::PrivateAddress.into());
    }
    if cause.downcast_ref().is_some_and(hyper::Error::is_parse) {
        return Some(Fault::Cut);
    }
    cause.downcast_ref().and_then(read_io)
}

fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn Error + 'static)> {
    std::iter::successors(error.source(), |&cause| cause.source())
}

/// A certificate that does not convince now does not a second later. The TLS layers pack one error into another.
fn read_io(error: &io::Error) -> Option<Fault> {
    let packed = error.get_ref().map(|packed| packed as &(dyn Error + 'static));
    if let Some(error) = packed.and_then(<dyn Error>::downcast_ref::<rustls::Error>) {
        return Some(
            certificate_flaw(error)
                .map_or(Obstacle::Unreachable, |flaw| Obstacle::BadCertificate { flaw })
                .into(),
        );
    }
    if error.kind() == io::ErrorKind::ConnectionRefused {
        return Some(Fault::Refused);
    }
    packed?.downcast_ref().and_then(read_io)
}

/// What is wrong with a certificate, as the end of a sentence; none where the trouble is another one.
fn certificate_flaw(error: &rustls::Error) -> Option<&'static str> {
    use rustls::CertificateError;
    let rustls::Error::InvalidCertificate(error) = error else { return None };
    let is_expired = matches!(error, CertificateError::Expired | CertificateError::ExpiredContext { .. });
    let is_early =
        matches!(error, CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. });
    let is_anothers =
        matches!(error, CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. });
    let is_unsigned = matches!(error, CertificateError::UnknownIssuer);
    let flaws = [
        (is_expired, "has expired"),
        (is_early, "is not valid yet"),
        (is_anothers, "was made for another name"),
        (is_unsigned, "is signed by nobody who is trusted"),
    ];
    Some(flaws.iter().find(|(is_it, _)| *is_it).map_or("does not convince", |(_, flaw)| flaw))
}

#[cfg(test)]
mod tests {
    use super::*;
    use io::ErrorKind::{ConnectionRefused, ConnectionReset, InvalidData};
    use rustls::{CertificateError, Error as TlsError};

    #[test]
    fn finds_what_lies_deepest() {
        let certificate =
            || io::Error::new(InvalidData, TlsError::InvalidCertificate(CertificateError::Expired));
        let expired = || Some(Obstacle::BadCertificate { flaw: "has expired" }.into());
        let alert = io::Error::new(InvalidData, TlsError::HandshakeNotComplete);
        let cases = [
            (alert, Some(Obstacle::Unreachable.into())),
            (ConnectionRefused.into(), Some(Fault::Refused)),
            (io::Error::other(io::Error::from(ConnectionRefused)), Some(Fault::Refused)),
            (certificate(), expired()),
            (io::Error::other(certificate()), expired()),
            (ConnectionReset.into(), None),
            (io::Error::other("something else"), None),
        ];
        for (error, fault) in cases {
            assert_eq!(read_io(&error), fault, "{error:?}");
        }
    }
}

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
    if packed.is_some_and(<dyn Error>::is::<rustls::Error>) {
        return Some(Obstacle::Unreachable.into());
    }
    if error.kind() == io::ErrorKind::ConnectionRefused {
        return Some(Fault::Refused);
    }
    packed?.downcast_ref().and_then(read_io)
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
        let cases = [
            (ConnectionRefused.into(), Some(Fault::Refused)),
            (io::Error::other(io::Error::from(ConnectionRefused)), Some(Fault::Refused)),
            (certificate(), Some(Obstacle::Unreachable.into())),
            (io::Error::other(certificate()), Some(Obstacle::Unreachable.into())),
            (ConnectionReset.into(), None),
            (io::Error::other("something else"), None),
        ];
        for (error, fault) in cases {
            assert_eq!(read_io(&error), fault, "{error:?}");
        }
    }
}

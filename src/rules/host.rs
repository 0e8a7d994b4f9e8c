//! Whether an address lies at a host that the school allows.

use url::Url;

use crate::facts::{Obstacle, Place, Untrusted};
use crate::rule::{Answer, Kind, Outcome};
use crate::text::Text;

/// The host of an address, in the spelling that is compared; none where it has no host.
pub(super) fn host(address: &Untrusted) -> Option<String> {
    let url = Url::parse(address.as_written()).ok()?;
    url.domain().map(|host| host.trim_end_matches('.').to_ascii_lowercase())
}

/// What is said of a host; `what` names the thing that lies there.
pub(super) fn answer(what: &'static str, host: &str, allowed: &[String], place: Place) -> Answer {
    let text = Text::plain(what).then(" lies at ").code(host);
    if allowed.iter().any(|known| is_at(host, known)) {
        return Answer::met(text.then(", where the school allows it"), place);
    }
    let hosts = || allowed.join(", ");
    let text = text.then("; the school allows ").value(hosts());
    Answer::unmet(text, place)
        .fix(Text::plain("Publish it at a host that the school allows: ").code(hosts()).then("."))
}

/// The same of an address that was not opened: it may still send its visitors to a host that is allowed.
pub(super) fn unopened(answer: Answer) -> Outcome {
    match answer.kind {
        Kind::Met => Ok(answer),
        Kind::Unmet | Kind::Doubtful | Kind::Waiting | Kind::NotApplicable => {
            Err(Obstacle::DependsOn { what: "a visit to the site’s lasting address" })
        }
    }
}

/// True for the host itself and for every name below it.
fn is_at(host: &str, known: &str) -> bool {
    host.strip_suffix(known).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_below_a_host_are_its_own_and_names_that_look_like_it_are_not() {
        let cases = [
            ("https://github.io/", true),
            ("https://Ada.GitHub.io/portfolio", true),
            ("https://ada.github.io./", true),
            ("https://notgithub.io/", false),
            ("https://github.io.evil.example/", false),
            ("https://github.io@evil.example/", false),
            ("https://evil.example/github.io", false),
            ("https://gıthub.io/", false),
        ];
        for (address, expected) in cases {
            let host = host(&address.into()).unwrap();
            assert_eq!(is_at(&host, "github.io"), expected, "{address}: {host}");
        }
        for address in ["portfolio", "http://127.0.0.1:8080/", "mailto:ada@github.io"] {
            assert_eq!(host(&address.into()), None, "{address}");
        }
    }
}

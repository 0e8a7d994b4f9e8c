//! The ways that a page offers to reach its author.

use url::Url;

use crate::facts::{ContactWay, Link, LinkKind, Means};

/// Networks of people, by the end of the host name.
const NETWORKS: &[(&str, Means)] = &[
    ("linkedin.com", Means::LinkedIn),
    ("github.com", Means::CodeHost),
    ("gitlab.com", Means::CodeHost),
    ("bitbucket.org", Means::CodeHost),
    ("codeberg.org", Means::CodeHost),
    ("twitter.com", Means::OtherProfile),
    ("x.com", Means::OtherProfile),
    ("bsky.app", Means::OtherProfile),
    ("instagram.com", Means::OtherProfile),
    ("facebook.com", Means::OtherProfile),
    ("medium.com", Means::OtherProfile),
    ("dev.to", Means::OtherProfile),
    ("t.me", Means::OtherProfile),
    ("wa.me", Means::OtherProfile),
];

/// Services that show a form of their own.
const FORMS: &[&str] = &["forms.gle", "calendly.com", "typeform.com", "tally.so"];

/// Names that a template leaves to be filled in.
const UNFILLED: &[&str] = &[
    "username",
    "user-name",
    "yourusername",
    "your-username",
    "your_username",
    "yourname",
    "your-name",
    "yourprofile",
    "your-profile",
    "yourhandle",
    "profile",
    "example",
    "#",
    "home",
    "login",
    "signup",
    "feed",
];

/// Each way once, in the order of the means. `text_fields` is the number of fields for a longer text.
pub(super) fn ways(links: &[Link], text: &str, text_fields: usize) -> Vec<ContactWay> {
    let shown = links.iter().filter(|link| !matches!(link.kind, LinkKind::Commented));
    let mut ways: Vec<ContactWay> = shown.filter_map(way).collect();
    if text_fields > 0 {
        ways.push(filled(Means::Form, ""));
    }
    if !ways.iter().any(|way| way.means == Means::Email && !way.is_unfilled) {
        ways.extend(text.split_whitespace().find(|word| is_mail(word)).map(|_| filled(Means::Email, "")));
    }
    ways.sort_by_key(|way| way.means);
    ways.dedup_by(|one, other| one.means == other.means && one.href == other.href);
    ways
}

fn filled(means: Means, href: &str) -> ContactWay {
    ContactWay { means, href: href.into(), is_unfilled: false }
}

fn way(link: &Link) -> Option<ContactWay> {
    let href = link.href.as_written().trim();
    let (scheme, rest) = href.split_once(':').unwrap_or(("", href));
    match scheme.to_ascii_lowercase().as_str() {
        "mailto" => {
            let to = rest.split('?').next().unwrap_or(rest);
            return Some(ContactWay { is_unfilled: !is_mail(to), ..filled(Means::Email, href) });
        }
        "tel" | "sms" => return Some(filled(Means::Phone, href)),
        _ => {}
    }
    let url = Url::parse(link.url.as_ref()?.as_written()).ok()?;
    let host = url.host_str()?.trim_start_matches("www.").to_ascii_lowercase();
    let is_on = |end: &str| host == end || host.strip_suffix(end).is_some_and(|front| front.ends_with('.'));
    if FORMS.iter().any(|end| is_on(end)) || (is_on("google.com") && url.path().starts_with("/forms")) {
        return Some(filled(Means::Form, href));
    }
    let (_, means) = NETWORKS.iter().find(|(end, _)| is_on(end))?;
    profile(*means, &url).map(|is_unfilled| ContactWay { is_unfilled, ..filled(*means, href) })
}

/// Whether the name in the address of a profile was left to be filled in; none for pages that are no profile.
fn profile(means: Means, url: &Url) -> Option<bool> {
    let parts: Vec<&str> = url.path().split('/').filter(|part| !part.is_empty()).collect();
    let is_placeholder = |name: &str| {
        let name = name.trim_start_matches('@').to_ascii_lowercase();
        UNFILLED.contains(&name.as_str()) || name.starts_with(['[', '<', '{'])
    };
    match (means, parts.as_slice()) {
        (_, []) | (Means::LinkedIn, ["in" | "pub"]) => Some(true),
        (Means::LinkedIn, ["in" | "pub", name, ..]) | (Means::CodeHost, [name]) => Some(is_placeholder(name)),
        (Means::LinkedIn, [name]) if is_placeholder(name) => Some(true),
        (Means::LinkedIn | Means::CodeHost, _) => None,
        (_, [name, ..]) => Some(is_placeholder(name)),
    }
}

/// True for an e-mail address that somebody may have.
fn is_mail(text: &str) -> bool {
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    let Some((name, host)) = text.split_once('@') else { return false };
    let is_example = ["example.com", "example.org", "domain.com", "email.com", "yourdomain.com", "site.com"];
    let host = host.to_ascii_lowercase();
    let is_host = host.contains('.') && !host.contains('@') && !host.ends_with('.');
    let is_left = is_example.contains(&host.as_str()) || name.to_ascii_lowercase().starts_with("your");
    is_host && !name.is_empty() && !is_left
}

#[cfg(test)]
mod tests {
    use crate::facts::Means;
    use url::Url;

    /// The means, and whether it reaches nobody.
    type Way = (Means, bool);

    fn ways(html: &str) -> Vec<Way> {
        let page = crate::parse::page::read(&Url::parse("https://ada.example/").unwrap(), html).page;
        page.contacts.into_iter().map(|way| (way.means, way.is_unfilled)).collect()
    }

    #[test]
    fn who_can_be_reached() {
        use Means::{CodeHost, Email, Form, LinkedIn, OtherProfile, Phone};
        let table: &[(&str, &[Way])] = &[
            ("<a href='mailto:ada@ada.example?subject=x'>mail</a>", &[(Email, false)]),
            ("<a href='mailto:'>mail</a>", &[(Email, true)]),
            ("<a href='mailto:you@example.com'>mail</a>", &[(Email, true)]),
            ("<p>Write to ada@ada.example.</p>", &[(Email, false)]),
            ("<p>we meet @ noon</p>", &[]),
            ("<form><textarea></textarea></form>", &[(Form, false)]),
            ("<a href='https://www.linkedin.com/in/ada'></a>", &[(LinkedIn, false)]),
            ("<a href='https://linkedin.com/'>in</a>", &[(LinkedIn, true)]),
            ("<a href='https://linkedin.com/in/yourname'>in</a>", &[(LinkedIn, true)]),
            ("<a href='https://linkedin.com/company/engine'>in</a>", &[]),
            ("<a href='https://github.com/ada'>code</a>", &[(CodeHost, false)]),
            ("<a href='https://github.com/ada/chess'>code</a>", &[]),
            ("<a href='https://github.com'>code</a>", &[(CodeHost, true)]),
            ("<a href='https://x.com/ada'>x</a>", &[(OtherProfile, false)]),
            ("<a href='https://box.com/ada'>x</a>", &[]),
            ("<a href='tel:+441'>call</a>", &[(Phone, false)]),
            ("<!-- <a href='mailto:ada@ada.example'>mail</a> -->", &[]),
        ];
        for (html, expected) in table {
            assert_eq!(ways(html), *expected, "{html}");
        }
    }
}

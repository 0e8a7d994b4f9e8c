//! Hosts with special behaviour: services that share documents, code hosts, walls, shorteners.

use url::Url;

/// What kind of host an address lies on, where that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// A service that shows a document to those who may see it; its name.
    Sharing(&'static str),
    /// The page of the code host that shows one file.
    CodeFile,
    /// Any other page of a code host.
    CodePage,
    /// A network of profiles; many turn programs away.
    Profile,
    /// A service that makes addresses short.
    Shortener,
}

/// Services that share documents, by the end of the host name.
const SHARING: &[(&str, &str)] = &[
    ("drive.google.com", "Google Drive"),
    ("docs.google.com", "Google Docs"),
    ("dropbox.com", "Dropbox"),
    ("1drv.ms", "OneDrive"),
    ("onedrive.live.com", "OneDrive"),
    ("sharepoint.com", "SharePoint"),
    ("icloud.com", "iCloud"),
    ("box.com", "Box"),
    ("mega.nz", "MEGA"),
    ("notion.site", "Notion"),
    ("notion.so", "Notion"),
    ("canva.com", "Canva"),
    ("canva.site", "Canva"),
    ("figma.com", "Figma"),
    ("overleaf.com", "Overleaf"),
    ("scribd.com", "Scribd"),
    ("resume.io", "resume.io"),
    ("creddle.io", "Creddle"),
    ("flowcv.com", "FlowCV"),
    ("flowcv.me", "FlowCV"),
    ("rxresu.me", "Reactive Resume"),
    ("novoresume.com", "Novoresume"),
    ("visualcv.com", "VisualCV"),
    ("enhancv.com", "Enhancv"),
    ("kickresume.com", "Kickresume"),
    ("standardresume.co", "Standard Resume"),
    ("read.cv", "Read.cv"),
    ("zety.com", "Zety"),
    ("resumeworded.com", "Resume Worded"),
];

/// Networks of profiles, by the end of the host name.
const PROFILES: &[&str] = &[
    "linkedin.com",
    "xing.com",
    "indeed.com",
    "glassdoor.com",
    "wellfound.com",
    "angel.co",
    "stackoverflow.com",
    "facebook.com",
    "instagram.com",
    "twitter.com",
    "x.com",
    "medium.com",
    "dev.to",
    "behance.net",
    "dribbble.com",
    "codepen.io",
    "leetcode.com",
    "hackerrank.com",
    "youtube.com",
    "youtu.be",
    "upwork.com",
    "npmjs.com",
];

/// Shorteners, whole.
const SHORTENERS: &[&str] = &[
    "bit.ly",
    "tinyurl.com",
    "t.co",
    "goo.gl",
    "is.gd",
    "ow.ly",
    "rebrand.ly",
    "cutt.ly",
    "shorturl.at",
    "rb.gy",
    "buff.ly",
    "t.ly",
    "tiny.cc",
    "lnkd.in",
];

/// What kind of host an address lies on; none for an ordinary one.
pub fn host(url: &Url) -> Option<Host> {
    let name = url.host_str()?.to_ascii_lowercase();
    let ends_with =
        |end: &str| name == end || name.strip_suffix(end).is_some_and(|front| front.ends_with('.'));
    if let Some((_, service)) = SHARING.iter().find(|(end, _)| ends_with(end)) {
        return Some(Host::Sharing(service));
    }
    if matches!(name.as_str(), "github.com" | "www.github.com" | "gitlab.com" | "bitbucket.org") {
        let mut parts = url.path_segments()?.skip(2);
        let shows_a_file = parts.any(|part| matches!(part, "blob" | "src"));
        return Some(if shows_a_file { Host::CodeFile } else { Host::CodePage });
    }
    if PROFILES.iter().any(|end| ends_with(end)) {
        return Some(Host::Profile);
    }
    SHORTENERS.contains(&name.as_str()).then_some(Host::Shortener)
}

/// True where the address that answered, or the title of its page, asks the visitor to sign in or to ask for access.
/// Only shapes that were recorded count; a sharing service may change them, and then the page is no proof.
pub fn asks_to_sign_in(answered: &Url, title: &str) -> bool {
    let name = answered.host_str().unwrap_or_default();
    let path = answered.path();
    let by_address = matches!(name, "accounts.google.com" | "login.live.com" | "login.microsoftonline.com")
        || (name.ends_with("dropbox.com") && path.starts_with("/login"))
        || (name.ends_with("notion.so") && path.starts_with("/login"));
    let title = title.trim().to_lowercase();
    let by_title =
        ["sign in", "sign-in", "log in", "login", "you need access", "request access", "access denied"]
            .iter()
            .any(|words| title.starts_with(words) || title.ends_with(&format!(": {words}")));
    by_address || by_title
}

/// The address that gives the file itself, where a service or a code host shows it in a page of its own.
pub fn direct_file(url: &Url) -> Option<Url> {
    let name = url.host_str()?.trim_start_matches("www.");
    let parts: Vec<&str> = url.path_segments()?.collect();
    let mut direct = url.clone();
    match (name, parts.as_slice()) {
        ("drive.google.com", ["file", "d", id, ..]) => {
            direct.set_path("/uc");
            direct.set_query(Some(&format!("export=download&id={id}")));
        }
        ("docs.google.com", ["document", "d", id, ..]) => {
            direct.set_path(&format!("/document/d/{id}/export"));
            direct.set_query(Some("format=pdf"));
        }
        ("dropbox.com", ["s" | "scl", ..]) => {
            let kept = url.query_pairs().filter(|(key, _)| key != "dl");
            let kept: Vec<(String, String)> = kept.map(|(key, value)| (key.into(), value.into())).collect();
            direct.query_pairs_mut().clear().extend_pairs(kept).append_pair("dl", "1");
        }
        _ if host(url) == Some(Host::CodeFile) => direct.set_path(&url.path().replacen("/blob/", "/raw/", 1)),
        _ => return None,
    }
    direct.set_fragment(None);
    (direct != *url).then_some(direct)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_host() {
        let table = [
            ("https://drive.google.com/file/d/1/view", Some(Host::Sharing("Google Drive"))),
            ("https://www.dropbox.com/s/1/a.pdf?dl=0", Some(Host::Sharing("Dropbox"))),
            ("https://ada.notion.site/Resume-1", Some(Host::Sharing("Notion"))),
            ("https://notdropbox.com/a", None),
            ("https://github.com/ada/ada.github.io/blob/main/Resume.pdf", Some(Host::CodeFile)),
            ("https://github.com/ada/resume", Some(Host::CodePage)),
            ("https://www.linkedin.com/in/ada", Some(Host::Profile)),
            ("https://bit.ly/ada", Some(Host::Shortener)),
            ("https://ada.example/bit.ly", None),
        ];
        for (url, expected) in table {
            assert_eq!(host(&Url::parse(url).unwrap()), expected, "{url}");
        }
    }

    #[test]
    fn sign_in_pages() {
        let table = [
            ("https://accounts.google.com/v3/signin", "", true),
            ("https://drive.google.com/file/d/1/view", "You need access", true),
            ("https://docs.google.com/document/d/1/edit", "Google Docs: Sign-in", true),
            ("https://drive.google.com/file/d/1/view", "Google Drive: Sign-in", true),
            ("https://drive.google.com/file/d/1/view", "Ada.pdf - Google Drive", false),
            ("https://ada.example/", "Signals and signs", false),
        ];
        for (url, title, expected) in table {
            assert_eq!(asks_to_sign_in(&Url::parse(url).unwrap(), title), expected, "{url} {title}");
        }
    }

    #[test]
    fn the_file_itself() {
        let table = [
            (
                "https://github.com/ada/site/blob/main/cv.pdf",
                Some("https://github.com/ada/site/raw/main/cv.pdf"),
            ),
            (
                "https://drive.google.com/file/d/1a/view?usp=sharing",
                Some("https://drive.google.com/uc?export=download&id=1a"),
            ),
            (
                "https://docs.google.com/document/d/1a/edit#heading",
                Some("https://docs.google.com/document/d/1a/export?format=pdf"),
            ),
            ("https://www.dropbox.com/s/1/cv.pdf?dl=0", Some("https://www.dropbox.com/s/1/cv.pdf?dl=1")),
            ("https://ada.notion.site/Resume", None),
            ("https://ada.example/cv.pdf", None),
        ];
        for (page, expected) in table {
            let direct = direct_file(&Url::parse(page).unwrap());
            assert_eq!(direct.as_ref().map(Url::as_str), expected, "{page}");
        }
    }
}

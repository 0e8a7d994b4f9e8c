//! Pages that a host shows in the place of a site: nothing published, a domain for sale, a site asleep, a wall.

use url::Url;

use crate::facts::{ContactWay, HostPage, Means};
use crate::parse::page::Reading;

/// A page of a host says little else; a longer one is somebody's own.
const MOST_WORDS: usize = 250;

/// Hosts that show domains for sale, by the end of the name.
const SALES: &[&str] = &[
    "hugedomains.com",
    "sedo.com",
    "sedoparking.com",
    "parkingcrew.net",
    "bodis.com",
    "dan.com",
    "afternic.com",
    "domainmarket.com",
    "namebright.com",
];

/// Words of titles, headings or text, in lower case and with single spaces, and what they tell.
const SIGNS: &[(&str, HostPage)] = &[
    ("there isn't a github pages site here", HostPage::NoSite),
    ("no such app", HostPage::NoSite),
    ("the deployment could not be found on vercel", HostPage::NoSite),
    ("deployment_not_found", HostPage::NoSite),
    ("doesn’t exist on netlify", HostPage::NoSite),
    ("doesn't exist on netlify", HostPage::NoSite),
    ("looks like you've followed a broken link or entered a url", HostPage::NoSite),
    ("project not found surge", HostPage::NoSite),
    ("there is no such website", HostPage::NoSite),
    ("nosuchbucket", HostPage::NoSite),
    ("the specified bucket does not exist", HostPage::NoSite),
    ("404 web site not found", HostPage::NoSite),
    ("why am i seeing this? there are a few potential reasons", HostPage::NoSite),
    ("this domain is for sale", HostPage::Parked),
    ("this domain may be for sale", HostPage::Parked),
    ("the domain is for sale", HostPage::Parked),
    ("buy this domain", HostPage::Parked),
    ("this domain is parked", HostPage::Parked),
    ("domain is parked free", HostPage::Parked),
    ("parked domain", HostPage::Parked),
    ("this domain name has expired", HostPage::Parked),
    ("this domain has expired", HostPage::Parked),
    ("this account has been suspended", HostPage::Suspended),
    ("account suspended", HostPage::Suspended),
    ("this service has been suspended", HostPage::Suspended),
    ("this deployment has been disabled", HostPage::Suspended),
    ("site has been paused", HostPage::Suspended),
    ("welcome to nginx!", HostPage::StartPage),
    ("apache2 ubuntu default page", HostPage::StartPage),
    ("apache2 debian default page", HostPage::StartPage),
    ("firebase hosting setup complete", HostPage::StartPage),
    ("future home of something quite cool", HostPage::StartPage),
    ("your web app is running and waiting for your content", HostPage::StartPage),
    ("site not published", HostPage::StartPage),
    ("service waking up", HostPage::Asleep),
    ("this app has gone to sleep", HostPage::Asleep),
    ("your app is starting up", HostPage::Asleep),
    ("waking up your app", HostPage::Asleep),
    ("please wait while we wake up", HostPage::Asleep),
    ("checking your browser before accessing", HostPage::Wall),
    ("checking if the site connection is secure", HostPage::Wall),
    ("verifying you are human", HostPage::Wall),
    ("verify you are human by completing", HostPage::Wall),
    ("enable javascript and cookies to continue", HostPage::Wall),
    ("attention required! | cloudflare", HostPage::Wall),
];

/// Titles that are enough by themselves, in lower case.
const TITLES: &[(&str, HostPage)] = &[
    ("just a moment...", HostPage::Wall),
    ("site not found · github pages", HostPage::NoSite),
    ("heroku | no such app", HostPage::NoSite),
    ("it works!", HostPage::StartPage),
];

/// What a host shows in the place of a site; none where the page is the site's own.
pub fn host_page(reading: &Reading) -> Option<HostPage> {
    let page = &reading.page;
    let answered = Url::parse(page.url.as_written()).ok();
    if answered.is_some_and(|url| is_sale(&url)) {
        return Some(HostPage::Parked);
    }
    let is_profile =
        |way: &ContactWay| !way.is_unfilled && matches!(way.means, Means::LinkedIn | Means::CodeHost);
    if page.words > MOST_WORDS || page.contacts.iter().any(is_profile) {
        return None;
    }
    let title = lower(page.title.as_written());
    if title.starts_with("index of /") {
        return Some(HostPage::Listing);
    }
    if let Some((_, kind)) = TITLES.iter().find(|(words, _)| title == *words) {
        return Some(*kind);
    }
    let text = format!("{title} {}", lower(page.text.as_written()));
    SIGNS.iter().find(|(words, _)| text.contains(words)).map(|(_, kind)| *kind)
}

fn is_sale(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_start_matches("www.");
    SALES.iter().any(|end| host == *end || host.strip_suffix(end).is_some_and(|front| front.ends_with('.')))
}

fn lower(text: &str) -> String {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whose_page_it_is() {
        let table = [
            ("<title>Site not found · GitHub Pages</title><p>404", Some(HostPage::NoSite)),
            ("<h1>404</h1><p>There isn't a GitHub Pages site here.</p>", Some(HostPage::NoSite)),
            ("<title>Index of /</title><a href=a>a</a>", Some(HostPage::Listing)),
            ("<title>Just a moment...</title>", Some(HostPage::Wall)),
            ("<h1>ada.example</h1><p>This  domain is\n for sale</p>", Some(HostPage::Parked)),
            ("<h1>Service waking up</h1>", Some(HostPage::Asleep)),
            ("<title>Welcome to nginx!</title>", Some(HostPage::StartPage)),
            ("<p>My shop: buy this domain</p><a href=https://github.com/ada>Ada</a>", None),
            ("<title>Ada</title><p>I park cars and sell domains</p>", None),
        ];
        let url = Url::parse("https://ada.example/").unwrap();
        for (html, expected) in table {
            assert_eq!(host_page(&crate::parse::page::read(&url, html)), expected, "{html}");
        }
        let sold = Url::parse("https://www.hugedomains.com/domain_profile.cfm").unwrap();
        assert_eq!(host_page(&crate::parse::page::read(&sold, "<p>x")), Some(HostPage::Parked));
        let long = format!("<p>I wrote a shop where people buy this domain. {}", "word ".repeat(300));
        assert_eq!(host_page(&crate::parse::page::read(&url, &long)), None);
    }
}

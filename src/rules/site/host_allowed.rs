//! The site lies at a host that the school allows.

use crate::facts::{Facts, Obstacle, SeenAs, Site, SiteAddress, SiteSource, Untrusted, Visit, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::rules::host;
use crate::text::Text;

pub(super) const RULE: Rule = Rule {
    id: "site-host-allowed",
    statement: "The site lies at a host that the school allows",
    group: Group::Site,
    severity: Severity::Required,
    since: "0.1.0",
    why: "A school that names hosts has met others on which sites went to sleep, showed advertising, or were gone after a trial month.",
    fix: "Publish the site at one of the hosts that the policy names, and put its new address into the “About” box.",
    example: "",
    needs: &["site-answers"],
    check: Check::Portfolio(check),
};

fn check(facts: &Facts, policy: &Policy) -> Outcome {
    let site = &facts.site;
    if policy.site_hosts.is_empty() {
        return Ok(Answer::not_applicable(Text::plain("The policy allows any host"), site.place()));
    }
    let place = site.place();
    let unknown = Obstacle::DependsOn { what: "the site’s address" };
    let home = seen(&site.home)?;
    if let Some(opened) = opened(site, home) {
        return Ok(host::answer("The site", &host::host(opened).ok_or(unknown)?, &policy.site_hosts, place));
    }
    // What was looked at is a preview.
    let host = lasting(site).and_then(|address| host::host(&address.url)).ok_or(unknown)?;
    host::unopened(host::answer("The site", &host, &policy.site_hosts, place))
}

/// Where a visitor of the lasting address, or of the only one, ended up; none where that was not what was opened.
fn opened<'a>(site: &Site, home: &'a Visit) -> Option<&'a Untrusted> {
    let is_it = site.addresses.first().is_some_and(is_lasting) || lasting(site).is_none();
    match (site.seen_as, home) {
        (SeenAs::Http | SeenAs::Chrome, Visit::Page(page)) if is_it => Some(&page.url),
        _ => None,
    }
}

fn lasting(site: &Site) -> Option<&SiteAddress> {
    site.addresses.iter().find(|address| is_lasting(address))
}

/// A deployment of one commit lies where it lies for that commit only.
fn is_lasting(address: &SiteAddress) -> bool {
    address.found_in != SiteSource::Deployment
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Page;
    use crate::rule::Kind;

    fn address(url: &str, found_in: SiteSource) -> SiteAddress {
        SiteAddress { url: url.into(), found_in }
    }

    fn kind(site: Site) -> Result<Kind, Obstacle> {
        let policy = Policy { site_hosts: vec!["github.io".into()], ..Policy::portfolio() };
        check(&Facts { site, ..Facts::sample() }, &policy).map(|answer| answer.kind)
    }

    #[test]
    fn the_lasting_home_counts() {
        let ends_at = |url: &str| Ok(Visit::Page(Page { url: url.into(), ..Page::sample() }));
        let named = |url| vec![address(url, SiteSource::Homepage)];
        let preview = || address("https://pr-7.netlify.example/", SiteSource::Deployment);
        let live = Facts::sample().site;
        let unseen = || Err(Obstacle::TimedOut);
        let depends = Err(Obstacle::DependsOn { what: "the site’s address" });
        let cases = [
            ("there", named("https://ada.github.io/"), ends_at("https://ada.github.io/"), Ok(Kind::Met)),
            ("sent there", named("https://ada.example/"), ends_at("https://ada.github.io/"), Ok(Kind::Met)),
            ("sent away", named("https://ada.github.io/"), ends_at("https://ada.example/"), Ok(Kind::Unmet)),
            ("not seen", named("https://ada.github.io/"), unseen(), Err(Obstacle::TimedOut)),
            ("elsewhere and not seen", named("https://ada.example/"), unseen(), Err(Obstacle::TimedOut)),
            (
                "a preview of what lies there",
                vec![preview(), address("https://ada.github.io/", SiteSource::Cname)],
                ends_at("https://pr-7.netlify.example/"),
                Ok(Kind::Met),
            ),
            (
                "a preview of what seems to lie elsewhere",
                vec![preview(), address("https://ada.example/", SiteSource::Cname)],
                ends_at("https://pr-7.netlify.example/"),
                Err(Obstacle::DependsOn { what: "a visit to the site’s lasting address" }),
            ),
            (
                "nothing but a preview",
                vec![preview()],
                ends_at("https://pr-7.netlify.example/"),
                Ok(Kind::Unmet),
            ),
            ("nobody names it", Vec::new(), ends_at("http://127.0.0.1:4000/"), depends),
        ];
        for (case, addresses, home, expected) in cases {
            assert_eq!(kind(Site { addresses, home, ..live.clone() }), expected, "{case}");
        }
        let anywhere = check(&Facts::sample(), &Policy::portfolio()).unwrap();
        assert_eq!(anywhere.kind, Kind::NotApplicable);
    }
}

//! The site lies at a host that the school allows.

use crate::facts::{Facts, Obstacle, SeenAs, Site, SiteSource, Untrusted, Visit};
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
    needs: &["site-known"],
    check: Check::Portfolio(check),
};

fn check(facts: &Facts, policy: &Policy) -> Outcome {
    let site = &facts.site;
    if policy.site_hosts.is_empty() {
        return Ok(Answer::not_applicable(Text::plain("The policy allows any host"), site.place()));
    }
    let host = home(site).and_then(host::host).ok_or(Obstacle::DependsOn { what: "the site’s address" })?;
    Ok(host::answer("The site", &host, &policy.site_hosts, site.place()))
}

/// Where a visitor ends up, where it was the lasting address that was visited; else that address. A deployment of one commit
/// lies where it lies for that commit only.
fn home(site: &Site) -> Option<&Untrusted> {
    let is_lasting = |found_in| found_in != SiteSource::Deployment;
    let lasting = site.addresses.iter().find(|address| is_lasting(address.found_in));
    let first = site.addresses.first()?;
    match (site.seen_as, &site.home) {
        (SeenAs::Http | SeenAs::Chrome, Ok(Visit::Page(page)))
            if lasting.is_none() || is_lasting(first.found_in) =>
        {
            Some(&page.url)
        }
        _ => Some(&lasting.unwrap_or(first).url),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Page, SiteAddress};
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
            ("not seen", named("https://ada.github.io/"), unseen(), Ok(Kind::Met)),
            ("elsewhere and not seen", named("https://ada.example/"), unseen(), Ok(Kind::Unmet)),
            (
                "a preview of what lies there",
                vec![preview(), address("https://ada.github.io/", SiteSource::Cname)],
                ends_at("https://pr-7.netlify.example/"),
                Ok(Kind::Met),
            ),
            (
                "nothing but a preview",
                vec![preview()],
                ends_at("https://pr-7.netlify.example/"),
                Ok(Kind::Unmet),
            ),
            ("a folder", vec![address("public", SiteSource::Flag)], unseen(), depends.clone()),
            ("nobody names it", Vec::new(), ends_at("http://127.0.0.1:4000/"), depends),
        ];
        for (case, addresses, home, expected) in cases {
            assert_eq!(kind(Site { addresses, home, ..live.clone() }), expected, "{case}");
        }
        let anywhere = check(&Facts::sample(), &Policy::portfolio()).unwrap();
        assert_eq!(anywhere.kind, Kind::NotApplicable);
    }
}

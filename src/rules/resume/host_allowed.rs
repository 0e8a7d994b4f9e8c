//! The resume lies at a host that the school allows.

use crate::facts::{Facts, Obstacle, Target, Untrusted, seen};
use crate::policy::Policy;
use crate::rule::{Answer, Check, Group, Outcome, Rule, Severity};
use crate::rules::host;
use crate::text::Text;

pub(super) const RULE: Rule = Rule {
    id: "resume-host-allowed",
    statement: "The resume lies at a host that the school allows",
    group: Group::Resume,
    severity: Severity::Required,
    since: "0.1.0",
    why: "A school that names hosts has met others that ask readers to sign in, or that let links run out.",
    fix: "Put the file at one of the hosts that the policy names, and turn the link on the site to it.",
    example: "",
    needs: &["resume-opens"],
    check: Check::Portfolio(check),
};

fn check(facts: &Facts, policy: &Policy) -> Outcome {
    let place = super::place(facts);
    if policy.resume_hosts.is_empty() {
        return Ok(Answer::not_applicable(Text::plain("The policy allows any host"), place));
    }
    let Target::Document(document) = seen(&facts.resume.target)? else {
        return Err(Obstacle::DependsOn { what: "a resume that opens" });
    };
    if let Some(host) = host::host(&document.url) {
        return Ok(host::answer("The resume", &host, &policy.resume_hosts, place));
    }
    let host =
        site(facts).and_then(host::host).ok_or(Obstacle::DependsOn { what: "the site’s address" })?;
    host::unopened(host::answer("The resume", &host, &policy.resume_hosts, place))
}

/// What a preview serves from this machine will lie where the site does.
fn site(facts: &Facts) -> Option<&Untrusted> {
    let address = facts.site.addresses.first().filter(|_| facts.site.seen_as.is_preview());
    address.map(|address| &address.url)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Document, SeenAs};
    use crate::rule::Kind;

    #[test]
    fn where_the_file_lies_in_the_end_counts() {
        let policy = Policy { resume_hosts: vec!["ada.example".into()], ..Policy::portfolio() };
        let at = |url: &str| Ok(Target::Document(Document { url: url.into(), ..Document::sample() }));
        let preview = "http://127.0.0.1:4000/resume.pdf";
        let elsewhere = Policy { resume_hosts: vec!["files.example".into()], ..Policy::portfolio() };
        let mut facts = Facts::sample();
        (facts.resume.target, facts.site.seen_as) = (at(preview), SeenAs::Preview);
        let unvisited = Err(Obstacle::DependsOn { what: "a visit to the site’s lasting address" });
        assert_eq!(check(&facts, &elsewhere).map(|answer| answer.kind), unvisited);
        let cases = [
            ("on the site", at("https://ada.example/resume.pdf"), SeenAs::Http, Ok(Kind::Met)),
            ("elsewhere", at("https://files.example/ada.pdf"), SeenAs::Http, Ok(Kind::Unmet)),
            ("in a preview of the site", at(preview), SeenAs::Preview, Ok(Kind::Met)),
            (
                "elsewhere, from a preview",
                at("https://files.example/ada.pdf"),
                SeenAs::Preview,
                Ok(Kind::Unmet),
            ),
            (
                "on a machine without a name",
                at(preview),
                SeenAs::Http,
                Err(Obstacle::DependsOn { what: "the site’s address" }),
            ),
            ("not seen", Err(Obstacle::TimedOut), SeenAs::Http, Err(Obstacle::TimedOut)),
        ];
        for (case, target, seen_as, expected) in cases {
            let mut facts = Facts::sample();
            facts.resume.target = target;
            facts.site.seen_as = seen_as;
            assert_eq!(check(&facts, &policy).map(|answer| answer.kind), expected, "{case}");
            assert_eq!(check(&facts, &Policy::portfolio()).unwrap().kind, Kind::NotApplicable, "{case}");
        }
    }
}

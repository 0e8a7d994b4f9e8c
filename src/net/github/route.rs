//! Paths of the REST API (pure). Nothing in a file's name or a ref can leave its place in the address.

use std::fmt::Write;

use crate::facts::RepoName;

/// A path below a repository; segments that would climb are left out.
pub(super) fn route(name: &RepoName, segments: &[&str]) -> String {
    let mut route = String::from("/repos");
    for segment in [name.owner(), name.name()].iter().chain(segments) {
        if !matches!(*segment, "" | "." | "..") {
            route.push('/');
            push_encoded(&mut route, segment);
        }
    }
    route
}

/// The route of a team, or of a member of it.
pub(super) fn team_route(organisation: &str, team: &str, login: Option<&str>) -> String {
    let mut route = String::new();
    let member = login.map(|login| ["memberships", login]);
    for segment in ["orgs", organisation, "teams", team].into_iter().chain(member.into_iter().flatten()) {
        route.push('/');
        push_encoded(&mut route, segment);
    }
    route
}

/// The same at a branch, tag or commit.
pub(super) fn route_at(name: &RepoName, segments: &[&str], git_ref: Option<&str>) -> String {
    let mut route = route(name, segments);
    if let Some(git_ref) = git_ref {
        route.push_str("?ref=");
        push_encoded(&mut route, git_ref);
    }
    route
}

fn push_encoded(text: &mut String, part: &str) {
    for byte in part.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_leave_its_place() {
        let name = RepoName::parse("ada/weather").unwrap();
        let cases = [
            (vec!["contents", "docs", "a b.md"], "/repos/ada/weather/contents/docs/a%20b.md"),
            (vec!["readme", "..", "..", "x"], "/repos/ada/weather/readme/x"),
            (vec!["readme", "a/../b?c#d%2e"], "/repos/ada/weather/readme/a%2F..%2Fb%3Fc%23d%252e"),
            (vec!["contents", "é"], "/repos/ada/weather/contents/%C3%A9"),
        ];
        for (segments, wanted) in cases {
            assert_eq!(route(&name, &segments), wanted);
        }
        assert_eq!(
            route_at(&name, &["readme"], Some("a&b=c/d")),
            "/repos/ada/weather/readme?ref=a%26b%3Dc%2Fd"
        );
    }
}

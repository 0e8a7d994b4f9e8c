//! Facts for the tests of approvals, to change one thing of.

use crate::facts::{
    ChangedFile, Evidence, Facts, Instant, Obstacle, PullRequest, RepoName, Review, ReviewState, Reviews,
    Seen,
};
use crate::policy::{Account, Policy, Requirement, Role, Team};

/// What everybody may see of a review by somebody.
pub(in crate::rules) fn review(login: &str, id: u64, at: &str) -> Review {
    Review {
        login: login.into(),
        id: Some(id),
        state: ReviewState::Approved,
        submitted: Instant::parse(at).unwrap(),
        commit: Some("c0ffee".into()),
        scope: Vec::new(),
        teams: Ok(Vec::new()),
        changes: Ok(Vec::new()),
    }
}

/// An approval by the coordinator.
pub(in crate::rules) fn grace() -> Review {
    review("grace", 1001, "2017-01-30T10:00:00Z")
}

/// The same after which these files were changed.
pub(in crate::rules) fn changed(path: &str, lines: Option<&str>) -> Review {
    let lines = lines.map(Into::into);
    Review { changes: Ok(vec![ChangedFile { path: path.into(), lines, is_spacing: false }]), ..grace() }
}

/// Ada's pull request with these reviews, and `resume.pdf` of the repository as what the site serves.
pub(in crate::rules) fn facts(reviews: Seen<Reviews>) -> Facts {
    let pull_request = PullRequest {
        repository: RepoName::parse("ada/portfolio").unwrap(),
        number: 7,
        author: Some("ada".into()),
        head: Some("c0ffee".into()),
        head_repository: None,
        comments: Err(Obstacle::NotAsked),
    };
    let evidence = Evidence { reviews, ..Evidence::not_asked() };
    let mut facts = Facts { pull_request: Some(pull_request), evidence, ..Facts::sample() };
    facts.portfolio.student = Some("ada".into());
    facts
}

/// What reviewers said, where nobody is asked any more.
pub(in crate::rules) fn reviews(reviews: Vec<Review>) -> Reviews {
    Reviews { reviews, resume_file: Some("resume.pdf".into()), ..Reviews::default() }
}

/// Grace, and a team, approve by every rule.
pub(in crate::rules) fn policy() -> Policy {
    let mut policy = Policy::portfolio();
    let team = Team { organisation: "school".into(), name: "coordinators".into() };
    let grace = Account { login: "grace".into(), id: Some(1001) };
    policy.people.insert("coordinator".into(), Role { accounts: vec![grace], teams: vec![team] });
    for rule in ["resume-approved", "portfolio-approved", "evidence-submitted"] {
        let by = Some("coordinator".into());
        policy.requirements.insert(rule.into(), Requirement { by, ..Requirement::default() });
    }
    policy
}

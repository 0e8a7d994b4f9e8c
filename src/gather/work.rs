//! Whose the commits of a project are.

use std::collections::BTreeSet;

use super::ground::Ground;
use crate::facts::{RepoName, Source, SourceKind, Untrusted, Work};
use crate::net::github::{Authors, Lineage, Origin};
use crate::parse::readme::Original;
use crate::settings::Settings;

/// The student, as far as commits can be held to an account: an organisation makes none.
pub(super) fn student(ground: &Ground, settings: &Settings) -> Option<Untrusted> {
    let is_organisations =
        ground.repository().is_ok_and(|repository| repository.is_organisations == Some(true));
    let is_owner = |account: &Untrusted| {
        let owner = ground.name.as_ref().map(RepoName::owner);
        owner.is_some_and(|owner| owner.eq_ignore_ascii_case(account.as_written()))
    };
    ground.student(settings).filter(|account| !(is_organisations && is_owner(account)))
}

/// The commits held to the student's account.
pub(super) fn work(lineage: &Lineage, student: Option<&Untrusted>) -> Work {
    let is_students = |account: &Untrusted| {
        student.is_some_and(|student| student.as_written().eq_ignore_ascii_case(account.as_written()))
    };
    let (own, rest): (Vec<_>, Vec<_>) =
        lineage.newest.iter().partition(|authors| authors.accounts.iter().any(is_students));
    let accounts = lineage.newest.iter().flat_map(|authors| &authors.accounts);
    let others: BTreeSet<String> = accounts
        .filter(|account| !is_students(account))
        .map(|account| account.as_written().to_lowercase())
        .collect();
    Work {
        student: student.cloned(),
        commits: lineage.commits,
        seen: lineage.newest.len(),
        own: own.len(),
        unclaimed: rest.iter().filter(|authors| authors.has_unclaimed).count(),
        others: others.len(),
        source: lineage.origin.as_ref().map(source),
    }
}

/// The README against which that of a copy is held; none where its words may be the owner's own: a template of the same
/// owner, and a fork of a repository in which the owner has commits, or may have some among those that nobody can tell.
pub(super) fn original<'a>(lineage: &'a Lineage, owner: &str) -> Option<Original<'a>> {
    let origin = lineage.origin.as_ref()?;
    let text = origin.readme.as_deref().filter(|_| !origin.name.owner().eq_ignore_ascii_case(owner))?;
    if origin.kind == SourceKind::Template {
        return Some(Original { of: "the template that it was made from", text });
    }
    let is_owners = |authors: &&Authors| {
        authors.accounts.iter().any(|account| account.as_written().eq_ignore_ascii_case(owner))
    };
    let is_whole = lineage.newest.len() == lineage.commits;
    if !is_whole || lineage.newest.iter().any(|authors| authors.has_unclaimed) {
        return None;
    }
    let own = lineage.newest.iter().filter(is_owners).count();
    let added = lineage.commits.saturating_sub(origin.commits?);
    (own <= added).then_some(Original { of: "the repository that it was forked from", text })
}

fn source(origin: &Origin) -> Source {
    Source {
        name: origin.name.clone(),
        kind: origin.kind,
        has_same_files: origin.has_same_files,
        commits: origin.commits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commits_are_counted_by_account() {
        let authors = |accounts: &[&str], has_unclaimed| Authors {
            accounts: accounts.iter().map(|account| (*account).into()).collect(),
            has_unclaimed,
        };
        let newest = vec![
            authors(&["Ada"], false),
            authors(&["eve", "ada"], true),
            authors(&["eve"], false),
            authors(&["Eve"], true),
            authors(&[], true),
        ];
        let lineage = Lineage { commits: 12, newest, origin: None };
        let work = work(&lineage, Some(&"ada".into()));
        assert_eq!((work.commits, work.seen, work.own, work.unclaimed, work.others), (12, 5, 2, 2, 1));
    }

    #[test]
    fn the_readme_of_the_own_team_is_no_template() {
        let by = |account: &str| Authors { accounts: vec![account.into()], has_unclaimed: false };
        let newest = vec![by("ada"), by("ada"), by("eve")];
        for (kind, commits, is_held) in [
            (SourceKind::Fork, Some(1), true),
            (SourceKind::Fork, Some(2), false),
            (SourceKind::Fork, Some(9), false),
            (SourceKind::Fork, None, false),
            (SourceKind::Template, None, true),
        ] {
            let lineage = copy_of("school/chess", (kind, commits), newest.clone());
            assert_eq!(original(&lineage, "Ada").is_some(), is_held, "{kind:?} {commits:?}");
        }
    }

    #[test]
    fn words_that_may_be_the_owners_are_held_against_nobody() {
        let by = |account: &str| Authors { accounts: vec![account.into()], has_unclaimed: false };
        let newest = vec![by("ada"), by("eve")];
        let own = copy_of("ADA/starter", (SourceKind::Template, None), newest.clone());
        assert!(original(&own, "ada").is_none(), "a template of the same owner");
        let fork = copy_of("school/chess", (SourceKind::Fork, Some(1)), newest.clone());
        assert!(original(&fork, "ada").is_some());
        assert!(original(&Lineage { commits: 140, ..fork.clone() }, "ada").is_none(), "older commits");
        let unclaimed = vec![by("ada"), Authors { has_unclaimed: true, ..by("eve") }];
        assert!(original(&Lineage { newest: unclaimed, ..fork }, "ada").is_none(), "commits of nobody's");
    }

    fn copy_of(name: &str, (kind, commits): (SourceKind, Option<usize>), newest: Vec<Authors>) -> Lineage {
        let name = RepoName::parse(name).unwrap();
        let origin = Origin { name, kind, has_same_files: None, commits, readme: Some("# Chess".into()) };
        Lineage { commits: newest.len(), newest, origin: Some(origin) }
    }
}

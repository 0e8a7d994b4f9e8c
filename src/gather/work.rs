//! Whose the commits of a project are.

use std::collections::BTreeSet;

use super::ground::Ground;
use crate::facts::{RepoName, Source, Untrusted, Work};
use crate::net::github::{Lineage, Origin};
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
    use crate::net::github::Authors;

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
}

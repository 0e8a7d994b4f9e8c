//! What reviewers said of the pull request: who of them may approve, and what was changed since they looked.

use std::collections::BTreeSet;

use super::ground::Ground;
use super::resume::git_name;
use super::school::{RULES, SchoolWord, is_listed};
use crate::facts::{
    ChangedFile, Document, Obstacle, RepoName, Resume, ReviewState, Reviews, Seen, Target, Untrusted,
};
use crate::net::github::GitHub;
use crate::policy::Policy;
use crate::settings::Settings;

/// The rules about approvals, and the word that narrows a review to each.
const ITEMS: [(&str, &str); 2] = [("resume-approved", "resume"), ("portfolio-approved", "portfolio")];

/// By what it is decided which approvals count.
pub(super) struct Terms<'a> {
    pub(super) settings: &'a Settings,
    pub(super) policy: &'a Policy,
    pub(super) school: &'a SchoolWord,
}

/// Reads the reviews, where the policy asks for them: with a token nothing has to be asked that was not said already, but what
/// was changed since an approval.
pub(super) async fn fetch_reviews(ground: &Ground, terms: &Terms<'_>, github: &GitHub) -> Seen<Reviews> {
    let Terms { settings, policy, school } = terms;
    if !RULES.iter().any(|rule| policy.demands(rule)) {
        return Err(Obstacle::NotAsked);
    }
    let no_pull_request = Obstacle::DependsOn { what: "a pull request to look at" };
    let (Some(name), Some(number)) = (ground.name.as_ref(), settings.pull_request) else {
        return Err(no_pull_request);
    };
    let said = ground.host.as_ref().and_then(|host| host.pull_request.as_ref());
    let answer = said.ok_or(no_pull_request)?.as_ref().map_err(Clone::clone)?;
    let mut reviews = match &answer.reviews {
        Err(Obstacle::NotAsked) => github.list_reviews(name, number).await?,
        said => said.clone()?,
    };
    reviews.reviews.sort_by_key(|review| review.submitted);
    for review in &mut reviews.reviews {
        let is_authors = answer.author.as_ref().is_some_and(|author| is_same(author, &review.login));
        if review.state != ReviewState::Commented && !is_authors {
            review.teams = school.fetch_teams((&review.login, review.id), policy, github).await;
        }
    }
    let student = ground.student(settings);
    let commits = deciding(&reviews, policy, student.as_ref());
    let head = settings.event.as_ref().and_then(|event| event.head.as_deref()).or(answer.head.as_deref());
    for commit in commits {
        let changes = fetch_changes(&commit, name, head, github).await;
        let ours = reviews.reviews.iter_mut().filter(|review| review.commit.as_ref() == Some(&commit));
        ours.for_each(|review| review.changes.clone_from(&changes));
    }
    for review in reviews.reviews.iter_mut().filter(|review| review.commit.is_none()) {
        review.changes = Err(Obstacle::DependsOn { what: "the commit that was approved" });
    }
    Ok(reviews)
}

/// The commits whose approval decides: that of each reviewer's last word about each item, and those before it in a row where the
/// last one came too late.
fn deciding(reviews: &Reviews, policy: &Policy, student: Option<&Untrusted>) -> BTreeSet<String> {
    let mut commits = BTreeSet::new();
    for (rule, item) in ITEMS.iter().filter(|(rule, _)| policy.demands(rule)) {
        let deadline = policy.deadline(rule, student.map(Untrusted::as_written));
        for last in reviews.last_words(Some(item)) {
            let may_approve = is_listed((&last.login, last.id), policy)
                || last.teams.as_ref().is_ok_and(|teams| !teams.is_empty());
            if last.state != ReviewState::Approved || !may_approve {
                continue;
            }
            let is_late = deadline.is_some_and(|deadline| deadline.is_past(last.submitted));
            let counting = if is_late { usize::MAX } else { 1 };
            let row = reviews.row_of_approvals(last, item).take(counting);
            commits.extend(row.filter_map(|review| review.commit.clone()));
        }
    }
    commits
}

fn is_same(one: &Untrusted, other: &Untrusted) -> bool {
    one.as_written().eq_ignore_ascii_case(other.as_written())
}

async fn fetch_changes(
    commit: &str,
    name: &RepoName,
    head: Option<&str>,
    github: &GitHub,
) -> Seen<Vec<ChangedFile>> {
    let head = head.ok_or(Obstacle::DependsOn { what: "the commit that is proposed" })?;
    if commit == head { Ok(Vec::new()) } else { github.list_changes(name, commit, head).await }
}

/// The same with the file of the repository that the resume link leads to, known by its bytes and not by its name.
pub(super) fn with_resume(reviews: Reviews, resume: &Resume, ground: &Ground) -> Reviews {
    let resume_file = match &resume.target {
        Ok(Target::Document(document)) => file_of(document, ground).map(Untrusted::from),
        Ok(_) | Err(_) => None,
    };
    Reviews { resume_file, ..reviews }
}

fn file_of(document: &Document, ground: &Ground) -> Option<String> {
    let name = document.git_name.as_ref()?;
    let Some(folder) = &ground.folder else {
        let names = &ground.host.as_ref()?.names;
        return names.iter().find(|(_, known)| *known == name).map(|(path, _)| path.clone());
    };
    let size = document.bytes?;
    let is_it = |path: &&str| {
        let path = folder.join(path);
        let is_of_size = std::fs::metadata(&path).is_ok_and(|file| file.len() == size);
        is_of_size && std::fs::read(&path).is_ok_and(|bytes| git_name(&bytes).as_ref() == Some(name))
    };
    ground.tree.paths().find(is_it).map(str::to_owned)
}

//! What reviewers said of a pull request, and which word of each of them counts.

use super::{Instant, Seen, Untrusted};

/// What reviewers said of a pull request.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reviews {
    /// When the pull request was opened, by the host's clock.
    pub opened: Option<Instant>,
    /// Every review, oldest first.
    pub reviews: Vec<Review>,
    /// Accounts and teams (`organisation/team`) that are asked for a review which they have not given yet.
    pub asked: Vec<Untrusted>,
    /// The path at which the portfolio repository holds the very bytes that the resume link leads to, at the commit that is
    /// looked at; none where no file that was looked at has them.
    pub resume_file: Option<Untrusted>,
}

impl Reviews {
    /// The last word of each reviewer about an item, or about anything; what is only a comment takes nothing back.
    pub fn last_words<'a>(&'a self, item: Option<&'a str>) -> Vec<&'a Review> {
        let mut last: Vec<&Review> = Vec::new();
        for review in self.words_about(item) {
            last.retain(|known| !known.is_by_the_same(review));
            last.push(review);
        }
        last
    }

    /// The approvals in a row that a reviewer's last word about an item ends, the last one first.
    pub fn row_of_approvals<'a>(
        &'a self,
        last: &'a Review,
        item: &'a str,
    ) -> impl Iterator<Item = &'a Review> {
        let own: Vec<&Review> =
            self.words_about(Some(item)).filter(|review| review.is_by_the_same(last)).collect();
        own.into_iter().rev().take_while(|review| review.state == ReviewState::Approved)
    }

    fn words_about<'a>(&'a self, item: Option<&'a str>) -> impl Iterator<Item = &'a Review> {
        self.reviews.iter().filter(move |review| {
            let is_about_it = item.is_none_or(|item| {
                review.scope.is_empty() || review.scope.iter().any(|named| named.as_written() == item)
            });
            is_about_it && review.state != ReviewState::Commented
        })
    }
}

/// A review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The reviewer's login.
    pub login: Untrusted,
    /// The reviewer's number.
    pub id: Option<u64>,
    /// What it says.
    pub state: ReviewState,
    /// When it was given, by the host's clock.
    pub submitted: Instant,
    /// The commit that was looked at.
    pub commit: Option<String>,
    /// What it is meant for, where its text says so (`approve: resume`); it narrows and never widens.
    pub scope: Vec<Untrusted>,
    /// Those teams of the policy that the reviewer belongs to, as `organisation/team`.
    pub teams: Seen<Vec<String>>,
    /// What was changed between the commit that was looked at and the one that is proposed now; asked for only where it decides.
    pub changes: Seen<Vec<ChangedFile>>,
}

impl Review {
    /// True for one by the same account: by number, so that a new login in between makes no second reviewer.
    pub fn is_by_the_same(&self, other: &Self) -> bool {
        match (self.id, other.id) {
            (Some(one), Some(other)) => one == other,
            _ => self.login.as_written().eq_ignore_ascii_case(other.login.as_written()),
        }
    }
}

/// A file that differs between two commits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedFile {
    /// Its path from the top.
    pub path: Untrusted,
    /// The lines that were taken out and put in; none where the host does not show them (a picture, a PDF, very much text).
    pub lines: Option<Untrusted>,
    /// True where nothing but white space differs.
    pub is_spacing: bool,
}

/// What a review says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewState {
    /// It approves.
    Approved,
    /// It asks for changes.
    ChangesRequested,
    /// It says something.
    Commented,
    /// It was taken back, by anybody who may.
    Dismissed,
}

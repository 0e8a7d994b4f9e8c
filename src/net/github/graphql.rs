//! Many repositories in one GraphQL query; a query that is too much for the host is halved, and only what failed is asked again.

use std::collections::VecDeque;

use futures_util::{StreamExt, stream};

use super::api::{Api, json};
use super::draft::{Draft, Reading};
use super::request::Failure;
use super::ruling::{Reply, Ruling};
use super::shapes::{Answer, Complaint, ErrorShape};
use super::{RepositoryAnswer, RepositoryAsk, Wanted, comments, query, rest, teams};
use crate::facts::{Obstacle, RepoName};
use crate::net::retry::Tries;

/// Repositories in one query, as long as nothing is known of how quick the host is.
pub(super) const BATCH: usize = 20;
/// Further requests under way at once.
pub(super) const AT_ONCE: usize = 8;

/// How the host took it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Load {
    Fine,
    /// A query had to be halved.
    TooMuch,
}

/// The host has no GraphQL that serves this token: an older Enterprise, or no permission.
#[derive(Debug)]
pub(super) struct Unserved;

type Fetched<T> = Result<Option<T>, Failure>;

/// Repositories that are asked for together, by their places, and how often that was tried.
struct Batch {
    places: Vec<usize>,
    tries: Tries,
    /// Whether the surroundings are asked for too; where that alone was too much for one repository, they are not.
    surroundings: Wanted,
}

impl Batch {
    fn new(places: &[usize]) -> Self {
        Self { places: places.to_vec(), tries: Tries::default(), surroundings: Wanted::Yes }
    }

    /// What is asked for.
    fn asks(&self, all: &[(RepoName, RepositoryAsk)]) -> Vec<(RepoName, RepositoryAsk)> {
        let mut asks: Vec<_> = self.places.iter().map(|&place| all[place].clone()).collect();
        if self.surroundings == Wanted::No {
            for (_, ask) in &mut asks {
                ask.surroundings = Wanted::No;
            }
        }
        asks
    }
}

/// Reads them all, at most so many in one query; the answers stand in the order of the asks.
pub(super) async fn fetch(
    api: &Api,
    asks: &[(RepoName, RepositoryAsk)],
    most: usize,
) -> Result<(Vec<Fetched<RepositoryAnswer>>, Load), Unserved> {
    let (drafts, load) = fetch_drafts(api, asks, most).await?;
    let whole = asks.iter().zip(drafts).map(|((_, ask), draft)| async move {
        match draft {
            Ok(Some(draft)) => Ok(Some(fill(api, ask, draft).await)),
            Ok(None) => Ok(None),
            Err(failure) => Err(failure),
        }
    });
    Ok((stream::iter(whole).buffered(AT_ONCE).collect().await, load))
}

async fn fetch_drafts(
    api: &Api,
    asks: &[(RepoName, RepositoryAsk)],
    most: usize,
) -> Result<(Vec<Fetched<Draft>>, Load), Unserved> {
    let mut load = Load::Fine;
    let mut drafts: Vec<Fetched<Draft>> = asks.iter().map(|_| Ok(None)).collect();
    let places: Vec<usize> = (0..asks.len()).collect();
    let mut waiting: VecDeque<Batch> = places.chunks(most).map(Batch::new).collect();
    while let Some(mut batch) = waiting.pop_front() {
        let asked = batch.asks(asks);
        let ruling = match api.send(&api.query(&query::repositories(&asked)), whole_answer).await {
            Ok(answer) => {
                batch.places = take(answer, &asked, &batch.places, &mut drafts);
                Ruling::Again(Obstacle::TimedOut)
            }
            Err(ruling) => ruling,
        };
        if batch.places.is_empty() {
            continue;
        }
        match again(api, &mut batch, &ruling).await {
            Ok(second) => {
                if second.is_some() {
                    load = Load::TooMuch;
                }
                waiting.extend([Some(batch), second].into_iter().flatten());
            }
            Err(Failure::Obstacle(obstacle)) if obstacle != Obstacle::NoAccess => {
                for place in batch.places {
                    drafts[place] = Err(Failure::Obstacle(obstacle.clone()));
                }
            }
            Err(_) => return Err(Unserved),
        }
    }
    Ok((drafts, load))
}

/// Pauses before a batch is asked for again; its second half is split off where all of it was too much at once.
async fn again(api: &Api, batch: &mut Batch, ruling: &Ruling) -> Result<Option<Batch>, Failure> {
    let is_overload = matches!(ruling, Ruling::Again(Obstacle::ServerError { .. } | Obstacle::TimedOut));
    let waited = api.wait_after(ruling, &mut batch.tries).await;
    if is_overload && batch.places.len() > 1 {
        let places = batch.places.split_off(batch.places.len() / 2);
        return Ok(Some(Batch { places, tries: batch.tries, surroundings: batch.surroundings }));
    }
    if is_overload {
        batch.surroundings = Wanted::No;
    }
    waited.map(|()| None)
}

/// Takes what an answer settles, and gives the places that it does not.
fn take(
    mut answer: Answer,
    asks: &[(RepoName, RepositoryAsk)],
    places: &[usize],
    drafts: &mut [Fetched<Draft>],
) -> Vec<usize> {
    let mut unsettled = Vec::new();
    for (index, &place) in places.iter().enumerate() {
        match settle(&mut answer, index, &asks[index].1) {
            Some(draft) => drafts[place] = draft,
            None => unsettled.push(place),
        }
    }
    unsettled
}

/// An answer with something in it.
pub(super) fn whole_answer(reply: &Reply) -> Result<Answer, Ruling> {
    let answer: Answer = json(reply)?;
    if answer.data.is_some() {
        return Ok(answer);
    }
    Err(match answer.errors.first().map(ErrorShape::complaint) {
        Some(Complaint::Limited) => Ruling::Limited { wait: reply.wait() },
        Some(Complaint::Overload) => Ruling::Again(Obstacle::TimedOut),
        Some(_) => Ruling::Refused { status: reply.status },
        None => Ruling::Again(Obstacle::Garbled),
    })
}

/// One repository of an answer; none where it has to be asked for again.
fn settle(answer: &mut Answer, index: usize, ask: &RepositoryAsk) -> Option<Fetched<Draft>> {
    let alias = query::alias(index);
    let errors = &answer.errors;
    let is_troubled = |complaint| matches!(complaint, Complaint::Overload | Complaint::Limited);
    if errors.iter().any(|error| error.is_at(&[&alias]) && is_troubled(error.complaint())) {
        return None;
    }
    let data = answer.data.as_mut()?;
    if let Some(shape) = data.remove(&alias).flatten() {
        let mut draft = Reading { alias: &alias, ask, errors }.draft(shape);
        for (place, team) in ask.teams.iter().enumerate() {
            let alias = query::team_alias(&alias, place);
            let shape = data.remove(&alias).flatten();
            let members = match errors.iter().find(|error| error.is_at(&[&alias])) {
                Some(error) => Err(error.complaint().into()),
                None => teams::from_shape(shape.and_then(|organisation| organisation.team)),
            };
            if let Ok(draft) = &mut draft {
                draft.answer.teams.insert(team.clone(), members);
            }
        }
        return Some(draft.map(Some).map_err(Failure::Obstacle));
    }
    let error = errors.iter().find(|error| error.is_of_all(&alias))?;
    let complaint = error.complaint();
    let is_missing = complaint == Complaint::NotFound;
    Some(if is_missing { Ok(None) } else { Err(Failure::Obstacle(complaint.into())) })
}

/// Fetches what one query could not bring.
async fn fill(api: &Api, ask: &RepositoryAsk, draft: Draft) -> RepositoryAnswer {
    let mut answer = draft.answer;
    let name = &answer.repository.name;
    if draft.lacks_readme {
        answer.readme = rest::fetch_readme(api, name, ask).await;
    }
    for path in draft.lacks_files {
        let file = rest::fetch_file(api, name, &path, ask.git_ref.as_deref()).await;
        answer.files.insert(path, file);
    }
    if let (Some(Ok(pull_request)), Some(number), Some(after)) =
        (&mut answer.pull_request, ask.pull_request, draft.next_comments)
        && let Ok(read) = &mut pull_request.comments
    {
        match comments::fetch_pages(api, name, number, Some(after)).await {
            Ok(more) => read.extend(more),
            Err(failure) => pull_request.comments = Err(failure.into()),
        }
    }
    answer
}

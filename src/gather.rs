//! gather(settings, policy, net) -> Facts: everything that can be seen about a student, in as few steps as there can be.

mod answers;
mod approvals;
mod beside;
pub mod checkout;
mod code;
pub mod cohort;
mod deployment;
pub mod eyes;
pub mod file;
mod ground;
mod links;
mod look;
pub mod policy;
mod project_pages;
mod projects;
mod records;
pub mod resume;
mod school;
pub mod single;
pub mod site;
pub mod site_address;
pub mod token;
mod tree;
mod visit;
mod work;

use answers::Answers;
use approvals::Terms;
use eyes::Eyes;
use ground::Ground;
use look::{Look, Looker};
use site::fetch_named;

use crate::facts::{Evidence, Facts, Note, Obstacle, RepoName};
use crate::net::Net;
use crate::net::github::TokenRefused;
use crate::policy::Policy;
use crate::settings::{Settings, Target, file::FileError};

/// Why nothing could be looked at.
#[derive(Debug, thiserror::Error)]
pub enum GatherError {
    /// The target cannot be used at all; the message names it and says what would be right.
    #[error("{0}")]
    Target(String),
    /// There is no such repository that the token may read; the host does not tell a private one from none.
    #[error("{0} does not exist, or is private and the token may not read it; the form is OWNER/REPO")]
    NotThere(RepoName),
    /// The student's file has mistakes.
    #[error(transparent)]
    File(#[from] FileError),
    /// The code host does not know the token.
    #[error(transparent)]
    Token(#[from] TokenRefused),
    /// The repository could not be read, and nothing is known of it.
    #[error("could not read {name}: {} {}", .obstacle.explanation(), .obstacle.advice())]
    Obstacle {
        /// The repository.
        name: RepoName,
        /// What stood in the way.
        obstacle: Obstacle,
    },
}

/// Looks at a student: what the code host says and what a visitor of the site sees, side by side.
///
/// # Errors
/// When the target does not exist or cannot be used, `portfolio.yml` has mistakes, or the token is refused.
pub async fn gather(settings: &Settings, policy: &Policy, net: &Net) -> Result<Facts, GatherError> {
    let eyes = Eyes::new(net, settings.render);
    let (mut ground, opened) = match &settings.target {
        Target::Folder(folder) => (Ground::from_folder(folder, settings)?, None),
        Target::Repository { name, git_ref } => {
            let ground = Ground::fetch(name, git_ref.as_deref(), settings, &net.github);
            let (ground, opened) = tokio::join!(ground, fetch_named(settings.site.as_ref(), eyes));
            (ground?, opened)
        }
    };
    deployment::fetch_awaited(&mut ground, settings, net).await?;
    let mut answers = Answers::new(&settings.hosts.server);
    let looker = Looker { settings, policy, net, eyes };
    let look = looker.fetch(&mut ground, &mut answers, opened).await?;
    let entries = look.entries(&ground, settings);
    // What only the site shows could not be asked for before.
    let wish = answers.wish(entries.as_deref().unwrap_or_default(), &ground, None);
    answers.fetch(wish, &ground, &net.github).await?;
    let Look { source, records, said, school, visit } = look;
    let projects_unseen = source.map_or_else(Some, |source| source.unseen(&ground, &visit));
    let projects = entries
        .map(|entries| answers.projects(entries, &ground, &visit, work::student(&ground, settings).as_ref()));
    let projects = links::fetch_leads(projects, &net.web).await;
    let terms = Terms { settings, policy, school: &school };
    let reviews = approvals::fetch_reviews(&ground, &terms, &net.github).await;
    let reviews = reviews.map(|reviews| approvals::with_resume(reviews, &visit.resume, &ground));
    let ledger = school.fetch_ledger(&ground, (settings, policy), &net.github).await;
    let evidence = Evidence { reviews, ledger, ..records.fetch(said, &ground, &net.web).await };
    let notes = notes(settings, &ground, &answers);
    Ok(Facts {
        read_at: settings.started,
        as_of: settings.as_of.unwrap_or(settings.started),
        pull_request: ground.pull_request(settings),
        portfolio: ground.into_portfolio(settings),
        projects,
        projects_unseen,
        site: visit.site,
        resume: visit.resume,
        evidence,
        sightings: settings.sightings.clone(),
        notes,
    })
}

fn notes(settings: &Settings, ground: &Ground, answers: &Answers) -> Vec<Note> {
    let asked = match &settings.target {
        Target::Repository { name, .. } => Some(name),
        Target::Folder(_) => None,
    };
    let renamed = asked.zip(ground.name.as_ref()).filter(|(from, to)| from != to);
    let renamed = renamed.map(|(from, to)| Note::Renamed { from: from.clone(), to: to.clone() });
    let cut = ground.folder.as_ref().and(ground.tree.cut());
    let cut = cut.map(|_| Note::TreeCut { files: ground.tree.files().len() });
    let deployment = deployment::note(ground.deployments());
    renamed.into_iter().chain(answers.renamed()).chain(deployment).chain(cut).collect()
}

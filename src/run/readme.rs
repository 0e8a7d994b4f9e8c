//! `foliocheck readme`: one README as it is being written, judged by the same engine and in the same words.

use std::path::Path;

use super::{Machine, RunError};
use crate::cli::ReadmeFormat;
use crate::deliver::console;
use crate::exit;
use crate::facts::{
    Evidence, Facts, FoundIn, Home, Obstacle, Place, Portfolio, Project, Readme, Resume, Seen, SeenAs,
    Sightings, Site, Untrusted,
};
use crate::gather::file::fetch_text_file;
use crate::gather::single::read_readme;
use crate::judge::judge_project;
use crate::policy::Policy;
use crate::render::{Look, readme_json, terminal};
use crate::report::Report;
use crate::rule::Group;
use crate::rules;

/// Judges one README.
///
/// # Errors
/// When the file cannot be read, or nobody reads standard output.
pub(super) fn readme(
    file: &Path,
    format: ReadmeFormat,
    look: Look,
    machine: &Machine,
) -> Result<u8, RunError> {
    let (path, bytes) = fetch_text_file(file).map_err(RunError::Usage)?;
    let readme = read_readme(file, (&path, &bytes));
    let project = project(&Untrusted::new(path), readme);
    let policy = Policy::portfolio();
    let rules: Vec<_> = rules::all().into_iter().filter(|rule| rule.group == Group::Readme).collect();
    let findings = judge_project(&rules, &project, &policy);
    let report = Report::new(facts(project, machine), (&policy).into(), findings);
    console::write_result(&match format {
        ReadmeFormat::Json => readme_json(&report),
        ReadmeFormat::Terminal => terminal(&report, look),
    })?;
    Ok(exit_code(&report))
}

/// The README as that of a project, which the rules ask about.
fn project(path: &Untrusted, readme: Seen<Readme>) -> Project {
    Project {
        name: path.clone(),
        home: Home::Folder(path.clone()),
        also: Vec::new(),
        demo: None,
        demo_lead: None,
        kit: crate::facts::Kit::default(),
        work: Err(Obstacle::NotAsked),
        found_in: FoundIn::Readme,
        found_at: Place::File { repository: None, path: path.clone(), line: None },
        shown: Err(Obstacle::NotAsked),
        repository: Err(Obstacle::NotAsked),
        readme: readme.map(Some),
    }
}

fn facts(project: Project, machine: &Machine) -> Facts {
    Facts {
        read_at: machine.now,
        as_of: machine.now,
        portfolio: Portfolio {
            name: None,
            student: None,
            commit: None,
            repository: Err(Obstacle::NotAsked),
            readme: project.readme,
            is_declared: false,
        },
        pull_request: None,
        projects: Err(Obstacle::NotAsked),
        projects_unseen: Some(Obstacle::NotAsked),
        site: Site {
            addresses: Vec::new(),
            seen_as: SeenAs::Source,
            home: Err(Obstacle::NotAsked),
            was_asleep: false,
            unshown: None,
            pages: Vec::new(),
        },
        resume: Resume {
            link: Err(Obstacle::NotAsked),
            dead_ends: Vec::new(),
            target: Err(Obstacle::NotAsked),
        },
        evidence: Evidence::not_asked(),
        sightings: Sightings::new(),
        notes: Vec::new(),
    }
}

fn exit_code(report: &Report) -> u8 {
    let tally = report.tally;
    match (tally.fail, tally.pass + tally.warn) {
        (0, 0) => exit::NOTHING,
        (0, _) => exit::OK,
        _ => exit::FAILED,
    }
}

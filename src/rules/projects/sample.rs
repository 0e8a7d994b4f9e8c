//! Facts for the tests of this group, to change one thing of.

use crate::facts::{
    Evidence, Facts, FoundIn, Home, Instant, Obstacle, Place, Portfolio, Project, RepoName, Repository,
    Resume, SeenAs, Sightings, Site,
};

pub(super) fn name() -> RepoName {
    RepoName::parse("ada/weather").unwrap()
}

pub(in crate::rules) fn repository() -> Repository {
    Repository {
        name: name(),
        is_empty: false,
        is_private: false,
        is_organisations: None,
        pushed: None,
        is_archived: false,
        fork_of: None,
        default_branch: Some("main".into()),
        head: None,
        homepage: None,
        description: None,
        top: Vec::new(),
    }
}

pub(in crate::rules) fn project() -> Project {
    Project {
        name: "Weather".into(),
        home: Home::Repository { name: name(), folder: None },
        also: Vec::new(),
        demo: Some("https://weather.example".into()),
        demo_lead: None,
        kit: crate::facts::Kit::default(),
        work: Err(Obstacle::NotAsked),
        found_in: FoundIn::Readme,
        found_at: Place::File { repository: None, path: "README.md".into(), line: Some(3) },
        shown: Ok(None),
        repository: Ok(Some(repository())),
        readme: Ok(None),
    }
}

pub(super) fn facts() -> Facts {
    let unseen = || Obstacle::NotAsked;
    Facts {
        read_at: Instant::from_unix_seconds(0),
        as_of: Instant::from_unix_seconds(0),
        portfolio: Portfolio {
            name: None,
            student: None,
            commit: None,
            repository: Err(unseen()),
            readme: Ok(None),
            is_declared: false,
        },
        pull_request: None,
        projects: Ok(vec![project()]),
        projects_unseen: None,
        site: Site {
            addresses: Vec::new(),
            seen_as: SeenAs::Http,
            home: Err(unseen()),
            was_asleep: false,
            unshown: None,
            pages: Vec::new(),
        },
        resume: Resume { link: Err(unseen()), dead_ends: Vec::new(), target: Err(unseen()) },
        evidence: Evidence::not_asked(),
        sightings: Sightings::new(),
        notes: Vec::new(),
    }
}

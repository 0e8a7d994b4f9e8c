//! (tests) A project and its README, to change one thing of.

use crate::facts::{
    Essentials, FoundIn, Home, Lead, Level, Meaning, Obstacle, Place, Project, Readme, Reference,
    ReferenceKind, RepoName, Section, Seen,
};

pub(crate) fn project() -> Project {
    Project {
        name: "Weather".into(),
        home: Home::Repository { name: RepoName::new("ada", "weather").unwrap(), folder: None },
        also: Vec::new(),
        demo: Some("https://weather.example".into()),
        demo_lead: None,
        kit: crate::facts::Kit::default(),
        work: Err(Obstacle::NotAsked),
        found_in: FoundIn::PortfolioFile,
        found_at: Place::Folder,
        shown: Ok(None),
        repository: Ok(None),
        readme: Ok(Some(readme(Level::Adequate))),
    }
}

/// A project whose README names addresses that lead to these.
pub(crate) fn with_references(leads: &[(ReferenceKind, Seen<Lead>)]) -> Project {
    let reference = |(kind, lead): &(ReferenceKind, Seen<Lead>)| Reference {
        kind: *kind,
        address: "a".into(),
        line: 7,
        lead: lead.clone(),
    };
    let references = leads.iter().map(reference).collect();
    Project { readme: Ok(Some(Readme { references, ..readme(Level::Adequate) })), ..project() }
}

pub(crate) fn readme(level: Level) -> Readme {
    let section =
        |heading: &str, line, meaning| Section { heading: heading.into(), line, meanings: vec![meaning] };
    Readme {
        path: "README.md".into(),
        level,
        essentials: Essentials { what: Some(3), run: Some(5), built_with: Some(9) },
        extras: Vec::new(),
        boilerplate: None,
        words: 40,
        sections: vec![section("Weather", 1, Meaning::What), section("License", 12, Meaning::Who)],
        blemishes: Vec::new(),
        commands: Vec::new(),
        references: Vec::new(),
        is_language_known: true,
        fingerprint: Vec::new(),
        sha256: String::new(),
        lines: 14,
    }
}

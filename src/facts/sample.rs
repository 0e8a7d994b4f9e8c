//! For tests of rules: a student with whom everything is right, to change one thing of.

use super::{
    Document, DocumentKind, Evidence, Facts, Instant, Leftovers, Naming, Obstacle, Page, Portfolio, Resume,
    ResumeLink, ResumeMarks, ResumeReason, SeenAs, Sightings, Site, SiteAddress, SiteSource, Target, Visit,
};

impl Facts {
    /// Ada: a site that answers, with a resume that opens.
    pub(crate) fn sample() -> Self {
        Self {
            read_at: Instant::from_unix_seconds(1_485_730_920),
            as_of: Instant::from_unix_seconds(1_485_730_920),
            portfolio: Portfolio {
                name: None,
                student: None,
                commit: None,
                repository: Err(Obstacle::NotInALocalRun),
                readme: Ok(None),
                is_declared: false,
            },
            pull_request: None,
            projects: Ok(Vec::new()),
            projects_unseen: None,
            site: Site {
                addresses: vec![SiteAddress {
                    url: "https://ada.example/".into(),
                    found_in: SiteSource::Homepage,
                }],
                seen_as: SeenAs::Http,
                home: Ok(Visit::Page(Page::sample())),
                unshown: None,
                was_asleep: false,
                pages: Vec::new(),
            },
            resume: Resume {
                link: Ok(Some(ResumeLink::sample())),
                dead_ends: Vec::new(),
                target: Ok(Target::Document(Document::sample())),
            },
            evidence: Evidence::not_asked(),
            sightings: Sightings::new(),
            notes: Vec::new(),
        }
    }
}

impl Page {
    /// A home page with some words.
    pub(crate) fn sample() -> Self {
        Self {
            url: "https://ada.example/".into(),
            title: "Ada Lovelace".into(),
            text: "Ada Lovelace programs engines.".into(),
            words: 120,
            is_shell: false,
            has_scripts: false,
            cards: Vec::new(),
            links: Vec::new(),
            headings: Vec::new(),
            resume_sections: 0,
            has_viewport: true,
            images_without_alt: 0,
            insecure_parts: 0,
            contacts: Vec::new(),
            leftovers: Leftovers::default(),
            view: None,
        }
    }
}

impl ResumeLink {
    /// "Resume" in the menu.
    pub(crate) fn sample() -> Self {
        Self {
            href: "resume.pdf".into(),
            url: Some("https://ada.example/resume.pdf".into()),
            label: "Resume".into(),
            on_page: "https://ada.example/".into(),
            line: None,
            reason: ResumeReason::Text,
            seen_as: SeenAs::Http,
        }
    }
}

impl Document {
    /// A PDF of one page.
    pub(crate) fn sample() -> Self {
        Self {
            url: "https://ada.example/resume.pdf".into(),
            kind: DocumentKind::Pdf,
            bytes: Some(80_000),
            pages: Ok(1),
            words: Ok(412),
            flaw: None,
            has_resume_sections: true,
            marks: Ok(ResumeMarks {
                leftovers: Leftovers::default(),
                naming: Naming::Named,
                has_email: true,
                private: Vec::new(),
            }),
            direct: None,
            is_shortened: false,
            sha256: None,
            git_name: None,
            view: None,
        }
    }
}

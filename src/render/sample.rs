//! For tests and pictures: the report of an imaginary student, with every verdict and span; another with every obstacle;
//! another in which everything that the student wrote is hostile.

mod findings;
mod rules;

use crate::facts::{
    Essentials, Evidence, Extra, Facts, FoundIn, Home, Instant, Level, Meaning, Obstacle, Page, Picture,
    Place, Portfolio, Project, PullRequest, Readme, RepoName, Repository, Resume, ResumeLink, ResumeReason,
    Section, SeenAs, Sightings, Site, SiteAddress, SiteSource, Target, Untrusted, View, Zone,
};
use crate::finding::{Excuse, Finding, Subject, Verdict};
use crate::report::changes::{Verdicts, key};
use crate::report::{PolicyStamp, Report};
use crate::rule::{Fix, Paste};
use crate::text::Text;

/// Not a picture, but the beginning of one.
const PICTURE: &[u8] = b"\xff\xd8\xff\xe0";

/// The report of Ada: three projects, a resume that does not open, a README without instructions.
pub fn report() -> Report {
    Report::new(facts(), policy(), findings::all()).since(&before())
}

/// Where everything required is met.
pub fn met() -> Report {
    let findings = findings::all().into_iter().filter(|finding| finding.verdict == Verdict::Pass).collect();
    Report::new(facts(), policy(), findings)
}

/// One finding for each obstacle.
pub fn obstacles() -> Report {
    let all = [
        Obstacle::NoAccess,
        Obstacle::Blocked { status: 999 },
        Obstacle::RateLimited,
        Obstacle::TimedOut,
        Obstacle::Unreachable,
        Obstacle::ServerError { status: 503 },
        Obstacle::BadCertificate { flaw: "has expired" },
        Obstacle::Asleep,
        Obstacle::TooLarge { limit_bytes: 5_000_000 },
        Obstacle::NeedsJavaScript,
        Obstacle::NoBrowser,
        Obstacle::BrowserFailed,
        Obstacle::StaysEmpty,
        Obstacle::PrivateAddress,
        Obstacle::Garbled,
        Obstacle::NotInALocalRun,
        Obstacle::DependsOn { what: "the address of the site" },
        Obstacle::NotAsked,
        Obstacle::Unreadable { why: "a password" },
    ];
    Report::new(facts(), policy(), all.into_iter().map(findings::not_seen).collect())
}

/// The same findings, with this text wherever the student can put one.
pub fn hostile(text: &str) -> Report {
    let text = Untrusted::from(text);
    let mut facts = facts();
    facts.portfolio.student = Some(text.clone());
    facts.site.pages[0].view =
        Some(Box::new(View { page: text.clone(), picture: Some(Picture::new(PICTURE)) }));
    facts.site.addresses = vec![SiteAddress { url: text.clone(), found_in: SiteSource::PortfolioFile }];
    let findings = findings::all().into_iter().map(|finding| spoiled(finding, &text)).collect();
    Report::new(facts, policy(), findings).since(&before())
}

fn spoiled(finding: Finding, text: &Untrusted) -> Finding {
    let words = Text::plain("Seen: ").quote(text).then(" ").code(text.clone()).then(" ").name(text);
    let words = words.then(" ").link("here", text).then(" ").link("there", &on_the_web(text));
    let place = match finding.place {
        Place::Page { .. } => Place::Page { url: on_the_web(text), quoted: Some(text.clone()) },
        Place::File { .. } | Place::Repository(_) | Place::PullRequest { .. } | Place::Folder => {
            Place::File { repository: None, path: text.clone(), line: Some(1) }
        }
    };
    let subject = Subject {
        name: finding.subject.name.as_ref().map(|_| text.clone()),
        home: finding.subject.home.as_ref().map(|_| Home::Folder(text.clone())),
        kind: finding.subject.kind,
        stage: finding.subject.stage,
    };
    let paste = Paste { language: "md", lines: text.clone() };
    let fix = finding.fix.map(|_| Fix { text: words.clone(), paste: Some(paste) });
    let excuse = finding.excuse.map(|excuse| Excuse { by: text.clone(), why: text.clone(), ..excuse });
    Finding { subject, text: words, place, fix, excuse, ..finding }
}

fn on_the_web(text: &Untrusted) -> Untrusted {
    Untrusted::new(format!("https://ada.example/{}", text.as_written()))
}

/// What the check before this one found.
fn before() -> Verdicts {
    let seen = [
        ("readme-present@ada/chess", Verdict::Fail),
        ("readme-images-load@projects/recipes", Verdict::Pass),
        ("readme-adequate@ada/weather", Verdict::Fail),
        ("resume-linked", Verdict::Pass),
    ];
    seen.into_iter().map(|(id, verdict)| (key(&id.into()), verdict)).collect()
}

fn policy() -> PolicyStamp {
    let zone = Zone::named("America/Denver").unwrap_or(Zone::UTC);
    PolicyStamp {
        name: "turing-2017".into(),
        version: "2017-01-24".into(),
        source: "preset".into(),
        zone,
        effective_from: None,
    }
}

fn facts() -> Facts {
    Facts {
        read_at: Instant::from_unix_seconds(1_485_734_520),
        as_of: Instant::from_unix_seconds(1_485_734_520),
        portfolio: Portfolio {
            name: Some(repo("portfolio")),
            student: Some("ada".into()),
            commit: Some("3f2c1ab09d5e4b7788990a1b2c3d4e5f60718293".into()),
            repository: Ok(repository("portfolio")),
            readme: Ok(Some(readme("README.md", Level::Adequate))),
            is_declared: false,
        },
        pull_request: Some(PullRequest {
            repository: repo("portfolio"),
            number: 7,
            author: Some("ada".into()),
            head: Some("3f2c1ab09d5e4b7788990a1b2c3d4e5f60718293".into()),
            head_repository: Some(repo("portfolio")),
            comments: Ok(Vec::new()),
        }),
        projects: Ok(vec![
            project("Weather", Level::Thin),
            project("Chess", Level::Excellent),
            project("Recipes", Level::Adequate),
        ]),
        projects_unseen: None,
        site: site(),
        resume: resume(),
        evidence: Evidence::not_asked(),
        sightings: Sightings::new(),
        notes: Vec::new(),
    }
}

fn site() -> Site {
    Site {
        addresses: vec![SiteAddress { url: "https://ada.example".into(), found_in: SiteSource::Homepage }],
        seen_as: SeenAs::Http,
        home: Err(Obstacle::NotAsked),
        was_asleep: false,
        unshown: None,
        pages: vec![Page {
            view: Some(Box::new(View {
                page: "https://ada.example/".into(),
                picture: Some(Picture::new(PICTURE)),
            })),
            ..Page::default()
        }],
    }
}

fn resume() -> Resume {
    Resume {
        link: Ok(Some(ResumeLink {
            href: "/resume.pdf".into(),
            url: Some("https://ada.example/resume.pdf".into()),
            label: "Resume".into(),
            on_page: "https://ada.example/".into(),
            line: None,
            reason: ResumeReason::Text,
            seen_as: SeenAs::Http,
        })),
        dead_ends: Vec::new(),
        target: Ok(Target::PageInsteadOfFile { nearby: None }),
    }
}

/// Recipes is a folder of the portfolio; the others are repositories.
fn project(name: &str, level: Level) -> Project {
    let place = name.to_lowercase();
    let is_folder = name == "Recipes";
    let folder = format!("projects/{place}");
    Project {
        name: name.into(),
        home: if is_folder {
            Home::Folder(folder.as_str().into())
        } else {
            Home::Repository { name: repo(&place), folder: None }
        },
        also: Vec::new(),
        demo: Some(format!("https://{place}.example").into()),
        demo_lead: None,
        kit: crate::facts::Kit::default(),
        work: Err(Obstacle::NotAsked),
        found_in: FoundIn::Readme,
        found_at: Place::File { repository: None, path: "README.md".into(), line: Some(9) },
        shown: Ok(None),
        repository: Ok(Some(repository(&place))),
        readme: Ok(Some(readme(
            &if is_folder { format!("{folder}/README.md") } else { "README.md".into() },
            level,
        ))),
    }
}

fn repository(name: &str) -> Repository {
    Repository {
        name: repo(name),
        is_empty: false,
        is_private: false,
        is_organisations: None,
        pushed: None,
        is_archived: false,
        fork_of: None,
        default_branch: Some("main".into()),
        head: Some("9a8b7c6d5e4f30211203f4e5d6c7b8a990817263".into()),
        homepage: None,
        description: None,
        top: vec!["README.md".into(), "src/".into()],
    }
}

fn readme(path: &str, level: Level) -> Readme {
    Readme {
        commands: Vec::new(),
        references: Vec::new(),
        path: path.into(),
        level,
        essentials: Essentials {
            what: Some(3),
            run: (level >= Level::Adequate).then_some(12),
            built_with: Some(8),
        },
        extras: if level == Level::Excellent {
            vec![Extra::Visual, Extra::Live, Extra::Tests]
        } else {
            vec![]
        },
        boilerplate: None,
        words: 210,
        sections: vec![
            Section { heading: "About".into(), line: 1, meanings: vec![Meaning::What] },
            Section {
                heading: "Built with".into(),
                line: 7,
                meanings: vec![Meaning::How, Meaning::References],
            },
        ],
        blemishes: Vec::new(),
        is_language_known: true,
        fingerprint: Vec::new(),
        sha256: String::new(),
        lines: 20,
    }
}

fn repo(name: &str) -> RepoName {
    RepoName::new("ada", name).unwrap_or_else(|| repo("portfolio"))
}

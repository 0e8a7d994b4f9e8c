//! What the sample's rules found.

use super::rules;
use super::{project, repo};
use crate::facts::{Instant, Level, Obstacle, Place, Untrusted};
use crate::finding::{Excuse, Finding, Standing, Subject, Verdict};
use crate::rule::{Fix, Group, Paste, Rule, Severity};
use crate::text::Text;

/// Findings of every verdict.
pub(super) fn all() -> Vec<Finding> {
    vec![
        met(
            &rules::ENOUGH,
            None,
            Text::number(Text::new(), 3).then(" projects, found in ").code("README.md"),
        ),
        met(&rules::PRESENT, Some("Weather"), Text::plain("README found at ").code("README.md")),
        met(&rules::PRESENT, Some("Chess"), Text::plain("README found at ").code("README.md")),
        met(
            &rules::PRESENT,
            Some("Recipes"),
            Text::plain("README found at ").code("projects/recipes/README.md"),
        ),
        thin_readme(),
        met(
            &rules::ADEQUATE,
            Some("Chess"),
            Text::plain("Level 4 of 4: with a picture, a live link and tests"),
        ),
        met(&rules::ADEQUATE, Some("Recipes"), Text::plain("Level 3 of 4: answers all three questions")),
        broken_picture(),
        met(
            &rules::ANSWERS,
            None,
            Text::plain("Answers with a page called ").quote(&"Ada builds things".into()),
        ),
        walled_contact(),
        linked_late(),
        page_for_a_file(),
        finding(
            &rules::HAS_TEXT,
            None,
            Verdict::NotApplicable,
            Text::plain("Nothing to look at before ").code("resume-opens").then(" is met"),
        ),
        asked_for_approval(),
        early_contacts(),
        excused_plan(),
    ]
}

/// A finding that an obstacle kept from being made.
pub(super) fn not_seen(obstacle: Obstacle) -> Finding {
    let text = Text::new().value(obstacle.explanation());
    Finding { obstacle: Some(obstacle), ..finding(&rules::CONTACT, None, Verdict::CannotTell, text) }
}

fn thin_readme() -> Finding {
    let text = Text::plain("Level 2 of 4: says what it is and what it is built with, not how to run it");
    let advice = Text::plain("Below line 14 of ").code("README.md").then(", say how to run it:");
    Finding {
        place: Place::File { repository: Some(repo("weather")), path: "README.md".into(), line: Some(14) },
        fix: Some(Fix { text: advice, paste: Some(paste("md", RUN_IT)) }),
        ..finding(&rules::ADEQUATE, Some("Weather"), Verdict::Fail, text)
    }
}

const RUN_IT: &str = "## Run it\n\n```sh\nbundle install\nrails db:setup\nrails server\n```\n\nThen open http://localhost:3000.";

fn page_for_a_file() -> Finding {
    let text =
        Text::plain("Leads to ").code("/resume.pdf").then(", which answers with a page instead of a file");
    let guide = "https://docs.example/pages/files".into();
    let advice = Text::plain("Put ")
        .code("resume.pdf")
        .then(" into the folder that is published, push, and open the link in a private window; ")
        .link("how files are published", &guide)
        .then(". A link that works:");
    Finding {
        place: Place::Page { url: "https://ada.example/".into(), quoted: Some("Resume".into()) },
        fix: Some(Fix { text: advice, paste: Some(paste("html", "<a href=\"resume.pdf\">Resume</a>")) }),
        ..finding(&rules::OPENS, None, Verdict::Fail, text)
    }
}

fn broken_picture() -> Finding {
    let text = Text::plain("Shows ").code("Soup.PNG").then("; the file is called ").code("soup.png");
    let advice = Text::plain("In line 5, write:");
    Finding {
        severity: Severity::Advisory,
        place: Place::File { repository: None, path: "projects/recipes/README.md".into(), line: Some(5) },
        fix: Some(Fix {
            text: advice,
            paste: Some(paste("md", "![Tomato soup, step three of five](soup.png)")),
        }),
        ..finding(&rules::IMAGES, Some("Recipes"), Verdict::Warn, text)
    }
}

fn linked_late() -> Finding {
    let text = Text::plain("A link called ").quote(&"Resume".into()).then(" in the menu");
    Finding {
        due: Instant::parse("2017-01-27T23:00:00Z"),
        standing: Instant::parse("2017-01-28T17:05:00Z").map(|since| Standing::Late { since }),
        ..met(&rules::LINKED, None, text)
    }
}

fn asked_for_approval() -> Finding {
    let text = Text::plain("Waits for ").name(&"grace".into()).then(", who was asked on 28 January");
    Finding {
        place: Place::PullRequest { repository: repo("portfolio"), number: 7 },
        due: Instant::parse("2017-02-02T01:00:00Z"),
        standing: Some(Standing::AwaitsApprover),
        ..finding(&rules::APPROVED, None, Verdict::Pending, text)
    }
}

fn early_contacts() -> Finding {
    let text = Text::plain("2 of 4 contacts are written down in ").code("evidence/outreach.csv");
    let advice = Text::plain("Add a line for each further contact:");
    Finding {
        subject: Subject::stage(Group::Outreach, 4),
        place: Place::File { repository: None, path: "evidence/outreach.csv".into(), line: Some(3) },
        fix: Some(Fix { text: advice, paste: Some(paste("csv", "date,company,person,role,outcome")) }),
        due: Instant::parse("2017-02-03T23:00:00Z"),
        standing: Some(Standing::NotDueYet),
        ..finding(&rules::CONTACTS, None, Verdict::Pending, text)
    }
}

fn excused_plan() -> Finding {
    let text = Text::plain("No plan was found");
    let excuse = Excuse {
        by: "grace".into(),
        why: "starts a job on 6 February".into(),
        until: Instant::parse("2017-03-01T07:00:00Z"),
    };
    Finding { excuse: Some(excuse), ..finding(&rules::PLAN, None, Verdict::Fail, text) }
}

fn walled_contact() -> Finding {
    Finding {
        place: Place::Page { url: "https://ada.example/".into(), quoted: Some("LinkedIn".into()) },
        ..not_seen(Obstacle::Blocked { status: 999 })
    }
}

fn met(rule: &'static Rule, project: Option<&str>, text: Text) -> Finding {
    finding(rule, project, Verdict::Pass, text)
}

fn finding(rule: &'static Rule, of: Option<&str>, verdict: Verdict, text: Text) -> Finding {
    let project = of.map(|name| project(name, Level::Adequate));
    Finding {
        rule,
        subject: project.as_ref().map_or_else(|| Subject::whole(rule.group), Subject::project),
        severity: rule.severity,
        verdict,
        text,
        place: project.as_ref().map_or(Place::Folder, |project| project.readme_place(None)),
        fix: None,
        obstacle: None,
        due: None,
        standing: None,
        excuse: None,
    }
}

fn paste(language: &'static str, lines: &str) -> Paste {
    Paste { language, lines: Untrusted::from(lines) }
}

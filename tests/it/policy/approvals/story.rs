//! A student with a site and a pull request, and what the school's reviewers do there.

use foliocheck::facts::RepoName;
use foliocheck::finding::{Finding, Standing, Verdict};
use foliocheck::policy::{Policy, PolicySource};
use foliocheck::report::Report;
use foliocheck::rule::Group;
use foliocheck::rules;
use foliocheck::settings::Only;
use world::{Answer, Repository, Review, Site, Token, World};

use crate::checking::{check_by, repository, settings};

const POLICY: &str = "\
name: school
version: 1
zone: America/Denver
people:
  coordinator: [{login: grace, id: 1001}]
requirements:
  resume-approved: {by: coordinator, due: 2017-02-01}
  portfolio-approved: {by: coordinator, due: 2017-02-03 16:00}
  evidence-submitted: {by: coordinator, due: 2017-01-27 16:00}
";

const HOME: &str = "<h1>Ada</h1><p>Weather and chess.</p><a href=\"ada.pdf\">Resume</a>";
pub(in crate::policy) const README: &str = "# Ada\n\nProjects: [Weather](https://github.com/ada/weather)\n";

/// A student with a site, a pull request, and the moment at which it is looked at.
pub(in crate::policy) struct Story {
    pub(in crate::policy) world: World,
    pub(in crate::policy) site: Site,
    pub(in crate::policy) number: u64,
    pub(in crate::policy) now: &'static str,
    pub(in crate::policy) token: Token,
    pub(in crate::policy) policy: String,
    pub(in crate::policy) source: PolicySource,
}

pub(in crate::policy) fn resume(name: &str) -> Vec<u8> {
    world::documents::text_pdf(&[name, "Experience", "Education", "Skills"])
}

impl Story {
    pub(in crate::policy) fn new() -> Self {
        let world = World::new();
        let site = world.site().route("/", Answer::html(HOME)).route("/ada.pdf", Answer::pdf(resume("Ada")));
        let portfolio = Repository::new("ada/portfolio")
            .homepage(&site.url)
            .file("README.md", README)
            .file("index.html", HOME)
            .file("ada.pdf", resume("Ada"))
            .file("notes.txt", "nothing");
        world.add(portfolio);
        world.add(
            Repository::new("ada/weather").file("README.md", "# Weather").pushed("2017-01-20T10:00:00Z"),
        );
        let head = world.commit("ada/portfolio", "hunt", &[("notes.txt", "job hunt")]);
        let number = world.open_pull_request("ada/portfolio", "ada", &head);
        Self {
            world,
            site,
            number,
            now: "2017-01-30T12:00:00Z",
            token: Token::Actions("ada/portfolio"),
            policy: POLICY.into(),
            source: PolicySource::File("policy.yml".into()),
        }
    }

    /// The same where a team of the school may approve, too.
    pub(in crate::policy) fn with_team(token: Token) -> Self {
        let story = Self::new();
        story.world.team("school/coordinators", &["hedy"]);
        let policy = POLICY.replace("1001}]", "1001}, {team: school/coordinators}]");
        Self { token, policy, ..story }
    }

    /// The same where the school keeps a ledger.
    pub(in crate::policy) fn with_ledger() -> Self {
        let story = Self::new();
        story.world.add(Repository::new("school/policies").file("policy.yml", POLICY));
        let name = RepoName::parse("school/policies").unwrap();
        let source = PolicySource::Repository { name, path: "policy.yml".into(), commit: None };
        Self { policy: format!("{POLICY}ledger: approvals/{{student}}.yml\n"), source, ..story }
    }

    pub(in crate::policy) fn review(&self, review: Review) -> &Self {
        self.world.review("ada/portfolio", self.number, review);
        self
    }

    pub(in crate::policy) fn ask(&self, whom: &str) -> &Self {
        self.world.ask_review("ada/portfolio", self.number, whom);
        self
    }

    pub(in crate::policy) fn push(&self, path: &str, text: &str) -> &Self {
        self.push_to("hunt", path, text)
    }

    /// Moves the pull request to another branch, as a forced push does.
    pub(in crate::policy) fn push_to(&self, branch: &str, path: &str, text: &str) -> &Self {
        let head = self.world.commit("ada/portfolio", branch, &[(path, text)]);
        self.world.push("ada/portfolio", self.number, &head);
        self
    }

    pub(in crate::policy) fn report(&self) -> Report {
        let policy = Policy::read(self.source.clone(), &self.policy, &rules::ids()).unwrap();
        let mut settings = settings(repository("ada/portfolio"), &self.world);
        settings.pull_request = Some(self.number);
        settings.as_of = foliocheck::facts::Instant::parse(self.now);
        settings.token = Some(foliocheck::settings::Token::new(self.token.text()));
        settings.only = Only::Listed {
            groups: vec![Group::Portfolio],
            rules: ["resume-linked", "resume-approved"].map(String::from).into(),
        };
        check_by(&settings, &policy).unwrap()
    }

    /// The verdict and the words of one rule.
    pub(in crate::policy) fn said(&self, rule: &str) -> (Verdict, Option<Standing>, String) {
        let report = self.report();
        let finding = report.findings.iter().find(|finding| finding.rule.id == rule).unwrap();
        (finding.verdict, finding.standing, words(finding))
    }

    /// What to paste, as the finding of a rule says.
    pub(in crate::policy) fn paste(&self, rule: &str) -> String {
        let report = self.report();
        let finding = report.findings.iter().find(|finding| finding.rule.id == rule).unwrap();
        finding.paste().unwrap().lines.as_written().to_owned()
    }
}

pub(in crate::policy) fn words(finding: &Finding) -> String {
    format!("{:?}", finding.text)
}

pub(in crate::policy) fn grace() -> Review {
    Review::approved("grace", 1001, "2017-01-30T10:00:00Z")
}

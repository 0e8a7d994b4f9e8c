//! Approvals that cannot be forged: every way to be approved, and every way that is none.

use foliocheck::finding::{Finding, Standing, Verdict};
use foliocheck::policy::{Policy, PolicySource};
use foliocheck::report::Report;
use foliocheck::rules;
use foliocheck::settings::Only;
use world::{Repository, Review, Token, World};

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

/// A student with a pull request, and the moment at which it is looked at.
struct Story {
    world: World,
    number: u64,
    now: &'static str,
    token: Token,
    policy: String,
}

impl Story {
    fn new() -> Self {
        let world = World::new();
        let portfolio = Repository::new("ada/portfolio")
            .file("README.md", "# Ada\n\nProjects: [Weather](https://github.com/ada/weather)\n")
            .file("index.html", HOME)
            .file("ada.pdf", world::documents::text_pdf(&["Ada Lovelace"]))
            .file("notes.txt", "nothing");
        world.add(portfolio);
        world.add(Repository::new("ada/weather").file("README.md", "# Weather"));
        let head = world.commit("ada/portfolio", "hunt", &[("notes.txt", "job hunt")]);
        let number = world.open_pull_request("ada/portfolio", "ada", &head);
        Self {
            world,
            number,
            now: "2017-01-30T12:00:00Z",
            token: Token::Actions("ada/portfolio"),
            policy: POLICY.into(),
        }
    }

    /// The same where a team of the school may approve, too.
    fn with_team(token: Token) -> Self {
        let story = Self::new();
        story.world.team("school/coordinators", &["hedy"]);
        let policy = POLICY.replace("1001}]", "1001}, {team: school/coordinators}]");
        Self { token, policy, ..story }
    }

    fn review(&self, review: Review) -> &Self {
        self.world.review("ada/portfolio", self.number, review);
        self
    }

    fn ask(&self, whom: &str) -> &Self {
        self.world.ask_review("ada/portfolio", self.number, whom);
        self
    }

    fn push(&self, path: &str, text: &str) -> &Self {
        let head = self.world.commit("ada/portfolio", "hunt", &[(path, text)]);
        self.world.push("ada/portfolio", self.number, &head);
        self
    }

    fn report(&self) -> Report {
        let policy =
            Policy::read(PolicySource::File("policy.yml".into()), &self.policy, &rules::ids()).unwrap();
        let mut settings = settings(repository("ada/portfolio"), &self.world);
        settings.pull_request = Some(self.number);
        settings.as_of = foliocheck::facts::Instant::parse(self.now);
        settings.token = Some(foliocheck::settings::Token::new(self.token.text()));
        settings.only = Only::Listed {
            groups: Vec::new(),
            rules: ["resume-approved", "portfolio-approved", "evidence-submitted"].map(String::from).into(),
        };
        check_by(&settings, &policy).unwrap()
    }

    /// The verdict and the words of one rule.
    fn said(&self, rule: &str) -> (Verdict, Option<Standing>, String) {
        let report = self.report();
        let finding = report.findings.iter().find(|finding| finding.rule.id == rule).unwrap();
        (finding.verdict, finding.standing, words(finding))
    }
}

fn words(finding: &Finding) -> String {
    format!("{:?}", finding.text)
}

fn grace() -> Review {
    Review::approved("grace", 1001, "2017-01-30T10:00:00Z")
}

#[test]
fn a_review_of_the_school_approves() {
    let story = Story::new();
    story.ask("grace");
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pending);
    assert_eq!(story.said("portfolio-approved").1, Some(Standing::AwaitsApprover));
    assert_eq!(story.said("evidence-submitted").0, Verdict::Pass);
    story.review(grace());
    let (verdict, standing, words) = story.said("portfolio-approved");
    assert_eq!((verdict, standing), (Verdict::Pass, Some(Standing::InTime)), "{words}");
    assert!(words.contains("Mon 30 Jan 2017, 03:00 MST"), "{words}");
}

#[test]
fn nothing_else_approves() {
    let cases: [(&str, Review); 6] = [
        ("the author's second account", Review::approved("ada-two", 7, "2017-01-30T10:00:00Z")),
        ("a classmate", Review::approved("bob", 8, "2017-01-30T10:00:00Z")),
        ("the author", Review::approved("ada", 9, "2017-01-30T10:00:00Z")),
        ("a former login in other hands", Review::approved("grace", 6666, "2017-01-30T10:00:00Z")),
        ("a comment that says so", grace().commenting().saying("Approved! approve: portfolio")),
        ("an approval that was taken back", grace().dismissed()),
    ];
    for (case, review) in cases {
        let story = Story::new();
        story.review(review);
        let (verdict, standing, words) = story.said("portfolio-approved");
        assert_eq!((verdict, standing), (Verdict::Pending, Some(Standing::NotDueYet)), "{case}: {words}");
        let late = Story { now: "2017-02-03T23:01:00Z", ..story };
        assert_eq!(late.said("portfolio-approved").0, Verdict::Fail, "{case}");
    }
}

#[test]
fn the_last_word_of_a_reviewer_counts() {
    let story = Story::new();
    story.review(grace());
    story.review(Review::approved("grace", 1001, "2017-01-30T11:00:00Z").commenting());
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass, "a comment takes nothing back");
    story.review(Review::approved("grace", 1001, "2017-01-30T11:30:00Z").asking_for_changes());
    assert!(story.said("portfolio-approved").2.contains("asks for changes"));
    story.review(Review::approved("grace", 1001, "2017-01-30T11:45:00Z"));
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass);
}

#[test]
fn a_renamed_approver_is_known_by_number() {
    let story = Story::new();
    story.review(Review::approved("grace-hopper", 1001, "2017-01-30T10:00:00Z"));
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass);
}

#[test]
fn a_scope_only_narrows() {
    let story = Story::new();
    story.review(grace().saying("Good work.\napprove: resume"));
    assert_ne!(story.said("portfolio-approved").0, Verdict::Pass);
    let story = Story::new();
    story.review(Review::approved("bob", 8, "2017-01-30T10:00:00Z").saying("approve: portfolio"));
    assert_ne!(story.said("portfolio-approved").0, Verdict::Pass);
}

#[test]
fn an_approval_holds_for_what_was_approved() {
    for (path, text, holds) in [
        ("notes.txt", "still the job hunt", true),
        ("README.md", "#  Ada\n\nProjects:  [Weather](https://github.com/ada/weather)", true),
        ("README.md", "# Ada\n\nProjects: [Chess](https://github.com/bob/chess)\n", false),
        ("portfolio.yml", "projects: [{repo: ada/weather}]\n", false),
        ("index.html", "<h1>Ada</h1><a href=\"other.pdf\">Resume</a>", false),
    ] {
        let story = Story::new();
        story.review(grace()).push(path, text);
        let (verdict, standing, words) = story.said("portfolio-approved");
        if holds {
            assert_eq!(verdict, Verdict::Pass, "{path}: {words}");
        } else {
            let expected = (Verdict::Pending, Some(Standing::AwaitsApprover));
            assert_eq!((verdict, standing), expected, "{path}: {words}");
            assert!(words.contains("changed since") && words.contains(path), "{words}");
        }
    }
}

#[test]
fn an_approval_after_the_date_is_late_and_no_failure() {
    let story = Story { now: "2017-02-10T12:00:00Z", ..Story::new() };
    story.review(Review::approved("grace", 1001, "2017-02-09T10:00:00Z"));
    let (verdict, standing, _) = story.said("portfolio-approved");
    assert_eq!(verdict, Verdict::Pass);
    assert!(matches!(standing, Some(Standing::Late { .. })), "{standing:?}");
}

#[test]
fn a_member_of_the_team_approves_where_the_token_may_see_it() {
    let story = Story::with_team(Token::User("school-bot"));
    story.review(Review::approved("hedy", 77, "2017-01-30T10:00:00Z"));
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass);
    story.review(Review::approved("bob", 8, "2017-01-30T11:00:00Z"));
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass, "one is enough");
}

#[test]
fn a_team_that_cannot_be_seen_is_unknown_and_not_absent() {
    let story = Story::with_team(Token::Actions("ada/portfolio"));
    story.review(Review::approved("hedy", 77, "2017-01-30T10:00:00Z"));
    assert_eq!(story.said("portfolio-approved").0, Verdict::CannotTell);
    story.review(grace());
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass, "a listed account is enough");
}

#[test]
fn with_a_token_reviews_cost_no_request_of_their_own() {
    let story = Story::new();
    story.ask("grace").review(grace());
    story.report();
    assert_eq!(story.world.count("GET"), 0, "{:?}", story.world.requests());
    story.push("notes.txt", "more");
    story.report();
    assert_eq!(story.world.count("GET"), 1, "{:?}", story.world.requests());
}

#[test]
fn without_graphql_the_same_is_read_by_rest() {
    let story = Story::with_team(Token::Actions("ada/portfolio"));
    story.world.without_graphql();
    story.ask("grace");
    assert_eq!(story.said("evidence-submitted").0, Verdict::Pass);
    story.review(grace());
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass);
}

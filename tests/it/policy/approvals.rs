//! Approvals that cannot be forged: every way to be approved, and every way that is none.

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
const README: &str = "# Ada\n\nProjects: [Weather](https://github.com/ada/weather)\n";

/// A student with a site, a pull request, and the moment at which it is looked at.
pub(super) struct Story {
    pub(super) world: World,
    pub(super) site: Site,
    pub(super) number: u64,
    now: &'static str,
    token: Token,
    pub(super) policy: String,
    source: PolicySource,
}

pub(super) fn resume(name: &str) -> Vec<u8> {
    world::documents::text_pdf(&[name, "Experience", "Education", "Skills"])
}

impl Story {
    pub(super) fn new() -> Self {
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
    fn with_team(token: Token) -> Self {
        let story = Self::new();
        story.world.team("school/coordinators", &["hedy"]);
        let policy = POLICY.replace("1001}]", "1001}, {team: school/coordinators}]");
        Self { token, policy, ..story }
    }

    /// The same where the school keeps a ledger.
    pub(super) fn with_ledger() -> Self {
        let story = Self::new();
        story.world.add(Repository::new("school/policies").file("policy.yml", POLICY));
        let name = RepoName::parse("school/policies").unwrap();
        let source = PolicySource::Repository { name, path: "policy.yml".into(), commit: None };
        Self { policy: format!("{POLICY}ledger: approvals/{{student}}.yml\n"), source, ..story }
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
        self.push_to("hunt", path, text)
    }

    /// Moves the pull request to another branch, as a forced push does.
    fn push_to(&self, branch: &str, path: &str, text: &str) -> &Self {
        let head = self.world.commit("ada/portfolio", branch, &[(path, text)]);
        self.world.push("ada/portfolio", self.number, &head);
        self
    }

    fn report(&self) -> Report {
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
    pub(super) fn said(&self, rule: &str) -> (Verdict, Option<Standing>, String) {
        let report = self.report();
        let finding = report.findings.iter().find(|finding| finding.rule.id == rule).unwrap();
        (finding.verdict, finding.standing, words(finding))
    }

    /// What to paste, as the finding of a rule says.
    pub(super) fn paste(&self, rule: &str) -> String {
        let report = self.report();
        let finding = report.findings.iter().find(|finding| finding.rule.id == rule).unwrap();
        finding.paste().unwrap().lines.as_written().to_owned()
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

/// What is pushed after the approval, and which of the two approvals hold.
const AFTERWARDS: [(&str, &str, bool, bool); 9] = [
    ("notes.txt", "still the job hunt", true, true),
    ("README.md", "#  Ada\n\nProjects:  [Weather](https://github.com/ada/weather)", true, true),
    ("README.md", "# Ada\n\nProjects: [Chess](https://github.com/bob/chess)\n", true, false),
    ("portfolio.yml", "projects: [{repo: ada/weather}]\n", true, false),
    ("package-lock.json", "{\"funding\": \"https://github.com/sponsors/x\"}", true, true),
    ("src/cards.js", "const cards = ['https://github.com/bob/chess']", true, false),
    ("index.html", "<h1>Ada</h1><a href=\"other.pdf\">Resume</a>", false, false),
    ("_redirects", "/ada.pdf /other.pdf 200", false, false),
    ("ada.pdf", "%PDF-1.4 something else", false, false),
];

#[test]
fn an_approval_holds_for_what_was_approved() {
    for (path, text, resume_holds, portfolio_holds) in AFTERWARDS {
        let story = Story::new();
        story.review(grace()).push(path, text);
        for (rule, holds) in [("resume-approved", resume_holds), ("portfolio-approved", portfolio_holds)] {
            let (verdict, standing, words) = story.said(rule);
            if holds {
                assert_eq!(verdict, Verdict::Pass, "{rule} {path}: {words}");
            } else {
                let expected = (Verdict::Pending, Some(Standing::AwaitsApprover));
                assert_eq!((verdict, standing), expected, "{rule} {path}: {words}");
                let is_said = words.contains("changed since") && words.contains(path);
                assert!(is_said || words.contains("no file of the repository"), "{rule} {path}: {words}");
            }
        }
    }
}

#[test]
fn a_merge_of_the_base_keeps_an_approval() {
    let story = Story::new();
    story.review(grace());
    story.world.commit("ada/portfolio", "main", &[("LICENSE", "MIT")]);
    story.push("LICENSE", "MIT");
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass);
}

#[test]
fn what_was_approved_cannot_be_taken_out_by_rewriting_history() {
    let story = Story::new();
    story.push("README.md", &README.replace("Projects", "Good projects"));
    story.review(grace());
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass);
    // From the base's side nothing of the README differs any more.
    story.push_to("hunt-again", "notes.txt", "job hunt");
    let (verdict, _, words) = story.said("portfolio-approved");
    assert_eq!(verdict, Verdict::Pending, "{words}");
    assert!(words.contains("changed since") && words.contains("README.md"), "{words}");
    story.push_to("hunt-again", "README.md", &README.replace("Projects", "Good projects"));
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass, "rebased, and the same content");
}

#[test]
fn another_file_on_the_site_is_not_the_one_that_was_approved() {
    let story = Story::new();
    story.review(grace());
    assert_eq!(story.said("resume-approved").0, Verdict::Pass);
    story.site.set("/ada.pdf", Answer::pdf(resume("Somebody else")));
    let (verdict, standing, words) = story.said("resume-approved");
    assert_eq!((verdict, standing), (Verdict::Pending, Some(Standing::AwaitsApprover)), "{words}");
    assert!(words.contains("no file of the repository"), "{words}");
}

#[test]
fn an_approval_older_than_the_file_is_none() {
    let story = Story::new();
    story.review(grace());
    story.push("ada.pdf", std::str::from_utf8(b"%PDF-1.4 newer").unwrap());
    story.site.set("/ada.pdf", Answer::pdf(b"%PDF-1.4 newer".to_vec()));
    let (verdict, _, words) = story.said("resume-approved");
    assert_eq!(verdict, Verdict::Pending, "{words}");
    assert!(words.contains("changed since") && words.contains("ada.pdf"), "{words}");
}

#[test]
fn a_project_that_was_pushed_to_since_is_said() {
    let story = Story::new();
    story.review(grace());
    story.world.touch("ada/weather", "2017-01-30T11:00:00Z");
    let (verdict, _, words) = story.said("portfolio-approved");
    assert_eq!(verdict, Verdict::Warn, "{words}");
    assert!(words.contains("Weather") && words.contains("pushed to since"), "{words}");
}

#[test]
fn an_approval_of_one_item_leaves_that_of_another() {
    let story = Story::new();
    story.review(grace().saying("approve: resume"));
    story.review(Review::approved("grace", 1001, "2017-01-30T11:00:00Z").saying("approve: portfolio"));
    assert_eq!(story.said("resume-approved").0, Verdict::Pass);
    assert_eq!(story.said("portfolio-approved").0, Verdict::Pass);
}

#[test]
fn to_approve_once_more_makes_nothing_late() {
    let story = Story { now: "2017-02-10T12:00:00Z", ..Story::new() };
    story.review(grace());
    story.review(Review::approved("grace", 1001, "2017-02-09T10:00:00Z"));
    assert_eq!(story.said("portfolio-approved").1, Some(Standing::InTime));
}

#[test]
fn a_refusal_that_the_student_takes_back_approves_nothing() {
    let story = Story::new();
    story.review(grace());
    story.review(Review::approved("grace", 1001, "2017-01-30T11:00:00Z").asking_for_changes().dismissed());
    let (verdict, _, words) = story.said("portfolio-approved");
    assert_ne!(verdict, Verdict::Pass, "{words}");
}

#[test]
fn to_open_early_and_to_ask_late_is_not_in_time() {
    let story = Story::new();
    story.ask("grace");
    assert_eq!(
        story.said("evidence-submitted").1,
        None,
        "the host does not say when the review was asked for"
    );
    story.world.opened("ada/portfolio", story.number, "2017-01-28T10:00:00Z");
    assert!(matches!(story.said("evidence-submitted").1, Some(Standing::Late { .. })));
}

#[test]
fn a_new_login_makes_no_second_reviewer() {
    let story = Story::new();
    story.review(grace());
    story.review(Review::approved("grace-hopper", 1001, "2017-01-30T11:00:00Z").asking_for_changes());
    assert!(story.said("portfolio-approved").2.contains("asks for changes"));
}

#[test]
fn somebody_elses_pull_request_hands_nothing_in() {
    let story = Story::new();
    let head = story.world.commit("ada/portfolio", "helpful", &[("notes.txt", "for Ada")]);
    let number = story.world.open_pull_request("ada/portfolio", "bob", &head);
    let story = Story { number, ..story };
    story.ask("grace");
    let (verdict, _, words) = story.said("evidence-submitted");
    assert_ne!(verdict, Verdict::Pass, "{words}");
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

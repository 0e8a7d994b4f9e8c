//! What a run is told, and everything that can be wrong with that, before the first student is looked at.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::audience;
use crate::cli::CohortRun;
use crate::cohort::column::Column;
use crate::cohort::compare::sightings;
use crate::cohort::head::Stamp;
use crate::cohort::journal::{JournalHead, Told};
use crate::cohort::public::Key;
use crate::cohort::{Roster, Shard, Student};
use crate::deliver::console;
use crate::facts::{Instant, Sightings};
use crate::gather::cohort::book::Journal;
use crate::gather::cohort::earlier::Earlier;
use crate::gather::cohort::fetch_roster;
use crate::gather::policy::fetch_policy;
use crate::gather::token::fetch_tokens;
use crate::net::Net;
use crate::policy::Policy;
use crate::render;
use crate::rules;
use crate::run::job::{hosts, instant, keep, only, policy, render as render_of};
use crate::run::{Machine, RunError};
use crate::settings::policy::PolicyAsk;
use crate::settings::{Guard, Hosts, Only, Render, Settings, SiteFlag, Target, Token};
use url::Url;

/// What a run is told.
pub(super) struct Plan {
    pub(super) roster: Roster,
    pub(super) policy: Policy,
    pub(super) head: JournalHead,
    pub(super) net: Net,
    /// A run that was broken off and is gone on with.
    pub(super) broken_off: Option<Journal>,
    /// The part that is left for a merge; none where the page follows at once.
    pub(super) part: Option<Shard>,
    /// The folder of the page.
    pub(super) folder: PathBuf,
    pub(super) jobs: usize,
    pub(super) only: Only,
    /// The moment by which dates are judged.
    pub(super) as_of: Instant,
    /// The run before.
    earlier: Mutex<Option<Earlier>>,
    /// What makes the pseudonyms of the public form.
    pub(super) key: Option<Key>,
    render: Render,
    guard: Guard,
    hosts: Hosts,
    token: Option<Token>,
}

impl Plan {
    /// Reads the roster and the policy.
    ///
    /// # Errors
    /// Every mistake of the flags, of the roster, or of the policy.
    pub(super) async fn make(flags: &CohortRun, machine: &Machine) -> Result<Self, RunError> {
        let hosts = hosts(&machine.environment).map_err(RunError::Usage)?;
        let Asked { text, mut roster, ask, only, shard, key, as_of } = Asked::read(flags, machine)?;
        if let Some(key) = &key {
            audience::shuffle(&mut roster, key);
        }
        let broken_off = broken_off(flags, shard)?;
        let told = broken_off.as_ref().and_then(|journal| Instant::parse(&journal.head.as_of));
        let as_of = as_of.or(told).unwrap_or(machine.now);
        let tokens = fetch_tokens(&machine.environment, &hosts);
        let guard = if flags.allow_private_addresses { Guard::PrivateAllowed } else { Guard::PublicOnly };
        let net = Net::with_tokens(&hosts, &tokens, guard)?.with_browser(&machine.environment);
        let net = Net { github: net.github.pooled(), ..net };
        let policy = fetch_policy(&ask, &net.github, &rules::ids()).await?;
        let told = Told {
            as_of: &as_of.to_string(),
            roster: &text,
            terms: "",
            shard: shard.unwrap_or(Shard::WHOLE),
            server: hosts.server.as_str(),
            key: key.as_ref(),
        };
        let head = head(&policy, &roster, told, &only);
        refuse_another(broken_off.as_ref(), &head, flags)?;
        if !roster.unused.is_empty() {
            console::write_remark(&format!(
                "Columns that nothing is read from: {}.",
                roster.unused.join(", ")
            ));
        }
        let jobs = usize::from(flags.jobs);
        let render = render_of(flags.render);
        let before = flags.publish.before.clone().unwrap_or_else(|| flags.output.join("cohort.json"));
        let earlier = Mutex::new(Earlier::open(&before).map_err(RunError::Usage)?);
        Ok(Self {
            roster,
            policy,
            head,
            net,
            broken_off,
            earlier,
            part: shard,
            folder: flags.output.clone(),
            jobs,
            only,
            as_of,
            key,
            render,
            guard,
            hosts,
            token: tokens.into_iter().next(),
        })
    }

    /// The same with the code host's answers kept in a folder between runs.
    pub(super) fn keeping(self, cache: Option<&Path>) -> Self {
        Self { net: self.net.keeping(cache), ..self }
    }

    /// The file of the journal, in the folder of the page.
    pub(super) fn journal_name(&self) -> String {
        journal_name(self.part)
    }

    /// What the run before saw of a student.
    fn sightings(&self, student: &Student) -> Sightings {
        let mut earlier = self.earlier.lock().unwrap_or_else(PoisonError::into_inner);
        let before = earlier.as_mut().and_then(|earlier| earlier.fetch_row(&student.id));
        before.as_ref().map(sightings).unwrap_or_default()
    }

    /// What the pipeline is told about one student.
    pub(super) fn settings(&self, student: &Student) -> Settings {
        let site = student.site.as_deref().and_then(|site| Url::parse(site).ok()).map(SiteFlag::Listed);
        Settings {
            started: self.as_of,
            target: Target::Repository { name: student.portfolio.clone(), git_ref: None },
            student: Some(student.login.to_string()),
            repository: None,
            pull_request: student.pull_request,
            event: None,
            site,
            render: self.render,
            only: self.only.clone(),
            as_of: Some(self.as_of),
            sightings: self.sightings(student),
            guard: self.guard,
            hosts: self.hosts.clone(),
            token: self.token.clone(),
        }
    }
}

/// What the flags ask for.
struct Asked {
    /// The roster as it was read.
    text: String,
    roster: Roster,
    ask: PolicyAsk,
    only: Only,
    /// A part of the roster, which may be the only one.
    shard: Option<Shard>,
    key: Option<Key>,
    as_of: Option<Instant>,
}

impl Asked {
    /// Reads the flags and the roster that they name.
    ///
    /// # Errors
    /// Every problem, each on its own line.
    fn read(flags: &CohortRun, machine: &Machine) -> Result<Self, RunError> {
        let (name, text) = fetch_roster(&flags.roster).map_err(RunError::Usage)?;
        let mut problems = Vec::new();
        let roster = Roster::read(&name, &text, &rules::ids()).map_err(|error| error.to_string());
        let roster = keep(roster, &mut problems);
        let ask = keep(policy(&flags.policy, machine), &mut problems);
        let only = keep(only(&flags.only), &mut problems);
        let shard = flags.shard.as_deref().map(str::parse::<Shard>).transpose();
        let shard = keep(shard.map_err(|what| format!("`--shard`: {what}")), &mut problems);
        let key = keep(audience::key(flags, &machine.environment), &mut problems);
        let as_of = keep(flags.as_of.as_deref().map(instant).transpose(), &mut problems);
        let (Some(roster), Some(ask), Some(only), Some(shard), Some(key), Some(as_of), true) =
            (roster, ask, only, shard, key, as_of, problems.is_empty())
        else {
            return Err(RunError::Usage(problems.join("\n")));
        };
        Ok(Self { text, roster, ask, only, shard, key, as_of })
    }
}

/// A run goes on as it was begun.
fn refuse_another(broken: Option<&Journal>, head: &JournalHead, flags: &CohortRun) -> Result<(), RunError> {
    match broken.and_then(|broken| broken.head.difference(head)) {
        None => Ok(()),
        Some(what) => Err(RunError::Usage(format!(
            "the run in {} was told otherwise: it was begun {what}; finish it as it was begun, or add --restart",
            flags.output.display()
        ))),
    }
}

fn journal_name(part: Option<Shard>) -> String {
    let name = |part: Shard| format!("shard-{}-of-{}.jsonl", part.number, part.of);
    part.map_or_else(|| "journal.jsonl".into(), name)
}

/// The run to go on with. One that is there and is not mentioned is not thrown away silently.
fn broken_off(flags: &CohortRun, part: Option<Shard>) -> Result<Option<Journal>, RunError> {
    if flags.restart {
        return Ok(None);
    }
    let path = flags.output.join(journal_name(part));
    let journal = Journal::open(&path).map_err(RunError::Usage)?;
    match journal {
        Some(journal) if !flags.resume => Err(RunError::Usage(format!(
            "{} has a run with {} students done; add --resume to go on with it, or --restart to begin anew",
            path.display(),
            journal.done().count()
        ))),
        journal => Ok(journal),
    }
}

fn head(policy: &Policy, roster: &Roster, told: Told<'_>, only: &Only) -> JournalHead {
    let stamp = Stamp {
        name: policy.name.clone(),
        version: policy.version.clone(),
        source: policy.source.to_string(),
        zone: policy.calendar.shown_in().name().into(),
    };
    let rules: Vec<_> = rules::all().into_iter().filter(|rule| only.has(rule)).collect();
    let terms = render::policy::policy(policy, &rules);
    let columns = Column::of_policy(&rules, policy);
    JournalHead::new(Told { terms: &terms, ..told }, roster.students.len(), stamp, columns)
}

//! From the file to the policy: what it extends, then what differs, and every mistake with its place.

mod demand;
mod grants;
mod sheet;

use super::file::PolicyFile;
use super::{Calendar, Policy, PolicyError, PolicySource, Requirement, preset};
use crate::facts::Zone;
use crate::yaml::{self, Mistake, Node};
use sheet::Sheet;

/// Reads a policy.
///
/// # Errors
/// Every mistake of the file.
pub(super) fn read(source: PolicySource, text: &str, rules: &[&str]) -> Result<Policy, PolicyError> {
    let path = source.to_string();
    let failed = |mut mistakes: Vec<Mistake>| {
        mistakes.sort();
        PolicyError::Mistakes { path: path.clone(), mistakes }
    };
    let mut tree = Node::read(text).map_err(|mistake| failed(vec![mistake]))?;
    let (file, mistakes) = yaml::read::<PolicyFile>(&mut tree);
    let is_whole = mistakes.is_empty();
    let mut sheet = Sheet { tree: &tree, mistakes, rules, is_whole };
    let mut policy = base(&file, &mut sheet)?;
    policy.source = source;
    fill(&mut policy, file, &mut sheet);
    sheet.resolve(&mut policy);
    if sheet.mistakes.is_empty() { Ok(policy) } else { Err(failed(sheet.mistakes)) }
}

/// The policy that is extended. The default extends nothing: it is what all begin with.
fn base(file: &PolicyFile, sheet: &mut Sheet<'_>) -> Result<Policy, PolicyError> {
    let Some(name) = file.extends.as_deref() else { return Ok(Policy::portfolio()) };
    if file.name.as_deref() == Some(name) {
        sheet.wrong(&["extends"], "a policy cannot extend itself");
        return Ok(Policy::portfolio());
    }
    match preset::text(name) {
        Ok(_) => Ok(Policy { extends: Some(name.to_owned()), ..preset::read(name, sheet.rules)? }),
        Err(problem) => {
            sheet.wrong(&["extends"], problem);
            Ok(Policy::portfolio())
        }
    }
}

/// Whether the rest of a policy asks for a rule.
type IsAsked = fn(&Policy) -> bool;

/// Rules that are off until something else asks for them, unless the file says otherwise: whoever asks for contacts asks that
/// other people's names stay with those who need them.
const IMPLIED: [(&str, IsAsked); 3] = [
    ("outreach-private", |policy| policy.demands("outreach-contacts")),
    ("site-host-allowed", |policy| !policy.site_hosts.is_empty()),
    ("resume-host-allowed", |policy| !policy.resume_hosts.is_empty()),
];

fn fill(policy: &mut Policy, file: PolicyFile, sheet: &mut Sheet<'_>) {
    policy.name = sheet.named("name", file.name);
    policy.version = sheet.named("version", file.version);
    if let Some(day) = sheet.day(&["effective-from"], file.effective_from.as_deref()) {
        policy.effective_from = Some(day);
    }
    calendar(&mut policy.calendar, file.zone.as_deref(), file.cohort.start.as_deref(), sheet);
    policy.cohort = file.cohort.name.or(policy.cohort.take());
    for (role, people) in file.people {
        let role_read = sheet.role(&role, people);
        policy.people.insert(role, role_read);
    }
    let unsaid =
        IMPLIED.iter().filter(|(rule, _)| !file.requirements.contains_key(*rule)).collect::<Vec<_>>();
    for (rule, requirement) in file.requirements {
        sheet.requirement(policy, &rule, requirement.into_keys());
    }
    if !file.either.is_empty() {
        policy.either = sheet.either(file.either);
    }
    policy.waivers.extend(sheet.waivers(file.waivers));
    policy.extensions.extend(sheet.extensions(file.extensions));
    if let Some(hosts) = file.hosts.site {
        policy.site_hosts = sheet.hosts("site", hosts);
    }
    if let Some(hosts) = file.hosts.resume {
        policy.resume_hosts = sheet.hosts("resume", hosts);
    }
    for (rule, is_asked) in unsaid {
        if is_asked(policy) {
            policy.requirements.remove(*rule);
        }
    }
    policy.requirements.retain(|_, requirement| *requirement != Requirement::default());
    for (rule, words) in file.wording {
        sheet.wording(&rule, &words);
        policy.wording.insert(rule, words);
    }
    if let Some(ledger) = file.ledger {
        sheet.ledger(&ledger);
        policy.ledger = Some(ledger);
    }
}

fn calendar(calendar: &mut Calendar, zone: Option<&str>, start: Option<&str>, sheet: &mut Sheet<'_>) {
    if let Some(name) = zone {
        match Zone::named(name) {
            Some(zone) => calendar.zone = Some(zone),
            None => sheet.wrong(&["zone"], Zone::unknown(name)),
        }
    }
    if let Some(day) = sheet.day(&["cohort", "start"], start) {
        calendar.start = Some(day);
    }
}

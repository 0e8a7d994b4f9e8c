//! What one rule demands: which keys it takes, and what they may say.

use super::sheet::Sheet;
use crate::facts::Level;
use crate::policy::file::{RequirementKeys, Stage as StageKeys, Weight};
use crate::policy::requirement::KEYS;
use crate::policy::{Policy, Stage};
use crate::yaml::unknown;

impl Sheet<'_> {
    /// Takes a requirement into the policy.
    pub(super) fn requirement(&mut self, policy: &mut Policy, rule: &str, keys: RequirementKeys) {
        if !self.is_rule(&["requirements", rule], rule) {
            return;
        }
        self.keys_fit(rule, &keys);
        self.thresholds(policy, rule, &keys);
        let due = keys.due.as_deref().filter(|due| *due != "none");
        let due = due.and_then(|due| self.due(&["requirements", rule, "due"], due));
        if let (Some(_), Some(_)) = (&keys.due, &keys.stages) {
            self.wrong_key(
                &["requirements", rule],
                "due",
                "the dates are those of the stages; leave `due` out",
            );
        }
        let stages = keys.stages.map(|stages| self.stages(rule, stages));
        if let (Some(by), false) =
            (&keys.by, keys.by.as_ref().is_some_and(|by| policy.people.contains_key(by)))
        {
            let roles: Vec<&str> = policy.people.keys().map(String::as_str).collect();
            let what = if roles.is_empty() {
                format!("nobody is `{}`; name them under `people`", by.escape_debug())
            } else {
                unknown("a role under `people`", by, &roles)
            };
            self.wrong(&["requirements", rule, "by"], what);
        }
        let requirement = policy.requirements.entry(rule.to_owned()).or_default();
        // A demand that was off and now has keys is meant to be judged.
        if requirement.weight == Some(Weight::Off) {
            requirement.weight = None;
        }
        requirement.weight = keys.severity.or(requirement.weight);
        if keys.due.is_some() {
            requirement.due = due;
        }
        if let Some(stages) = stages {
            requirement.stages = stages;
            requirement.due = None;
        }
        requirement.by = keys.by.or(requirement.by.take());
        requirement.approvals = keys.approvals.map(|count| count as usize).or(requirement.approvals);
        requirement.note = keys.note.or(requirement.note.take());
    }

    /// Keys that mean nothing for this rule.
    fn keys_fit(&mut self, rule: &str, keys: &RequirementKeys) {
        let is_there = |key: &str| match key {
            "count" => keys.count.is_some(),
            "stages" => keys.stages.is_some(),
            "level" => keys.level.is_some(),
            "by" => keys.by.is_some(),
            "approvals" => keys.approvals.is_some(),
            "per-company" => keys.per_company.is_some(),
            "skip" => keys.skip.is_some(),
            "sentences" => keys.sentences.is_some(),
            _ => keys.parts.is_some(),
        };
        for (key, rules) in KEYS.iter().filter(|(key, rules)| is_there(key) && !rules.contains(&rule)) {
            let what = format!("`{key}` means nothing for `{rule}`; it is for `{}`", rules.join("`, `"));
            self.wrong_key(&["requirements", rule], key, what);
        }
    }

    /// The numbers of a rule.
    fn thresholds(&mut self, policy: &mut Policy, rule: &str, keys: &RequirementKeys) {
        let path = |key| ["requirements", rule, key];
        for (key, number) in [
            ("count", keys.count),
            ("approvals", keys.approvals),
            ("per-company", keys.per_company),
            ("parts", keys.parts),
        ] {
            if number == Some(0) {
                self.wrong(
                    &path(key),
                    format!("`{key}` is at least 1; to ask for nothing, write `{rule}: off`"),
                );
            }
        }
        if keys.stages.is_some() && keys.count.is_some() {
            self.wrong(&path("count"), "the counts are those of the stages; leave `count` out");
        }
        let last = keys.stages.as_ref().and_then(|stages| stages.last());
        if let Some(count) = keys.count.or(last.map(|stage| stage.count)) {
            let count = count as usize;
            match rule {
                "projects-enough" => policy.projects_wanted = count,
                "outreach-contacts" => policy.contacts.wanted = count,
                _ => policy.interviews.wanted = count,
            }
        }
        match keys.level.map(level) {
            Some(Some(level)) => policy.readme_level = level,
            Some(None) => self.wrong(&path("level"), "`level` is a number from 1 to 4"),
            None => {}
        }
        policy.contacts.per_company =
            keys.per_company.map_or(policy.contacts.per_company, |count| count as usize);
        policy.interviews.sentences =
            keys.sentences.map_or(policy.interviews.sentences, |count| count as usize);
        policy.plan_parts = keys.parts.map_or(policy.plan_parts, |count| count as usize);
        if let Some(skip) = &keys.skip {
            policy.contacts.skip.clone_from(skip);
        }
    }

    fn stages(&mut self, rule: &str, keys: Vec<StageKeys>) -> Vec<Stage> {
        if keys.is_empty() && self.is_whole {
            self.wrong(&["requirements", rule, "stages"], "`stages` has no stage");
        }
        let mut stages: Vec<Stage> = Vec::new();
        for (index, stage) in keys.into_iter().enumerate() {
            let index = index.to_string();
            let count = stage.count as usize;
            if stages.last().map_or(0, |before| before.count) >= count {
                let what = "each stage asks for more than the one before it, all in all";
                self.wrong(&["requirements", rule, "stages", &index, "count"], what);
            }
            if let Some(due) = self.due(&["requirements", rule, "stages", &index, "due"], &stage.due) {
                stages.push(Stage { count, due });
            }
        }
        stages
    }
}

fn level(number: u8) -> Option<Level> {
    [Level::Boilerplate, Level::Thin, Level::Adequate, Level::Excellent]
        .into_iter()
        .find(|level| level.number() == number)
}

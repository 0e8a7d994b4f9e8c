//! Waivers, extensions, alternatives, hosts, words and the ledger.

use super::sheet::{Sheet, is_login};
use crate::policy::file::{Either, Extension as ExtensionKeys, Waiver as WaiverKeys};
use crate::policy::{Extension, Waiver};

impl Sheet<'_> {
    /// Who is let off.
    pub(super) fn waivers(&mut self, keys: Vec<WaiverKeys>) -> Vec<Waiver> {
        let mut waivers = Vec::new();
        for (index, waiver) in keys.into_iter().enumerate() {
            let index = index.to_string();
            self.granted(&["waivers", &index], &waiver.student, &waiver.rules);
            self.signed(&["waivers", &index], &waiver.by, &waiver.why);
            let until = waiver.until.and_then(|until| self.due(&["waivers", &index, "until"], &until));
            let WaiverKeys { student, rules, by, why, .. } = waiver;
            waivers.push(Waiver { student, rules, by, why, until });
        }
        waivers
    }

    /// Who has more time.
    pub(super) fn extensions(&mut self, keys: Vec<ExtensionKeys>) -> Vec<Extension> {
        let mut extensions = Vec::new();
        for (index, extension) in keys.into_iter().enumerate() {
            let index = index.to_string();
            self.granted(&["extensions", &index], &extension.student, &extension.rules);
            self.signed(&["extensions", &index], &extension.by, &extension.why);
            if let Some(until) = self.due(&["extensions", &index, "until"], &extension.until) {
                let ExtensionKeys { student, rules, by, why, .. } = extension;
                extensions.push(Extension { student, rules, until, by, why });
            }
        }
        extensions
    }

    fn granted(&mut self, path: &[&str], student: &str, rules: &[String]) {
        if !is_login(student) {
            self.wrong(
                &[path, &["student"]].concat(),
                "`student` wants one login; make an entry for each student",
            );
        }
        if rules.is_empty() {
            self.wrong(&[path, &["rules"]].concat(), "`rules` names no rule");
        }
        for (index, rule) in rules.iter().enumerate() {
            self.is_rule(&[path, &["rules", &index.to_string()]].concat(), rule);
        }
    }

    fn signed(&mut self, path: &[&str], by: &str, why: &str) {
        for (key, text) in [("by", by), ("why", why)] {
            if text.trim().is_empty() {
                self.wrong(
                    &[path, &[key]].concat(),
                    format!("`{key}` is empty; say who granted it, and why"),
                );
            }
        }
    }

    /// Groups of which one is enough.
    pub(super) fn either(&mut self, keys: Vec<Either>) -> Vec<Vec<String>> {
        let mut groups = Vec::new();
        for (index, group) in keys.into_iter().enumerate() {
            let index = index.to_string();
            if group.rules.len() < 2 {
                self.wrong(&["either", &index], "one of at least two rules; a single rule is a requirement");
            }
            for (place, rule) in group.rules.iter().enumerate() {
                self.is_rule(&["either", &index, "rules", &place.to_string()], rule);
            }
            groups.push(group.rules);
        }
        groups
    }

    /// Hosts, without scheme or path.
    pub(super) fn hosts(&mut self, key: &str, hosts: Vec<String>) -> Vec<String> {
        for (index, host) in hosts.iter().enumerate() {
            let is_host = host.contains('.')
                && host.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '-')
                && !host.starts_with('.');
            if !is_host {
                let what = "this wants a host such as `github.io`, without `https://` or a path";
                self.wrong(&["hosts", key, &index.to_string()], what);
            }
        }
        hosts.into_iter().map(|host| host.to_ascii_lowercase()).collect()
    }

    /// The school's own words for a rule.
    pub(super) fn wording(&mut self, rule: &str, words: &str) {
        if self.is_rule(&["wording", rule], rule) && words.trim().is_empty() {
            self.wrong(&["wording", rule], "there are no words here");
        }
    }

    /// The path of the ledger.
    pub(super) fn ledger(&mut self, path: &str) {
        let leaves = path.starts_with(['/', '~']) || path.split('/').any(|part| part == "..");
        if leaves || path.contains("://") {
            self.wrong(&["ledger"], "`ledger` wants a path in the repository of this policy");
        } else if !path.contains("{student}") {
            self.wrong(
                &["ledger"],
                "`ledger` wants `{student}` where the login stands, such as `approvals/{student}.yml`",
            );
        }
    }
}

//! Groups of rules of which one is enough: where one is met, the others do not apply.

use crate::finding::{Finding, Verdict};
use crate::text::Text;

/// Settles every group.
pub(super) fn settle(groups: &[Vec<String>], findings: &mut [Finding]) {
    for group in groups {
        let is_met = |rule: &&String| {
            let mut ours = findings.iter().filter(|finding| finding.rule.id == **rule).peekable();
            ours.peek().is_some()
                && ours.all(|finding| matches!(finding.verdict, Verdict::Pass | Verdict::Warn))
        };
        let Some(met) = group.iter().find(is_met) else { continue };
        let others = group.iter().filter(|rule| *rule != met);
        for rule in others {
            for finding in findings.iter_mut().filter(|finding| finding.rule.id == *rule) {
                if !matches!(finding.verdict, Verdict::Pass | Verdict::Warn) {
                    finding.verdict = Verdict::NotApplicable;
                    finding.text = Text::plain("Either this or ").code(met.as_str()).then(", which is met");
                    finding.fix = None;
                }
            }
        }
    }
}

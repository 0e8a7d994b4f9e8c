//! The comment on the pull request: the report's Markdown within the room there is, our mark before it, and after it a
//! memory for the next comment that nobody sees.

use super::markdown::{Body, fitting};
use crate::report::Report;
use crate::report::changes::verdicts;
use crate::report::state::{State, digest};

/// The first line of every comment of ours. Anybody can write it: ours is a comment that has it and that we posted.
pub const MARK: &str = "<!-- foliocheck:comment -->";
/// The most that GitHub takes, in characters. We count UTF-16 units, which are never fewer.
pub const COMMENT_LIMIT: usize = 65_536;

const MEMORY: (&str, &str) = ("<!-- foliocheck:state v1 ", " -->");

/// The comment, within so many UTF-16 units. Detail is dropped step by step, and the comment says so.
pub fn comment(report: &Report, limit: usize) -> String {
    let body = body(report, limit);
    let visible = body.to_string();
    let state = State {
        verdicts: verdicts(&report.findings),
        content: digest(&body.lasting()),
        visible: digest(&visible),
    };
    format!("{MARK}\n{visible}\n{}{}{}", MEMORY.0, state.encode(), MEMORY.1)
}

/// What a comment of ours remembers; none where it is not ours, was edited by hand, or its memory cannot be read.
pub fn memory(comment: &str) -> Option<State> {
    let text = comment.replace('\r', "");
    let (text, last) = text.trim().rsplit_once('\n')?;
    let word = last.strip_prefix(MEMORY.0)?.strip_suffix(MEMORY.1)?;
    let visible = text.strip_prefix(MARK)?;
    State::decode(word).filter(|state| state.visible == digest(visible))
}

/// True where a comment of ours already says what this report says, so that nothing has to be written.
pub fn is_same(comment: &str, report: &Report, limit: usize) -> bool {
    memory(comment).is_some_and(|state| state.content == digest(&body(report, limit).lasting()))
}

/// What can be seen of the comment, beside the mark and a memory of the largest size.
fn body(report: &Report, limit: usize) -> Body {
    let room = limit.saturating_sub(MARK.len() + MEMORY.0.len() + MEMORY.1.len() + State::MAX_CHARS + 2);
    fitting(report, |body| body.to_string().encode_utf16().count() <= room)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Instant;
    use crate::finding::Verdict;
    use crate::render::sample;

    fn written(report: &Report) -> String {
        comment(report, COMMENT_LIMIT)
    }

    #[test]
    fn whole_comment() {
        insta::assert_snapshot!(comment(&sample::report(), COMMENT_LIMIT));
    }

    #[test]
    fn remembers_its_verdicts() {
        let state = memory(&written(&sample::report())).unwrap();
        assert_eq!(state.verdicts.len(), 16);
        assert_eq!(state.verdicts.values().filter(|verdict| **verdict == Verdict::Fail).count(), 2);
        let report = sample::report().since(&state.verdicts);
        assert!(report.changes.unwrap().is_empty());
    }

    #[test]
    fn says_the_same_at_another_hour() {
        let old = written(&sample::report());
        let mut report = sample::report();
        report.read_at = Instant::from_unix_seconds(1_500_000_000);
        report.changes = None;
        assert!(is_same(&old, &report, COMMENT_LIMIT));
        report.findings[0].text = crate::text::Text::plain("Something else");
        assert!(!is_same(&old, &report, COMMENT_LIMIT));
    }

    #[test]
    fn an_edited_or_foreign_comment_has_no_memory() {
        let ours = comment(&sample::report(), COMMENT_LIMIT);
        let cases = [
            ("edited", ours.replace("need work", "are perfect")),
            ("without the mark", ours.replace(MARK, "")),
            ("without the memory", ours[..ours.rfind('\n').unwrap()].to_owned()),
            ("text after it", format!("{ours}\nand more")),
            ("text before it", format!("look:\n{ours}")),
            ("nothing", String::new()),
            ("long", "x".repeat(70_000)),
        ];
        for (case, text) in cases {
            assert_eq!(memory(&text), None, "{case}");
        }
        assert!(memory(&format!("{}\r\n", ours.replace('\n', "\r\n"))).is_some(), "line ends do not matter");
    }

    #[test]
    fn nobody_can_speak_for_us() {
        let ours = comment(&sample::report(), COMMENT_LIMIT);
        let faked = comment(&sample::hostile(&ours), COMMENT_LIMIT);
        assert_eq!(faked.matches("<!--").count(), 2);
        assert!(memory(&faked).is_some());
    }

    #[test]
    fn always_fits() {
        let mut report = sample::hostile(&"👩‍💻|".repeat(14_000));
        report.findings = report.findings.iter().cycle().take(60).cloned().collect();
        for limit in [COMMENT_LIMIT, 20_000] {
            let text = comment(&report, limit);
            assert!(text.encode_utf16().count() <= limit, "{limit}");
            assert!(text.contains("had to be shortened"), "{limit}");
            assert!(memory(&text).is_some(), "{limit}");
        }
    }
}

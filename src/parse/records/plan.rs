//! The plan: its parts, and whether anything of the student's own stands in them.

use crate::facts::{PlanPart, Seen};
use crate::parse::encoding::decode;

/// The parts of a plan in Markdown.
///
/// # Errors
/// Where it is no text.
pub fn plan(bytes: &[u8]) -> Seen<Vec<PlanPart>> {
    let text = decode(bytes)?;
    let mut parts: Vec<PlanPart> = Vec::new();
    let mut is_comment = false;
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if let Some(heading) = line.strip_prefix('#') {
            let heading = heading.trim_matches(['#', ' ']);
            let is_goals = heading.to_lowercase().contains("goal");
            parts.push(PlanPart { heading: heading.into(), line: number, words: 0, is_goals });
            continue;
        }
        is_comment |= line.contains("<!--");
        if let (Some(part), false) = (parts.last_mut(), is_comment) {
            part.words += own_words(line);
        }
        is_comment &= !line.contains("-->");
    }
    Ok(parts)
}

/// Words that are no question, quotation, slot or instruction of the template.
fn own_words(line: &str) -> usize {
    let line = line.trim_start_matches(['-', '*', '+', ' ']);
    let is_slot = line.starts_with(['>', '[', '<', '|']) || line.starts_with('_') && line.ends_with('_');
    let is_prompt =
        line.ends_with(['?', ':', '…']) || line.ends_with("...") || line.to_lowercase().starts_with("todo");
    if is_slot || is_prompt {
        return 0;
    }
    line.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_of_the_students_own_count() {
        let text = "# The Plan\n\n## Goals\n\n> What do you want?\n\nWhere will you be in a year?\n- I want to work with maps and data.\n\n## Community\n\n<!-- Name one group\nthat you will join -->\n[Your group]\nTODO\n\n## Open source\n...\n";
        let plan = plan(text.as_bytes()).unwrap();
        let parts: Vec<_> = plan
            .iter()
            .map(|part| (part.heading.as_written(), part.line, part.words, part.is_goals))
            .collect();
        assert_eq!(
            parts,
            [
                ("The Plan", 1, 0, false),
                ("Goals", 3, 8, true),
                ("Community", 10, 0, false),
                ("Open source", 17, 0, false)
            ]
        );
    }
}

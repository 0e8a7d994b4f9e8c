//! Links that students write the wrong way round or leave half open, read as they were meant.

use crate::facts::Repair;

/// The text with its links put right, and each line that was.
pub(super) fn links(text: &str) -> (String, Vec<Repair>) {
    let (mut fixed, mut repairs) = (String::with_capacity(text.len()), Vec::new());
    let mut lines = (1..).zip(text.lines()).peekable();
    while let Some((line, written)) = lines.next() {
        let next = lines.peek().map(|(_, next)| next.trim());
        let below = next.filter(|next| next.starts_with("http") && !next.contains(' '));
        let repaired = match below {
            // The label stands on one line, the address on the next.
            Some(address) if written.trim_end().ends_with("]()") => {
                Some(written.trim_end().replace("]()", &format!("]({address})")))
            }
            Some(_) | None => reversed(written).or_else(|| half_open(written)),
        };
        if let Some(repaired) = &repaired {
            repairs.push(Repair { line, corrected: form(repaired).into() });
        }
        fixed.push_str(repaired.as_deref().unwrap_or(written));
        fixed.push('\n');
    }
    (fixed, repairs)
}

/// `(text)[address]`
fn reversed(line: &str) -> Option<String> {
    let middle = line.find(")[http")?;
    let open = line[..middle].rfind('(')?;
    let close = middle + line[middle..].find(']')?;
    let (label, address) = (&line[open + 1..middle], &line[middle + 2..close]);
    Some(format!("{}[{label}]({address}){}", &line[..open], &line[close + 1..]))
}

/// `[text]address`, `[text] address`, `[text](address`
fn half_open(line: &str) -> Option<String> {
    let http = line.find("http")?;
    let before = line[..http].trim_end();
    let is_open = before.ends_with("](");
    let label = before.strip_suffix("](").or_else(|| before.strip_suffix(']'))?;
    let address = line[http..].split([' ', ')', '|']).next()?;
    let rest = &line[http + address.len()..];
    if is_open && rest.starts_with(')') {
        return None;
    }
    Some(format!("{label}]({address}){}", rest.strip_prefix(')').unwrap_or(rest)))
}

/// The form of the corrected link. Its label may be somebody's name, which is nobody's business.
fn form(line: &str) -> String {
    let address = line.split("](").nth(1).and_then(|rest| rest.split(')').next()).unwrap_or_default();
    let host = address.split('/').take(3).collect::<Vec<_>>().join("/");
    format!("[…]({host}/…)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_read_as_they_were_meant() {
        let cases = [
            ("see (mail)[https://a.example/1] there", "see [mail](https://a.example/1) there"),
            ("[mail]https://a.example/1", "[mail](https://a.example/1)"),
            ("[mail] https://a.example/1 sent", "[mail](https://a.example/1) sent"),
            ("| [mail](https://a.example/1 | x |", "| [mail](https://a.example/1) | x |"),
        ];
        for (written, meant) in cases {
            let (text, repairs) = links(written);
            assert_eq!(text.trim_end(), meant);
            assert_eq!(repairs, [Repair { line: 1, corrected: "[…](https://a.example/…)".into() }]);
        }
        let (text, repairs) = links("one\n[mail]()\nhttps://a.example/1\n");
        assert_eq!((text.lines().nth(1), repairs.len()), (Some("[mail](https://a.example/1)"), 1));
    }

    #[test]
    fn what_is_right_stays() {
        for written in
            ["[mail](https://a.example/1)", "https://a.example", "(see https://a.example)", "[x] done"]
        {
            assert_eq!(links(written), (format!("{written}\n"), Vec::new()));
        }
    }
}

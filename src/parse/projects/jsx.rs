//! JSX -> the HTML that is written out in it. What a script computes is left out; so is what it repeats for each item of a list.

mod script;

/// The HTML of the elements in a script, one after the other.
pub(super) fn to_html(source: &str) -> String {
    let mut writer = Writer { source, at: 0, html: String::new(), depth: 0, muted: 0 };
    writer.script(None);
    writer.html
}

/// How deep elements lie in one another at most; deeper ones are passed over.
const MAX_DEPTH: usize = 200;

struct Writer<'a> {
    source: &'a str,
    at: usize,
    html: String,
    depth: usize,
    /// How many repetitions and attributes it is in, in which nothing is written.
    muted: usize,
}

impl Writer<'_> {
    fn rest(&self) -> &str {
        &self.source[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn write(&mut self, html: &str) {
        if self.muted == 0 {
            self.html.push_str(html);
        }
    }

    /// An element, from `<` to the end of its closing tag.
    fn element(&mut self) {
        self.depth += 1;
        self.at += 1;
        let name = self.name();
        self.write(&format!("<{name}"));
        let is_closed = self.attributes();
        if is_void(&name) {
            self.write(">");
        } else if is_closed {
            self.write(&format!("></{name}>"));
        } else {
            self.write(">");
            self.children();
            self.write(&format!("</{name}>"));
        }
        self.depth -= 1;
    }

    /// The name of a tag, as HTML can have it: `Link` is `a`, `Card.Title` is `x-card-title`, a fragment is a `div`.
    fn name(&mut self) -> String {
        let rest = self.rest();
        let end = rest
            .find(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '-' | '_' | ':'))
            .unwrap_or(rest.len());
        let written = &rest[..end];
        let name = written.replace(['.', ':'], "-").to_lowercase();
        let name = match written.chars().next() {
            None => "div".to_owned(),
            Some(first) if first.is_uppercase() && name.ends_with("link") => "a".to_owned(),
            Some(first) if first.is_uppercase() => format!("x-{name}"),
            Some(_) => name,
        };
        self.at += end;
        name
    }

    /// The attributes with fixed values, up to `>`; true where the element ends there.
    fn attributes(&mut self) -> bool {
        while let Some(c) = self.peek() {
            if self.rest().starts_with("/>") {
                self.at += 2;
                return true;
            }
            self.at += c.len_utf8();
            match c {
                '>' => return false,
                '{' => self.mute('}'),
                _ if c.is_alphabetic() => {
                    self.at -= c.len_utf8();
                    self.attribute();
                }
                _ => {}
            }
        }
        true
    }

    fn attribute(&mut self) {
        let rest = self.rest();
        let end = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/' | '{'))
            .unwrap_or(rest.len());
        let key = rest[..end.max(1)].to_owned();
        self.at += key.len();
        self.at += self.rest().len() - self.rest().trim_start().len();
        if self.peek() != Some('=') {
            return;
        }
        self.at += 1;
        self.at += self.rest().len() - self.rest().trim_start().len();
        let in_braces = self.peek() == Some('{');
        let start = self.at + usize::from(in_braces);
        let value = fixed_text(&self.source[start..]);
        if in_braces {
            self.at += 1;
            self.mute('}');
        } else {
            self.at += value.as_ref().map_or(1, |(_, bytes)| *bytes);
        }
        if let Some((value, _)) = value {
            let key = match key.as_str() {
                "className" => "class",
                "to" => "href",
                other => other,
            };
            self.write(&format!(" {}=\"{}\"", key.to_lowercase(), value.replace('"', "&quot;")));
        }
    }

    fn mute(&mut self, end: char) {
        self.muted += 1;
        self.script(Some(end));
        self.muted -= 1;
    }

    /// What stands between an opening and its closing tag.
    fn children(&mut self) {
        while let Some(c) = self.peek() {
            if self.rest().starts_with("</") {
                self.at += self.rest().find('>').map_or(self.rest().len(), |end| end + 1);
                return;
            }
            match c {
                '<' if self.depth < MAX_DEPTH
                    && self.rest()[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '>') =>
                {
                    self.element();
                }
                '{' => {
                    self.at += 1;
                    let fixed =
                        fixed_text(self.rest().trim_start()).map(|(text, _)| text.replace('<', "&lt;"));
                    let length = self.html.len();
                    self.script(Some('}'));
                    if self.html.len() == length {
                        self.write(fixed.as_deref().unwrap_or("{}"));
                    }
                }
                _ => {
                    let end = self.rest().find(['<', '{']).filter(|end| *end > 0).unwrap_or(c.len_utf8());
                    let text = self.rest()[..end].to_owned();
                    self.write(&text);
                    self.at += end;
                }
            }
        }
    }
}

/// A string without anything computed, and its length.
fn fixed_text(source: &str) -> Option<(&str, usize)> {
    let quote = source.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
    let end = source[1..].find(quote)?;
    let text = &source[1..=end];
    (!text.contains("${")).then_some((text, end + 2))
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_out_becomes_html() {
        let cases = [
            ("const a = () => (<h3 className=\"t\">Don't</h3>);", "<h3 class=\"t\">Don't</h3>"),
            ("return <Card.Title>A</Card.Title>", "<x-card-title>A</x-card-title>"),
            ("x = <Link to={'/a'} onClick={() => go(<b/>)}>{\"A\"}</Link>", "<a href=\"/a\">A</a>"),
            (
                "<><img src={logo} alt='x'/><p>https://a.example</p></>",
                "<div><img alt=\"x\"><p>https://a.example</p></div>",
            ),
            ("<ul>{list.map((p) => (<li key={p}>{p.name}</li>))}</ul>", "<ul>{}</ul>"),
            ("<div>{open && <h3>A</h3>}{/* <h3>B</h3> */}</div>", "<div><h3>A</h3>{}</div>"),
            ("if (a < b && c > d) { const s: Array<string> = useState<Foo>('<p>'); }", ""),
            (
                "<Card title='A'><Image src=\"/a.png\" /></Card>",
                "<x-card title=\"A\"><x-image src=\"/a.png\"></x-image></x-card>",
            ),
        ];
        for (source, expected) in cases {
            assert_eq!(to_html(source), expected, "{source}");
        }
    }

    #[test]
    fn broken_text_ends() {
        for source in [
            "<".repeat(100_000),
            "<a>".repeat(100_000),
            "(<a {".repeat(30_000),
            "<a b={`".to_owned(),
            "{\"".repeat(50_000),
        ] {
            to_html(&source);
        }
    }
}

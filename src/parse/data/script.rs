//! The literals of a script: every list and record that is written out in it, with the name it is given.

use super::tokens::{Kind, Token, tokens};
use super::uses::uses;
use super::{Node, Value};

/// A literal, and what it is called.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// The variable, field or function that it is given to; empty for a default export or a file of data.
    pub name: String,
    /// The literal.
    pub node: Node,
}

impl Named {
    /// The whole of a file, which has no name.
    pub fn whole(node: Node) -> Self {
        Self { name: String::new(), node }
    }
}

/// How deep literals lie in one another at most; deeper ones are not read.
const MAX_DEPTH: usize = 64;

/// The outermost lists and records of a script or a JSON file, in order.
pub fn in_script(source: &str) -> Vec<Named> {
    let tokens = tokens(source);
    let reader = Reader { closes: matching(&tokens), tokens: &tokens };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let node = reader.closes[at].map(|close| (reader.bracket(at, close, 0), close));
        match node {
            Some((node, close)) if is_literal(&node) => {
                found.push(Named { name: name_before(&tokens[..at]), node });
                at = close + 1;
            }
            _ => at += 1,
        }
    }
    found.extend(uses(&reader));
    found
}

/// A block of statements looks like a record with nothing in it; a list of names is none.
fn is_literal(node: &Node) -> bool {
    match &node.value {
        Value::List(items) => items.iter().any(|item| item.value != Value::Other),
        Value::Map(fields) => fields.iter().any(|(_, field)| field.value != Value::Other),
        Value::Text(_) | Value::Other => false,
    }
}

/// For each opening bracket, the place of the bracket that closes it.
fn matching(tokens: &[Token]) -> Vec<Option<usize>> {
    let mut closes = vec![None; tokens.len()];
    let mut open: Vec<(char, usize)> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let Kind::Mark(mark) = token.kind else { continue };
        let expected = match mark {
            '(' | '[' | '{' => {
                open.push((mark, at));
                continue;
            }
            ')' => '(',
            ']' => '[',
            '}' => '{',
            _ => continue,
        };
        // A lone bracket in the words between tags is passed over.
        if let Some(index) =
            open.iter().rposition(|(mark, _)| *mark == expected).filter(|index| open.len() - index < 8)
        {
            closes[open[index].1] = Some(at);
            open.truncate(index);
        }
    }
    closes
}

/// Tokens, and for each opening bracket the place of the one that closes it.
pub(super) struct Reader<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) closes: Vec<Option<usize>>,
}

impl Reader<'_> {
    /// The list or record between two brackets.
    fn bracket(&self, open: usize, close: usize, depth: usize) -> Node {
        let token = &self.tokens[open];
        let value = if depth > MAX_DEPTH {
            Value::Other
        } else if token.is('[') {
            Value::List(
                self.parts(open + 1, close).map(|(start, end)| self.value(start, end, depth + 1)).collect(),
            )
        } else if token.is('{') {
            Value::Map(
                self.parts(open + 1, close)
                    .filter_map(|(start, end)| self.field(start, end, depth))
                    .collect(),
            )
        } else {
            Value::Other
        };
        Node { line: token.line, value }
    }

    /// What lies between the commas of one level.
    pub(super) fn parts(&self, start: usize, end: usize) -> impl Iterator<Item = (usize, usize)> {
        let mut next = start;
        std::iter::from_fn(move || {
            let start = next;
            let mut at = start;
            while at < end && !self.tokens[at].is(',') {
                at = self.closes[at].map_or(at, |close| close.min(end)) + 1;
            }
            next = at + 1;
            (start < end).then_some((start, at.min(end)))
        })
        .filter(|(start, end)| start < end)
    }

    fn field(&self, start: usize, end: usize, depth: usize) -> Option<(String, Node)> {
        let (Kind::Word(key) | Kind::Text(key)) = &self.tokens[start].kind else { return None };
        let has_value = start + 2 < end && self.tokens[start + 1].is(':');
        has_value.then(|| (key.clone(), self.value(start + 2, end, depth + 1)))
    }

    pub(super) fn value(&self, start: usize, end: usize, depth: usize) -> Node {
        match self.closes[start] {
            Some(close) => self.bracket(start, close, depth),
            None => Node { line: self.tokens[start].line, value: scalar(&self.tokens[start..end]) },
        }
    }
}

/// Texts joined by `+`, or a single number or truth; anything else is not read.
fn scalar(tokens: &[Token]) -> Value {
    if let [Token { kind: Kind::Word(word), .. }] = tokens {
        let is_value = word.starts_with(|c: char| c.is_ascii_digit()) || word == "true" || word == "false";
        return if is_value { Value::Text(word.clone()) } else { Value::Other };
    }
    let mut joined = String::new();
    for (index, token) in tokens.iter().enumerate() {
        match &token.kind {
            Kind::Text(text) if index % 2 == 0 => joined.push_str(text),
            Kind::Mark('+') if index % 2 == 1 => {}
            Kind::Word(_) | Kind::Text(_) | Kind::Mark(_) if index > 0 => break,
            Kind::Word(_) | Kind::Text(_) | Kind::Mark(_) => return Value::Other,
        }
    }
    Value::Text(joined)
}

/// The name in `const name = `, `name: Type[] = `, `name: ` or `name(`, before a literal.
fn name_before(before: &[Token]) -> String {
    let mut marks = before.iter().rev().take(40);
    let Some(last) = marks.next() else { return String::new() };
    let Kind::Mark(mark) = last.kind else { return String::new() };
    let before = &before[..before.len() - 1];
    match mark {
        ':' | '(' => before.last().and_then(Token::word).unwrap_or_default().to_owned(),
        '=' => assigned(before),
        _ => String::new(),
    }
}

/// The variable that stands before `=`, its type left out.
fn assigned(before: &[Token]) -> String {
    let recent = &before[before.len().saturating_sub(40)..];
    let is_end = |token: &Token| token.is(';') || token.is('{') || token.is('}');
    let start = recent.iter().rposition(is_end).map_or(0, |end| end + 1);
    let statement = &recent[start..];
    let is_keyword = |token: &&Token| matches!(token.word(), Some("const" | "let" | "var"));
    let declared =
        statement.iter().rposition(|token| is_keyword(&token)).and_then(|at| statement.get(at + 1));
    let typed = statement.iter().position(|token| token.is(':')).and_then(|at| statement[..at].last());
    let field = declared.or(typed).or(statement.last());
    field.and_then(Token::word).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `name` and the value in a short notation: texts bare, lists in `[]`, records in `{}`, what is not read as `?`.
    fn read(source: &str) -> Vec<String> {
        in_script(source).iter().map(|named| format!("{}={}", named.name, shown(&named.node))).collect()
    }

    fn shown(node: &Node) -> String {
        match &node.value {
            Value::Text(text) => text.clone(),
            Value::List(items) => format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join(",")),
            Value::Map(fields) => {
                let fields = fields.iter().map(|(key, node)| format!("{key}:{}", shown(node)));
                format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
            }
            Value::Other => "?".into(),
        }
    }

    #[test]
    fn literals_are_read_with_their_names() {
        let cases = [
            ("const projects = [{ title: 'A', link: \"b\" }];", "projects=[{title:A,link:b}]"),
            ("export const projects: Project[] = [{ title: `A` }] as const;", "projects=[{title:A}]"),
            ("class S { projects: Project[] = [{ name: 'A' },]; }", "projects=[{name:A}]"),
            ("const [list, setList] = useState([{ name: 'A' }])", "useState=[{name:A}]"),
            ("export default [{ name: 'A' }]", "=[{name:A}]"),
            ("[\n{\"title\": \"A\", \"year\": 2020}\n]", "=[{title:A,year:2020}]"),
            ("const d = { works: [{ a: 'x' }], me: 'y' }", "d={works:[{a:x}],me:y}"),
            (
                "const a = [{ t: 'one ' + 'two', img: require('x.png'), on: () => { go() }, n: logo }]",
                "a=[{t:one two,img:?,on:?,n:?}]",
            ),
            ("const a = [{ t: 'it\\'s', u: `v${x}w` }]", "a=[{t:it's,u:?}]"),
            ("const a = [{ t: 'a' }, /* { t: 'b' }, */ // { t: 'c' }\n { t: 'd' }]", "a=[{t:a},{t:d}]"),
            ("function f() { return <p>Don't {[{ t: 'a' }].map(x => x)}</p> }", "=[{t:a}]"),
            ("const a = [{ d: <p>a, b</p>, t: 'c' }]", "a=[{d:?,t:c}]"),
            ("s.replace(/[{'\"]/g, ''); const a = [{ t: 'c' }]", "a=[{t:c}]"),
        ];
        for (source, expected) in cases {
            assert_eq!(read(source), [expected], "{source}");
        }
    }

    #[test]
    fn code_holds_no_literals() {
        for source in [
            "function f() { if (a) { b(); } else { c(); } }",
            "import { a, b } from './c';",
            "interface Project { title: string; link?: string }",
            "const { a, b } = props;",
            "<div>{name}</div>",
            "}}}]]])",
        ] {
            assert_eq!(read(source), Vec::<String>::new(), "{source}");
        }
    }

    #[test]
    fn lines_are_counted() {
        let found = in_script("// one\nconst a = [\n  `two\nlines`,\n  { t: 'x' },\n];\n");
        let lines: Vec<u32> = found[0].node.items().iter().map(|node| node.line).collect();
        assert_eq!((found[0].node.line, lines), (2, vec![3, 5]));
    }

    #[test]
    fn deep_nesting_ends() {
        for source in [
            "[".repeat(200_000),
            "{a:".repeat(100_000),
            format!("{}{}", "[".repeat(50_000), "]".repeat(50_000)),
        ] {
            in_script(&source);
        }
    }
}

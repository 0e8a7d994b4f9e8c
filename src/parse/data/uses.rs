//! Functions and components that a script uses several times with fixed values: `card("Chess", ...)`, `<Card title="Chess" />`.
//! The uses of one of them read like a list of records.

use super::script::{Named, Reader};
use super::tokens::{Kind, Token};
use super::{Node, Value};

/// The uses of each function and component, in order of their first use.
pub(super) fn uses(reader: &Reader<'_>) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    for (at, token) in reader.tokens.iter().enumerate() {
        let Some(name) = token.word() else { continue };
        let before = at.checked_sub(1).map(|before| &reader.tokens[before]);
        let node = if before.is_some_and(|before| before.is('<')) {
            element(reader, at)
        } else if before.and_then(Token::word) == Some("function") {
            None
        } else {
            call(reader, at)
        };
        let Some(node) = node.filter(|node| !node.fields().is_empty()) else { continue };
        match found.iter_mut().find(|named| named.name == name) {
            Some(Named { node: Node { value: Value::List(items), .. }, .. }) => items.push(node),
            _ => found.push(Named {
                name: name.to_owned(),
                node: Node { line: node.line, value: Value::List(vec![node]) },
            }),
        }
    }
    found
}

/// The texts given to a function: the first that is no address or path names the thing, the others follow by number.
fn call(reader: &Reader<'_>, at: usize) -> Option<Node> {
    let close = reader.tokens.get(at + 1).filter(|next| next.is('(')).and_then(|_| reader.closes[at + 1])?;
    let values: Vec<Node> =
        reader.parts(at + 2, close).map(|(start, end)| reader.value(start, end, 1)).collect();
    let texts = values.iter().filter(|value| value.text().is_some()).count();
    if texts < 2 || texts < values.len().div_ceil(2) {
        return None;
    }
    let is_name = |value: &Node| value.text().is_some_and(|text| !text.contains('/') && !text.contains('.'));
    let name = values.iter().position(is_name);
    let key = |index: usize| if Some(index) == name { "title".to_owned() } else { format!("link{index}") };
    let fields = values.into_iter().enumerate().map(|(index, value)| (key(index), value)).collect();
    Some(Node { line: reader.tokens[at].line, value: Value::Map(fields) })
}

/// The attributes of a component.
fn element(reader: &Reader<'_>, at: usize) -> Option<Node> {
    let tokens = reader.tokens;
    tokens[at].word().filter(|name| name.starts_with(char::is_uppercase))?;
    let mut fields = Vec::new();
    let mut next = at + 1;
    while let Some(token) = tokens.get(next).filter(|token| !token.is('>') && !token.is('<')) {
        let value = next + 2;
        let is_given = tokens.get(next + 1).is_some_and(|mark| mark.is('=')) && value < tokens.len();
        if let (Kind::Word(key), true) = (&token.kind, is_given) {
            let close = reader.closes[value].unwrap_or(value);
            let (start, end) = if tokens[value].is('{') { (value + 1, close) } else { (value, value + 1) };
            if start < end {
                fields.push((key.clone(), reader.value(start, end, 1)));
            }
            next = close;
        }
        next += 1;
    }
    Some(Node { line: tokens[at].line, value: Value::Map(fields) })
}

#[cfg(test)]
mod tests {
    use super::super::in_script;

    #[test]
    fn uses_read_like_lists() {
        let source = r#"
            add("Chess", "A game", "https://github.com/ada/chess", icon);
            add("Tea", "A timer", "https://github.com/ada/tea", icon);
            log("x");
            const page = <div><Card title="Chess" link={`https://chess.example`} img={logo} wide />
                <Card title="Tea">text</Card><Icon/></div>;
        "#;
        let found: Vec<(String, usize)> =
            in_script(source).iter().map(|named| (named.name.clone(), named.node.items().len())).collect();
        assert_eq!(found, [("add".to_owned(), 2), ("Card".to_owned(), 2)]);
        let texts = in_script(source)[1].node.texts().join(" ");
        assert_eq!(texts, "Chess https://chess.example Tea");
    }
}

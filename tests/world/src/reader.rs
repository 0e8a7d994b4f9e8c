//! Reads the GraphQL that is asked here: selections with aliases, arguments and fragments; no variables, no directives.

use std::collections::BTreeMap;

use serde_json::Value;

/// A field with what is asked of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Field {
    pub(crate) alias: String,
    pub(crate) name: String,
    pub(crate) arguments: BTreeMap<String, Value>,
    /// The type it is asked of, where a fragment says so.
    pub(crate) on: Option<String>,
    pub(crate) fields: Vec<Field>,
}

impl Field {
    /// An argument that is text; empty where there is none.
    pub(crate) fn text(&self, argument: &str) -> &str {
        self.arguments.get(argument).and_then(Value::as_str).unwrap_or_default()
    }

    /// An argument that is a number.
    pub(crate) fn number(&self, argument: &str) -> Option<usize> {
        usize::try_from(self.arguments.get(argument)?.as_u64()?).ok()
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Name(String),
    Value(Value),
    Mark(char),
    Spread,
}

type Read<T> = Result<T, String>;
type Fragments = BTreeMap<String, (String, Vec<Field>)>;

/// Reads a document with one query and its fragments, which come after it.
///
/// # Errors
/// What is wrong with it, as GitHub would refuse it.
pub(crate) fn read(text: &str) -> Read<Vec<Field>> {
    let mut reader = Reader { tokens: tokens(text)?, at: 0 };
    if reader.name()? != "query" {
        return Err("only queries are known here".into());
    }
    let query = reader.fields()?;
    let mut fragments = Fragments::new();
    while reader.at < reader.tokens.len() {
        reader.word("fragment")?;
        let name = reader.name()?;
        reader.word("on")?;
        let on = reader.name()?;
        fragments.insert(name, (on, reader.fields()?));
    }
    let mut used = Vec::new();
    let spread = spread(query, &fragments, &mut used)?;
    match fragments.keys().find(|name| !used.contains(name)) {
        Some(name) => Err(format!("Fragment {name} was defined, but not used")),
        None => Ok(spread),
    }
}

fn spread(fields: Vec<Field>, fragments: &Fragments, used: &mut Vec<String>) -> Read<Vec<Field>> {
    let mut all = Vec::new();
    for mut field in fields {
        if let Some(name) = field.name.strip_prefix("...") {
            let (on, inner) =
                fragments.get(name).ok_or(format!("Fragment {name} was used, but not defined"))?;
            used.push(name.into());
            let inner = spread(inner.clone(), fragments, used)?;
            all.extend(inner.into_iter().map(|inner| Field { on: Some(on.clone()), ..inner }));
        } else {
            field.fields = spread(field.fields, fragments, used)?;
            all.push(field);
        }
    }
    Ok(all)
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
}

impl Reader {
    fn next(&mut self) -> Read<Token> {
        let token = self.tokens.get(self.at).cloned().ok_or("the query ends early")?;
        self.at += 1;
        Ok(token)
    }

    fn skips(&mut self, token: &Token) -> bool {
        let is_next = self.tokens.get(self.at) == Some(token);
        self.at += usize::from(is_next);
        is_next
    }

    fn name(&mut self) -> Read<String> {
        match self.next()? {
            Token::Name(name) => Ok(name),
            other => Err(format!("expected a name, found {other:?}")),
        }
    }

    fn word(&mut self, word: &str) -> Read<()> {
        let name = self.name()?;
        if name == word { Ok(()) } else { Err(format!("expected {word}, found {name}")) }
    }

    fn mark(&mut self, mark: char) -> Read<()> {
        let token = self.next()?;
        if token == Token::Mark(mark) { Ok(()) } else { Err(format!("expected {mark}, found {token:?}")) }
    }

    fn fields(&mut self) -> Read<Vec<Field>> {
        self.mark('{')?;
        let mut fields = Vec::new();
        while !self.skips(&Token::Mark('}')) {
            if !self.skips(&Token::Spread) {
                fields.push(self.field()?);
                continue;
            }
            let name = self.name()?;
            if name == "on" {
                let on = self.name()?;
                fields
                    .extend(self.fields()?.into_iter().map(|field| Field { on: Some(on.clone()), ..field }));
            } else {
                fields.push(Field { name: format!("...{name}"), ..Field::default() });
            }
        }
        Ok(fields)
    }

    fn field(&mut self) -> Read<Field> {
        let alias = self.name()?;
        let name = if self.skips(&Token::Mark(':')) { self.name()? } else { alias.clone() };
        let mut field = Field { alias, name, ..Field::default() };
        if self.skips(&Token::Mark('(')) {
            while !self.skips(&Token::Mark(')')) {
                let argument = self.name()?;
                self.mark(':')?;
                match self.next()? {
                    Token::Value(value) => field.arguments.insert(argument, value),
                    Token::Name(word) => field.arguments.insert(argument, word.into()),
                    other => return Err(format!("expected a value, found {other:?}")),
                };
            }
        }
        if self.tokens.get(self.at) == Some(&Token::Mark('{')) {
            field.fields = self.fields()?;
        }
        Ok(field)
    }
}

fn tokens(text: &str) -> Read<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start_matches([' ', '\n', ',']);
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => {
                let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
                let value = values.next().ok_or("an open string")?.map_err(|error| error.to_string())?;
                tokens.push(Token::Value(value));
                values.byte_offset()
            }
            '.' if rest.starts_with("...") => {
                tokens.push(Token::Spread);
                3
            }
            _ if first.is_ascii_alphanumeric() || first == '_' => {
                let is_end = |c: char| !c.is_ascii_alphanumeric() && c != '_';
                let word = &rest[..rest.find(is_end).unwrap_or(rest.len())];
                let number = word.parse::<u64>().map(|number| Token::Value(number.into()));
                tokens.push(number.unwrap_or_else(|_| Token::Name(word.into())));
                word.len()
            }
            _ => {
                tokens.push(Token::Mark(first));
                first.len_utf8()
            }
        };
        rest = rest[length..].trim_start_matches([' ', '\n', ',']);
    }
    Ok(tokens)
}

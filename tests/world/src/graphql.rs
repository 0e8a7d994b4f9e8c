//! The GraphQL API, as far as it is asked: repositories, where they come from, their owners and teams.

mod files;
mod pull;

use serde_json::{Map, Value, json};

use self::files::object;
use crate::answer::Answer;
use crate::caller::Caller;
use crate::commits::Commit;
use crate::ledger;
use crate::reader::{self, Field};
use crate::repository::Repository;
use crate::rest::message;
use crate::reviews;
use crate::server::Request;
use crate::state::State;

type Read = Result<Value, String>;

/// Answers a query.
pub(crate) fn answer(state: &mut State, caller: &Caller, request: &Request) -> Answer {
    if *caller == Caller::Nobody {
        return message(401, "This endpoint requires you to be authenticated.");
    }
    let body = request.json();
    let fields = match reader::read(body["query"].as_str().unwrap_or_default()) {
        Ok(fields) => fields,
        Err(mistake) => return refused(state, &mistake),
    };
    if state.query_limit.is_some_and(|limit| fields.len() > limit) {
        return Answer::html("<html><title>502 Bad Gateway</title></html>").status(502);
    }
    let (mut data, mut errors) = (Map::new(), Vec::new());
    for field in &fields {
        let mut query = Query { caller, errors: &mut errors };
        match query.root(state, field) {
            Ok(value) => data.insert(field.alias.clone(), value),
            Err(mistake) => return refused(state, &mistake),
        };
    }
    let mut whole = json!({ "data": data });
    if !errors.is_empty() {
        whole["errors"] = errors.into();
    }
    let repositories = u32::try_from(fields.len()).unwrap_or(u32::MAX);
    Answer::json(200, &whole).after(state.pace.repository * repositories)
}

fn refused(state: &mut State, mistake: &str) -> Answer {
    let answer = Answer::json(200, &json!({ "errors": [{ "message": mistake }] }));
    state.unexpected.push(format!("GraphQL: {mistake}"));
    answer
}

struct Query<'a> {
    caller: &'a Caller,
    errors: &'a mut Vec<Value>,
}

impl Query<'_> {
    fn root(&mut self, state: &mut State, field: &Field) -> Read {
        if field.name == "organization" {
            return self.organization(state, field);
        }
        if field.name != "repository" {
            return Err(format!("Field '{}' doesn't exist on type 'Query'", field.name));
        }
        let asked = format!("{}/{}", field.text("owner"), field.text("name"));
        let name = state.renamed(&asked).unwrap_or_else(|| asked.clone());
        let known = state.named(&name).filter(|repository| self.caller.may_see(repository));
        if let Some(copied) = known.map(|known| [known.parent.clone(), known.template.clone()]) {
            let mut sources = copied.map(|source| state.named(&source?).cloned());
            let repository = state.named(&name).expect("the same one");
            return self.repository(repository, &mut sources, field);
        }
        let text = format!("Could not resolve to a Repository with the name '{asked}'.");
        Ok(self.missing(&[&field.alias], &text))
    }

    fn organization(&mut self, state: &State, field: &Field) -> Read {
        select("Organization", &field.fields, |asked| {
            if asked.name != "team" {
                return Err(unknown("Organization", asked));
            }
            let name = format!("{}/{}", field.text("login"), asked.text("slug"));
            let members = reviews::members(state, self.caller, &name);
            if members.is_none() {
                let text = "Resource not accessible by integration";
                let path = [&field.alias, "team"];
                self.errors.push(json!({ "type": "FORBIDDEN", "path": path, "message": text }));
            }
            Ok(members.unwrap_or_default())
        })
    }

    /// `sources`: what it was forked from, and the template that it was made from.
    fn repository(
        &mut self,
        repository: &mut Repository,
        sources: &mut [Option<Repository>; 2],
        field: &Field,
    ) -> Read {
        let tip = repository.at("HEAD").map(|commit| commit.sha.clone());
        select("Repository", &field.fields, |asked| {
            Ok(match asked.name.as_str() {
                "nameWithOwner" => json!(repository.name),
                "isEmpty" => json!(repository.commits.is_empty()),
                "owner" => owner(repository, asked)?,
                "isPrivate" => json!(repository.is_private),
                "isArchived" => json!(repository.is_archived),
                "pushedAt" => json!(repository.pushed),
                "parent" => match (&mut sources[0], &repository.parent) {
                    (Some(parent), _) => self.repository(parent, &mut [None, None], asked)?,
                    (None, Some(name)) => json!({ "nameWithOwner": name }),
                    (None, None) => Value::Null,
                },
                "templateRepository" => match &mut sources[1] {
                    Some(template) => self.repository(template, &mut [None, None], asked)?,
                    None => Value::Null,
                },
                "defaultBranchRef" => match &tip {
                    Some(sha) => branch(repository, sha, asked)?,
                    None => Value::Null,
                },
                "homepageUrl" => json!(repository.homepage),
                "description" => json!(repository.description),
                "object" => object(repository, asked)?,
                "pullRequest" => self.pull_request(repository, &field.alias, asked)?,
                _ => return Err(unknown("Repository", asked)),
            })
        })
    }

    fn missing(&mut self, path: &[&str], text: &str) -> Value {
        self.errors.push(json!({ "type": "NOT_FOUND", "path": path, "message": text }));
        Value::Null
    }
}

/// The default branch and its tip.
fn branch(repository: &Repository, sha: &str, field: &Field) -> Read {
    select("Ref", &field.fields, |asked| match asked.name.as_str() {
        "name" => Ok(json!(repository.default_branch)),
        "target" => select("Commit", &asked.fields, |asked| match asked.name.as_str() {
            "oid" => Ok(json!(sha)),
            "tree" => Ok(json!({ "oid": repository.at(sha).map(Commit::tree) })),
            "file" => Ok(ledger::file(repository, asked)),
            "history" if asked.fields.iter().any(|field| field.name == "totalCount") => {
                Ok(history(repository, sha, asked))
            }
            "history" => Ok(ledger::history(repository, asked)),
            _ => Err(unknown("Commit", asked)),
        }),
        _ => Err(unknown("Ref", asked)),
    })
}

/// The account that owns it: a person.
fn owner(repository: &Repository, field: &Field) -> Read {
    select("User", &field.fields, |asked| match asked.name.as_str() {
        "__typename" => Ok(json!("User")),
        "pinnedItems" => {
            let nodes = repository.pins.iter().map(|name| json!({ "nameWithOwner": name }));
            Ok(json!({ "nodes": nodes.collect::<Vec<_>>() }))
        }
        _ => Err(unknown("User", asked)),
    })
}

/// The commits that touch a folder, the newest first.
fn history(repository: &Repository, sha: &str, field: &Field) -> Value {
    let commits = repository.history(sha, field.text("path"));
    let shown = commits.iter().take(field.number("first").unwrap_or_default());
    let nodes = shown.map(|commit| {
        let user = commit.author.as_ref().map(|login| json!({ "login": login }));
        json!({ "author": { "user": user }, "message": commit.message })
    });
    json!({ "totalCount": commits.len(), "nodes": nodes.collect::<Vec<_>>() })
}

/// The fields that are asked of a type, each under its alias.
fn select(kind: &str, fields: &[Field], mut value: impl FnMut(&Field) -> Read) -> Read {
    let mut selected = Map::new();
    for field in fields.iter().filter(|field| field.on.as_deref().is_none_or(|on| on == kind)) {
        selected.insert(field.alias.clone(), value(field)?);
    }
    Ok(selected.into())
}

fn unknown(kind: &str, field: &Field) -> String {
    format!("Field '{}' doesn't exist on type '{kind}'", field.name)
}

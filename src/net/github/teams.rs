//! Who is in a team: the first hundred beside everything else by GraphQL, and one account by REST.

use http::Method;
use serde::Deserialize;

use super::api::Api;
use super::request::{Failure, Request};
use super::route::team_route;
use super::shapes::{NodesShape, PageInfoShape, ReviewerShape};
use crate::facts::{Obstacle, Seen};

/// The part of a query that asks for the members of a team.
pub(super) const FIELDS: &str = "members(first:100){pageInfo{hasNextPage endCursor} nodes{login databaseId}}";

/// The members of a team, as far as one query tells them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Members {
    accounts: Vec<(String, Option<u64>)>,
    is_whole: bool,
}

impl Members {
    /// Whether an account belongs to them; none where they are more than were told.
    pub fn has(&self, login: &str, id: Option<u64>) -> Option<bool> {
        let is_it = |(known, number): &(String, Option<u64>)| match (number, id) {
            (Some(known), Some(id)) => *known == id,
            _ => known.eq_ignore_ascii_case(login),
        };
        let is_member = self.accounts.iter().any(is_it);
        (is_member || self.is_whole).then_some(is_member)
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct TeamShape {
    members: Option<MembersShape>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct MembersShape {
    page_info: PageInfoShape,
    #[serde(flatten)]
    accounts: NodesShape<ReviewerShape>,
}

/// What GraphQL said; a team that the token may not see and none of that name look the same.
pub(super) fn from_shape(shape: Option<TeamShape>) -> Seen<Members> {
    let members = shape.and_then(|team| team.members).ok_or(Obstacle::NoAccess)?;
    let accounts = members.accounts.nodes.into_iter().flatten();
    Ok(Members {
        accounts: accounts.map(|account| (account.login, account.database_id)).collect(),
        is_whole: !members.page_info.has_next_page,
    })
}

#[derive(Debug, Deserialize)]
struct Membership {
    state: String,
}

/// Whether an account belongs to a team, by REST. "Not found" may also mean that the token may not see the team.
pub(super) async fn fetch_membership(api: &Api, team: &str, login: &str) -> Seen<bool> {
    let (organisation, team) = team.split_once('/').ok_or(Obstacle::NoAccess)?;
    let route = team_route(organisation, team, None);
    let member = team_route(organisation, team, Some(login));
    match api.read_json::<Membership>(&Request::new(Method::GET, member)).await {
        Ok(membership) => Ok(membership.state == "active"),
        Err(Failure::NotFound) => {
            let team: serde_json::Value = api.read_json(&Request::new(Method::GET, route)).await?;
            if team.is_object() { Ok(false) } else { Err(Obstacle::Garbled) }
        }
        Err(failure) => Err(failure.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_known_by_its_number() {
        let accounts = vec![("hedy".to_owned(), Some(77)), ("joan".to_owned(), None)];
        let all = Members { accounts, is_whole: true };
        let cases = [
            ("hedy", Some(77), Some(true)),
            ("hedy-lamarr", Some(77), Some(true)),
            ("hedy", Some(6666), Some(false)),
            ("Joan", Some(5), Some(true)),
            ("bob", Some(8), Some(false)),
        ];
        for (login, id, expected) in cases {
            assert_eq!(all.has(login, id), expected, "{login} {id:?}");
        }
        let some = Members { is_whole: false, ..all };
        assert_eq!((some.has("hedy", Some(77)), some.has("bob", Some(8))), (Some(true), None));
    }
}

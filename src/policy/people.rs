//! Who has which role at the school: accounts by number and login, and teams.

use std::collections::BTreeMap;
use std::fmt;

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its login.
    pub login: String,
    /// Its number, which stays when the login changes.
    pub id: Option<u64>,
}

impl Account {
    /// True for the account of that login and number: by number where both are known, for a login can change hands.
    pub fn is(&self, login: &str, id: Option<u64>) -> bool {
        match (self.id, id) {
            (Some(ours), Some(theirs)) => ours == theirs,
            _ => self.login.eq_ignore_ascii_case(login),
        }
    }
}

/// A team of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Team {
    /// The organisation.
    pub organisation: String,
    /// The team, as in its address.
    pub name: String,
}

/// `organisation/team`
impl fmt::Display for Team {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.organisation, self.name)
    }
}

/// Those who have a role.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Role {
    /// Accounts.
    pub accounts: Vec<Account>,
    /// Teams, whose members are read by API.
    pub teams: Vec<Team>,
}

impl Role {
    /// True where nobody has it.
    pub fn is_empty(&self) -> bool {
        self.accounts.is_empty() && self.teams.is_empty()
    }

    /// `ada, grace, school/coordinators`
    pub fn in_words(&self) -> String {
        let accounts = self.accounts.iter().map(|account| account.login.clone());
        let teams = self.teams.iter().map(ToString::to_string);
        accounts.chain(teams).collect::<Vec<_>>().join(", ")
    }
}

/// Roles by name.
pub type People = BTreeMap<String, Role>;

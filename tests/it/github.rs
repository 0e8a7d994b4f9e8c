//! The code host's client against a GitHub with state, over real HTTP.

mod comments;
mod faults;
mod repositories;

use std::time::Duration;

use foliocheck::facts::{RepoName, Seen};
use foliocheck::net::github::{GitHub, RepositoryAnswer, RepositoryAsk};
use foliocheck::net::{Net, Patience};
use foliocheck::settings::{Guard, Hosts, Token as Secret};
use world::{Token, World};

/// The client at this world, which does not sleep between its tries.
fn client(world: &World, token: Option<&Token>) -> GitHub {
    let hosts = Hosts {
        api: world.api().parse().unwrap(),
        graphql: world.graphql().parse().unwrap(),
        server: world.api().parse().unwrap(),
    };
    client_at(&hosts, token)
}

fn client_at(hosts: &Hosts, token: Option<&Token>) -> GitHub {
    let secret = token.map(|token| Secret::new(token.text()));
    let net = Net::new(hosts, secret.as_ref(), Guard::PrivateAllowed).unwrap();
    let patience =
        Patience { pause: Duration::ZERO, all_pauses: Duration::from_secs(9), ..Patience::default() };
    net.github.with_patience(patience)
}

fn name(text: &str) -> RepoName {
    RepoName::parse(text).unwrap()
}

async fn fetch_one(github: &GitHub, repository: &str, ask: RepositoryAsk) -> Seen<Option<RepositoryAnswer>> {
    github.fetch_repositories(&[(name(repository), ask)]).await.unwrap().remove(0)
}

/// The README as `path: text`, or what is instead of it.
fn readme_of(answer: &RepositoryAnswer) -> String {
    match &answer.readme {
        Ok(Some(file)) => {
            format!("{}: {}", file.path.as_written(), String::from_utf8_lossy(&file.bytes))
        }
        Ok(None) => "none".into(),
        Err(obstacle) => obstacle.kind().into(),
    }
}

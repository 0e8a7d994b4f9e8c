//! One request to the API and its answer: the token, redirects, tries and waits. What an answer means is `ruling`'s.

use std::error::Error;
use std::path::Path;
use std::sync::Arc;

use http::uri::Authority;
use http::{Method, Uri, header};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use octocrab::Octocrab;
use octocrab::service::middleware::retry::RetryConfig;
use serde::de::DeserializeOwned;
use tokio::sync::OnceCell;
use url::Url;

use super::governor::Governor;
use super::kept::{self, Kept};
use super::request::{Door, Failure, Request};
use super::ruling::{Reply, Ruling};
use crate::facts::Obstacle;
use crate::net::NetError;
use crate::net::http::jitter;
use crate::net::retry::{Next, Patience, Tries};
use crate::settings::{Hosts, Token};

/// A renamed repository answers with one redirect.
const MAX_REDIRECTS: usize = 3;

/// The two addresses under one token, or under none.
#[derive(Debug)]
struct Doors {
    rest: Octocrab,
    graphql: Octocrab,
}

/// The API behind its two addresses.
#[derive(Debug, Clone)]
pub(super) struct Api {
    /// One a token, as the governor counts them.
    doors: Arc<[Doors]>,
    graphql_route: String,
    authority: Authority,
    pub(super) has_token: bool,
    pub(super) patience: Patience,
    pub(super) governor: Arc<Governor>,
    kept: Option<Kept>,
    /// The person behind the token, once somebody asked; none where no person is.
    pub(super) login: Arc<OnceCell<Option<String>>>,
}

impl Api {
    /// Prepares both addresses on one HTTP client, for each token or for none. Sends nothing.
    pub(super) fn new(hosts: &Hosts, tokens: &[Token], client: &reqwest::Client) -> Result<Self, NetError> {
        let authority = hosts.api.authority().parse();
        let authority =
            authority.map_err(|_| NetError::Client(format!("{} is no address of an API", hosts.api)))?;
        let mut graphql_root = hosts.graphql.clone();
        graphql_root.set_path("/");
        let doors = |token: Option<&Token>| {
            let (rest, graphql) =
                (octocrab(&hosts.api, token, client)?, octocrab(&graphql_root, token, client)?);
            Ok(Doors { rest, graphql })
        };
        let all: Result<_, NetError> = match tokens {
            [] => doors(None).map(|doors| Arc::from([doors])),
            tokens => tokens.iter().map(|token| doors(Some(token))).collect(),
        };
        let governor = Governor::new(tokens.len());
        Ok(Self {
            doors: all?,
            graphql_route: hosts.graphql.path().into(),
            authority,
            has_token: !tokens.is_empty(),
            patience: Patience { all_pauses: governor.patience(), ..Patience::default() },
            governor: governor.into(),
            kept: None,
            login: Arc::default(),
        })
    }

    /// The same for a run that may take hours: the next hour's budget is waited for.
    pub(super) fn patient(self) -> Self {
        let governor = Governor::new(self.doors.len()).patient();
        let patience = Patience { all_pauses: governor.patience(), ..self.patience };
        Self { governor: governor.into(), patience, ..self }
    }

    /// The same with answers kept in a folder between runs.
    pub(super) fn keeping(self, folder: &Path) -> Self {
        let api = self.authority.as_str();
        Self { kept: Some(Kept::new(folder, api)), ..self }
    }

    /// The same with other limits on tries and pauses.
    pub(super) fn with_patience(self, patience: Patience) -> Self {
        Self { patience, ..self }
    }

    /// A GraphQL query. Octocrab's own drops what came beside an error, so the answer is read whole.
    pub(super) fn query(&self, query: &str) -> Request {
        let body = serde_json::json!({ "query": query });
        let request = Request::new(Method::POST, self.graphql_route.clone()).with_body(body);
        Request { door: Door::GraphQl, ..request }
    }

    /// Reads JSON, with as many tries as help.
    pub(super) async fn read_json<T: DeserializeOwned>(&self, request: &Request) -> Result<T, Failure> {
        self.read(request, json).await
    }

    /// Sends a request that may be repeated, up to three times; `parse` judges what a success brought.
    pub(super) async fn read<T>(
        &self,
        request: &Request,
        parse: impl Fn(&Reply) -> Result<T, Ruling>,
    ) -> Result<T, Failure> {
        let (mut tries, mut was_limited) = (Tries::default(), false);
        loop {
            let ruling = match self.send(request, &parse).await {
                Ok(value) => return Ok(value),
                // Under a limit some hosts answer "not found" to everything.
                Err(Ruling::NotFound) if was_limited => return Err(Failure::Obstacle(Obstacle::RateLimited)),
                Err(ruling) => ruling,
            };
            was_limited |= matches!(ruling, Ruling::Limited { .. });
            self.wait_after(&ruling, &mut tries).await?;
        }
    }

    /// Waits before another try.
    ///
    /// # Errors
    /// Where no other try would help, or all were used up, or the wait is too long.
    pub(super) async fn wait_after(&self, ruling: &Ruling, tries: &mut Tries) -> Result<(), Failure> {
        match tries.after(&ruling.fault()?, &self.patience, jitter()) {
            // The governor holds everything back that goes out under the same token.
            Next::Again(_) if matches!(ruling, Ruling::Limited { .. }) => {}
            Next::Again(pause) => tokio::time::sleep(pause).await,
            Next::GiveUp(obstacle) => return Err(Failure::Obstacle(obstacle)),
        }
        Ok(())
    }

    /// Sends a request once.
    pub(super) async fn send<T>(
        &self,
        request: &Request,
        parse: impl Fn(&Reply) -> Result<T, Ruling>,
    ) -> Result<T, Ruling> {
        let reply = self.follow(request).await.map_err(Ruling::Again)?;
        let outcome = reply.check().and_then(|()| parse(&reply));
        if let Err(Ruling::Limited { wait }) = &outcome {
            self.governor.pause(reply.seat, *wait);
        }
        outcome
    }

    /// Follows redirects of writes to the same host: the HTTP client cannot repeat a body. It follows those of reads.
    async fn follow(&self, request: &Request) -> Result<Reply, Obstacle> {
        let mut route = request.route.clone();
        let mut reply = self.exchange(request, &route).await?;
        for _ in 0..MAX_REDIRECTS {
            if !(300..400).contains(&reply.status) {
                break;
            }
            let location = reply.header("location").and_then(|location| location.parse::<Uri>().ok());
            let Some(next) = location.filter(|location| self.is_own(location)) else { break };
            route = next.path_and_query().map_or_else(|| "/".into(), ToString::to_string);
            reply = self.exchange(request, &route).await?;
        }
        Ok(reply)
    }

    /// Sends a request, and takes the kept answer where the host says that it is unchanged.
    async fn exchange(&self, request: &Request, route: &str) -> Result<Reply, Obstacle> {
        let Some(kept) = &self.kept else { return self.exchange_with(request, route, None).await };
        let known = kept.fetch(request, route);
        let reply = self.exchange_with(request, route, known.as_ref().map(kept::Answer::etag)).await?;
        Ok(match known {
            Some(known) if reply.status == 304 => known.confirmed_by(reply),
            Some(_) | None => {
                kept.write(request, route, &reply);
                reply
            }
        })
    }

    async fn exchange_with(
        &self,
        request: &Request,
        route: &str,
        etag: Option<&str>,
    ) -> Result<Reply, Obstacle> {
        let turn = self.governor.turn(request.cost()).await?;
        let doors = &self.doors[turn.seat];
        let octocrab = match request.door {
            Door::Rest => &doors.rest,
            Door::GraphQl => &doors.graphql,
        };
        let builder = http::Request::builder().method(request.method.clone()).uri(route);
        let builder = builder.header(header::ACCEPT, request.accept);
        let builder = match etag {
            Some(etag) => builder.header(header::IF_NONE_MATCH, etag),
            None => builder,
        };
        let built = octocrab.build_request(builder, request.body.as_ref());
        let answer = octocrab.execute(built.map_err(|error| obstacle(&error))?).await;
        let (head, body) = answer.map_err(|error| obstacle(&error))?.into_parts();
        let body = Limited::new(body, request.max_bytes).collect().await.map_err(|error| {
            if error.is::<LengthLimitError>() {
                Obstacle::TooLarge { limit_bytes: request.max_bytes as u64 }
            } else {
                obstacle(error.as_ref())
            }
        })?;
        let (status, headers) = (head.status.as_u16(), head.headers);
        let reply = Reply { status, headers, body: body.to_bytes(), seat: turn.seat };
        // The turn ends with the body.
        self.governor.settle(&turn, reply.budget());
        Ok(reply)
    }

    fn is_own(&self, location: &Uri) -> bool {
        location.authority().is_none_or(|authority| *authority == self.authority)
    }
}

fn octocrab(address: &Url, token: Option<&Token>, client: &reqwest::Client) -> Result<Octocrab, NetError> {
    let refused = |error: octocrab::Error| NetError::Client(error.to_string());
    let builder = Octocrab::builder().base_uri(address.as_str()).map_err(refused)?;
    // Octocrab's own tries repeat a POST as well, and so every comment.
    let builder = builder.add_retry_config(RetryConfig::None);
    // Octocrab panics on a token that no header can carry.
    if token.is_some_and(|token| header::HeaderValue::from_str(token.secret()).is_err()) {
        return Err(NetError::Client("the token has characters that no token has".into()));
    }
    let builder = match token {
        Some(token) => builder.personal_token(token.secret()),
        None => builder,
    };
    builder.build_with_reqwest(client.clone()).map_err(refused)
}

/// What stood in the way of an answer. A connection that ended inside one counts as garbled, not as unreachable.
fn obstacle(error: &(dyn Error + 'static)) -> Obstacle {
    let mut causes = std::iter::successors(Some(error), |&error| error.source());
    let Some(cause) = causes.find_map(|error| error.downcast_ref::<reqwest::Error>()) else {
        return Obstacle::Unreachable;
    };
    if cause.is_timeout() {
        Obstacle::TimedOut
    } else if cause.is_body() || cause.is_decode() {
        Obstacle::Garbled
    } else {
        Obstacle::Unreachable
    }
}

/// Reads a JSON body; anything else is worth another try.
pub(super) fn json<T: DeserializeOwned>(reply: &Reply) -> Result<T, Ruling> {
    serde_json::from_slice(&reply.body).map_err(|_| Ruling::Again(Obstacle::Garbled))
}

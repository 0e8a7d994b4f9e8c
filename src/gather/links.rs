//! What the addresses in READMEs lead to: each asked for once, all side by side, within a bounded time.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use futures_util::{StreamExt, stream};
use url::Url;

use crate::facts::{Lead, Obstacle, Project, ReferenceKind, Seen};
use crate::net::http::{Arrival, Ask, Part, Trust, Web};

/// The most addresses that are asked for.
const MAX_ADDRESSES: usize = 100;
/// So many are under way at once.
const AT_ONCE: usize = 16;
/// The longest that one of them is waited for; a free host may sleep for longer, and that is no fault of the student's.
const LONGEST: Duration = Duration::from_secs(12);
/// A picture begins within so many bytes.
const FIRST_BYTES: usize = 512;

const BEYOND: Obstacle = Obstacle::Unreadable { why: "its place beyond the first hundred links" };

/// Fills in what the addresses of these projects lead to, where only a visit can tell.
///
/// # Errors
/// Where the projects are not known.
pub(super) async fn fetch_leads(projects: Seen<Vec<Project>>, web: &Web) -> Seen<Vec<Project>> {
    let mut projects = projects?;
    let each = wanted(&mut projects).into_iter().map(|url| async move {
        let ask = Ask { url: &url, trust: Trust::Student, part: Part::First { bytes: FIRST_BYTES } };
        let arrival = tokio::time::timeout(LONGEST, web.fetch(ask)).await;
        (url.clone(), arrival.unwrap_or(Err(Obstacle::TimedOut)))
    });
    let arrivals: HashMap<Url, Seen<Arrival>> = stream::iter(each).buffer_unordered(AT_ONCE).collect().await;
    for (address, kind, lead) in projects.iter_mut().flat_map(unseen) {
        if let Some(url) = web_address(&address) {
            *lead = match arrivals.get(&url) {
                Some(arrival) => {
                    arrival.as_ref().map_err(Clone::clone).and_then(|arrival| lead_of(arrival, kind))
                }
                None => Err(BEYOND),
            };
        }
    }
    Ok(projects)
}

/// The addresses that are asked for, each once; what a reader tries first comes first.
fn wanted(projects: &mut [Project]) -> Vec<Url> {
    let unseen = projects.iter_mut().flat_map(unseen);
    let mut wanted: Vec<(ReferenceKind, Url)> =
        unseen.filter_map(|(address, kind, _)| Some((kind, web_address(&address)?))).collect();
    wanted.sort_by_key(|(kind, _)| *kind);
    let mut known = HashSet::new();
    let mut urls: Vec<Url> = wanted.into_iter().map(|(_, url)| url).collect();
    urls.retain(|url| known.insert(url.clone()));
    urls.truncate(MAX_ADDRESSES);
    urls
}

/// The addresses of a project of which it is not known yet what they lead to.
fn unseen(project: &mut Project) -> Vec<(String, ReferenceKind, &mut Seen<Lead>)> {
    let demo = project.demo.as_ref().map(|demo| demo.as_written().to_owned()).zip(project.demo_lead.as_mut());
    let demo = demo.map(|(address, lead)| (address, ReferenceKind::Demo, lead));
    let readme = project.readme.as_mut().ok().and_then(Option::as_mut);
    let references = readme.into_iter().flat_map(|readme| &mut readme.references);
    let references = references
        .map(|reference| (reference.address.as_written().to_owned(), reference.kind, &mut reference.lead));
    demo.into_iter().chain(references).filter(|(_, _, lead)| lead.is_err()).collect()
}

/// The address without its fragment; none where it is relative.
fn web_address(address: &str) -> Option<Url> {
    let whole = if address.starts_with("//") { format!("https:{address}") } else { address.to_owned() };
    let mut url = Url::parse(&whole).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    url.set_fragment(None);
    Some(url)
}

fn lead_of(arrival: &Arrival, kind: ReferenceKind) -> Seen<Lead> {
    let answer = match arrival {
        Arrival::NoSuchHost => return Ok(Lead::NoSuchHost),
        Arrival::RedirectLoop => return Ok(Lead::RedirectLoop),
        Arrival::Answer(answer) => answer,
    };
    let is_page = answer.content_type.as_deref() == Some("text/html");
    match (answer.status, kind) {
        (404 | 410, _) => Ok(Lead::Refused { status: answer.status }),
        (200..=299, ReferenceKind::Picture) if is_page => Ok(Lead::NotAPicture),
        (200..=299, _) => Ok(Lead::There),
        (status, _) => Err(Obstacle::Blocked { status }),
    }
}

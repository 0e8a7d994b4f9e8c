//! One look at a student: the code host on the portfolio and its projects, and the site, side by side.

use super::GatherError;
use super::answers::Answers;
use super::deployment;
use super::eyes::Eyes;
use super::ground::Ground;
use super::project_pages::Hunt;
use super::projects::Source;
use super::records::Records;
use super::school::{School, SchoolWord};
use super::site::Opened;
use super::visit::{Outing, Visit, fetch_visit};
use crate::facts::{Page, Seen};
use crate::net::Net;
use crate::net::github::RepositoryAnswer;
use crate::parse::projects::{Entry, pinned};
use crate::parse::readme;
use crate::policy::Policy;
use crate::settings::Settings;

/// What does not change from one look to the next.
#[derive(Clone, Copy)]
pub(super) struct Looker<'a> {
    pub(super) settings: &'a Settings,
    pub(super) policy: &'a Policy,
    pub(super) net: &'a Net,
    pub(super) eyes: Eyes<'a>,
}

/// What one look brought.
pub(super) struct Look {
    /// What the repository says of projects.
    pub(super) source: Seen<Source>,
    /// Where the records lie.
    pub(super) records: Records,
    /// What the code host said of them, in their order.
    pub(super) said: Vec<Seen<Option<RepositoryAnswer>>>,
    /// What it said of the school's side.
    pub(super) school: SchoolWord,
    /// What a visitor of the site met.
    pub(super) visit: Visit,
}

impl Look {
    /// The projects, with what the pages that were opened show of them; where there are none, those that are pinned to the
    /// profile.
    pub(super) fn entries(&self, ground: &Ground, settings: &Settings) -> Seen<Vec<Entry>> {
        let found = entries(&self.source, &self.visit.pages, ground, settings)?;
        let pins = ground.host.as_ref().filter(|_| found.is_empty()).map(|host| host.pins.as_slice());
        Ok(pins.map_or(found, |pins| pinned(pins, ground.surroundings(settings))))
    }
}

impl Looker<'_> {
    /// Looks; a second time where the first began before it was known who the student is and what the student's file
    /// says. Nothing is asked of the code host twice.
    ///
    /// # Errors
    /// When the repository cannot be read, or the token is refused.
    pub(super) async fn fetch(
        self,
        ground: &mut Ground,
        answers: &mut Answers,
        opened: Option<Opened>,
    ) -> Result<Look, GatherError> {
        let believed = self.bearings(ground);
        let look = self.fetch_once(ground, answers, opened).await?;
        if self.bearings(ground) == believed {
            return Ok(look);
        }
        self.fetch_once(ground, answers, None).await
    }

    /// What sends a look elsewhere: whether there is a student's file, and the account. A folder tells it at once.
    fn bearings(self, ground: &Ground) -> Option<(bool, String)> {
        let has_file = !matches!(ground.declared, Ok(None));
        let student = ground.student(self.settings).map(|student| student.as_written().to_lowercase());
        ground.folder.is_none().then(|| (has_file, student.unwrap_or_default()))
    }

    async fn fetch_once(
        self,
        ground: &mut Ground,
        answers: &mut Answers,
        opened: Option<Opened>,
    ) -> Result<Look, GatherError> {
        let Self { settings, policy, net, eyes } = self;
        let source = Source::read(ground, settings);
        let named = entries(&source, &[], ground, settings).unwrap_or_default();
        let records = Records::of(ground, policy);
        let hunt = Hunt { wanted: policy.projects_wanted, known: named.len() };
        let outing = Outing { eyes, github: &net.github, hunt, opened };
        let school = School::of(ground, settings, policy);
        let further = records.asks().into_iter().chain(school.ask()).collect();
        let wish = answers.wish(&named, ground, ground.own_ask(settings)).with(further);
        let (mut said, visit) = if ground.names_the_site(settings) {
            let visit = Box::pin(fetch_visit(ground, settings, outing));
            // Last, when the others have sent what they have to ask.
            let meanwhile = async { readme::prepare() };
            let (said, visit, ()) = tokio::join!(answers.fetch(wish, ground, &net.github), visit, meanwhile);
            let said = said?;
            ground.hear(said.own, settings)?;
            (said.further, visit)
        } else {
            let said = answers.fetch(wish, ground, &net.github).await?;
            ground.hear(said.own, settings)?;
            deployment::fetch_awaited(ground, settings, net).await?;
            (said.further, Box::pin(fetch_visit(ground, settings, outing)).await)
        };
        let school_said = if school.ask().is_some() { said.pop() } else { None };
        Ok(Look { source, records, said, school: school.hear(school_said), visit })
    }
}

fn entries(source: &Seen<Source>, pages: &[Page], ground: &Ground, settings: &Settings) -> Seen<Vec<Entry>> {
    source.as_ref().map(|source| source.entries(pages, ground, settings)).map_err(Clone::clone)
}

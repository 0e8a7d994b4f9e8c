//! The shape of a policy file. What its texts mean is found out in `read`; the published schema is made from these types.

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::de::{Deserializer, MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, de};

/// What a school demands of its students' portfolios. Whatever is not written here is as in the policy it extends.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
#[schemars(title = "foliocheck policy")]
pub(super) struct PolicyFile {
    /// The name of the policy, shown in every report.
    pub(super) name: Option<String>,
    /// Its version, shown in every report. Change it with every change of the rules.
    pub(super) version: Option<String>,
    /// The day from which it holds.
    pub(super) effective_from: Option<String>,
    /// The preset that it builds on; `portfolio` where the key is missing.
    pub(super) extends: Option<String>,
    /// The school's time zone, by its IANA name, such as `America/Denver`.
    pub(super) zone: Option<String>,
    /// The cohort that it is for.
    pub(super) cohort: Cohort,
    /// Who has which role at the school. The names of the roles are free; requirements refer to them in `by`.
    pub(super) people: BTreeMap<String, Vec<Person>>,
    /// What is demanded, by the id of the rule.
    pub(super) requirements: BTreeMap<String, Requirement>,
    /// Groups of rules of which one is enough.
    pub(super) either: Vec<Either>,
    /// Students who are let off a requirement.
    pub(super) waivers: Vec<Waiver>,
    /// Students who have more time for a requirement.
    pub(super) extensions: Vec<Extension>,
    /// Where sites and resumes may lie; anywhere, where the lists are empty.
    pub(super) hosts: Hosts,
    /// The school's own words about what to do, by the id of the rule; shown beside the rule's own.
    pub(super) wording: BTreeMap<String, String>,
    /// The file of the policy's repository that records approvals given elsewhere; `{student}` stands for the login.
    pub(super) ledger: Option<String>,
}

/// A cohort.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Cohort {
    /// What it is called.
    pub(super) name: Option<String>,
    /// The day on which it began; dates such as `week 2 Friday 16:00` count from it, and week 1 is the week it lies in.
    pub(super) start: Option<String>,
}

/// An account or a team of the code host: `login` with `id`, or `team`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Person {
    /// The account's login.
    pub(super) login: Option<String>,
    /// The account's number, which stays when the login changes (`gh api users/LOGIN --jq .id`).
    pub(super) id: Option<u64>,
    /// A team, as `organisation/team`; its members are read when the policy is used.
    pub(super) team: Option<String>,
}

/// What an unmet rule means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// A proven failure is red.
    Required,
    /// A proven failure is advice.
    Advisory,
    /// The rule is not judged.
    Off,
}

/// What is demanded by one rule: one word, or keys.
#[derive(Debug, Clone, JsonSchema)]
#[schemars(untagged)]
pub(super) enum Requirement {
    /// What an unmet rule means, and nothing else.
    Word(Weight),
    /// More than that.
    Keys(Box<RequirementKeys>),
}

impl Requirement {
    pub(super) fn into_keys(self) -> RequirementKeys {
        match self {
            Self::Word(weight) => RequirementKeys { severity: Some(weight), ..RequirementKeys::default() },
            Self::Keys(keys) => *keys,
        }
    }
}

/// What is demanded by one rule.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(super) struct RequirementKeys {
    /// What it means when unmet.
    pub(super) severity: Option<Weight>,
    /// Until when, such as `Wednesday 2017-02-01 18:00` or `week 2 Friday 16:00`; `none` takes an inherited date away.
    pub(super) due: Option<String>,
    /// How many (`projects-enough`, `outreach-contacts`, `interview-evidenced`).
    pub(super) count: Option<u32>,
    /// How many by when (`projects-enough`, `outreach-contacts`); the last stage is the whole.
    pub(super) stages: Option<Vec<Stage>>,
    /// The lowest level of a README that is enough, 1 to 4 (`readme-adequate`).
    pub(super) level: Option<u8>,
    /// The role of those who approve, or from whom a review is asked.
    pub(super) by: Option<String>,
    /// How many of them have to approve.
    pub(super) approvals: Option<u32>,
    /// How many contacts at one company count (`outreach-distinct`).
    pub(super) per_company: Option<u32>,
    /// Companies that are better left alone; a contact there is advice, never a failure (`outreach-distinct`).
    pub(super) skip: Option<Vec<String>>,
    /// The fewest sentences of a reflection; 0 where none is asked (`interview-evidenced`).
    pub(super) sentences: Option<u32>,
    /// How many parts have to be filled (`plan-written`).
    pub(super) parts: Option<u32>,
    /// A remark for readers of the policy.
    pub(super) note: Option<String>,
}

/// A count and its date.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Stage {
    /// How many, all in all.
    pub(super) count: u32,
    /// Until when.
    pub(super) due: String,
}

/// Rules of which one is enough.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Either {
    /// The ids of the rules.
    pub(super) rules: Vec<String>,
}

/// A student who is let off.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Waiver {
    /// The student's login.
    pub(super) student: String,
    /// The ids of the rules.
    pub(super) rules: Vec<String>,
    /// Who granted it.
    pub(super) by: String,
    /// Why.
    pub(super) why: String,
    /// Until when it holds; for good where the key is missing.
    #[serde(default)]
    pub(super) until: Option<String>,
}

/// A student who has more time.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Extension {
    /// The student's login.
    pub(super) student: String,
    /// The ids of the rules.
    pub(super) rules: Vec<String>,
    /// The new date; stages that are due before it move to it.
    pub(super) until: String,
    /// Who granted it.
    pub(super) by: String,
    /// Why.
    pub(super) why: String,
}

/// Hosts, such as `github.io`, which allows `ada.github.io` too.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Hosts {
    /// For the site.
    pub(super) site: Option<Vec<String>>,
    /// For the resume.
    pub(super) resume: Option<Vec<String>>,
}

impl<'de> Deserialize<'de> for Requirement {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RequirementVisitor)
    }
}

struct RequirementVisitor;

impl<'de> Visitor<'de> for RequirementVisitor {
    type Value = Requirement;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("`required`, `advisory`, `off`, or keys such as `due`")
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<Requirement, E> {
        Weight::deserialize(de::value::StrDeserializer::new(word)).map(Requirement::Word)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Requirement, A::Error> {
        let keys = RequirementKeys::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Requirement::Keys(Box::new(keys)))
    }
}

/// The JSON Schema of the file.
pub fn schema() -> String {
    let schema = schemars::schema_for!(PolicyFile);
    let mut text = serde_json::to_string_pretty(schema.as_value()).unwrap_or_default();
    text.push('\n');
    text
}

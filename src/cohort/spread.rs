//! Over how many machines a cohort is spread: as many as have enough to do, and no more than the token can feed.

use super::Shard;

/// What a token and a school allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Means {
    /// API requests that the token may send in an hour.
    pub budget: usize,
    /// Students for whom one more machine is worth its start.
    pub each: u32,
    /// The most machines.
    pub machines: u32,
}

/// How a cohort is spread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread {
    /// The parts, at least one.
    pub shards: Vec<Shard>,
    /// About how many API requests all of them send.
    pub requests: usize,
    /// About how many hours the token needs for these; 1 where its budget is enough.
    pub hours: usize,
}

/// API requests that a student costs at most: the portfolio and three projects by REST, and what surrounds them.
const REQUESTS: usize = 8;

/// Spreads so many students.
pub fn spread(students: usize, means: Means) -> Spread {
    let requests = students * REQUESTS;
    // Machines share the token: those that it cannot feed in an hour would only wait.
    let each = means.each.max(1) as usize;
    let fed = (means.budget / (each * REQUESTS)).max(1);
    let wanted = students.div_ceil(each).max(1).min(fed);
    let of = u32::try_from(wanted).unwrap_or(u32::MAX).min(means.machines.max(1));
    Spread {
        shards: (1..=of).map(|number| Shard { number, of }).collect(),
        requests,
        hours: requests.div_ceil(means.budget.max(1)).max(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_machines_as_have_work_and_can_be_fed() {
        for (students, budget, machines, parts, hours) in [
            (0, 1_000, 8, 1, 1),
            (60, 1_000, 8, 1, 1),
            (400, 1_000, 8, 1, 4),
            (400, 5_000, 8, 4, 1),
            (400, 5_000, 2, 2, 1),
            (1_000, 5_000, 8, 6, 2),
            (1_000, 0, 0, 1, 8_000),
            (100_000, 15_000, 256, 18, 54),
        ] {
            let spread = spread(students, Means { budget, each: 100, machines });
            assert_eq!(
                (spread.shards.len(), spread.hours),
                (parts, hours),
                "{students} students, {budget} an hour"
            );
            assert!(spread.shards.iter().all(|shard| shard.of as usize == parts));
        }
    }
}

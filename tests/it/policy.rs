//! What schools write and do: wrong policies, where policies come from, approvals.

mod approvals;
mod dates;
mod late;
mod ledger;
mod privacy;
mod sources;
mod wrong;

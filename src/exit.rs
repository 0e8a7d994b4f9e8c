//! The exit codes, each with its meaning. Other programs rely on them.

/// Nothing that is required failed.
pub const OK: u8 = 0;
/// At least one required rule failed.
pub const FAILED: u8 = 1;
/// Usage or configuration.
pub const USAGE: u8 = 2;
/// Nothing could be judged, or the report reached nobody.
pub const NOTHING: u8 = 3;

/// The table for help and documentation.
pub const TABLE: [(u8, &str); 4] = [
    (
        OK,
        "nothing that is required failed (things may wait for a person, or could not be told: both are printed)",
    ),
    (FAILED, "at least one required rule failed"),
    (USAGE, "usage or configuration: which flag, file, line and key, and what would be right"),
    (NOTHING, "nothing could be judged, or the report reached nobody"),
];

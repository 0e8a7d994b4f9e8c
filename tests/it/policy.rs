//! What schools write: wrong policies, and where policies come from.

mod wrong;

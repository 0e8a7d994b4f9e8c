//! Try again, wait, or give up (pure).

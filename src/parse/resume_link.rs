//! Which links look like a resume's, ranked, with the reason.

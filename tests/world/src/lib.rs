//! A small world on loopback for tests, examples and benches: a GitHub with state, sites, documents.

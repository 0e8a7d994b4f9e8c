//! Bytes -> PDF or not, pages, words, within limits.

//! An address in any spelling -> the repository, and the folder in it.

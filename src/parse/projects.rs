//! Lists of projects in pages, READMEs and data files.

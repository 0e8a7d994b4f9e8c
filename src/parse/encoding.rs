//! Bytes of a text file -> text: UTF-8 with or without mark, UTF-16, Latin-1.

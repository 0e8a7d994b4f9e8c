//! HTML -> what a visitor gets: links, text, the signs of an empty shell.

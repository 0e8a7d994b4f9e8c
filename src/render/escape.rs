//! Opens text from outside, for one format each: Markdown, HTML, workflow commands, the terminal.

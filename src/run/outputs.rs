//! Which report goes where: `--format` and `--output`, paired, and files opened before the work.

use std::path::PathBuf;

use super::RunError;
use crate::cli::Check;
use crate::deliver::console;
use crate::deliver::files::{FileError, Reserved, write_screens};
use crate::render::{Format, Look, render};
use crate::report::Report;

/// Reports to write, with their files open.
#[derive(Debug)]
pub(super) struct Outputs {
    files: Vec<(Format, Reserved)>,
    console: Option<Format>,
}

/// A word of the command line and where it stands.
type At<T> = (usize, T);

/// Pairs formats with files, and opens the files. A file belongs to the nearest format before it that has none yet, else
/// to the nearest after it. A format without a file goes to standard output; only one can.
///
/// # Errors
/// When two reports would go to standard output, a file has no format, or a file cannot be written.
pub(super) fn reserve(flags: &Check) -> Result<Outputs, RunError> {
    let formats = flags.format_at.iter().copied().zip(flags.format.iter().copied());
    let paths = flags.output_at.iter().copied().zip(&flags.output);
    let (pairs, console) = pair(formats.collect(), paths.collect())?;
    let open = |(format, path): (Format, &PathBuf)| Ok((format, Reserved::open(path)?));
    Ok(Outputs { files: pairs.into_iter().map(open).collect::<Result<_, RunError>>()?, console })
}

/// Formats with their files, and the format for standard output.
type Pairs<'a> = (Vec<(Format, &'a PathBuf)>, Option<Format>);

fn pair(mut formats: Vec<At<Format>>, paths: Vec<At<&PathBuf>>) -> Result<Pairs<'_>, RunError> {
    if formats.is_empty() && paths.len() < 2 {
        // Without a format, the usual one.
        formats.push((0, Format::Terminal));
    }
    let mut pairs = Vec::new();
    for (at, path) in paths {
        let before = formats.iter().rposition(|(place, _)| *place < at);
        let Some(index) = before.or(if formats.is_empty() { None } else { Some(0) }) else {
            return Err(RunError::Usage(format!(
                "`--output {}` has no `--format`; each file takes a pair: --format json --output report.json",
                path.display()
            )));
        };
        pairs.push((formats.remove(index).1, path));
    }
    match formats.as_slice() {
        [] => Ok((pairs, None)),
        [(_, format)] => Ok((pairs, Some(*format))),
        _ => Err(RunError::Usage(
            "two reports would go to standard output; give each `--format` but one its `--output`".into(),
        )),
    }
}

impl Outputs {
    /// Writes every report.
    ///
    /// # Errors
    /// When the disk is full, or nobody reads standard output.
    pub(super) fn write(self, report: &Report, look: Look) -> Result<(), RunError> {
        for (format, file) in self.files {
            if format == Format::Html {
                write_views(&file, report)?;
            }
            file.write(&render(format, report, Look { detail: look.detail, ..Look::default() }))?;
        }
        if let Some(format) = self.console {
            console::write_result(&render(format, report, look))?;
        }
        Ok(())
    }
}

/// Lays what a browser showed beside the page that shows it.
///
/// # Errors
/// When the system refuses.
pub(super) fn write_views(page: &Reserved, report: &Report) -> Result<(), FileError> {
    write_screens(page.path(), report.views().filter_map(|view| Some(view.picture.as_ref()?.jpeg())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::{Cli, Command};

    fn reserved(words: &str) -> Result<Outputs, RunError> {
        let words = ["foliocheck", "check"].into_iter().chain(words.split_whitespace());
        let Command::Check(check) = Cli::read(words.map(Into::into)).unwrap().command else {
            panic!("a check")
        };
        reserve(&check)
    }

    #[test]
    fn a_report_goes_to_standard_output_by_itself() {
        assert_eq!(reserved("").unwrap().console, Some(Format::Terminal));
        assert_eq!(reserved("--format json").unwrap().console, Some(Format::Json));
    }

    #[test]
    fn a_file_belongs_to_the_format_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report").display().to_string();
        for words in [
            format!("--format json --output {path}"),
            format!("--output {path} --format json"),
            format!("--format html --format json --output {path}"),
            format!("--format json --output {path} --format html"),
        ] {
            let outputs = reserved(&words).unwrap();
            assert_eq!(outputs.files[0].0, Format::Json, "{words}");
            let has_second = words.contains("html");
            assert_eq!(outputs.console, has_second.then_some(Format::Html), "{words}");
        }
    }

    #[test]
    fn what_does_not_pair_is_said_before_the_work() {
        let problem = |words| reserved(words).unwrap_err().to_string();
        assert!(problem("--format json --format html").contains("two reports"));
        assert!(
            problem("--format json --output /dev/null --output b").contains("`--output b` has no `--format`")
        );
        assert!(problem("--format json --output /nowhere/report.json").contains("/nowhere/report.json"));
    }
}

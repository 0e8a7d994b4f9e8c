//! Standard output for results, standard error for remarks.

use std::io::{self, Write};

/// Prints a result. Colour codes are dropped where the terminal cannot show them.
///
/// # Errors
/// When nobody reads any more, or the disk behind it is full.
pub fn write_result(text: &str) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_bytes())?;
    if !text.ends_with('\n') {
        out.write_all(b"\n")?;
    }
    out.flush()
}

/// Prints a remark, such as an error. Where even that fails there is nobody left to tell.
pub fn write_remark(text: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{text}");
}

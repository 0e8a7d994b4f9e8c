//! One running browser and the line to it.

use std::path::Path;

use serde_json::{Value, json};

use super::process::Process;
use super::wire::{Trouble, Wire};

/// A browser that answers. It ends when this is dropped.
#[derive(Debug)]
pub(super) struct Browser {
    /// The line to it.
    pub(super) wire: Wire,
    _process: Process,
}

impl Browser {
    /// Starts a browser and waits until it answers. New windows stand still until somebody decides about them.
    ///
    /// # Errors
    /// When it does not start or is no browser.
    pub(super) async fn start(program: &Path) -> Result<Self, Trouble> {
        let (process, writer, reader) = Process::start(program).map_err(|_| Trouble::Gone)?;
        let browser = Self { wire: Wire::new(writer, reader), _process: process };
        let windows = json!({
            "autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true, "filter": [{"type": "page"}]
        });
        browser.wire.call(None, "Target.setAutoAttach", windows).await?;
        Ok(browser)
    }
}

/// What a browser is asked, in short.
pub(super) fn text(answer: &Value, name: &str) -> Result<String, Trouble> {
    answer.get(name).and_then(Value::as_str).map(str::to_owned).ok_or(Trouble::Refused)
}

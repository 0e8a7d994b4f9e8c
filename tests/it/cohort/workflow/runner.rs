//! As much of a runner as the workflow needs. An expression, an action or a condition that it does not know ends the test.

mod actions;
mod expressions;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use self::expressions::{inside, is_true, plain, with};
use crate::cohort::School;

/// The school's repository.
pub(super) const HOME: &str = "school/cohort";

type Values = BTreeMap<String, String>;

/// A machine that runs the jobs one after the other.
pub(super) struct Runner<'a> {
    school: &'a School,
    folder: TempDir,
    workflow: Value,
    inputs: Values,
    lost: Option<&'static str>,
}

/// What a night brought.
#[derive(Debug)]
pub(super) struct Night {
    pub(super) parts: usize,
    pub(super) summary: String,
    /// What GitHub Pages was handed.
    pub(super) pages: Option<String>,
}

/// Where a night ended.
#[derive(Debug)]
pub(super) struct Problem {
    pub(super) job: String,
    pub(super) code: i32,
    pub(super) text: String,
}

impl<'a> Runner<'a> {
    pub(super) fn new(school: &'a School) -> Self {
        let text = fs::read_to_string(root().join(".github/workflows/cohort.yml")).unwrap();
        let workflow: Value = serde_saphyr::from_str(&text).unwrap();
        let declared = workflow["on"]["workflow_call"]["inputs"].as_object().unwrap();
        let inputs = declared.iter().map(|(name, input)| (name.clone(), plain(&input["default"]))).collect();
        let runner = Self { school, folder: tempfile::tempdir().unwrap(), workflow, inputs, lost: None };
        runner.set_up();
        runner
    }

    /// The same with other inputs.
    pub(super) fn with(mut self, inputs: &[(&str, &str)]) -> Self {
        for (name, value) in inputs {
            let input = self.inputs.get_mut(*name).unwrap_or_else(|| panic!("there is no input {name}"));
            *input = (*value).to_owned();
        }
        self
    }

    /// The same, on which an artifact goes lost.
    pub(super) fn losing(self, artifact: &'static str) -> Self {
        Self { lost: Some(artifact), ..self }
    }

    /// A release on a server of files, an empty repository there, a clock that stands still.
    fn set_up(&self) {
        let version = env!("CARGO_PKG_VERSION");
        let release = self.path(&format!("server/foliocheck/foliocheck/releases/download/v{version}"));
        fs::create_dir_all(&release).unwrap();
        let program = format!(
            "#!/bin/sh\nunset GITHUB_SERVER_URL\nif [ \"$2\" = run ]; then set -- \"$@\" --allow-private-addresses --render never; fi\nexec '{}' \"$@\"\n",
            env!("CARGO_BIN_EXE_foliocheck")
        );
        self.write_script("bin/date", "#!/bin/sh\necho \"$NOW\"\n");
        fs::write(release.join("foliocheck"), program).unwrap();
        let pack = "chmod +x foliocheck && tar -czf \"$NAME\" foliocheck && sha256sum \"$NAME\" > SHA256SUMS";
        let name = format!("foliocheck-{version}-x86_64-unknown-linux-gnu.tar.gz");
        self.must(Command::new("bash").args(["-ec", pack]).current_dir(&release).env("NAME", name));
        self.must(
            Command::new("git").args(["init", "--quiet", "--bare"]).arg(self.path("server").join(HOME)),
        );
        fs::write(
            self.path("event.json"),
            format!(r#"{{"repository": {{"full_name": "{HOME}", "private": true}}}}"#),
        )
        .unwrap();
    }

    /// Runs the workflow at a moment.
    pub(super) fn night(&self, now: &str) -> Result<Night, Problem> {
        for left in ["artifacts", "summary.md", "pages"] {
            let path = self.path(left);
            let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        }
        let mut values: Values =
            self.inputs.iter().map(|(name, value)| (format!("inputs.{name}"), value.clone())).collect();
        values.insert("now".into(), now.into());
        self.job("plan", &mut values)?;
        let parts: Vec<String> = serde_json::from_str(&values["needs.plan.outputs.parts"]).unwrap();
        for (index, part) in parts.iter().enumerate() {
            values.insert("matrix.part".into(), part.clone());
            values.insert("strategy.job-index".into(), index.to_string());
            values.insert("strategy.job-total".into(), parts.len().to_string());
            self.job("check", &mut values)?;
        }
        if let Some(lost) = self.lost {
            fs::remove_dir_all(self.path("artifacts").join(lost)).unwrap();
        }
        let merged = self.job("merge", &mut values);
        if self.inputs["publish"] == "branch" && values["needs.merge.outputs.is-there"] == "true" {
            self.job("branch", &mut values)?;
        }
        merged?;
        Ok(Night {
            parts: parts.len(),
            summary: fs::read_to_string(self.path("summary.md")).unwrap(),
            pages: fs::read_to_string(self.path("pages/index.html")).ok(),
        })
    }

    fn job(&self, id: &str, values: &mut Values) -> Result<(), Problem> {
        let job = &self.workflow["jobs"][id];
        let workspace = self.path(&format!("work-{id}"));
        let _ = fs::remove_dir_all(&workspace);
        fs::create_dir_all(&workspace).unwrap();
        values.retain(|name, _| !name.starts_with("steps."));
        let mut end = Ok(());
        for step in job["steps"].as_array().unwrap() {
            if !step["if"].as_str().is_none_or(|condition| is_true(condition, values)) {
                continue;
            }
            end = match step["uses"].as_str() {
                Some(action) => {
                    self.action(action.split('@').next().unwrap(), &with(step, values, self), &workspace);
                    Ok(())
                }
                None => self.script(id, step, &workspace, values),
            };
            if end.is_err() {
                break;
            }
        }
        for (name, output) in job["outputs"].as_object().into_iter().flatten() {
            // An output of a step that did not run is empty.
            let name_of_step = inside(output.as_str().unwrap());
            let value = values.get(name_of_step).cloned().unwrap_or_default();
            values.insert(format!("needs.{id}.outputs.{name}"), value);
        }
        end
    }

    fn script(&self, job: &str, step: &Value, workspace: &Path, values: &mut Values) -> Result<(), Problem> {
        let script = step["run"].as_str().unwrap();
        assert!(!script.contains("${{"), "a value inside a script is program text: {script}");
        let output = workspace.join("output");
        fs::write(&output, "").unwrap();
        let mut command = Command::new("bash");
        command.args(["-e", "-c", script]).current_dir(workspace).env_clear().env("GITHUB_OUTPUT", &output);
        command.envs(self.environment(workspace, &values["now"]));
        for (name, value) in step["env"].as_object().into_iter().flatten() {
            command.env(name, self.expand(&plain(value), values));
        }
        let ran = command.output().unwrap();
        let id = step["id"].as_str().unwrap_or_default();
        for line in fs::read_to_string(&output).unwrap().lines() {
            let (name, value) = line.split_once('=').unwrap();
            values.insert(format!("steps.{id}.outputs.{name}"), value.into());
        }
        let text = [ran.stdout, ran.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
        let code = ran.status.code().unwrap();
        if code == 0 { Ok(()) } else { Err(Problem { job: job.into(), code, text }) }
    }

    fn environment(&self, workspace: &Path, now: &str) -> Vec<(&'static str, String)> {
        let own = |path: PathBuf| path.display().to_string();
        let temporary = workspace.join("temp");
        fs::create_dir_all(&temporary).unwrap();
        vec![
            ("PATH", format!("{}:/usr/local/bin:/usr/bin:/bin", own(self.path("bin")))),
            ("HOME", own(temporary.clone())),
            ("NOW", now.into()),
            ("GITHUB_ACTIONS", "true".into()),
            ("GITHUB_API_URL", self.school.world.api().into()),
            ("GITHUB_EVENT_PATH", own(self.path("event.json"))),
            ("GITHUB_REPOSITORY", HOME.into()),
            ("GITHUB_SERVER_URL", self.server()),
            ("GITHUB_STEP_SUMMARY", own(self.path("summary.md"))),
            ("RUNNER_ARCH", "X64".into()),
            ("RUNNER_OS", "Linux".into()),
            ("RUNNER_TEMP", own(temporary)),
        ]
    }

    /// Commits on the branch of the page.
    pub(super) fn commits(&self) -> usize {
        let refs = ["rev-list", "--count", "--all"];
        self.git(&refs).trim().parse().unwrap()
    }

    /// A file of the branch of the page.
    pub(super) fn published(&self, name: &str) -> String {
        self.git(&["show", &format!("cohort:{name}")])
    }

    fn git(&self, words: &[&str]) -> String {
        self.must(Command::new("git").arg("-C").arg(self.path("server").join(HOME)).args(words))
    }

    fn must(&self, command: &mut Command) -> String {
        let ran = command.env("HOME", self.folder.path()).output().unwrap();
        assert!(ran.status.success(), "{command:?}: {}", String::from_utf8_lossy(&ran.stderr));
        String::from_utf8(ran.stdout).unwrap()
    }

    fn write_script(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        self.must(Command::new("chmod").arg("+x").arg(&path));
    }

    fn server(&self) -> String {
        format!("file://{}", self.path("server").display())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

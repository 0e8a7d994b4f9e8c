//! The processes of this machine that still run.

/// A process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Process {
    pub(crate) id: u32,
    parent: u32,
    /// Its command line.
    pub(crate) command: String,
}

impl Process {
    /// The browser's profile, where the command line names it.
    pub(crate) fn profile(&self) -> Option<String> {
        let (_, rest) = self.command.split_once("--user-data-dir=")?;
        rest.split(' ').next().map(str::to_owned)
    }
}

/// All of them. `ps` is everywhere but in the smallest containers, and there the test says so.
pub(crate) fn all() -> Vec<Process> {
    let output = std::process::Command::new("ps").args(["-A", "-ww", "-o", "pid=,ppid=,args="]).output();
    let list = String::from_utf8(output.expect("ps runs").stdout).unwrap();
    list.lines().filter_map(process).collect()
}

/// Those that a process has started, and those that they have started.
pub(crate) fn below(root: u32) -> Vec<Process> {
    let all = all();
    let mut family = vec![root];
    let mut known = 0;
    while known < family.len() {
        let parent = family[known];
        family.extend(all.iter().filter(|process| process.parent == parent).map(|process| process.id));
        known += 1;
    }
    all.into_iter().filter(|process| process.id != root && family.contains(&process.id)).collect()
}

/// One line of the list. A process that is dead and not yet buried is there, too.
fn process(line: &str) -> Option<Process> {
    let mut words = line.split_whitespace();
    let (id, parent) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    Some(Process { id, parent, command: words.collect::<Vec<_>>().join(" ") })
}

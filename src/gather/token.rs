//! The token: from the environment, else from the GitHub CLI where that program is there.

use std::process::{Command, Stdio};

use crate::settings::{Environment, Hosts, Token};

/// The tokens of a run over many students: those of `GITHUB_TOKENS`, else the one that any run has.
pub fn fetch_tokens(environment: &Environment, hosts: &Hosts) -> Vec<Token> {
    let several = environment.get("GITHUB_TOKENS").map(String::as_str).unwrap_or_default();
    let each = several.split(|letter: char| letter == ',' || letter.is_whitespace());
    let mut tokens = Vec::new();
    for token in each.filter(|token| !token.is_empty()).map(Token::new) {
        if !tokens.contains(&token) {
            tokens.push(token);
        }
    }
    if tokens.is_empty() {
        tokens.extend(fetch_token(environment, hosts));
    }
    tokens
}

/// The token for the API, where there is one. It is never printed.
pub fn fetch_token(environment: &Environment, hosts: &Hosts) -> Option<Token> {
    let variable =
        |name: &str| environment.get(name).map(|value| value.trim()).filter(|value| !value.is_empty());
    if let Some(token) = variable("GITHUB_TOKEN").or_else(|| variable("GH_TOKEN")) {
        return Some(Token::new(token));
    }
    let output = Command::new("gh")
        .args(["auth", "token", "--hostname", hosts.server.host_str()?])
        .env_clear()
        .envs(environment)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output();
    // No such program, or nobody signed in: public data needs no token.
    let output = output.ok().filter(|output| output.status.success())?;
    let text = String::from_utf8(output.stdout).ok()?;
    Some(text.trim()).filter(|token| !token.is_empty()).map(Token::new)
}

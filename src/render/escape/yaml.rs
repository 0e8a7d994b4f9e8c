//! Text in a YAML file that a person will go on editing.

use crate::facts::Untrusted;

/// A scalar in double quotes, where every control and every quote is escaped: JSON's strings are YAML's too
/// (<https://yaml.org/spec/1.2.2/#13-prior-art>).
pub(in crate::render) fn scalar(text: &Untrusted) -> String {
    serde_json::Value::from(text.as_written()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_can_leave_the_scalar() {
        assert_eq!(scalar(&"a\"\nsite: b".into()), r#""a\"\nsite: b""#);
        assert_eq!(scalar(&"Weather".into()), "\"Weather\"");
    }
}

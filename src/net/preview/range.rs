//! Which bytes of a file are asked for (pure).

/// Which bytes are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// All of them.
    All,
    /// Some of them.
    Part {
        /// The first one.
        first: u64,
        /// How many, at least one.
        length: u64,
    },
    /// Bytes beyond the end.
    Nowhere,
}

/// Reads a `Range` header against the size of a file. What is no single range of bytes counts as asking for all.
pub(super) fn read(header: Option<&str>, size: u64) -> Asked {
    let ends = header.and_then(|range| range.strip_prefix("bytes=")?.split_once('-'));
    match ends.map(|(first, last)| (first.parse().ok(), last.parse().ok(), first, last)) {
        Some((Some(first), Some(last), ..)) if first <= last => part(first, last, size),
        Some((Some(first), _, _, "")) => part(first, u64::MAX, size),
        Some((_, Some(0u64), "", _)) => Asked::Nowhere,
        Some((_, Some(length), "", _)) => part(size.saturating_sub(length), u64::MAX, size),
        _ => Asked::All,
    }
}

fn part(first: u64, last: u64, size: u64) -> Asked {
    if first >= size {
        return Asked::Nowhere;
    }
    Asked::Part { first, length: last.min(size - 1) - first + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_single_range() {
        let part = |first, length| Asked::Part { first, length };
        let cases = [
            ("bytes=0-3", part(0, 4)),
            ("bytes=5-5", part(5, 1)),
            ("bytes=2-", part(2, 8)),
            ("bytes=0-99", part(0, 10)),
            ("bytes=-4", part(6, 4)),
            ("bytes=-99", part(0, 10)),
            ("bytes=10-", Asked::Nowhere),
            ("bytes=-0", Asked::Nowhere),
            ("bytes=4-2", Asked::All),
            ("bytes=0-1,4-5", Asked::All),
            ("bytes=-", Asked::All),
            ("bytes=a-b", Asked::All),
            ("pages=1-2", Asked::All),
        ];
        for (header, asked) in cases {
            assert_eq!(read(Some(header), 10), asked, "{header}");
        }
        assert_eq!(read(None, 10), Asked::All);
        assert_eq!(read(Some("bytes=0-3"), 0), Asked::Nowhere);
    }
}

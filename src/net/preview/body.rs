//! The bytes of a file, a piece at a time, so that a large one never lies in memory.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};

const PIECE: u64 = 32 * 1024;

/// A part of a file, or nothing.
#[derive(Debug)]
pub(super) struct FileBody {
    file: Option<File>,
    left: u64,
}

impl FileBody {
    /// No bytes.
    pub(super) fn empty() -> Self {
        Self { file: None, left: 0 }
    }

    /// So many bytes of a file, from the first one on.
    ///
    /// # Errors
    /// When the file cannot be read from there.
    pub(super) fn part(mut file: File, first: u64, length: u64) -> io::Result<Self> {
        file.seek(SeekFrom::Start(first))?;
        Ok(Self { file: Some(file), left: length })
    }
}

impl Body for FileBody {
    type Data = Bytes;
    type Error = io::Error;

    /// Reads in place: a local file answers faster than another thread takes over.
    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let wanted = self.left.min(PIECE);
        let Some(file) = self.file.as_mut().filter(|_| wanted > 0) else { return Poll::Ready(None) };
        let mut piece = Vec::new();
        let read = file.take(wanted).read_to_end(&mut piece).and_then(|_| match piece.len() as u64 {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            length => Ok(length),
        });
        Poll::Ready(Some(read.map(|length| {
            self.left -= length;
            Frame::data(piece.into())
        })))
    }

    fn is_end_stream(&self) -> bool {
        self.left == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}

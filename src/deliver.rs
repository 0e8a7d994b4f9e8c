//! Who gets what: standard output, files, the job summary, the comment. Failure to deliver is said aloud.

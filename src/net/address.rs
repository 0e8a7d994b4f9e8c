//! Which addresses may be contacted (pure).

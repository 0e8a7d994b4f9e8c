//! The frozen shape of the JSON report, version 1. Adding a field is allowed; renaming one is version 2.

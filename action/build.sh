#!/usr/bin/env bash
# Builds the program from the action's own folder. Reads ACTION_PATH, FOLDER, RUNNER_TEMP.
set -euo pipefail

cargo build --release --locked --manifest-path "$ACTION_PATH/Cargo.toml" --target-dir "$RUNNER_TEMP/foliocheck-target"
mkdir -p "$FOLDER"
cp "$RUNNER_TEMP/foliocheck-target/release/foliocheck" "$FOLDER/foliocheck"

#!/usr/bin/env bash
# Gets the released program of exactly this version and verifies its checksum. Where there is no release for this
# version or this machine, says so, and the next steps build it from the action's own folder.
# Reads ACTION_PATH, ACTION_REPOSITORY, SERVER_URL, RUNNER_TEMP; writes folder, source and key to GITHUB_OUTPUT.
set -euo pipefail

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$ACTION_PATH/Cargo.toml" | head -n 1)
folder="$RUNNER_TEMP/foliocheck-$version"
mkdir -p "$folder"

case "${RUNNER_OS:-}-${RUNNER_ARCH:-}" in
  Linux-X64) target=x86_64-unknown-linux-gnu ;;
  Linux-ARM64) target=aarch64-unknown-linux-gnu ;;
  macOS-ARM64) target=aarch64-apple-darwin ;;
  macOS-X64) target=x86_64-apple-darwin ;;
  *) target= ;;
esac

sum() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }

# The source decides the key, so that a change of the action is never served by an older build.
key=$(cd "$ACTION_PATH" && find Cargo.toml Cargo.lock src -type f | LC_ALL=C sort | while read -r file; do sum "$file"; done | sum | cut -c 1-40)

source=build
# A use as ./ has no repository to release from.
if [ -n "$target" ] && [ -n "${ACTION_REPOSITORY:-}" ]; then
  name="foliocheck-$version-$target.tar.gz"
  from="$SERVER_URL/$ACTION_REPOSITORY/releases/download/v$version"
  work=$(mktemp -d)
  get() { curl --fail --silent --show-error --location --retry 3 --max-time 60 --output "$work/$1" "$from/$1"; }
  if get "$name" && get SHA256SUMS; then
    # A checksum that does not match is no reason to build quietly: somebody should look.
    wanted=$(awk -v name="$name" '$2 == name || $2 == "*" name { print $1 }' "$work/SHA256SUMS")
    found=$(sum "$work/$name" | cut -d ' ' -f 1)
    if [ -z "$wanted" ] || [ "$wanted" != "$found" ]; then
      echo "::error::The checksum of $name is $found, and SHA256SUMS of the release says '$wanted'."
      exit 3
    fi
    tar -xzf "$work/$name" -C "$folder" foliocheck
    source=release
  else
    echo "There is no release of foliocheck $version for $target yet: it is built from source."
  fi
fi

{
  echo "folder=$folder"
  echo "source=$source"
  echo "key=$key"
} >>"$GITHUB_OUTPUT"

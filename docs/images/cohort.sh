#!/usr/bin/env bash
# Takes the pictures of docs/cohort.md from the page that the example makes.
set -euo pipefail
cd "$(dirname "$0")/../.."

cargo run --quiet --example cohort target/cohort always >/dev/null
folder=$PWD/target/cohort/page
browser=$(command -v chromium || command -v google-chrome)
profile=$(mktemp -d)
trap 'rm -rf "$profile" "$folder"/only-*.html' EXIT

take() { # NAME WIDTH HEIGHT FILE [FLAG..]
  "$browser" --headless=new --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$profile" \
    --window-size="$2,$3" --screenshot="docs/images/$1.png" "${@:5}" "file://$folder/$4" 2>/dev/null
}

# A picture begins at the top of a page: everything but one section goes.
only() { # SECTION
  sed "s#</style>#header, .lists, main > section:not([aria-labelledby=$1]) { display: none } h2 { margin-top: 0 }</style>#" \
    "$folder/index.html" > "$folder/only-$1.html"
}

only students
only sites
take cohort 1440 1060 index.html
take cohort-table 1440 820 only-students.html
take cohort-sites 1280 620 only-sites.html
take cohort-phone 430 900 index.html --blink-settings=preferredColorScheme=0

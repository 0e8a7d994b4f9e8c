#!/usr/bin/env bash
# Takes the pictures of docs/cohort.md from the page that the example makes.
set -euo pipefail
cd "$(dirname "$0")/../.."

cargo run --quiet --example cohort >/dev/null
page="file://$PWD/target/cohort/page/index.html"
browser=$(command -v chromium || command -v google-chrome)
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT

take() { # NAME WIDTH HEIGHT ADDRESS [FLAG..]
  "$browser" --headless=new --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$profile" \
    --window-size="$2,$3" --screenshot="docs/images/$1.png" "${@:5}" "$4" 2>/dev/null
}

take cohort 1280 960 "$page"
# A picture begins at the top of a page: all but the table goes for this one.
table="$profile/table.html"
sed 's#</style>#header, .lists, main > section:not([aria-labelledby=students]) { display: none }</style>#' target/cohort/page/index.html > "$table"
take cohort-table 1440 820 "file://$table"
take cohort-phone 430 900 "$page" --blink-settings=preferredColorScheme=0

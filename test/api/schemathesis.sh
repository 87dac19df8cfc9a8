#!/usr/bin/env bash
# Asks a real server everything that its OpenAPI document allows, and much that it does not, by schemathesis from PyPI:
# no error of the server, no answer that is not as described. SCHEMATHESIS names the command where it is installed.
set -euo pipefail
cd "$(dirname "$0")/../.."

folder=$(mktemp -d)
server=
stop() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  rm -rf "$folder"
}
trap stop EXIT

if [ -z "${SCHEMATHESIS:-}" ]; then
  python3 -m venv "$folder/python"
  "$folder/python/bin/pip" install --quiet schemathesis==4.32.5
  SCHEMATHESIS=$folder/python/bin/schemathesis
fi

export DOISOAT_DATA=$folder/data
node bin/doisoat.mjs ingest fixtures/documents/*.docx >/dev/null
node bin/doisoat.mjs serve --port 0 --lang en >"$folder/told" 2>"$folder/log" &
server=$!
until grep -q /setup/ "$folder/told"; do
  kill -0 "$server" 2>/dev/null || { cat "$folder/log"; exit 1; }
  sleep 0.2
done
link=$(grep -o 'http://[^ ]*/setup/[^ ]*' "$folder/told")
address=${link%/setup/*}
secret=${link##*/}

# The first administrator, signed in.
csrf() { node -e 'process.stdin.on("data", (text) => console.log(JSON.parse(text).csrf))'; }
token=$(curl -s "$address/api/session" | csrf)
token=$(curl -s -c "$folder/cookies" -H "x-csrf-token: $token" -H 'content-type: application/json' \
  -d '{"name": "tester", "password": "long enough to be one"}' "$address/api/setup/$secret" | csrf)
cookie=$(awk '$6 == "doisoat" { print $7 }' "$folder/cookies")

# Signing out, or a new password, would end it all; a feed of events has no end; the pages are no API.
cd "$folder"
"$SCHEMATHESIS" run "$address/api/openapi.json" \
  --header "cookie: doisoat=$cookie" --header "x-csrf-token: $token" \
  --exclude-path /api/events --exclude-path /api/session --exclude-path-regex password \
  --checks not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,response_headers_conformance \
  --phases examples,coverage,fuzzing --max-examples "${EXAMPLES:-15}" --seed 1 --workers 2 \
  --request-timeout 60 --suppress-health-check all --no-color "$@"

if grep -q '"level":50' "$folder/log"; then
  echo "The server has told errors:"
  cat "$folder/log"
  exit 1
fi

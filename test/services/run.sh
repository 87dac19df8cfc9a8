#!/usr/bin/env bash
# Runs a command with a real Elasticsearch and a real Redis beside it, and stops what it started.
#
#   test/services/run.sh COMMAND [ARGUMENT…]
#
# A server that already runs (such as one of `docker compose up`) is used instead of starting one, when its address is in
# DOISOAT_TEST_ELASTICSEARCH_URL or DOISOAT_TEST_REDIS_URL.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

export ES_PORT=${ES_PORT:-9277} REDIS_PORT=${REDIS_PORT:-6399}
export ES_CACHE=${ES_CACHE:-/tmp/doisoat-es-cache} ES_RUN=${ES_RUN:-/tmp/doisoat-es-run-$ES_PORT}

started=()
stop_started() {
  local name
  for name in ${started[@]+"${started[@]}"}; do "$here/$name.sh" stop || true; done
  case " ${started[*]-} " in *" elasticsearch "*) rm -rf "$ES_RUN" ;; esac
}
trap stop_started EXIT

if [ -z "${DOISOAT_TEST_REDIS_URL:-}" ]; then
  started+=(redis)
  "$here/redis.sh" start >/dev/null
  export DOISOAT_TEST_REDIS_URL=redis://127.0.0.1:$REDIS_PORT
fi
if [ -z "${DOISOAT_TEST_ELASTICSEARCH_URL:-}" ]; then
  started+=(elasticsearch)
  "$here/elasticsearch.sh" start >/dev/null
  export DOISOAT_TEST_ELASTICSEARCH_URL=http://127.0.0.1:$ES_PORT
fi

"$@"

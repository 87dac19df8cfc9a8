#!/usr/bin/env bash
# Runs a command with a real Elasticsearch and a real Redis beside it, and stops what it started.
#
#   test/services/run.sh COMMAND [ARGUMENT…]
#
# A server that already runs is used instead of starting one, when its address is in DOISOAT_TEST_ELASTICSEARCH_URL or
# DOISOAT_TEST_REDIS_URL. Else, where a container engine runs, compose.yml starts both; else redis.sh and
# elasticsearch.sh do (and Redis is installed, where that is allowed). There is no stand-in for either.
#
# The command can take a server away and bring it back: "$DOISOAT_TEST_CONTROL" redis|elasticsearch stop|start.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

started=()
work=$(mktemp -d /tmp/doisoat-services-XXXXXX)
chmod 755 "$work"   # Elasticsearch runs under another account
export ES_PORT=${ES_PORT:-$(free_port)} ES_TRANSPORT_PORT=${ES_TRANSPORT_PORT:-$(free_port)} REDIS_PORT=${REDIS_PORT:-$(free_port)}
export ES_CACHE=${ES_CACHE:-/tmp/doisoat-es-cache} ES_RUN=$work/elasticsearch REDIS_RUN=$work/redis
export DOISOAT_TEST_CONTROL=$here/control.sh DOISOAT_TEST_STARTED='' DOISOAT_TEST_ENGINE=''
if docker info >/dev/null 2>&1 && docker compose version >/dev/null 2>&1; then
  export DOISOAT_TEST_ENGINE=docker COMPOSE_PROJECT_NAME=doisoat-test-$REDIS_PORT
fi

stop_started() {
  local name
  for name in ${started[@]+"${started[@]}"}; do "$DOISOAT_TEST_CONTROL" "$name" remove || true; done
  rm -rf "$work"
}
trap stop_started EXIT
trap 'exit 130' INT TERM

start() {
  started+=("$1")
  export DOISOAT_TEST_STARTED="${started[*]}"
  "$DOISOAT_TEST_CONTROL" "$1" start
}

if [ -z "${DOISOAT_TEST_REDIS_URL:-}" ]; then
  start redis
  export DOISOAT_TEST_REDIS_URL=redis://127.0.0.1:$REDIS_PORT
fi
if [ -z "${DOISOAT_TEST_ELASTICSEARCH_URL:-}" ]; then
  start elasticsearch
  export DOISOAT_TEST_ELASTICSEARCH_URL=http://127.0.0.1:$ES_PORT
fi

"$@"

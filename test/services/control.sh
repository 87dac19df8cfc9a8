#!/usr/bin/env bash
# Starts, stops or removes one of the servers of run.sh: control.sh redis|elasticsearch start|stop|remove
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
name=$1 action=$2

case " ${DOISOAT_TEST_STARTED:-} " in
  *" $name "*) ;;
  *) echo "error: $name was given to the tests, not started by them: it is left alone" >&2; exit 3 ;;
esac

if [ "${DOISOAT_TEST_ENGINE:-}" = docker ]; then
  case $action in
    start) docker compose -f "$here/compose.yml" up --detach --wait --quiet-pull "$name" >&2 ;;
    stop) docker compose -f "$here/compose.yml" stop "$name" >&2 ;;
    remove) docker compose -f "$here/compose.yml" rm --force --stop --volumes "$name" >&2 ;;
  esac
  exit
fi

if [ "$name" = redis ] && ! command -v redis-server >/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends redis-server >&2
  fi
fi
case $action in
  start) "$here/$name.sh" start >/dev/null ;;
  stop | remove) "$here/$name.sh" stop ;;
esac

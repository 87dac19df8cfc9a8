#!/usr/bin/env bash
# Start a real Redis on 127.0.0.1 for tests: nothing on disk, nothing evicted.
#
#   REDIS_PORT=6399 REDIS_RUN=/tmp/doisoat-redis ./redis.sh [start|stop]
set -euo pipefail

REDIS_PORT=${REDIS_PORT:-6399}
REDIS_RUN=${REDIS_RUN:-${TMPDIR:-/tmp}/doisoat-redis-$REDIS_PORT}
PID_FILE=$REDIS_RUN/redis.pid
mkdir -p "$REDIS_RUN"

running_pid() {
  local p
  p=$(cat "$PID_FILE" 2>/dev/null) || return 1
  [ -n "$p" ] && kill -0 "$p" 2>/dev/null && printf '%s\n' "$p"
}

start() {
  running_pid && return 0
  command -v redis-server >/dev/null || { echo "error: no redis-server; on Debian: apt-get install redis-server" >&2; exit 1; }
  redis-server --port "$REDIS_PORT" --bind 127.0.0.1 --save "" --appendonly no --maxmemory-policy noeviction \
    --daemonize yes --dir "$REDIS_RUN" --pidfile "$PID_FILE" --logfile "$REDIS_RUN/redis.log" >&2
  for _ in $(seq 1 100); do
    [ "$(redis-cli -p "$REDIS_PORT" ping 2>/dev/null)" = PONG ] && { running_pid; return 0; }
    sleep 0.1
  done
  echo "error: Redis does not answer on port $REDIS_PORT" >&2
  exit 1
}

stop() {
  local p
  p=$(running_pid) || return 0
  kill "$p"
  for _ in $(seq 1 50); do kill -0 "$p" 2>/dev/null || break; sleep 0.1; done
  rm -f "$PID_FILE"
}

case "${1:-start}" in
  start) start ;;
  stop) stop ;;
  *) echo "usage: $0 [start|stop]" >&2; exit 2 ;;
esac

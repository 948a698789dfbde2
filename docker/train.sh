#!/usr/bin/env bash
# Writes what makes the program in DIR (packaged with -Dquarkus.package.jar.type=aot-jar) start sooner: an ahead-of-time cache,
# DIR/smeta.aot, on JDK 25 or newer, an archive of its classes, DIR/smeta.jsa, on older ones. Starts the program, sends
# a few requests and stops it. Either file serves the same JVM, the same folder and the same collector only.
#   docker/train.sh target/quarkus-app
set -euo pipefail
cd "$1"
port="${2:-8089}"
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"

if "$java" -XX:AOTCacheOutput=smeta.aot --version >/dev/null 2>&1; then
  written=smeta.aot flag=-XX:AOTCacheOutput=smeta.aot
else
  written=smeta.jsa flag=-XX:ArchiveClassesAtExit=smeta.jsa
fi
rm -f smeta.aot smeta.jsa

"$java" "$flag" -XX:+UseSerialGC -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
  -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port="$port" -jar quarkus-run.jar &
program=$!
trap 'kill "$program" 2>/dev/null || true' EXIT

# one request, over bash's own sockets, since an image may lack curl; prints the status line
ask() { # METHOD PATH [BODY]
  exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
  printf '%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' \
    "$1" "$2" "${#3}" "$3" >&3
  head -n 1 <&3
  exec 3<&- 3>&-
}

ready=
for _ in $(seq 120); do
  if ask GET /q/health/ready '' 2>/dev/null | grep -q ' 200 '; then ready=yes; break; fi
  kill -0 "$program" || exit 1
  sleep 0.5
done
[ -n "$ready" ] || { echo "The program wasn't ready within a minute." >&2; exit 1; }

chat='{"model":"gpt-4o","max_tokens":200,"messages":[{"role":"user","content":"How much will this request cost?"}]}'
claude='{"model":"claude-sonnet-4-5","max_tokens":200,"messages":[{"role":"user","content":"How much will this request cost?"}]}'
for _ in 1 2 3; do
  for request in "/v1/checks/v1/chat/completions?limit=1&currency=RUB $chat" "/v1/checks/v1/messages?limit=1 $claude" \
      "/v1/estimates?models=*&currency=RUB $chat" "/v1/estimates?models=gpt-4o&include=lines $chat"; do
    ask POST "${request%% *}" "${request#* }" | grep -q ' 200 '
  done
  ask GET /v1/models '' | grep -q ' 200 '
  ask GET /q/health/ready '' | grep -q ' 200 '
done

# many checks over one connection, each asked for before the last is answered; prints how many were answered with 200
ask_often() { # TIMES PATH BODY
  exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
  local request
  printf -v request 'POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' \
    "$2" "${#3}" "$3"
  { for ((i = 0; i < $1; i++)); do printf '%s' "$request"; done >&3; ask_last >&3; } &
  grep -ao 'HTTP/1.1 200 OK' <&3 | wc -l
  exec 3<&- 3>&-
  wait $!
}
ask_last() { printf 'GET /q/health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'; }

words="$(printf 'How much will this request cost, and does it fit? %.0s' {1..18})"
for _ in 1 2 3 4; do
  ask_often 2000 '/v1/checks/v1/chat/completions?limit=1' "${chat/How much will this request cost?/$words}" | grep -qx 2001
  ask_often 200 '/v1/checks/v1/messages?limit=1&currency=RUB' "${claude/How much will this request cost?/$words}" | grep -qx 201
  ask_often 200 '/v1/estimates?models=gpt-4o' "${chat/How much will this request cost?/$words}" | grep -qx 201
done

kill "$program"
wait "$program" || true # a JVM that was told to stop exits with 143
trap - EXIT
[ -s "$written" ] || { echo "The JVM wrote no $written." >&2; exit 1; }

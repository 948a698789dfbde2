#!/usr/bin/env bash
# Writes what makes the program in DIR (packaged with -Dquarkus.package.jar.type=aot-jar) start sooner: an ahead-of-time cache,
# DIR/smeta.aot, on JDK 25 or newer, an archive of its classes, DIR/smeta.jsa, on older ones; and DIR/smeta.args, the
# arguments of java that go with it. Starts the program, sends a few requests and stops it.
#   docker/train.sh target/quarkus-app
#   cd target/quarkus-app && java @smeta.args -jar quarkus-run.jar
# Both serve the same JVM in the same folder only.
set -euo pipefail
cd "$1"
port="${2:-8089}"
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"

if "$java" -XX:AOTCacheOutput=smeta.aot --version >/dev/null 2>&1; then
  # without the training's profiles, by which the second compiler would compile at the start what was often used then
  written=smeta.aot used=(-XX:AOTCache=smeta.aot -XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining)
  training=(-XX:AOTCacheOutput=smeta.aot -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining)
else
  written=smeta.jsa used=(-XX:SharedArchiveFile=smeta.jsa)
  training=(-XX:ArchiveClassesAtExit=smeta.jsa)
fi
rm -f smeta.aot smeta.jsa smeta.args
collector=-XX:+UseSerialGC
logging=-Djava.util.logging.manager=org.jboss.logmanager.LogManager

"$java" "${training[@]}" "$collector" "$logging" \
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
# text enough for the counter that serves under load; the first prompts are counted by a smaller one
long='{"model":"gpt-4o","max_tokens":200,"messages":[{"role":"user","content":"'"$(printf 'How much will it cost? %.0s' $(seq 4000))"'"}]}'
for _ in 1 2 3; do
  for request in "/v1/checks/v1/chat/completions?limit=1&currency=RUB $chat" "/v1/checks/v1/messages?limit=1 $claude" \
      "/v1/estimates?models=*&currency=RUB $chat" "/v1/estimates?models=gpt-4o&include=lines $chat" "/v1/checks/v1/chat/completions?limit=1 $long"; do
    ask POST "${request%% *}" "${request#* }" | grep -q ' 200 '
  done
  ask GET /v1/models '' | grep -q ' 200 '
  ask GET /q/health/ready '' | grep -q ' 200 '
done

kill "$program" || { echo "The program ended before; does another use port $port?" >&2; exit 1; }
wait "$program" || true # a JVM that was told to stop exits with 143
trap - EXIT
[ -s "$written" ] || { echo "The JVM wrote no $written." >&2; exit 1; }

# The second compiler waits ten times as long as is usual, and the first inlines less, so that they don't compete with the start.
printf '%s\n' "${used[@]}" "$collector" "$logging" -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 \
  -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000 -XX:C1MaxInlineLevel=2 -XX:C1MaxInlineSize=12 >smeta.args

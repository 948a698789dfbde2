#!/usr/bin/env bash
# Makes the wide list again from public tables and prints what changed. FORMAT=TABLE@DAY, a table is a file or an address:
#   tools/wide/refresh.sh litellm=prices.json@2026-08-01 openrouter=models.json@2026-08-01
set -euo pipefail
cd "$(dirname "$0")/../.."
path=$(mktemp)
trap 'rm -f "$path"' EXIT
./mvnw -B -ntp -q compile dependency:build-classpath -Dmdep.outputFile="$path"
java -cp "target/classes:$(cat "$path")" tools/wide/RefreshWideList.java src/main/resources/wide/offers.tsv "$@"

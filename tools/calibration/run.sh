#!/usr/bin/env bash
# The experiment of docs/calibration.md. Needs a compiled tree: ./mvnw -B test-compile
set -euo pipefail
cd "$(dirname "$0")/../.."
path=$(mktemp)
./mvnw -B -q dependency:build-classpath -Dmdep.outputFile="$path" -Dmdep.includeScope=test
java -Xmx1500m -cp "target/classes:target/test-classes:$(cat "$path")" smeta.traffic.CalibrationExperiment

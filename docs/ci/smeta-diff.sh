#!/bin/sh
# What the change of a branch does to the costs of its prompts, or of a budget's scenario: prints a table, comments it on the pull request if PR says
# which, and fails if the new side may cost more than the limit or its price isn't known.
#
#   smeta-diff.sh BASE PATH LIMIT [options of smeta diff]
#   smeta-diff.sh origin/main prompts 0.50 --models gpt-4o --output 500
#   smeta-diff.sh origin/main plan.yaml 1800
#
# SMETA is the program (smeta). PATH may be a file, a folder, or a scenario (.yaml); where the base hasn't got it, the old side is empty.
set -eu
base=$1
place=$2
limit=$3
shift 3

old=$(mktemp -d)
trap 'git worktree remove --force "$old/tree" >/dev/null 2>&1; rm -rf "$old"' EXIT
git worktree add --quiet --detach "$old/tree" "$(git merge-base "$base" HEAD)"
before=$old/tree/$place
if [ ! -e "$before" ]; then
    before=$old/nothing
    mkdir "$before"
fi

status=0
${SMETA:-smeta} diff "$before" "$place" --format markdown --limit "$limit" "$@" > "$old/cost.md" || status=$?
cat "$old/cost.md"
if [ -n "${PR:-}" ] && [ "$status" -le 1 ]; then
    gh pr comment "$PR" --body-file "$old/cost.md"
fi
exit "$status"

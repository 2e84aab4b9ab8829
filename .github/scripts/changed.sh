#!/usr/bin/env bash
# Puts `true` into the output `code`, unless all that changed since BASE is records and prose.
# Without BASE everything may have changed.
set -euo pipefail

code=true
if [[ -n $BASE ]]; then
  changed=$(mktemp)
  git diff --name-only --no-renames -z "$BASE" HEAD >"$changed"
  code=false
  while IFS= read -r -d '' path; do
    case $path in
      data/schemas/*) code=true ;; # written from the code
      data/*.yml | docs/*.md | README.md | CHANGELOG.md) ;;
      *) code=true ;;
    esac
  done <"$changed"
  rm -- "$changed"
fi
echo "code=$code" >>"$GITHUB_OUTPUT"

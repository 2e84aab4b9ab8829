#!/usr/bin/env bash
# Checks every record, and what changed since BASE where there is one: the first findings become
# annotations, all of them a table in the step's summary. Ends as the check ended.
set -euo pipefail

words=(check --strict)
[[ -z $BASE ]] || words+=(--base "$BASE")

checked=0
.venv/bin/factcheck "${words[@]}" --format github || checked=$?
told=0
{
  printf '## Records\n\n'
  .venv/bin/factcheck "${words[@]}" --format markdown
} >>"$GITHUB_STEP_SUMMARY" || told=$?
exit $((checked > told ? checked : told))

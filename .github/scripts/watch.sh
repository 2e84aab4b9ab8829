#!/usr/bin/env bash
# Reads every source's live page; what was found goes into the step's summary and into the output
# `report`, cut where the environment of the step that reads it would have no more room.
# Sources: a variable of the environment ends at 128 KiB on Linux; GitHub ends an output of several
# lines at a line that is given before it, and nobody who wrote a record can guess ours.
set -euo pipefail

report=$RUNNER_TEMP/watch.md
most=120000

ended=0
.venv/bin/factcheck watch --format markdown >"$report" || ended=$?
((ended <= 1)) || exit "$ended"
cat "$report" >>"$GITHUB_STEP_SUMMARY"

delimiter=$(openssl rand -hex 16)
{
  echo "report<<$delimiter"
  if (($(wc -c <"$report") <= most)); then
    cat "$report"
  else
    head -c "$most" "$report" | sed '$d'
    printf '\nThe rest did not fit in here: the summary of the run that wrote this has all.\n'
  fi
  echo "$delimiter"
} >>"$GITHUB_OUTPUT"

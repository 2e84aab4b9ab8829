#!/usr/bin/env bash
# Says in the step's summary what the changes since BASE mean to readers.
set -euo pipefail

{
  printf '## What it means\n\n'
  .venv/bin/factcheck diff --base "$BASE" --format markdown
} >>"$GITHUB_STEP_SUMMARY"

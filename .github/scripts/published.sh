#!/usr/bin/env bash
# Puts the commit that was last published into the output `base`: a change that a failed run kept off
# the site is compared again, whoever pushed it. Nothing before the first publication. Ends with 1
# where that commit is no ancestor any more: the history that readers could rely on was rewritten.
set -euo pipefail

base=$INSTEAD
[[ -n $base ]] || base=$(gh run list --workflow "$WORKFLOW" --branch main --status success --limit 1 \
  --json headSha --jq '.[0].headSha // empty')
if [[ -z $base ]]; then
  echo "::notice::Nothing was published before, so there is nothing to compare with."
elif ! git merge-base --is-ancestor "$base" HEAD 2>&1; then
  echo "::error::The commit last published, $base, is not behind this one. Bring the history back, or run" \
    "this workflow by hand and name the commit to compare with."
  exit 1
fi
echo "base=$base" >>"$GITHUB_OUTPUT"

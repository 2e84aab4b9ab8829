#!/usr/bin/env bash
# Puts the commit that was last published into the output `base`: a change that a failed run kept off
# the site is compared again, whoever pushed it. Nothing before the first publication. Ends with 1
# where that commit is no ancestor any more: the history that readers could rely on was rewritten.
# Only then another commit may be named, and who named it stands in the summary.
set -euo pipefail

behind() { git merge-base --is-ancestor "$1" HEAD 2>/dev/null; }

base=$(gh run list --workflow "$WORKFLOW" --branch main --status success --limit 1 \
  --json headSha --jq '.[0].headSha // empty')
[[ -n $base ]] || base=$(gh api "repos/$GH_REPO/deployments?environment=github-pages&per_page=1" \
  --jq '.[0].sha // empty')
if [[ -z $base ]]; then
  echo "::notice::Nothing was published before, so there is nothing to compare with."
elif behind "$base"; then
  [[ -z $INSTEAD ]] || echo "::warning::The commit last published is behind this one, so it is compared with."
elif [[ -n $INSTEAD ]] && named=$(git rev-parse --verify --quiet --end-of-options "$INSTEAD^{commit}") &&
  [[ $named != "$(git rev-parse HEAD)" ]] && behind "$named"; then
  printf 'The commit last published, %s, is gone. %s had this compared with %s.\n' \
    "$base" "$ACTOR" "$named" | tee -a "$GITHUB_STEP_SUMMARY"
  base=$named
else
  echo "::error::The commit last published, $base, is not behind this one. Bring the history back, or run" \
    "this workflow by hand and name an earlier commit to compare with."
  exit 1
fi
echo "base=$base" >>"$GITHUB_OUTPUT"

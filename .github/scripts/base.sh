#!/usr/bin/env bash
# Puts the commit to compare with into the output `base`: what a branch was before a push, else the
# first parent, which for a pull request is the branch that it asks to go into. Nothing where that
# commit is not there or, after a forced push, is no ancestor.
set -euo pipefail

wanted=HEAD^1
[[ $EVENT_NAME != push ]] || wanted=$BEFORE
base=$(git rev-parse --verify --quiet --end-of-options "$wanted^{commit}" || true)
if [[ -z $base ]] || ! git merge-base --is-ancestor "$base" HEAD; then
  base=
  echo "::notice::No earlier commit to compare with, so changes are not checked."
fi
echo "base=$base" >>"$GITHUB_OUTPUT"

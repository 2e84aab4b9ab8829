#!/usr/bin/env bash
# Weighs the archive that GitHub Pages gets against the limit of 1 GB, in the step's summary, and
# puts its SHA-256 into the output `digest`. Ends with 1 when it is too large.
# Source of the limit: GitHub Pages limits; actions/deploy-pages takes 1 GB for 2^30 bytes.
set -euo pipefail

archive=$RUNNER_TEMP/artifact.tar
limit=$((1 << 30))
bytes=$(wc -c <"$archive")
share=$((bytes * 1000 / limit))
printf 'The site is an archive of %d.%d MB: %d.%d %% of the 1 GB that GitHub Pages takes.\n' \
  $((bytes / 1000000)) $((bytes / 100000 % 10)) $((share / 10)) $((share % 10)) \
  >>"$GITHUB_STEP_SUMMARY"
digest=$(openssl dgst -sha256 -r "$archive" | cut -c 1-64)
echo "digest=sha256:$digest" >>"$GITHUB_OUTPUT"

if ((bytes > limit)); then
  echo "::error::The site is larger than the 1 GB that GitHub Pages takes."
  exit 1
elif ((share >= 800)); then
  echo "::warning::The site nears the 1 GB that GitHub Pages takes."
fi

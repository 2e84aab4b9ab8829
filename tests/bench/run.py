"""`make bench`: how fast we are, how well pages do in a browser, and whether their HTML is valid.

Figures stand beside those of a peer of the same run. Words choose parts: `run.py validity`.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from tests.bench import builds, changes, lighthouse, validity
from tests.bench.node import Missing

PARTS = {
    "builds": builds.measure,
    "changes": changes.measure,
    "lighthouse": lighthouse.measure,
    "validity": validity.measure,
}


def main(chosen: list[str]) -> int:
    """Run the chosen parts, or all; return 1 if one found what must not be: invalid HTML."""
    if unknown := set(chosen) - set(PARTS):
        print(
            f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}", file=sys.stderr
        )
        return 2
    sound = True
    for name in chosen or PARTS:
        try:
            sound &= PARTS[name]()
        except Missing as error:
            print(f"{name} left out: {error}", flush=True)
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""What Lighthouse says of four kinds of page, beside stock Material pages of the same content."""

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench import plain
from tests.bench.loopback import served
from tests.bench.node import PROJECT, browser, program
from tests.browser.conftest import FLAGS
from tests.pages.sites import archive, build_site, run

RUNS = 3
AIMS = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 98}
FIGURES = {
    "first-contentful-paint": ("first paint", "{:.0f} ms"),
    "largest-contentful-paint": ("largest", "{:.0f} ms"),
    "total-blocking-time": ("blocked", "{:.0f} ms"),
    "cumulative-layout-shift": ("shift", "{:.3f}"),
    "total-byte-weight": ("transferred", "{:.0f} bytes"),
}
SLOW = 1_000  # below this benchmark index Lighthouse's own advice is to mistrust its performance
_MARKER = re.compile(r"(?m)^<!-- factcheck: .*-->$")


class Score(NamedTuple):
    """The medians of a page's runs, and, by category and audit, what cost it points."""

    points: dict[str, float]
    figures: dict[str, float]
    machine: float
    faults: dict[str, dict[str, set[str]]]


def measure() -> bool:
    """Print the scores of home, claims, the longest claim and the longest source; none can fail."""
    command = [program("lighthouse"), *_options()]
    environment = {**os.environ, "CHROME_PATH": browser()}
    with tempfile.TemporaryDirectory() as folder, ExitStack() as servers:
        ours, peer = Path(folder, "ours"), Path(folder, "peer", "site")
        here = servers.enter_context(served(ours))
        there = servers.enter_context(served(peer))
        build_site(PROJECT, ours, SITE_URL=here)
        _build_peer(peer.parent, there)
        print(f"Lighthouse, mobile, packed, median of {RUNS}, beside a stock Material page:")
        for name, path in _pages(ours).items():
            # In turn, so that a busy machine is as busy for both.
            pairs = [
                [_run(command, at + path, environment) for at in (here, there)] for _ in range(RUNS)
            ]
            own, other = (_score(list(runs)) for runs in zip(*pairs, strict=True))
            _say(name, path, own, other)
    return True


def _options() -> list[str]:
    # Chromium refuses to start as root with its sandbox.
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else list(FLAGS)
    return [
        "--quiet",
        "--output=json",
        "--no-enable-error-reporting",
        f"--only-categories={','.join(AIMS)}",
        f"--chrome-flags={' '.join(flags)}",
    ]


def _build_peer(root: Path, address: str) -> None:
    """Build a plain site of the same records beside its configuration, in site/."""
    home = (PROJECT / "docs" / "index.md").read_text(encoding="utf-8")
    plain.write(root, archive(PROJECT), _MARKER.sub("", home))
    # Not strict: the home page leads to pages that only our site has.
    build = ("-m", "mkdocs", "build", "-q", "--no-strict", "-f", str(root / "mkdocs.yml"))
    run(*build, SITE_URL=address)


def _pages(site: Path) -> dict[str, str]:
    """Return the pages to measure by name; of many the longest, as the hardest."""
    return {
        "home": "",
        "claims": "claims/",
        "claim": f"claims/{_longest(site / 'claims')}/",
        "source": f"sources/{_longest(site / 'sources')}/",
    }


def _longest(folder: Path) -> str:
    return max(folder.glob("*/index.html"), key=lambda page: page.stat().st_size).parent.name


def _run(command: list[str], address: str, environment: dict[str, str]) -> dict[str, Any]:
    done = subprocess.run(
        [*command, address], env=environment, capture_output=True, text=True, check=True
    )
    report: dict[str, Any] = json.loads(done.stdout)
    if "runtimeError" in report:
        raise SystemExit(f"Lighthouse failed at {address}: {report['runtimeError']['message']}")
    return report


def _score(reports: list[dict[str, Any]]) -> Score:
    points = {
        name: statistics.median(100 * report["categories"][name]["score"] for report in reports)
        for name in AIMS
    }
    figures = {
        name: statistics.median(report["audits"][name]["numericValue"] for report in reports)
        for name in FIGURES
    }
    machine = statistics.median(report["environment"]["benchmarkIndex"] for report in reports)
    faults: dict[str, dict[str, set[str]]] = {name: {} for name in AIMS}
    for name, found in faults.items():
        for audit, where in (fault for report in reports for fault in _faults(report, name)):
            found.setdefault(audit, set()).add(where)
    return Score(points, figures, machine, faults)


def _faults(report: dict[str, Any], category: str) -> Iterator[tuple[str, str]]:
    """Yield each audit that cost points, and its figure or the first place that it names."""
    for reference in report["categories"][category]["auditRefs"]:
        audit = report["audits"][reference["id"]]
        if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
            items = audit.get("details", {}).get("items", [])
            places = [item["node"]["snippet"] for item in items if "node" in item]
            value = audit.get("displayValue", "")
            where = f"{len(places)}x, first {places[0][:120]}" if places else value
            yield f"{reference['id']}: {audit['title']}", where


def _say(name: str, path: str, own: Score, other: Score) -> None:
    points = [
        f"{category} {own.points[category]:.0f} (aim {aim}, peer {other.points[category]:.0f})"
        for category, aim in AIMS.items()
    ]
    figures = [
        f"{word} {unit.format(own.figures[audit])} (peer {unit.format(other.figures[audit])})"
        for audit, (word, unit) in FIGURES.items()
    ]
    print(f"  {name} /{path}\n    {', '.join(points)}\n    {', '.join(figures)}")
    for category, aim in AIMS.items():
        if category != "performance" and own.points[category] < aim:
            for fault, where in own.faults[category].items():
                print(f"    {category}: {fault} ({', '.join(sorted(where))})")
    if (machine := min(own.machine, other.machine)) < SLOW:
        print(f"    slow machine (index {machine:.0f}): trust the peer, not the points")
    sys.stdout.flush()

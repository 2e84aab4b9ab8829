"""Writes the same pages as a person would write them: Markdown, one file a claim, no plugin."""

from pathlib import Path

from generator.evidence.archive import Archive
from generator.pages.page import Settings
from generator.pages.view import View
from generator.records.claim import Claim

PROVED = (
    "Proved: these sentences stand word for word in the text we hold, sealed 22 November 2026. "
    "Its address is not known."
)
_CONFIG = """site_name: Plain
site_url: !ENV [SITE_URL, ""]
site_description: The same words on stock pages.
strict: true
theme:
  name: material
  language: en
  font: false
plugins: [search]
nav:
  - Home: index.md
  - Claims: claims/index.md
not_in_nav: |
  /claims/*
  /sources/*
"""


def write(root: Path, archive: Archive, home: str = "# Home\n\nThe valley.\n") -> None:
    """Fill `root` with a plain MkDocs site that says what the generated pages say."""
    view = View(archive, Settings(), "../")
    docs = root / "docs"
    for folder in ("claims", "sources"):
        (docs / folder).mkdir(parents=True)
    (root / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
    (docs / "index.md").write_text(home, encoding="utf-8")
    listed = ["# Claims", ""]
    for claim in view.visible():
        label = view.verdict(claim).label
        listed.append(f"- {label}: [{claim.title}]({claim.id}.md). {claim.bottom_line}")
        page = _claim(view, claim)
        (docs / "claims" / f"{claim.id}.md").write_text(page, encoding="utf-8")
    (docs / "claims" / "index.md").write_text("\n".join(listed) + "\n", encoding="utf-8")
    for source in archive.sources.values():
        quoted = [f"# {source.outlet}: {source.title}", ""]
        for claim in view.visible():
            for e in claim.evidence:
                if e.source == source.id:
                    quoted += [
                        f"> {e.words}",
                        "",
                        f"- [{claim.title}](../claims/{claim.id}.md)",
                        "",
                    ]
        (docs / "sources" / f"{source.id}.md").write_text("\n".join(quoted), encoding="utf-8")


def _claim(view: View, claim: Claim) -> str:
    verdict = view.verdict(claim)
    lines = [
        f"# {verdict.label}: {claim.claim}",
        f"**{claim.bottom_line}**",
        f"Claimed by {view.who(claim.claimant)}, {view.date(claim.made)}, {claim.place}",
        view.counter(claim),
        "## What supports it",
    ]
    for e in claim.evidence:
        source = view.archive.sources[e.source]
        before, quote, after = view.pieces(e)
        lines += [
            f"> {before}**{quote}**{after}",
            f"**{view.speaker(e)}** · [{source.outlet}](../sources/{source.id}.md)",
            f"Origin: {view.way(source, e.origin)}." if e.origin else "",
            e.note or "",
            PROVED,
        ]
    lines += ["## Why this verdict", f"**{verdict.label}**: {verdict.definition}"]
    lines += ["\n".join(f"- {c['what']}: {c.get('bound', '')}" for c in view.conditions(verdict))]
    lines += ["## What we do not know", "\n".join(f"- {unknown}" for unknown in claim.unknowns)]
    lines += ["## Analysis", claim.analysis or "", "## About this page", claim.why_checked]
    lines += ["Also read: " + ", ".join(f"[{s}](../sources/{s}.md)" for s in claim.looked_in)]
    lines += ["## Related claims", "\n".join(f"- [{r}]({r}.md)" for r in claim.related)]
    return "\n\n".join(lines) + "\n"

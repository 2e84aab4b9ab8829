"""What the tests of editing share: the codes that a change of the tiny archive brings up."""

from tests.specimens import check, edited

CLOSED = "data/claims/bridge-closed.yml"
FORTY = "data/claims/forty-cross-it.yml"
BUILT = "data/claims/built-in-1950.yml"
GOATS = "data/claims/carpenter-blamed-goats.yml"
BLAMED = "data/claims/mayor-blamed-goats.yml"
BOARDS = "data/claims/mayor-found-rotten-boards.yml"
BOARS = "data/claims/mayor-found-rotten-boars.yml"
SOLD = "data/claims/sold-to-a-circus.yml"
TORN = "data/claims/to-be-torn-down.yml"
SITE = "data/site.yml"

_LINES = {
    (TORN, "claim"): "The footbridge is to be torn down.",
    (TORN, "bottom_line"): "The headline decides what the text below it leaves open.",
    (BOARDS, "claim"): "Mayor Thorn told the council that two rotten boards had been found.",
    (
        BOARDS,
        "bottom_line",
    ): "She said it to the council on Monday, in words that the Courier printed.",
    (FORTY, "claim"): "About 40 people cross the footbridge on a school day.",
    (FORTY, "bottom_line"): "One newsroom counted 40 people, another 12; neither says how.",
    (CLOSED, "claim"): "The footbridge over the Sedge was closed in the first week of March.",
    (GOATS, "bottom_line"): "Only the Courier spoke to him.",
}


def changed(path: str, key: str, text: str) -> dict[str, str]:
    """Return the change that gives a claim of the tiny archive another line."""
    return edited(path, f"{key}: {_LINES[path, key]}\n", f"{key}: {quoted(text)}\n")


def quoted(text: str) -> str:
    """Return a text as YAML takes it, whatever stands in it."""
    return "'" + text.replace("'", "''") + "'"


def found(*changes: dict[str, str]) -> list[tuple[str, str]]:
    """Return the codes and messages of what is found in the tiny archive with these changes."""
    merged: dict[str, str] = {}
    for change in changes:
        merged |= change
    return [(finding.code, finding.message) for finding in check(merged).findings]


def codes(*changes: dict[str, str]) -> list[str]:
    """Return the codes alone, but for W718, which test_quotes looks at.

    The other rules do not read what stands between quotation marks, and their tests put there
    what no record has.
    """
    return [code for code in every_code(*changes) if code != "W718"]


def every_code(*changes: dict[str, str]) -> list[str]:
    """Return all codes."""
    return [code for code, _ in found(*changes)]

"""The figures and the rules of the scale, in words that a reader can follow and check."""

from generator.evidence.figures import Figures
from generator.evidence.verdicts import within
from generator.records.verdict import Bound, Bounds, When

FIGURES = {
    "for_": (
        "independent origins in support",
        """Newsrooms' own reports, public acts or records that support the claim as worded, each by
        a proved passage in which somebody speaks. Ten copies of one report are one origin; perhaps
        the same act counts once; a tie that we only infer does not count, nor do words whose sense
        is lost. A damaged copy that is their only carrier adds one at most.""",
    ),
    "for_any": (
        "origins with any support at all",
        "The same, with excerpts that we could not prove and ties that we only infer.",
    ),
    "against": (
        "origins against it",
        """Origins that contradict what the claim says, or who said it, and do not also support it.
        Excerpts and inferred ties count here: doubt can hold a verdict back, never lift it.""",
    ),
    "against_proved": (
        "proved origins against the fact",
        """Those of them that contradict the fact itself by a proved passage, or by an excerpt of a
        reference work.""",
    ),
    "settled": (
        "sources that settle it",
        "Original documents or reference works that contradict the fact and leave no room.",
    ),
    "stated": (
        "proved passages that state it",
        "Places where the claim was made. They show that it was made and never count for it.",
    ),
    "damaged": (
        "stating passages that lost their sense",
        "Those of them, in a garbled document, whose meaning, speaker or quotation is lost.",
    ),
    "parallel": (
        "clean parallels with other words",
        """Passages or excerpts of the same document, or of the origin it credits, in which the
        damaged words can be read as they were.""",
    ),
    "other_credit": (
        "proved passages that name another speaker",
        "Passages of the credited origin itself that give the words to somebody else.",
    ),
    "qualified": (
        "proved limits from the same side",
        """Passages of the same document, the origin it credits, or the same speaker, in which the
        claim is weaker, narrower or conditional.""",
    ),
    "spoken": (
        "proved passages that report what the person said",
        """Passages that report the person's own public act, in a document whose words are intact,
        or, where they are damaged but can be read, beside an excerpt of the same words.""",
    ),
}


def bound(limit: Bound) -> str:
    """Return a bound in words: `none`, `exactly one`, `at least two`."""
    if limit.most == 0:
        return "none"
    if limit.most is None:
        return f"at least {limit.least}"
    return f"exactly {limit.least}" if limit.least == limit.most else f"at most {limit.most}"


def conditions(when: When, figures: Figures | None = None) -> list[dict[str, object]]:
    """Return the conditions of a rule in order, each with its words and, given figures, its figure.

    A mapping has `what`, `bound`, and where `figures` are given `figure`; the options of `any`
    stand in one condition under `options`, only those that hold where figures are given.
    """
    listed: list[dict[str, object]] = []
    if when.kind:
        what = "we check that it was said" if when.kind == "said" else "we check that it is so"
        listed.append({"what": what})
    listed += _bounds(when, figures)
    options = [o for o in when.any if figures is None or within(o, figures)]
    if options:
        listed.append({"options": [_bounds(option, figures) for option in options]})
    return listed


def _bounds(when: Bounds, figures: Figures | None) -> list[dict[str, object]]:
    listed = []
    for name, limit in when.bounds:
        one: dict[str, object] = {"what": FIGURES[name][0], "bound": bound(limit)}
        if figures is not None:
            one["figure"] = getattr(figures, name)
        listed.append(one)
    return listed

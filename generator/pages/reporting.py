"""Links by which readers without git report a mistake, dispute a verdict or suggest a claim."""

from urllib.parse import quote

from markupsafe import Markup

from generator.pages import render
from generator.pages.page import Settings

FORMS = {
    "mistake": "Report a mistake",
    "dispute": "Dispute a verdict",
    "claim": "Suggest a claim",
}
"""The names of the repository's issue forms, each with what its link says."""


def form(settings: Settings, name: str, page: str = "") -> Markup | None:
    """Return the address of an issue form, safe in an attribute; None without a repository.

    `page` is the way from the root of the site to the page that the form is opened from, such as
    `claims/some-id/`: the form is given the address of the page, or, where the site's address is
    not known, the way to its record.
    """
    if not settings.repo_url:
        return None
    address = f"{settings.repo_url.rstrip('/')}/issues/new?template={name}.yml"
    if page:
        whole = settings.site_url + page if settings.site_url else page.rstrip("/")
        address += f"&page={quote(whole, safe=':/')}"
    return render.address(address)

"""What the tests of this room share."""

import sys
from collections.abc import Iterator

import pytest

from generator import cli
from generator.commands import live
from generator.web.reading import Reader
from generator.web.worker import Worker
from tests.web.site import Run, Site, fetcher, served


@pytest.fixture
def site() -> Iterator[Site]:
    """A web site on loopback, without any page."""
    with served() as site:
        yield site


@pytest.fixture
def run(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Run]:
    """Call `factcheck` in this process; it reads the site of the test and nothing else."""
    worker = Worker()
    monkeypatch.setattr(live, "reader", lambda: Reader(fetcher(), worker))

    def call(*args: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["factcheck", *map(str, args)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        printed = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        out, err = (text.replace(str(site.port), "PORT") for text in (printed.out, printed.err))
        return ended.value.code, out, err

    yield call
    worker.close()

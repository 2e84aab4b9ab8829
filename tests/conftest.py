"""What tests of several rooms share."""

import sys

import pytest
from hypothesis import settings

from generator import cli
from tests.commandline import Ended, Run

settings.register_profile("quick", max_examples=15)


def pytest_configure(config: pytest.Config) -> None:
    """The quick loop tries few examples of each property; `make test` tries all."""
    if config.option.markexpr == "not slow":
        settings.load_profile("quick")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call `factcheck` in this process with some arguments."""

    def call(*args: object) -> Ended:
        monkeypatch.setattr(sys, "argv", ["factcheck", *map(str, args)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        printed = capsys.readouterr()
        code = ended.value.code
        assert isinstance(code, int)
        return Ended(code, printed.out, printed.err)

    return call

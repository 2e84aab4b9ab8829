"""What tests of several rooms share."""

import sys

import pytest

from generator import cli
from tests.commandline import Ended, Run


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

"""The script that keeps a copy, run against a server as its users run it."""

import json
import runpy
from pathlib import Path

import pytest

from tests.factories import make_published

pytestmark = pytest.mark.django_db(transaction=True)
SCRIPT = Path(__file__).resolve().parents[2] / "examples" / "mirror.py"


@pytest.fixture(scope="module")
def mirror():
    return runpy.run_path(str(SCRIPT))


def copied(folder: Path) -> dict[str, str]:
    return {
        file.stem: json.loads(file.read_text(encoding="utf-8"))["headline"] for file in folder.glob("*.json")
    }


def test_the_folder_has_what_readers_have_each_time_it_has_caught_up(mirror, live_server, tmp_path):
    kept, gone = make_published(2)
    assert mirror["catch_up"](live_server.url, tmp_path) == 2
    assert copied(tmp_path) == {article.short_id: article.headline for article in (kept, gone)}
    gone.withdraw(by=None, reason="Court order")
    kept.headline = "Ferry sails on Monday"
    kept.save_working_copy(by=None)
    kept.correct(by=None, note="It was Monday.")
    assert mirror["catch_up"](live_server.url, tmp_path) == 2
    assert copied(tmp_path) == {kept.short_id: "Ferry sails on Monday"}
    assert mirror["catch_up"](live_server.url, tmp_path) == 0


def test_an_id_that_would_be_a_path_is_refused(mirror, tmp_path):
    change = {"short_id": "../../x", "action": "delete", "article": None}
    with pytest.raises(ValueError, match="no id"):
        mirror["take"](change, tmp_path)


def test_the_script_is_short():
    assert len(SCRIPT.read_text(encoding="utf-8").splitlines()) < 100

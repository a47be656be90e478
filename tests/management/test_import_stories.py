import json
import os
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from articles.models import Article, Author
from articles.operations.settling import confirm_use
from tests.admin.test_main_job import WIRE
from tests.factories import make_section

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(WIRE, encoding="utf-8")
    return tmp_path


def run(folder, *args):
    report = folder.parent / "report.json"
    try:
        call_command("import_stories", str(folder), "--report", str(report), *args, verbosity=0)
    except CommandError as error:
        return json.loads(report.read_text()), error
    return json.loads(report.read_text()), None


def test_a_story_becomes_a_draft_with_its_desk_and_proposals(folder):
    report, error = run(folder, "--dateline-date", "2026-10-16")
    story = report["stories"][0]
    assert error is None and report["summary"] == {"created": 1, "updated": 0, "unchanged": 0, "failed": 0}
    assert story["bylines"] == [{"name": "The Quay News Staff", "kind": "desk", "role": "reporting"}]
    assert story["paragraphs"] == 3
    assert [q["speaker"] for q in story["quotes"] if q["place"] == "body"] == ["Tomas Brandt"] * 2 + [
        "Edda Marlow"
    ]
    article = Article.objects.get()
    assert (article.stage, article.public_status, str(article.dateline_date)) == (
        "draft",
        "never",
        "2026-10-16",
    )
    assert Author.objects.get().bio.startswith("The Quay News Staff is a team")
    assert article.quote_uses.open().count() == 4


def test_the_same_file_again_is_unchanged(folder):
    run(folder)
    report, _ = run(folder)
    assert report["summary"]["unchanged"] == 1 and Article.objects.count() == 1


def test_a_missing_date_is_asked_for_and_never_guessed(folder):
    report, _ = run(folder)
    assert "no-dateline-date" in [w["rule"] for w in report["stories"][0]["warnings"]]
    assert Article.objects.get().dateline_date is None


def test_a_dry_run_writes_nothing(folder):
    report, _ = run(folder, "--dry-run")
    assert report["summary"]["created"] == 1 and not Article.objects.exists() and not Author.objects.exists()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02", "binary"),
        ("Überschrift\nText".encode("latin-1"), "UTF-8"),
        (b"Only a headline", "no text"),
        (b"x" * 300 + b"\nText", "headline"),
        (b"x" * (6 * 1024 * 1024), "5 MB"),
        (("Ferry\n" + "“We sail,” said Ada Quill. " * 2000).encode(), "2,000 quoted passages"),
        (b'{"format": "newsroom-story/1"', "not JSON"),
        (b'{"format": "newsroom-story/1", "body": []}', "headline"),
        (b'{"format": "newsroom-story/1", "headline": "A", "colour": 1}', "colour"),
    ],
)
def test_a_broken_file_fails_alone_with_its_reason(folder, content, reason):
    (folder / "b.bin").write_bytes(content)
    report, error = run(folder)
    assert error is not None and error.returncode == 1
    assert report["summary"] == {"created": 1, "updated": 0, "unchanged": 0, "failed": 1}
    assert reason in report["stories"][1]["error"]


def test_the_section_must_exist(folder):
    make_section()
    with pytest.raises(CommandError, match="Known sections: harbor"):
        call_command("import_stories", str(folder), "--section", "nowhere")


def test_an_edited_draft_is_not_overwritten_by_a_new_version_of_its_file(tmp_path):
    story = {
        "format": "newsroom-story/1",
        "id": "pier-1",
        "headline": "The pier is dark",
        "body": [{"type": "p", "html": "It is dark."}],
    }
    path = tmp_path / "in" / "a.json"
    path.parent.mkdir()
    path.write_text(json.dumps(story))
    run(path.parent)
    path.write_text(json.dumps({**story, "headline": "The pier is still dark"}))
    assert run(path.parent)[0]["summary"]["updated"] == 1
    article = Article.objects.get()
    article.dek = "An editor was here"
    article.save_working_copy(by=None)
    path.write_text(json.dumps({**story, "headline": "The pier is lit"}))
    report, _ = run(path.parent)
    assert report["summary"]["unchanged"] == 1
    assert "edited-since-import" in [w["rule"] for w in report["stories"][0]["warnings"]]
    assert Article.objects.get().headline == "The pier is still dark"


def test_each_version_of_a_file_updates_its_draft_until_somebody_works_on_it(folder):
    path = folder / "a.txt"
    run(folder)
    for changed in (WIRE.replace("on Friday", "on Monday"), WIRE.replace("Harbor chief asks", "Chief asks")):
        path.write_text(changed, encoding="utf-8")
        assert run(folder)[0]["summary"]["updated"] == 1
    article = Article.objects.get()
    assert article.headline.startswith("Chief asks") and "on Friday" in article.body_text
    use = article.quote_uses.open().exclude(proposal__speaker="").first()
    confirm_use(use, by=None)
    path.write_text(WIRE.replace("on Friday", "on Sunday"), encoding="utf-8")
    report, error = run(folder)
    assert error is None and report["summary"]["unchanged"] == 1
    assert "edited-since-import" in [w["rule"] for w in report["stories"][0]["warnings"]]
    assert "on Sunday" not in Article.objects.get().body_text


def test_another_story_in_a_file_of_the_same_name_is_another_article(folder):
    run(folder)
    (folder / "a.txt").write_text(
        "Ferry sails\nIt left the harbor at noon, and nobody waved.", encoding="utf-8"
    )
    assert run(folder)[0]["summary"]["created"] == 1
    assert Article.objects.count() == 2


def test_hidden_files_and_folders_are_left_out(folder):
    for name in (".draft.txt", ".git/config", "more/.cache/b.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Not a story\nat all")
    (folder / "more" / "b.txt").write_text(WIRE.replace("pier", "quay"), encoding="utf-8")
    report, error = run(folder)
    assert error is None and [Path(s["path"]).name for s in report["stories"]] == ["a.txt", "b.txt"]


def test_a_folder_without_stories_is_an_error(tmp_path):
    with pytest.raises(CommandError, match="no file in these folders"):
        call_command("import_stories", str(tmp_path))


@pytest.mark.parametrize(
    ("path", "reason"), [("nowhere.txt", "cannot be read: No such file"), ("pipe", "no file")]
)
def test_what_is_no_file_fails_alone(folder, path, reason):
    os.mkfifo(folder / "pipe")
    report = folder.parent / "report.json"
    with pytest.raises(CommandError):
        call_command("import_stories", str(folder), str(folder / path), "--report", str(report))
    stories = json.loads(report.read_text())["stories"]
    assert [s["status"] for s in stories] == ["created", "failed"] and reason in stories[1]["error"]


def test_the_report_has_the_keys_that_are_documented_in_their_order(folder):
    story = run(folder)[0]["stories"][0]
    assert list(story) == (
        "path format status short_id headline dek bylines paragraphs quotes warnings error".split()
    )
    assert {tuple(quote) for quote in story["quotes"]} == {
        ("place", "text", "speaker", "speaker_label", "cue", "attribution_text", "insertions", "match")
    }


@pytest.mark.parametrize(
    ("byline", "reason"),
    [
        ({"name": "n" * 500}, "“bylines.name”"),
        ({"name": "Bo", "kind": "robot"}, "“bylines.kind”"),
        ({"name": "Bo", "role": "boss"}, "“bylines.role”"),
    ],
)
def test_a_byline_that_cannot_be_fails_and_leaves_nothing_behind(folder, byline, reason):
    story = {"format": "newsroom-story/1", "headline": "Ferry", "bylines": [byline]}
    (folder / "a.txt").unlink()
    (folder / "b.json").write_text(json.dumps({**story, "body": [{"type": "p", "html": "It sails."}]}))
    report, _error = run(folder)
    assert reason in report["stories"][0]["error"]
    assert not Article.objects.exists() and not Author.objects.exists()


def test_two_names_in_a_byline_are_two_authors(folder):
    (folder / "a.txt").write_text(
        "Ferry sails\nBy Ada Quill and Bo Lantern\nIt left at noon.\n", encoding="utf-8"
    )
    report, _error = run(folder)
    assert [byline["name"] for byline in report["stories"][0]["bylines"]] == ["Ada Quill", "Bo Lantern"]


def test_stray_control_characters_are_left_out(folder):
    (folder / "a.txt").write_text(WIRE.replace("dark", "da\x07rk"), encoding="utf-8")
    run(folder)
    article = Article.objects.get()
    assert "\x07" not in article.dek + article.body and "dark" in article.dek


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("nested", "[" * 100_000, "nested too deeply"),
        ("surrogate", '{"format": "newsroom-story/1", "headline": "\\ud800"}', "half of a character"),
        ("nul", '{"format": "newsroom-story/1", "headline": "a\\u0000b"}', "NUL"),
        ("kind", {"kind": "zzz"}, "“kind”"),
        ("language", {"language": "<b>"}, "“language”"),
        ("date", {"dateline": {"date": "0001-01-01"}}, "Is the year right"),
    ],
)
def test_a_bad_json_story_fails_alone(folder, name, data, reason):
    if isinstance(data, dict):
        body = [{"type": "p", "html": "The ferry sails."}]
        data = json.dumps({"format": "newsroom-story/1", "headline": "Ferry", "body": body, **data})
    (folder / f"{name}.json").write_text(data, encoding="utf-8")
    report, error = run(folder)
    failed = next(story for story in report["stories"] if story["status"] == "failed")
    assert error and reason in failed["error"]
    assert report["summary"] == {"created": 1, "updated": 0, "unchanged": 0, "failed": 1}


def test_unknown_sections_and_topics_are_told(folder):
    story = {"format": "newsroom-story/1", "headline": "Ferry", "section": "nope", "topics": ["a", 1]}
    story["body"] = [{"type": "p", "html": "The ferry sails."}]
    (folder / "a.txt").unlink()
    (folder / "b.json").write_text(json.dumps(story))
    report, _error = run(folder)
    rules = [warning["rule"] for warning in report["stories"][0]["warnings"]]
    assert {"unknown-section", "unknown-topic"} <= set(rules)


def test_a_report_that_cannot_be_written_is_known_before_anything_is_imported(folder):
    with pytest.raises(CommandError, match="make its folder first"):
        call_command("import_stories", str(folder), "--report", str(folder / "no" / "report.json"))
    assert not Article.objects.exists()


def test_the_language_is_that_of_the_text(folder):
    (folder / "a.txt").write_text(
        "Die Fähre fährt wieder\nDie Gesellschaft hat am Freitag gesagt, dass das Schiff bereit ist.\n"
        "„Wir sind bereit“, sagte der Kapitän Tobias Rehn.\n",
        encoding="utf-8",
    )
    run(folder)
    assert Article.objects.get().language == "de"

"""What can be run or set is described, and what is described exists."""

import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = (ROOT / "newsroom" / "settings.py").read_text(encoding="utf-8")
OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
VARIABLES = sorted(set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', SETTINGS)))
COMMANDS = sorted(path.stem for path in (ROOT / "articles" / "management" / "commands").glob("[a-z]*.py"))
PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("variable", VARIABLES)
def test_every_variable_of_the_environment_is_documented(variable: str):
    assert f"| `{variable}` |" in OPERATIONS


def test_every_documented_variable_is_read():
    assert sorted(re.findall(r"^\| `([A-Z_]+)` \|", OPERATIONS, re.MULTILINE)) == VARIABLES


@pytest.mark.parametrize("command", COMMANDS)
def test_every_management_command_is_documented(command: str):
    assert f"manage.py {command}" in OPERATIONS


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_between_papers_lead_somewhere(paper: Path):
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", paper.read_text(encoding="utf-8"))
    assert [link for link in links if not (paper.parent / link).exists()] == []


def test_every_paper_is_in_the_index():
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    papers = [path.name for path in (ROOT / "docs").rglob("*.md") if path.name != "index.md"]
    assert [name for name in papers if name not in index] == []


@pytest.mark.django_db
def test_models_and_migrations_agree():
    call_command("makemigrations", "--check", "--dry-run", stdout=StringIO())


def test_check_deploy_is_clean_in_production_mode(tmp_path: Path):
    environment = {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
        "VAR_DIR": str(tmp_path),
        "SECRET_KEY": "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "ALLOWED_HOSTS": "news.example",
        "SITE_URL": "https://news.example",
    }
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_public_site_does_not_start_without_a_secret_key(tmp_path: Path):
    environment = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path)}
    command = [sys.executable, "manage.py", "check"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "Set SECRET_KEY" in done.stderr
    assert list(tmp_path.iterdir()) == []

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


def test_a_checkout_runs_with_no_environment_and_keeps_its_key(tmp_path: Path):
    environment = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path)}
    command = [sys.executable, "manage.py", "check", "--deploy"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "(articles.W002) SECRET_KEY was made and is kept by this machine alone." in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_a_checkout_without_an_environment_answers_this_machine_and_nobody_else(tmp_path: Path):
    environment = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path)}
    script = (
        "import django; django.setup()\n"
        "from django.test import Client\n"
        "from django.core.management import call_command\n"
        "call_command('migrate', verbosity=0)\n"
        "for host in ('127.0.0.1', 'news.example'):\n"
        "    print(Client().get('/', headers={'host': host}).status_code)\n"
        "page = Client().get('/', headers={'host': 'localhost'}).content.decode()\n"
        "style = page.split('rel=\"stylesheet\" href=\"')[1].split('\"')[0]\n"
        "print(Client().get(style, headers={'host': 'localhost'}).status_code)\n"
    )
    environment["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["200", "400", "200"], done.stderr

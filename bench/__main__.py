"""Measures in process, on a throw-away SQLite database and on PostgreSQL where one answers.

CPU is the best of several rounds, compared with a bare view of the same process; the exit status tells whether all
budgets hold. ``--write FILE`` puts the table into a Markdown file as well. Budgets: article 2 statements and 12 × the bare view, list 3 and 20 ×, API detail 2 and 10 ×,
API list 3 and 20 ×.
"""

import argparse
import datetime
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

import django

ARTICLES = os.environ.get("BENCH_ARTICLES", "5000")
SEARCH = "\n## Search"  # that part is written by bench.search
POSTGRES = os.environ.get("BENCH_POSTGRES_URL", "postgres://postgres@127.0.0.1:5432/newsroom_bench")


def main() -> int:
    arguments = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    arguments.add_argument("--write", metavar="FILE", type=Path)
    report = arguments.parse_args().write
    status, tables = measure_all()
    if report:
        _before, search, of_search = report.read_text(encoding="utf-8").partition(SEARCH)
        report.write_text(_head() + "".join(tables) + search + of_search, encoding="utf-8")
    return status


def _head() -> str:
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, Django {django.__version__}"
    return (
        "# What pages cost\n\nWritten by `make bench`; not to be edited by hand. CPU milliseconds in process, best of many "
        f"short rounds, without network and without the test client's own parsing. Measured on {datetime.datetime.now(datetime.UTC).date()}, {machine}. "
        "Compare the ratios to the bare view (a plain response through all middleware) rather than the milliseconds: they "
        "belong to one machine. Lists show twenty rows.\n"
    )


def measure_all() -> tuple[int, list[str]]:
    tables: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "static").mkdir()  # looked for at the start, and needed by none of these addresses
        status = measure("SQLite", f"sqlite:///{folder}/bench.sqlite3", folder, tables)
        if create_database(POSTGRES):
            status |= measure("PostgreSQL", POSTGRES, folder, tables)
        else:
            print("PostgreSQL left out: no server answers at BENCH_POSTGRES_URL.")
    return status, tables


def measure(
    name: str,
    url: str,
    folder: str,
    tables: list[str],
    module: str = "bench.measure",
    articles: str = ARTICLES,
) -> int:
    """Run a module of measurements on one database, keep its table and return its exit status."""
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "VAR_DIR": folder,
        "DEBUG": "0",
        "HTTPS": "0",
        "SECRET_KEY": "only for measuring",
        "DATABASE_POOL": "0",
        "ALLOWED_HOSTS": "testserver",
        "DJANGO_SETTINGS_MODULE": "bench.settings",
    }
    command = [sys.executable, "-m", module, name, articles]
    done = subprocess.run(command, env=environment, check=False, stdout=subprocess.PIPE, text=True)
    sys.stdout.write(done.stdout)
    tables.append(done.stdout)
    return done.returncode


def create_database(url: str, *, keep: bool = False) -> bool:
    """Make the database anew, or with ``keep`` where it is missing; False where no server answers."""
    import psycopg
    from psycopg import sql

    server, name = url.replace("postgres://", "postgresql://").rsplit("/", 1)
    try:
        with psycopg.connect(f"{server}/postgres", autocommit=True, connect_timeout=3) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
            if known and keep:
                return True
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    except psycopg.OperationalError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())

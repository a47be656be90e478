"""Measures in process, on a throw-away SQLite database and on PostgreSQL where one answers.

CPU is the best of several rounds, compared with a bare view of the same process; the exit status tells whether all
budgets hold. Budgets: article 2 statements and 12 × the bare view, list 3 and 20 ×, API detail 2 and 10 ×,
API list 3 and 20 ×.
"""

import os
import subprocess
import sys
import tempfile

ARTICLES = os.environ.get("BENCH_ARTICLES", "5000")
POSTGRES = os.environ.get("BENCH_POSTGRES_URL", "postgres://postgres@127.0.0.1:5432/newsroom_bench")


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        status = _measure("SQLite", f"sqlite:///{folder}/bench.sqlite3", folder)
        if _create_database(POSTGRES):
            status |= _measure("PostgreSQL", POSTGRES, folder)
        else:
            print("PostgreSQL left out: no server answers at BENCH_POSTGRES_URL.")
    return status


def _measure(name: str, url: str, folder: str) -> int:
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
    return subprocess.run(
        [sys.executable, "-m", "bench.measure", name, ARTICLES], env=environment, check=False
    ).returncode


def _create_database(url: str) -> bool:
    import psycopg
    from psycopg import sql

    server, name = url.replace("postgres://", "postgresql://").rsplit("/", 1)
    try:
        with psycopg.connect(f"{server}/postgres", autocommit=True, connect_timeout=3) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    except psycopg.OperationalError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())

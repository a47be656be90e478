import datetime
import threading

import pytest
from django.utils import timezone

from articles.models import Heartbeat
from articles.operations.jobs import JOBS, Job, run_once, run_until, stopped

pytestmark = pytest.mark.django_db
SECOND = datetime.timedelta(seconds=1)


def failing() -> int:
    raise RuntimeError("broken")


def test_a_job_that_fails_keeps_no_other_from_its_turn():
    jobs = (Job("broken", failing, SECOND), Job("fine", lambda: 3, SECOND))
    assert run_once(jobs) == {"broken": None, "fine": 3}


def test_a_job_that_nobody_looks_after_is_told_of():
    now = timezone.now()
    assert stopped(now) == {job.name: None for job in JOBS}
    run_once()
    assert stopped() == {}
    later = timezone.now() + 2 * max(job.silent_after for job in JOBS)
    assert set(stopped(later)) == {job.name for job in JOBS}


@pytest.mark.django_db(transaction=True)
def test_a_slow_job_does_not_keep_another_waiting_and_stopping_ends_both(monkeypatch):
    monkeypatch.setattr(
        Heartbeat.objects, "beat", lambda name: None
    )  # the memory of a test belongs to its thread
    stop, turns, slow_is_done = threading.Event(), [], []

    def quick() -> int:
        turns.append(1)
        if len(turns) == 5:
            stop.set()
        return 1

    def slow() -> int:
        stop.wait(20)
        slow_is_done.append(1)
        return 1

    run_until(stop, (Job("slow", slow, SECOND), Job("quick", quick, SECOND / 100)))
    assert len(turns) == 5 and slow_is_done == [1]


def test_readiness_tells_of_the_jobs_and_fails_only_when_asked_for_them(client):
    silent = client.get("/healthz/ready")
    assert silent.status_code == 200 and "publications (never ran)" in silent.content.decode()
    assert client.get("/healthz/ready?jobs").status_code == 503
    run_once()
    running = client.get("/healthz/ready?jobs")
    assert running.status_code == 200 and "jobs: running" in running.content.decode()
    Heartbeat.objects.update(at=timezone.now() - datetime.timedelta(hours=1))
    assert "stopped" in client.get("/healthz/ready").content.decode()

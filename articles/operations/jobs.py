"""Work that is due by the clock. A new job is one line in ``JOBS``; ``manage.py run_jobs`` looks after all of them."""

import dataclasses
import datetime
import logging
import threading
from collections.abc import Callable, Sequence

from django.db import close_old_connections, connections
from django.utils import timezone

from articles.models import Heartbeat, IdempotencyKey
from articles.operations.preflight_watch import look_at_changed
from articles.operations.purging import send_due_purges
from articles.operations.reading import forget_old_counts
from articles.operations.scheduling import publish_due
from articles.operations.webhooks import forget_old, send_due

SILENT = datetime.timedelta(seconds=30)  # without a heartbeat for so long (or three turns) a job has stopped
BEAT = datetime.timedelta(seconds=5)
logger = logging.getLogger(__name__)


@dataclasses.dataclass(frozen=True)
class Job:
    """Something to do again and again. ``run`` claims its own work, so that several processes may run it, and returns how much it did."""

    name: str
    run: Callable[[], int]
    every: datetime.timedelta

    @property
    def silent_after(self) -> datetime.timedelta:
        return max(SILENT, 3 * self.every)


JOBS: tuple[Job, ...] = (
    Job("publications", publish_due, datetime.timedelta(seconds=1)),
    Job("purges", send_due_purges, datetime.timedelta(seconds=10)),
    Job("webhooks", send_due, datetime.timedelta(seconds=1)),
    Job("preflight", look_at_changed, datetime.timedelta(seconds=5)),
    Job("deliveries", forget_old, datetime.timedelta(hours=1)),
    Job("idempotency keys", IdempotencyKey.objects.forget_old, datetime.timedelta(hours=1)),
    Job("readers", forget_old_counts, datetime.timedelta(hours=1)),
)


def run_once(jobs: Sequence[Job] = JOBS) -> dict[str, int | None]:
    """Do everything that is due now, and return how much of each; None for a job that failed, which is logged."""
    return {job.name: _turn(job) for job in jobs}


def run_until(stop: threading.Event, jobs: Sequence[Job] = JOBS) -> None:
    """Look after every job until ``stop`` is set; what is being done then is finished first.

    Each job has a thread of its own, so that a slow one does not keep publications waiting.
    """
    threads = [threading.Thread(target=_look_after, args=(job, stop), name=f"job-{job.name}") for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def stopped(
    at: datetime.datetime | None = None, jobs: Sequence[Job] = JOBS
) -> dict[str, datetime.datetime | None]:
    """The jobs that nobody looks after at that time, with when somebody last did; None for never. One query."""
    at = at or timezone.now()
    beats = dict(Heartbeat.objects.values_list("name", "at"))
    return {
        job.name: beats.get(job.name)
        for job in jobs
        if job.name not in beats or at - beats[job.name] > job.silent_after
    }


def _look_after(job: Job, stop: threading.Event) -> None:
    beaten = None
    try:
        while not stop.is_set():
            close_old_connections()
            _turn(job, beats=beaten is None or timezone.now() - beaten >= BEAT)
            beaten = timezone.now() if beaten is None or timezone.now() - beaten >= BEAT else beaten
            stop.wait(job.every.total_seconds())
    finally:
        connections.close_all()


def _turn(job: Job, *, beats: bool = True) -> int | None:
    """One turn of one job. Whatever goes wrong is logged, and the next turn comes all the same."""
    try:
        if beats:
            Heartbeat.objects.beat(job.name)
        return job.run()
    except Exception:
        logger.exception("The job “%s” failed; it is tried again", job.name)
        return None

"""Two questions a load balancer asks: is the process alive, and can it answer readers?"""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.operations.jobs import stopped


def _answer(text: str, status: int = 200) -> HttpResponse:
    return HttpResponse(f"{text}\n", content_type="text/plain; charset=utf-8", status=status)


@never_cache
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """200 whenever the process answers at all; touches nothing else."""
    return _answer("live")


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """200 when the database answers and every migration is applied, 503 otherwise; the second line tells of the jobs.

    Readers are served although ``run_jobs`` has stopped, so that is no reason to take the process out of service.
    Whoever watches the jobs asks with ``?jobs``: then it is 503.
    """
    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return _answer("database does not answer", status=503)
    if pending:
        return _answer("migrations are pending", status=503)
    silent = stopped()
    if not silent:
        return _answer("ready\njobs: running")
    told = ", ".join(
        f"{name} ({f'since {at:%Y-%m-%dT%H:%M:%SZ}' if at else 'never ran'})" for name, at in silent.items()
    )
    return _answer(f"ready\njobs: stopped: {told}", status=503 if "jobs" in request.GET else 200)

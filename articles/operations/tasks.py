"""Tasks about quotations: readers raise them, people finish them, and an edition that settles one says so."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Edition, Event, Quote, Task

LONGEST_REPORT = 2000  # characters


def report_quote(quote: Quote, text: str) -> Task:
    """Pass on what a reader says is wrong with a published quotation. Nothing about the reader is kept.

    Raises ``ValidationError`` when it says nothing or too much.
    """
    text = text.replace("\x00", "").strip()
    if not text:
        raise ValidationError(_("Tell us what is wrong."))
    if len(text) > LONGEST_REPORT:
        raise ValidationError(_("Keep it under %(n)d characters, please.") % {"n": LONGEST_REPORT})
    return Task.objects.create(kind=Task.Kind.READER_REPORT, quote=quote, text=text)


@transaction.atomic
def finish_task(task: Task, *, by: Any, answer: str) -> Task:
    """Say what was done about it. Raises ``ValidationError`` when nothing is said."""
    if not answer.strip():
        raise ValidationError({"answer": _("Say what was done.")})
    task.answer, task.done_at, task.done_by = answer.strip(), timezone.now(), by
    task.save(update_fields=["answer", "done_at", "done_by"])
    Event.objects.create(
        kind="task.done", article=task.article, quote=task.quote, by=by, data={"task": task.pk}
    )
    return task


def settle_by_edition(edition: Edition) -> None:
    """Finish the tasks that this edition has done: the retracted quotation is gone, the changed one is printed anew."""
    if edition.by is None:
        return
    printed = {record["short_id"]: record["text"] for record in edition.quotes}
    answer = _("Edition %(n)d has it.") % {"n": edition.number}
    for task in Task.objects.open().filter(article=edition.article_id).select_related("quote", "article"):
        words = printed.get(task.quote.short_id)
        gone = task.kind == Task.Kind.QUOTE_RETRACTED and words is None
        renewed = task.kind == Task.Kind.QUOTE_CHANGED and words in (None, task.quote.text)
        if gone or renewed:
            finish_task(task, by=edition.by, answer=answer)

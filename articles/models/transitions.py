"""Every step in the life of an article, in one table: from where, by whom, what it needs, which verb takes it.

Admin, desk API, commands and the test of permissions read this table and nothing else, so that they cannot disagree.
"""

import dataclasses
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NEVER_OUT = ("never", "scheduled")
OUT = ("live",)
STILL_OURS = (*NEVER_OUT, *OUT)
IN_WORK = ("draft", "review", "approved")
ANY_STAGE = (*IN_WORK, "published")


@dataclasses.dataclass(frozen=True)
class Transition:
    """One step. ``needs`` are the arguments of the verb beside ``by``; those with a question mark may be left out."""

    name: str
    label: Promise
    permission: str
    verb: str
    stages: tuple[str, ...]
    statuses: tuple[str, ...]
    needs: tuple[str, ...] = ()
    unapproved_from: tuple[str, ...] = ()  # stages from which it also starts while FOUR_EYES is off
    fits: Callable[[Any], bool] = lambda article: True
    suits: Callable[[Any, Any], bool] = lambda article, user: True

    @property
    def codename(self) -> str:
        """The permission as ``user.has_perm`` takes it."""
        return f"articles.{self.permission}"

    def is_open(self, article: Any) -> bool:
        """Whether the article stands where this step starts. May query."""
        stages = self.stages if settings.FOUR_EYES else (*self.stages, *self.unapproved_from)
        return article.stage in stages and article.public_status in self.statuses and self.fits(article)

    def is_allowed(self, user: Any, article: Any) -> bool:
        """Whether this person may take this step of this article, wherever it stands now. Queries."""
        return user.has_perm(self.codename, article) and self.suits(article, user)

    def take(self, article: Any, *, by: Any, **given: Any) -> Any:
        """Take the step. Permission has been asked before; the verb refuses what does not fit."""
        return getattr(article, self.verb)(by=by, **given)


def _may_agree(article: Any, user: Any) -> bool:
    waiting = article.waiting_retraction()
    return waiting is not None and waiting.may_be_agreed_by(user)


def _is_asked_to_retract(article: Any) -> bool:
    return article.waiting_retraction() is not None


_ALL = (
    Transition("submit", _("Send to review"), "submit_article", "submit", ("draft",), STILL_OURS),
    Transition(
        "return", _("Send back"), "return_article", "send_back", ("review", "approved"), STILL_OURS, ("note",)
    ),
    Transition("approve", _("Approve"), "approve_article", "approve", ("review",), STILL_OURS),
    Transition(
        "publish",
        _("Publish"),
        "publish_article",
        "publish",
        ("approved",),
        STILL_OURS,
        unapproved_from=("draft", "review"),
    ),
    Transition(
        "schedule",
        _("Schedule"),
        "schedule_article",
        "schedule",
        ("approved",),
        STILL_OURS,
        ("to",),
        unapproved_from=("draft", "review"),
    ),
    Transition(
        "unschedule",
        _("Take the time back"),
        "schedule_article",
        "unschedule",
        ANY_STAGE,
        STILL_OURS,
        fits=lambda article: article.scheduled_for is not None,
    ),
    Transition("minor", _("Publish minor update"), "update_minor_article", "update_minor", IN_WORK, OUT),
    Transition("update", _("Publish update"), "correct_article", "update_live", IN_WORK, OUT, ("note?",)),
    Transition(
        "correct",
        _("Publish correction"),
        "correct_article",
        "correct",
        ANY_STAGE,
        OUT,
        ("note", "kind?", "wrong?", "right?", "quote?"),
    ),
    Transition(
        "request_retraction",
        _("Ask for retraction"),
        "retract_article",
        "request_retraction",
        ANY_STAGE,
        OUT,
        ("notice",),
        fits=lambda article: not _is_asked_to_retract(article),
    ),
    Transition(
        "agree_retraction",
        _("Agree to retraction"),
        "retract_article",
        "agree_retraction",
        ANY_STAGE,
        OUT,
        fits=_is_asked_to_retract,
        suits=_may_agree,
    ),
    Transition(
        "decline_retraction",
        _("Decline retraction"),
        "retract_article",
        "decline_retraction",
        ANY_STAGE,
        OUT,
        fits=_is_asked_to_retract,
    ),
    Transition(
        "withdraw",
        _("Withdraw"),
        "withdraw_article",
        "withdraw",
        ANY_STAGE,
        ("live", "retracted"),
        ("reason",),
    ),
    Transition("spike", _("Spike"), "spike_article", "spike", IN_WORK, NEVER_OUT, ("reason",)),
    Transition("restore", _("Restore"), "spike_article", "restore", ("spiked",), NEVER_OUT, ("reason",)),
    Transition(
        "assign",
        _("Assign"),
        "assign_article",
        "assign",
        ANY_STAGE,
        (*STILL_OURS, "retracted"),
        ("to", "due_at?", "priority?"),
    ),
)

TRANSITIONS: dict[str, Transition] = {step.name: step for step in _ALL}


def open_steps(user: Any, article: Any) -> list[Transition]:
    """The steps that this person may take now, in the order of an article's life. Queries."""
    return [step for step in _ALL if step.is_open(article) and step.is_allowed(user, article)]


def next_step(user: Any, article: Any, *, is_only_reporter: bool) -> Transition | None:
    """The step that moves an article of a list on, or None. Queries nothing but the person's permissions.

    The person sees the article; ``is_only_reporter`` says whether theirs is the only reporting byline.
    """
    for name in ("submit", "approve", "publish", "schedule"):
        step = TRANSITIONS[name]
        if name == "approve" and is_only_reporter and settings.FOUR_EYES:
            continue
        if step.is_open(article) and user.has_perm(step.codename):
            return None if article.scheduled_for and name in ("publish", "schedule") else step
    return None

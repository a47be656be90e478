"""What colleagues tell each other about a text: on the article, a stretch of it or a quotation, until somebody resolves it."""

import datetime
import re
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from articles.models.event import Event
from articles.models.user import User
from articles.text.anchors import Anchor

_MENTION = re.compile(r"(?<![\w@])@([\w+-]+(?:\.[\w+-]+)*)")


class NoteQuerySet(models.QuerySet["Note"]):
    def visible_to(self, user: Any) -> "NoteQuerySet":
        """Those on articles that this person sees."""
        return self.filter(article__in=apps.get_model("articles.Article").objects.visible_to(user))

    def threads(self) -> "NoteQuerySet":
        """Notes that are no replies, in the order of the text; those on the whole article first."""
        return self.filter(parent=None).order_by("resolved_at", "is_lost", "place", "start", "id")

    def open(self) -> "NoteQuerySet":
        return self.filter(parent=None, resolved_at=None)

    def waiting_for(self, user: Any) -> "NoteQuerySet":
        """Open notes in which somebody asks this person, itself or in a reply, and the person has not answered since."""
        of_thread = Q(pk=OuterRef("pk")) | Q(parent=OuterRef("pk"))
        later = self.model.objects.filter(by=user, parent=OuterRef("thread"), at__gte=OuterRef("at"))
        asking = (
            self.model.objects.filter(of_thread, mentions=user)
            .exclude(by=user)
            .annotate(thread=Coalesce("parent", "pk"))
            .filter(~Exists(later))
        )
        return self.visible_to(user).open().filter(Exists(asking))

    def for_panel(self) -> "NoteQuerySet":
        return self.select_related("by", "resolved_by", "quote").prefetch_related("replies__by")

    @transaction.atomic
    def write(
        self,
        article: Any,
        *,
        by: Any,
        text: str,
        place: str = "",
        anchor: Anchor | None = None,
        is_lost: bool = False,
        quote: Any = None,
        at: datetime.datetime | None = None,
    ) -> "Note":
        """A note on the article or, with ``place`` and ``anchor``, on a stretch of it. Raises ``ValidationError`` for a mention
        of somebody who is not there or may not see the article."""
        note = self.model(
            article=article, by=by, text=text.strip(), at=at or timezone.now(), quote=quote, place=place
        )
        if anchor:
            note.put(anchor)
            note.is_lost = is_lost
        note._keep()
        return note


class Note(models.Model):
    """One remark or a reply to one. Where it belongs is found again in the text after each save."""

    class Place(models.TextChoices):
        ARTICLE = "", _("the article")
        HEADLINE = "headline", _("headline")
        DEK = "dek", _("dek")
        BODY = "body", _("text")

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="notes")
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="replies")
    quote = models.ForeignKey("articles.Quote", models.SET_NULL, null=True, blank=True, related_name="notes")
    text = models.TextField(_("note"), max_length=4000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who"))
    at = models.DateTimeField(_("when"), default=timezone.now)
    mentions = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="mentioned_in")
    place = models.CharField(_("place"), max_length=8, choices=Place, blank=True, default="")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    exact = models.TextField(_("words"), blank=True)
    prefix = models.CharField(max_length=32, blank=True)
    suffix = models.CharField(max_length=32, blank=True)
    is_lost = models.BooleanField(_("no longer in the text"), default=False)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("resolved by"),
    )
    resolved_at = models.DateTimeField(_("resolved"), null=True, blank=True)

    objects = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["article", "resolved_at"], name="note_by_article")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text=""),
                name="note_says_something",
                violation_error_message=_("Write what you want to say."),
            ),
            models.CheckConstraint(
                condition=Q(resolved_by__isnull=True, resolved_at__isnull=True)
                | Q(resolved_by__isnull=False, resolved_at__isnull=False),
                name="note_resolved_says_who_and_when",
                violation_error_message=_("A resolved note says who resolved it, and when."),
            ),
            models.CheckConstraint(
                condition=Q(place="", exact="", start__isnull=True, end__isnull=True)
                | (~Q(place="") & ~Q(exact="") & Q(start__isnull=False, end__isnull=False)),
                name="note_on_words_says_which",
                violation_error_message=_("Say which words the note is about."),
            ),
            models.CheckConstraint(
                condition=Q(start__isnull=True) | Q(start__lt=F("end")),
                name="note_starts_before_it_ends",
                violation_error_message=_("The words of a note end after they start."),
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | Q(place="", resolved_at__isnull=True),
                name="note_reply_belongs_to_its_note",
                violation_error_message=_("A reply stands where its note stands, and is resolved with it."),
            ),
        ]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:77]}…"

    @property
    def anchor(self) -> Anchor | None:
        if self.start is None or self.end is None:
            return None
        return Anchor(self.start, self.end, self.exact, self.prefix, self.suffix)

    def put(self, anchor: Anchor) -> None:
        """Let it stand there; nothing is saved."""
        self.start, self.end, self.exact = anchor.start, anchor.end, anchor.exact
        self.prefix, self.suffix, self.is_lost = anchor.prefix, anchor.suffix, False

    @transaction.atomic
    def reply(self, *, by: Any, text: str, at: datetime.datetime | None = None) -> "Note":
        """Answer it, or the note that this one answers."""
        root = self.parent or self
        answer = Note(article=self.article, parent=root, by=by, text=text.strip(), at=at or timezone.now())
        answer._keep()
        return answer

    @transaction.atomic
    def resolve(self, *, by: Any, at: datetime.datetime | None = None) -> None:
        """Say that it is done. Again: changes nothing."""
        at = at or timezone.now()
        if Note.objects.filter(pk=self.pk).open().update(resolved_by=by, resolved_at=at):
            self._leave_event("note.resolved", by, at)
        self.refresh_from_db()

    @transaction.atomic
    def reopen(self, *, by: Any, at: datetime.datetime | None = None) -> None:
        """Say that it is not done after all."""
        if Note.objects.filter(pk=self.pk, resolved_at__isnull=False).update(
            resolved_by=None, resolved_at=None
        ):
            self._leave_event("note.reopened", by, at or timezone.now())
        self.refresh_from_db()

    def _keep(self) -> None:
        mentioned = self._mentioned()
        self.full_clean()
        self.save()
        self.mentions.set(mentioned)
        self._leave_event("note.written", self.by, self.at)

    def _mentioned(self) -> list[Any]:
        """The people whom the text names with an @. Queries."""
        names = list(dict.fromkeys(_MENTION.findall(self.text)))
        found = {user.username: user for user in User.objects.filter(username__in=names, is_active=True)}
        visible = apps.get_model("articles.Article").objects
        for name in names:
            if name not in found:
                raise ValidationError(
                    {
                        "text": _now("Nobody is called @%(name)s. Write the name somebody logs in with.")
                        % {"name": name}
                    }
                )
            if not visible.visible_to(found[name]).filter(pk=self.article_id).exists():
                raise ValidationError(
                    {"text": _now("@%(name)s may not see this article. Assign it first.") % {"name": name}}
                )
        return list(found.values())

    def _leave_event(self, kind: str, by: Any, at: datetime.datetime) -> None:
        Event.objects.create(
            kind=kind, article_id=self.article_id, quote=self.quote, by=by, at=at, data={"note": self.pk}
        )

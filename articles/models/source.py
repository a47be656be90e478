from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from articles.models.confidential_source import may_judge_sources
from articles.models.event import Event
from articles.models.fields import ShortIdField


class SourceQuerySet(models.QuerySet["Source"]):
    def visible_to(self, user: Any) -> "SourceQuerySet":
        """All that is not confidential; of that, what this person is named for, and all for whoever judges confidential
        sources. Superusers see no more than others."""
        if user.pk is None:
            return self.filter(access=Source.Access.PUBLIC)
        if may_judge_sources(user):
            return self
        named = self.model.known_by.through.objects.filter(user=user).values("source")
        return self.filter(~Q(access=Source.Access.CONFIDENTIAL) | Q(pk__in=named))

    def confidential(self) -> "SourceQuerySet":
        return self.filter(access=Source.Access.CONFIDENTIAL)

    def leave_views(self, by: Any) -> None:
        """Keep that somebody has looked at each of these that is confidential; never what it says."""
        keys: Iterable[int] = self.confidential().order_by("pk").values_list("pk", flat=True)
        Event.objects.bulk_create(Event(kind="evidence.viewed", by=by, data={"evidence": pk}) for pk in keys)


class Source(models.Model):
    """A piece of evidence: a recording, a document, a statement. Only public ones are ever serialized.

    What is confidential is told by its number wherever a record names itself (logs, fields that complete, the history); its words
    stand on its own page alone.
    """

    class Kind(models.TextChoices):
        INTERVIEW_RECORDING = "interview_recording", _("interview recording")
        TRANSCRIPT = "transcript", _("transcript")
        DOCUMENT = "document", _("document")
        STATEMENT = "statement", _("statement")
        BROADCAST = "broadcast", _("broadcast")
        SOCIAL_POST = "social_post", _("social media post")
        REPORT = "report", _("report by another outlet")
        NOTES = "notes", _("reporter's notes")

    class Access(models.TextChoices):
        PUBLIC = "public", _("public")
        INTERNAL = "internal", _("internal")
        CONFIDENTIAL = "confidential", _("confidential")

    short_id = ShortIdField(_("id"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.DOCUMENT)
    title = models.CharField(_("title"), max_length=250)
    url = models.URLField(_("address"), max_length=500, blank=True)
    publisher = models.CharField(_("publisher"), max_length=160, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    archived_url = models.URLField(_("archived copy"), max_length=500, blank=True)
    access = models.CharField(_("access"), max_length=12, choices=Access, default=Access.INTERNAL)
    known_by = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="+",
        verbose_name=_("who may see it"),
        help_text=_("Where it is confidential: nobody else does but the standards editors."),
    )

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["title", "id"]

    def __str__(self) -> str:
        if self.is_confidential:
            return _now("confidential evidence no. %(n)s") % {"n": self.pk}
        return self.title

    def __repr__(self) -> str:
        """Says nothing: this is what logs and error reports print."""
        return f"<Source {self.pk}>"

    @property
    def is_confidential(self) -> bool:
        return self.access == self.Access.CONFIDENTIAL

    @property
    def is_public(self) -> bool:
        return self.access == self.Access.PUBLIC

    def as_json(self) -> dict:
        return {
            "title": self.title,
            "url": self.url,
            "publisher": self.publisher,
            "published_on": self.published_on.isoformat() if self.published_on else None,
            "archived_url": self.archived_url,
        }

from django.db import models
from django.utils.translation import gettext_lazy as _


class Source(models.Model):
    """A piece of evidence: a recording, a document, a statement. Only public ones are ever serialized."""

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

    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.DOCUMENT)
    title = models.CharField(_("title"), max_length=250)
    url = models.URLField(_("address"), max_length=500, blank=True)
    publisher = models.CharField(_("publisher"), max_length=160, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    archived_url = models.URLField(_("archived copy"), max_length=500, blank=True)
    access = models.CharField(_("access"), max_length=12, choices=Access, default=Access.INTERNAL)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["title", "id"]

    def __str__(self) -> str:
        return self.title

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

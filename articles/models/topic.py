from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from articles.models.addresses import address
from articles.models.listing import TopicListing


class TopicQuerySet(models.QuerySet["Topic"]):
    def public(self) -> "TopicQuerySet":
        """Topics of live editions."""
        return self.filter(Exists(TopicListing.objects.filter(topic=OuterRef("pk"))))


class Topic(models.Model):
    """What an article is about: a subject, a place or an event."""

    class Kind(models.TextChoices):
        SUBJECT = "subject", _("subject")
        PLACE = "place", _("place")
        EVENT = "event", _("event")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.SUBJECT)
    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("slug"), max_length=120, unique=True)
    description = models.TextField(_("description"), blank=True)
    mediatopic = models.CharField(_("IPTC media topic"), max_length=20, blank=True)
    wikidata_id = models.CharField(_("Wikidata id"), max_length=20, blank=True)

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address("topic", self.slug)

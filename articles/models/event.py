"""Who did what to which record, and when: written once, read for years, never changed."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connections, models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.event_words import WORDS


class AppendOnly(Exception):
    """Somebody tried to change or delete what is only ever added to."""


class EventQuerySet(models.QuerySet["Event"]):
    def visible_to(self, user: Any) -> "EventQuerySet":
        """Those of the articles that this person sees; editors see all. Of confidential sources whoever sees them."""
        if user.has_perm("articles.edit_any_article"):
            return self
        articles = apps.get_model("articles.Article").objects.visible_to(user)
        sources = apps.get_model("articles.ConfidentialSource").objects.visible_to(user)
        return self.filter(Q(article__in=articles) | Q(confidential_source__in=sources))

    def of_article(self, article: Any) -> "EventQuerySet":
        """Those of the article, and those of the records that it quotes, wherever somebody changed or verified them."""
        uses = apps.get_model("articles.QuoteUse").objects.filter(article=article, quote__isnull=False)
        return self.filter(Q(article=article) | Q(article=None, quote__in=uses.values("quote")))

    def for_report(self, user: Any) -> "EventQuerySet":
        """Everything a line of the report shows, each with whether this person may read which source it is about."""
        sources = apps.get_model("articles.ConfidentialSource").objects.visible_to(user)
        seen = Exists(sources.filter(pk=OuterRef("confidential_source")))
        rows = self.select_related("by", "article", "quote", "confidential_source")
        return rows.annotate(shows_source=seen)

    def update(self, **kwargs: Any) -> int:
        raise AppendOnly("Events are not changed.")

    def bulk_update(self, *args: Any, **kwargs: Any) -> int:
        raise AppendOnly("Events are not changed.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise AppendOnly("Events are not deleted.")


class Event(models.Model):
    """One line of the audit.

    Neither objects nor querysets change or delete it, and triggers of the database (``guard_events``) hold against everything
    else. When an article or a quotation is deleted its events stay, without it.
    """

    kind = models.CharField(_("what"), max_length=60)
    article = models.ForeignKey(
        "articles.Article",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("article"),
    )
    quote = models.ForeignKey(
        "articles.Quote",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("quotation"),
    )
    confidential_source = models.ForeignKey(
        "articles.ConfidentialSource", models.SET_NULL, null=True, blank=True, related_name="events"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who"),
    )
    at = models.DateTimeField(_("when"), default=timezone.now)
    data = models.JSONField(_("details"), default=dict, blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-at", "-id"]
        permissions = [("export_event", _("Can export the audit"))]
        indexes = [
            models.Index(fields=["article", "-at"], name="event_by_article"),
            models.Index(fields=["-at", "-id"], name="event_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d %H:%M}"

    @property
    def label(self) -> str:
        """What was done, in words."""
        return str(WORDS.get(self.kind, self.kind))

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly("Events are not changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise AppendOnly("Events are not deleted.")


def guard_events(using: str = "default") -> None:
    """Make the database itself refuse changes of events. Safe to run again.

    Only that a deleted article, quotation or source is let go passes. SQLite cannot tell the deletion of a row from the
    emptying of a table, which tests do: there only changes are refused.
    """
    connection = connections[using]
    statements = {"postgresql": _POSTGRESQL, "sqlite": _SQLITE}[connection.vendor]
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


_LETS_GO = " AND ".join(
    f"(NEW.{column} IS NULL OR NEW.{column} {{same}} OLD.{column})"
    for column in ("article_id", "quote_id", "confidential_source_id")
)
_KEEPS = " AND ".join(
    f"NEW.{column} {{same}} OLD.{column}" for column in ("id", "kind", "by_id", "at", "data")
)
_ALLOWED = f"{_KEEPS} AND {_LETS_GO}"
_SQLITE = (
    "DROP TRIGGER IF EXISTS articles_event_is_append_only",
    f"""CREATE TRIGGER articles_event_is_append_only BEFORE UPDATE ON articles_event
    WHEN NOT ({_ALLOWED.format(same="IS")})
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END""",
)
_POSTGRESQL = (
    f"""CREATE OR REPLACE FUNCTION articles_event_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND {_ALLOWED.format(same="IS NOT DISTINCT FROM")} THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'events are append-only' USING ERRCODE = 'integrity_constraint_violation';
    END $$""",
    """CREATE OR REPLACE TRIGGER articles_event_is_append_only BEFORE UPDATE OR DELETE ON articles_event
    FOR EACH ROW EXECUTE FUNCTION articles_event_refuse()""",
)

"""Saving the working copy, and what a revision of it holds."""

from typing import Any

from django.db import models, transaction

from articles.text.slugs import slugify_title

PLAIN = (
    "headline short_headline seo_title slug dek kind section_id language dateline_place body lead_image_id "
    "canonical_url editors_note"
).split()


class WorkingCopy(models.Model):
    """The article as the newsroom edits it: each save counts one version up and keeps one revision."""

    class Meta:
        abstract = True

    def snapshot(self) -> dict[str, Any]:
        """The whole working copy as JSON, for a revision. Queries."""
        uses = self.quote_uses.filter(is_lost=False).order_by("place", "ordinal")
        return {
            **{name: getattr(self, name) for name in PLAIN},
            "dateline_date": self.dateline_date.isoformat() if self.dateline_date else None,
            "embargo_until": self.embargo_until.isoformat() if self.embargo_until else None,
            "topics": sorted(self.topics.values_list("slug", flat=True)),
            "sources": sorted(self.sources.values_list("pk", flat=True)),
            "related": sorted(self.related.values_list("pk", flat=True)),
            "bylines": list(
                self.bylines.order_by("order", "id").values(
                    "author__slug", "author__name", "role", "credited_as"
                )
            ),
            "quote_uses": list(
                uses.values(
                    "place",
                    "ordinal",
                    "segment",
                    "exact",
                    "attribution",
                    "quote__short_id",
                    "quote__status",
                    "quote__speaker_person__name",
                    "quote__speaker_organization__name",
                    "quote__confidential_source__public_description",
                )
            ),
        }

    @transaction.atomic
    def save_working_copy(self, *, by: Any, why: str = "") -> None:
        """Save the article as one person's edit: counts the version up and keeps a revision."""
        self.slug = self.slug or slugify_title(self.headline)
        if self.pk is None:
            self.created_by = self.created_by or by
        self.version += 1
        self.save()
        self.revisions.model.objects.record(self, by, why)
        self.content_changed(by=by)

"""The frozen view of an article that preflight looks at."""

import datetime
import re
from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.conf import settings

from articles.models.other_wordings import other_wordings, speaker_key
from articles.models.pull_quote import words_to_pull
from articles.models.twins import twins_of
from articles.preflight import (
    ArticleView,
    ImageView,
    LinkView,
    LiveText,
    OtherWording,
    PictureView,
    UseView,
    Waived,
)
from articles.text.figures import figure_ids
from articles.text.links import links_of
from articles.text.typography import strip_marks

_OWN_ARTICLE = re.compile(r"/articles/([0-9a-z]{8})(?:/|$)")
PUBLIC = ("live", "retracted")


def article_view(
    article: Any,
    at: datetime.datetime,
    *,
    kind: str = "publish",
    uses: Sequence[Any] | None = None,
    has_byline: bool | None = None,
) -> ArticleView:
    """The working copy as the rules see it at that time, to be published as that kind. A fixed number of queries.

    ``uses`` and ``has_byline`` are given where they are not those of the database: text that is not saved yet.
    """
    if uses is None:
        uses = saved_uses(article)
    confirmed = [use.quote for use in uses if use.attribution == "confirmed" and use.quote]
    elsewhere = other_wordings({quote.pk: (quote.text, speaker_key(quote)) for quote in confirmed}, article)
    body = article.body_text
    images = article.images()
    return ArticleView(
        at=at,
        headline=article.headline,
        dek=article.dek,
        body=body,
        language=article.language,
        kind=kind,
        has_section=bool(article.section_id),
        has_byline=article.bylines.exists() if has_byline is None else has_byline,
        is_spiked=article.stage == "spiked",
        was_withdrawn=article.public_status == "withdrawn",
        dateline_date=article.dateline_date,
        embargo_until=article.embargo_until,
        image=_image_view(article.lead_image) if article.lead_image_id else None,
        links=_link_views(article.body),
        live=_live_text(article),
        twins=twins_of(body, article),
        own_names=frozenset({settings.SITE_NAME, settings.SITE_NAME.removeprefix("The ")}),
        uses=tuple(_use_view(use, article, elsewhere.get(use.quote_id, ())) for use in uses),
        waivers=_waivers(article),
        pictures=tuple(_picture_view(image, article) for image in images.values()),
        lost_pulls=_lost_pulls(article, uses),
        has_unknown_pictures=any(short_id not in images for short_id in figure_ids(article.body)),
    )


def _lost_pulls(article: Any, uses: Sequence[Any]) -> tuple[str, ...]:
    """The pull quotes whose words stand in no confirmed quotation of the body. One query."""
    spoken: dict[int, list[str]] = {}
    for use in sorted(uses, key=lambda use: use.start):
        if use.quote_id and use.place == "body" and use.attribution == "confirmed" and not use.is_lost:
            spoken.setdefault(use.quote_id, []).append(strip_marks(use.exact))
    pulls = article.pull_quotes.in_order() if article.pk else ()
    return tuple(
        str(pull)
        for pull in pulls
        if not (pull.quote_id in spoken and words_to_pull(pull.words, spoken[pull.quote_id]))
    )


def _picture_view(image: Any, article: Any) -> PictureView:
    return PictureView(
        name=str(image),
        is_lead=image.pk == article.lead_image_id,
        embargo_until=image.embargo_until,
        rights_until=image.rights_until,
        has_files=bool(image.renditions),
    )


def saved_uses(article: Any) -> list[Any]:
    """The uses of quotations with everything that a view of them needs. One query."""
    rows = article.quote_uses.select_related(
        "quote__speaker_person",
        "quote__speaker_organization",
        "quote__confidential_source",
        "quote__occasion",
    )
    return list(rows.order_by("place", "ordinal", "id"))


def _image_view(image: Any) -> ImageView:
    return ImageView(image.alt, image.credit, image.is_decorative, image.embargo_until)


def _link_views(html: str) -> tuple[LinkView, ...]:
    """The links of the body. Those to articles of ours are looked up: at most one query."""
    links = links_of(html)
    own = {link.href: found[1] for link in links if (found := _own_article(link.href))}
    public: set[str] = set()
    if own:
        articles = apps.get_model("articles.Article").objects.filter(short_id__in=own.values())
        public = set(articles.filter(public_status__in=PUBLIC).values_list("short_id", flat=True))
    return tuple(
        LinkView(link.start, link.end, link.href, link.href in own, own.get(link.href, "") in public)
        for link in links
    )


def _own_article(href: str) -> re.Match[str] | None:
    path = href.removeprefix(settings.SITE_URL)
    return _OWN_ARTICLE.match(path) if path.startswith("/") else None


def _live_text(article: Any) -> LiveText | None:
    if article.public_status != "live":
        return None
    rows = article.editions.filter(is_live=True).values_list("headline", "dek", "body_text")
    row = rows.first()
    return LiveText(*row) if row else None


def _waivers(article: Any) -> dict[tuple[str, str], Waived]:
    rows = article.waivers.standing().select_related("by")
    return {
        (row.rule, row.span_hash): Waived(
            row.pk, row.reason, (row.by.get_full_name() or row.by.get_username()) if row.by else "", row.at
        )
        for row in rows
    }


def _use_view(use: Any, article: Any, elsewhere: Sequence[Any]) -> UseView:
    proposal = use.proposal if use.proposal.get("kind") in ("person", "organization") else {}
    inner = strip_marks(use.exact)
    words = {
        "key": use.pk,
        "place": use.place,
        "words": inner,
        "state": use.attribution,
        "start": use.start,
        "end": use.end,
        "words_start": use.start + use.exact.find(inner),
        "is_lost": use.is_lost,
        "quotation": use.quotation,
        "insertions": tuple(use.edits.get("insertions", ())),
        "proposed_speaker": proposal.get("speaker", ""),
        "proposed_kind": proposal.get("kind", ""),
    }
    quote = use.quote
    if quote is None:
        return UseView(**words)
    person, source, occasion = quote.speaker_person, quote.confidential_source, quote.occasion
    speaker = quote.speaker
    names = {speaker.name, getattr(speaker, "short_name", "")} if speaker else set()
    return UseView(
        **words,
        quote=quote.pk,
        record=quote.text,
        is_record_public=quote.is_public,
        speaker=speaker.name if speaker else "",
        speaker_names=frozenset(names - {""}),
        speaker_label=quote.speaker_label,
        is_named_person=bool(person and not person.is_unnamed),
        is_confidential=source is not None,
        may_stay_unnamed=source is None or source.is_approved,
        says_why_unnamed=source is None or bool(source.public_reason),
        terms=quote.record,
        terms_label=quote.get_record_display(),
        may_be_public=quote.record in quote.PUBLISHABLE_RECORDS,
        status=quote.status,
        verbatim=quote.verbatim,
        was_edited_after_verification=quote.was_edited_after_verification,
        is_translated=bool(quote.original_language) and quote.original_language != article.language,
        translator=quote.translator,
        occasion=occasion.title if occasion else "",
        embargo_until=occasion.embargo_until if occasion else None,
        other_wordings=tuple(
            OtherWording(one.quote.text, one.article.headline) if one.may_be_shown else OtherWording()
            for one in elsewhere
            if not one.is_same
        ),
    )

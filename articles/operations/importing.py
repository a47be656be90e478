"""Stories from outside become drafts. Never publishes, never attributes on its own."""

import dataclasses
import datetime
import hashlib
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from articles.extraction import Extraction, Finding, find_byline
from articles.formats.decode import MAX_BYTES
from articles.formats.detect import read_story
from articles.formats.story import FormatError, Story, StoryByline
from articles.models import Article, Author, Byline, QuoteUse, Section, Topic
from articles.operations.people import free_slug
from articles.operations.quotes import Scan, extract, passages_of, scan_article, spots_of
from articles.text.html import block_texts, plain_text, to_html
from articles.text.words import is_version_of

WHY = "import"  # of the revisions that are nobody's own work
MOST_QUOTED = 1000  # passages that somebody could still settle
LOOKED_AT = 20  # articles of one file name or headline that are compared with a new story


__all__ = [
    "MAX_BYTES",
    "FormatError",
    "Imported",
    "import_story",
    "propose",
    "read",
    "report_row",
    "with_byline",
]


@dataclasses.dataclass(frozen=True)
class Imported:
    """What became of one story: ``created``, ``updated`` or ``unchanged``, with its report row."""

    status: str
    article: Article
    row: dict[str, Any]


def read(data: bytes, format_name: str = "auto") -> Story:
    """The story in the bytes, its byline found. Raises ``FormatError``."""
    story = read_story(data, format_name)
    text = plain_text(story.body_html)
    if not text.strip():
        raise FormatError("The story has no text.")
    quoted = sum(text.count(mark) for mark in "“„«") + text.count('"') // 2
    if quoted > MOST_QUOTED:
        raise FormatError(f"The text has {quoted:,} quoted passages; no story has more than {MOST_QUOTED:,}.")
    return story if story.bylines else with_byline(story)


def with_byline(story: Story) -> Story:
    """The story with the author that its first or last paragraph names, that paragraph taken out of the body."""
    paragraphs = block_texts(story.body_html)
    found = find_byline(paragraphs)
    if found is None or len(paragraphs) < 2:
        return story
    rest = [text for index, text in enumerate(paragraphs) if index != found.paragraph_index]
    names = found.name.split(" and ") if found.kind == "staff" else [found.name]
    bylines = tuple(StoryByline(name.strip(), found.kind, found.role, found.bio) for name in names if name)
    return dataclasses.replace(story, body_html=to_html(rest), bylines=bylines)


def propose(story: Story, dateline_date: datetime.date | None = None) -> dict[str, Any]:
    """What would be found in the story, as a report row, without writing anything."""
    story = dataclasses.replace(story, dateline_date=story.dateline_date or dateline_date)
    article = _unsaved(story)
    passages = passages_of(article)
    return report_row(story, article, extract(passages, language=story.language))


def import_story(
    story: Story,
    *,
    by: Any = None,
    dateline_date: datetime.date | None = None,
    section: Section | None = None,
    file_name: str = "",
) -> Imported:
    """Write a draft with byline, quotations as proposals and what the story itself says of its sources.

    The same content again is ``unchanged``. A changed story updates its draft: it is known by the identity that it
    names or, where its format has none, by its file's name or its headline together with what it tells. An article
    that was published or that somebody has worked on since is left alone and reported as unchanged with a warning.
    """
    if dateline_date and not story.dateline_date:
        story = dataclasses.replace(story, dateline_date=dateline_date)
    digest = _digest(story)
    key = hashlib.sha256((story.identity or digest).encode()).hexdigest()
    with transaction.atomic():
        article = Article.objects.select_for_update().filter(import_key=key).first()
        if article is None and file_name and not story.identity:
            article = _earlier_version(story, file_name)
        if article and (article.import_digest == digest or not _untouched(article)):
            warning = [] if article.import_digest == digest else [_TOUCHED]
            extraction = extract(passages_of(article), language=article.language)
            row = report_row(story, article, extraction, "unchanged")
            row["warnings"] += warning
            return Imported("unchanged", article, row)
        status = "updated" if article else "created"
        article = article or Article()
        _fill(article, story, section)
        _check(article)
        article.import_key, article.import_digest, article.import_name = key, digest, file_name[:255]
        article.save_working_copy(by=by, why=WHY)
        article.topics.set(Topic.objects.filter(slug__in=story.topics))
        _write_bylines(article, story)
        scan = scan_article(article, by=by)
        article.revisions.model.objects.record(article, by, WHY)  # with bylines and quotations
        return Imported(status, article, report_row(story, article, scan.extraction, status, scan))


_TOUCHED = {
    "rule": "edited-since-import",
    "message": "The draft was edited since; the new version was not taken over.",
}


def _digest(story: Story) -> str:
    content = (story.headline, story.dek, plain_text(story.body_html), [b.name for b in story.bylines])
    return hashlib.sha256(repr(content).encode()).hexdigest()


def _untouched(article: Article) -> bool:
    """Whether nobody has worked on the draft since it came in: its only revisions are those of imports."""
    settled = article.quote_uses.exclude(attribution=QuoteUse.Attribution.PROPOSED)
    is_draft = article.public_status == Article.PublicStatus.NEVER and article.stage == Article.Stage.DRAFT
    return is_draft and not (article.revisions.exclude(why=WHY).exists() or settled.exists())


def _earlier_version(story: Story, file_name: str) -> Article | None:
    """The article that an earlier version of this story became, for formats whose stories have no identity."""
    text = plain_text(story.body_html)
    imported = Article.objects.select_for_update().filter(import_key__isnull=False)
    alike = imported.filter(Q(import_name=file_name[:255]) | Q(headline__iexact=story.headline)).order_by(
        "-pk"
    )
    return next((one for one in alike[:LOOKED_AT] if is_version_of(text, one.source_text)), None)


def _unsaved(story: Story) -> Article:
    article = Article()
    _fill(article, story, None)
    return article


def _fill(article: Article, story: Story, section: Section | None) -> None:
    for name in "headline dek short_headline kind language dateline_place dateline_date editors_note".split():
        setattr(article, name, getattr(story, name))
    article.body = story.body_html
    article.source_text = plain_text(story.body_html)
    article.section = section or Section.objects.filter(slug=story.section).first()


def _check(article: Article) -> None:
    """Refuse values that the desk's own form would refuse. Raises ``FormatError`` that names each."""
    own = {field.name for field in Article._meta.fields} - {
        "headline", "kind", "language", "short_headline", "dek", "dateline_place", "dateline_date", "body",
    }  # fmt: skip
    _refuse_bad_values(article, own)


def _refuse_bad_values(record: Any, exclude: set[str], what: str = "") -> None:
    try:
        record.clean_fields(exclude=exclude)
    except ValidationError as error:
        reasons = [f"“{what}{name}”: {' '.join(messages)}" for name, messages in error.message_dict.items()]
        raise FormatError(" ".join(reasons)) from error


def _write_bylines(article: Article, story: Story) -> None:
    article.bylines.all().delete()
    for order, byline in enumerate(story.bylines):
        author = Author.objects.filter(name__iexact=byline.name).first()
        if author is None:
            author = Author(name=byline.name, kind=byline.kind, bio=byline.bio)
            _refuse_bad_values(author, {"slug"}, "bylines.")
            author.slug = free_slug(Author, byline.name)
            author.save()
        row = Byline(article=article, author=author, role=byline.role, order=order)
        _refuse_bad_values(row, set(), "bylines.")
        row.save()


def _where(finding: Finding) -> str:
    """The place of a finding in words; the passages before the paragraphs are headline and dek."""
    return f"Paragraph {finding.passage - 1}" if finding.place == "body" else finding.place.capitalize()


def report_row(
    story: Story, article: Article, extraction: Extraction, status: str = "", scan: Scan | None = None
) -> dict[str, Any]:
    """The story's row in the report of an import; docs/formats.md describes it."""
    spots = spots_of(passages_of(article), extraction)
    matches = {(use.place, use.ordinal): use.match for use in scan.uses} if scan else {}
    quotes = []
    for spot in spots:
        speaker = spot.quote.speaker
        quotes.append(
            {
                "place": spot.place,
                "text": spot.exact,
                "speaker": speaker.name if speaker else "",
                "speaker_label": speaker.label if speaker else "",
                "cue": spot.quote.cue,
                "attribution_text": spot.quote.attribution_text,
                "insertions": [words for words in spot.quote.insertions if words in spot.exact],
                "match": matches.get((spot.place, spot.ordinal), "verbatim"),
            }
        )
    warnings = [{"rule": w.rule, "message": f"{_where(w)}: {w.message}"} for w in extraction.warnings]
    warnings += [{"rule": rule, "message": message} for rule, message in story.repairs]
    if not article.dateline_date:
        message = "The story has no date: say from which day “on Tuesday” counts."
        warnings.append({"rule": "no-dateline-date", "message": message})
    if story.section and not Section.objects.filter(slug=story.section).exists():
        message = f"There is no section “{story.section}”; choose one."
        warnings.append({"rule": "unknown-section", "message": message})
    known = set(article.topics.values_list("slug", flat=True)) if article.pk else set(story.topics)
    lacking = [slug for slug in story.topics if slug not in known]
    if lacking:
        message = f"These topics are not known and were left out: {', '.join(lacking)}."
        warnings.append({"rule": "unknown-topic", "message": message})
    if not story.bylines:
        warnings.append({"rule": "no-byline", "message": "No author was found in the text."})
    return {
        "format": story.format,
        "status": status,
        "short_id": article.short_id,
        "headline": article.headline,
        "dek": article.dek,
        "bylines": [{"name": b.name, "kind": b.kind, "role": b.role} for b in story.bylines],
        "paragraphs": len(block_texts(article.body)),
        "quotes": quotes,
        "warnings": warnings,
        "error": None,
    }

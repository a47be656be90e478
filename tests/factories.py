"""Plain functions that make records with sensible values. A named cast: Ada, Bo and the Quay Desk."""

import datetime
import io
import itertools
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image as Picture

from articles.models import (
    Article,
    Author,
    Byline,
    Edition,
    Image,
    Occasion,
    Organization,
    Person,
    Quote,
    QuoteUse,
    RoleHolding,
    Section,
    Source,
    Topic,
    User,
    Webhook,
)
from articles.operations.images import make_renditions

_numbers = itertools.count(1)

BODY = (
    "<p>The ferry will sail again on Monday, the company said.</p>"
    "<p>“We have waited long enough,” said Ada Quill, the harbor pilot. “Now we sail.”</p>"
)


def make_user(username: str = "", **values: Any) -> User:
    username = username or f"user{next(_numbers)}"
    return User.objects.create_user(username, password="correct horse", **{"is_staff": True, **values})


def make_admin(username: str = "root") -> User:
    return make_user(username, is_superuser=True)


def make_member(group: str, username: str = "") -> User:
    """Somebody with one of the six roles."""
    from django.contrib.auth.models import Group

    user = make_user(username or group.lower().replace(" ", "-"))
    user.groups.add(Group.objects.get(name=group))
    return user


def make_section(name: str = "Harbor", **values: Any) -> Section:
    slug = values.pop("slug", name.lower().replace(" ", "-"))
    return Section.objects.get_or_create(slug=slug, defaults={"name": name, **values})[0]


def make_topic(name: str = "Ferries", **values: Any) -> Topic:
    slug = values.pop("slug", name.lower().replace(" ", "-"))
    return Topic.objects.get_or_create(slug=slug, defaults={"name": name, **values})[0]


def make_author(name: str = "Bo Lantern", **values: Any) -> Author:
    slug = values.pop("slug", name.lower().replace(" ", "-"))
    return Author.objects.get_or_create(slug=slug, defaults={"name": name, **values})[0]


def make_desk(name: str = "The Quay Desk") -> Author:
    return make_author(name, kind="desk", bio=f"{name} is a team of reporters.")


def make_person(name: str = "Ada Quill", **values: Any) -> Person:
    slug = values.pop("slug", name.lower().replace(" ", "-"))
    return Person.objects.get_or_create(
        slug=slug, defaults={"name": name, "is_public_figure": True, **values}
    )[0]


def make_organization(name: str = "Ferry Company", **values: Any) -> Organization:
    slug = values.pop("slug", name.lower().replace(" ", "-"))
    return Organization.objects.get_or_create(slug=slug, defaults={"name": name, **values})[0]


def make_role(person: Person, title: str = "Harbor pilot", **values: Any) -> RoleHolding:
    return RoleHolding.objects.create(person=person, title=title, **values)


def make_source(title: str = "Recording of the meeting", **values: Any) -> Source:
    return Source.objects.create(title=title, **{"access": "public", **values})


def make_occasion(title: str = "Meeting on the quay", **values: Any) -> Occasion:
    return Occasion.objects.create(
        title=title, **{"on": datetime.date(2026, 10, 12), "kind": "speech", **values}
    )


def make_quote(text: str = "We have waited long enough,", **values: Any) -> Quote:
    values.setdefault("record", "on_record")
    if not values.get("speaker_organization") and "speaker_person" not in values:
        values["speaker_person"] = make_person()
    return Quote.objects.create(text=text, **values)


def make_article(headline: str = "", **values: Any) -> Article:
    """A draft that could be published: section, byline, body without quotations unless ``body`` has some."""
    headline = headline or f"Ferry sails again, part {next(_numbers)}"
    author = values.pop("author", None) or make_author()
    topics = values.pop("topics", ())
    by = values.pop("by", None)
    values.setdefault("section", None)
    values["section"] = values["section"] or make_section()
    values.setdefault("dek", "The company found a new pilot.")
    values.setdefault("body", "<p>The ferry will sail again on Monday.</p><p>The company found a pilot.</p>")
    article = Article(headline=headline, **values)
    article.save_working_copy(by=by)
    Byline.objects.create(article=article, author=author)
    article.topics.set(topics)
    article.revisions.model.objects.record(article, by)
    return article


def picture_bytes(
    size: tuple[int, int] = (400, 250), encoding: str = "JPEG", color: str = "navy", **save: Any
) -> bytes:
    """The file of a picture of one color."""
    buffer = io.BytesIO()
    Picture.new("RGB", size, color).save(buffer, encoding, **save)
    return buffer.getvalue()


def make_image(size: tuple[int, int] = (400, 250), content: bytes | None = None, **values: Any) -> Image:
    """A picture of the library with its renditions."""
    image = Image(**{"alt": "A blue field", "credit": "Bo Lantern", **values})
    image.file.save("field.jpg", ContentFile(content or picture_bytes(size)))
    make_renditions(image)
    return image


def make_use(article: Article, words: str, quote: Quote | None = None, **values: Any) -> QuoteUse:
    """A use of the words, marks included, where they stand in the body of the article."""
    start = article.body_text.index(words)
    values.setdefault("attribution", "confirmed" if quote else "proposed")
    return QuoteUse.objects.create(
        article=article, quote=quote, start=start, end=start + len(words), exact=words, **values
    )


def make_quoted_article(**values: Any) -> Article:
    """A draft with one interrupted quotation by Ada Quill, confirmed."""
    article = make_article(**{"body": BODY, **values})
    quote = make_quote("We have waited long enough, Now we sail.", speaker_label="Harbor pilot")
    make_use(article, "“We have waited long enough,”", quote)
    make_use(article, "“Now we sail.”", quote, segment=1, ordinal=1)
    return article


def approve(article: Article, at: datetime.datetime | None = None) -> Article:
    """The article as if somebody of the desk had just let exactly this text pass."""
    at = at or timezone.now()
    article.approvals.standing().update(ended_at=at)
    article.approvals.create(digest=article.content_digest(), at=at)
    Article.objects.filter(pk=article.pk).update(stage="approved")
    article.refresh_from_db()
    return article


def publish(article: Article, at: datetime.datetime | None = None, by: User | None = None) -> Edition:
    return approve(article, at).publish(by=by, at=at or timezone.now())


def retract(article: Article, notice: str, at: datetime.datetime | None = None) -> Edition:
    """Asked for by standards and agreed to by a publisher, in one go."""
    people = [
        User.objects.filter(username=name).first() or make_member(group, name)
        for name, group in (("sten", "Standards editor"), ("pia", "Publisher"))
    ]
    article.request_retraction(by=people[0], notice=notice, at=at)
    return article.agree_retraction(by=people[1], at=at)


def make_published(number: int = 1, **values: Any) -> list[Article]:
    """So many live articles, the last one newest."""
    start = datetime.datetime(2026, 10, 1, 8, tzinfo=datetime.UTC)
    articles = []
    for index in range(number):
        article = make_article(**values)
        publish(article, start + datetime.timedelta(hours=index))
        articles.append(article)
    return articles


def make_webhook(url: str = "https://partner.example/hook", **values: Any) -> tuple[Webhook, str]:
    """Somebody who wants to know everything, and the secret of it."""
    webhook = Webhook(**{"name": "Partner", "url": url, "kinds": list(Webhook.Kind.values), **values})
    webhook.save()
    return webhook, webhook.rotate(by=None)

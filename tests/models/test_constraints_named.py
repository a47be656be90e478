"""Each named constraint has its test: the ones of pictures, fronts and what is counted, and that none is forgotten."""

import datetime
from pathlib import Path

import pytest
from django.apps import apps

from articles.models import Banner, EditionImage, FrontPage, Placement, PullQuote, ReadCount, Strip
from articles.models.search_entry import SearchTrigram, SearchWord
from tests.factories import make_article, make_image, make_quote, make_section, publish
from tests.models.test_constraints import NOW, refuses

EARLIER = NOW - datetime.timedelta(minutes=1)
LATER = NOW + datetime.timedelta(minutes=1)
TESTS = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.django_db


def test_every_named_constraint_is_named_in_a_test():
    words = "\n".join(path.read_text(encoding="utf-8") for path in TESTS.rglob("*.py"))
    models = apps.get_app_config("articles").get_models()
    names = [constraint.name for model in models for constraint in model._meta.constraints]
    assert len(names) > 80
    assert [name for name in names if name not in words] == []


@pytest.mark.parametrize(("x", "y"), [(-0.1, 0.5), (1.1, 0.5), (0.5, -0.1), (0.5, 1.1)])
def test_image_focal_point_inside(x, y):
    image = make_image()
    rows = type(image).objects.filter(pk=image.pk)
    refuses("image_focal_point_inside", lambda: rows.update(focal_x=x, focal_y=y))
    rows.update(focal_x=0, focal_y=1)


def test_edition_image_once():
    edition, image = publish(make_article()), make_image()
    EditionImage.objects.create(edition=edition, image=image)
    refuses("edition_image_once", lambda: EditionImage.objects.create(edition=edition, image=image))
    EditionImage.objects.create(edition=edition, image=make_image())


def test_pull_quote_once():
    article, quote = make_article(), make_quote()
    PullQuote.objects.create(article=article, quote=quote)
    refuses("pull_quote_once", lambda: PullQuote.objects.create(article=article, quote=quote, words="a part"))
    PullQuote.objects.create(article=make_article(), quote=quote)


@pytest.mark.parametrize("of_section", [False, True])
def test_front_page_once(of_section):
    section = make_section("Harbour") if of_section else None
    FrontPage.objects.create(section=section)
    refuses("front_page_once", lambda: FrontPage.objects.create(section=section))
    FrontPage.objects.create(section=make_section("Courts"))


def test_strip_once():
    front, section = FrontPage.objects.create(), make_section("Harbour")
    Strip.objects.create(front=front, section=section)
    refuses("strip_once", lambda: Strip.objects.create(front=front, section=section, look="opinion"))
    Strip.objects.create(front=front, section=make_section("Courts"))


@pytest.mark.parametrize("end", [NOW, EARLIER])
def test_placement_ends_after_it_starts(end):
    values = {"front": FrontPage.objects.create(), "article": make_article(), "starts_at": NOW}
    refuses("placement_ends_after_it_starts", lambda: Placement.objects.create(**values, ends_at=end))
    Placement.objects.create(**values, ends_at=LATER)
    Placement.objects.create(**{**values, "starts_at": None}, ends_at=end)


@pytest.mark.parametrize("end", [NOW, EARLIER])
def test_banner_ends_after_it_starts(end):
    values = {"text": "The bridge is closed", "starts_at": NOW}
    refuses("banner_ends_after_it_starts", lambda: Banner.objects.create(**values, ends_at=end))
    Banner.objects.create(**values, ends_at=LATER)


def test_read_count_once_an_hour():
    article = make_article()
    ReadCount.objects.create(article=article, hour=NOW)
    refuses("read_count_once_an_hour", lambda: ReadCount.objects.create(article=article, hour=NOW))
    ReadCount.objects.create(article=article, hour=LATER)


def test_search_trigram_once():
    word, other = (SearchWord.objects.create(word=text) for text in ("ferry", "berry"))
    SearchTrigram.objects.create(word=word, letters="err")
    refuses("search_trigram_once", lambda: SearchTrigram.objects.create(word=word, letters="err"))
    SearchTrigram.objects.create(word=other, letters="err")

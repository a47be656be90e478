"""Renditions and where they are, on this machine's disk and in a bucket."""

import boto3
import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.test import override_settings
from moto import mock_aws
from PIL import Image as Picture
from PIL import ImageColor

from articles.models import EditionImage, Image
from articles.operations import images
from newsroom.media import image_sources, media_storage
from tests.factories import make_article, make_author, make_image, publish

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def on_commit(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def paths(image):
    return [one["path"] for one in image.renditions]


def status(client, address):
    response = client.get(address)
    if response.streaming:
        assert b"".join(response.streaming_content)
    return response.status_code


def is_there(image, names):
    return [image.file.storage.exists(name) for name in names]


def test_there_is_a_rendition_in_each_format_for_each_width_up_to_its_own():
    image = make_image((1600, 900))
    widths = {form: [one["width"] for one in image.files(form)] for form in ("avif", "webp", "jpeg")}
    assert widths == {form: [320, 640, 960, 1280, 1600] for form in widths}
    assert (image.width, image.height) == (1600, 900)
    for one in image.renditions:
        with image.file.storage.open(one["path"]) as file:
            picture = Picture.open(file)
            assert (picture.format.lower(), picture.size) == (one["format"], (one["width"], one["height"]))


def test_a_small_picture_is_not_blown_up():
    image = make_image((300, 200))
    assert {one["width"] for form in ("avif", "webp", "jpeg") for one in image.files(form)} == {300}
    cuts = [(one["width"], one["height"]) for one in image.as_json()["shapes"]]
    assert cuts == [(300, 168), (266, 200), (200, 200)]


def test_search_engines_get_a_cut_in_each_of_their_proportions_and_pages_the_whole_picture():
    record = make_image((3200, 1600)).as_json()
    assert [(one["width"], one["height"]) for one in record["shapes"]] == [
        (1200, 675),
        (1200, 900),
        (1200, 1200),
    ]
    cuts = {one["url"] for one in record["shapes"]}
    assert not cuts & {one["url"] for one in record["srcset"]} and record["url"] not in cuts


@pytest.mark.parametrize(
    ("focus", "color"), [((0.0, 0.5), "red"), ((1.0, 0.5), "blue"), ((0.25, 0.5), "red")]
)
def test_a_picture_is_cut_around_its_focal_point_and_inside_its_edges(focus, color):
    picture = Picture.new("RGB", (400, 100), "red")
    picture.paste("blue", (200, 0, 400, 100))
    square = images.cut(picture, (1, 1), focus)
    assert square.size == (100, 100)
    assert [found for _number, found in square.getcolors()] == [ImageColor.getrgb(color)]


def test_names_cannot_be_guessed_and_masters_stand_apart():
    image = make_image()
    stems = {path.split("-")[0] for path in paths(image)}
    assert len(stems) == len(paths(image)) and all(len(stem) == len("images/") + 16 for stem in stems)
    assert image.file.name.startswith("masters/")


def test_making_them_again_leaves_no_old_files(on_commit):
    image = make_image()
    first = paths(image)
    with on_commit():
        images.make_renditions(image)
    assert not any(is_there(image, first)) and all(is_there(image, paths(image)))


def test_the_record_of_an_edition_names_every_size_and_the_focal_point():
    record = make_image((700, 400), focal_x=0.25).as_json()
    assert [one["type"] for one in record["sources"]] == ["image/avif", "image/webp"]
    assert [one["width"] for one in record["srcset"]] == [320, 640, 700]
    assert record["url"].endswith("-700.jpeg") and record["focus"] == {"x": 0.25, "y": 0.5}
    assert "masters" not in str(record)


def test_pictures_of_a_withdrawn_article_are_gone(on_commit, client):
    image = make_image()
    article = make_article(lead_image=image)
    publish(article)
    seen = [f"/media/{path}" for path in paths(image)]
    assert {status(client, address) for address in seen} == {200}
    with on_commit(), on_commit():
        article.withdraw(by=None, reason="Court order")
    assert {status(client, address) for address in seen} == {404}
    image.refresh_from_db()
    assert all(is_there(image, paths(image))), (
        "the library keeps the picture, under names that nobody has seen"
    )


def test_a_picture_that_another_live_article_or_an_author_shows_stays(on_commit):
    shared, portrait = make_image(), make_image()
    make_author("Ada Quill", photo=portrait)
    article = make_article(
        lead_image=shared, body=f'<p>Text.</p><figure data-image="{portrait.short_id}"></figure>'
    )
    other = make_article(lead_image=shared)
    publish(article)
    publish(other)
    with on_commit(), on_commit():
        article.withdraw(by=None, reason="Court order")
    assert all(is_there(shared, paths(shared)) + is_there(portrait, paths(portrait)))
    with on_commit(), on_commit():
        other.withdraw(by=None, reason="Court order")
    assert not any(is_there(shared, paths(shared)))


def test_an_image_that_was_published_cannot_be_deleted_and_another_goes_with_its_files(on_commit):
    used, unused = make_image(), make_image()
    publish(make_article(lead_image=used))
    with pytest.raises(ValidationError, match="stays on record"):
        images.delete_image(used)
    files = [unused.file.name, *paths(unused)]
    with on_commit():
        images.delete_image(unused)
    assert not any(is_there(unused, files)) and Image.objects.get() == used


def test_usage_says_whether_readers_have_it_or_had_it():
    now, once, never = make_image(alt="now"), make_image(alt="once"), make_image(alt="never")
    publish(make_article(lead_image=now))
    article = make_article(lead_image=once)
    publish(article)
    article.lead_image = None
    article.save()
    publish(article)
    found = {one.alt: (one.is_public, one.was_public) for one in Image.objects.with_usage()}
    assert found == {"now": (True, True), "once": (False, True), "never": (False, False)}
    assert EditionImage.objects.count() == 2 and never.pk


def test_in_a_bucket_the_same_happens(on_commit, monkeypatch):
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    options = media_storage(bucket="ledger", region="eu-west-1", host="pictures.example")
    with mock_aws(), override_settings(STORAGES={**storages.backends, "default": options}):
        bucket = boto3.resource("s3", region_name="eu-west-1").create_bucket(
            Bucket="ledger", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"}
        )
        image = make_image((700, 400))
        article = make_article(lead_image=image)
        edition = publish(article)
        assert edition.lead_image["url"] == f"https://pictures.example/{image.files('jpeg')[-1]['path']}"
        assert {one.key for one in bucket.objects.all()} == {image.file.name, *paths(image)}
        head = bucket.Object(paths(image)[0]).get()
        assert head["ContentType"] == "image/avif" and "immutable" in head["CacheControl"]
        first = set(paths(image))
        with on_commit(), on_commit():
            article.withdraw(by=None, reason="Court order")
        assert not first & {one.key for one in bucket.objects.all()}


def test_the_policy_allows_the_host_of_the_bucket_and_no_other():
    assert image_sources(media_storage()) == []
    assert image_sources(media_storage(bucket="b")) == ["https://b.s3.amazonaws.com"]
    assert image_sources(media_storage(bucket="b", host="p.example")) == ["https://p.example"]
    assert image_sources(media_storage(bucket="b", endpoint="http://s3.lan:9000")) == ["http://s3.lan:9000"]

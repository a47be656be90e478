import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image as Picture

from articles.models import Image
from articles.operations import images

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def make_image(size=(1600, 900), encoding="PNG", **save):
    buffer = io.BytesIO()
    Picture.new("RGB", size, "navy").save(buffer, encoding, **save)
    image = Image(alt="A blue field", credit="Bo Lantern")
    image.file.save("field.png", ContentFile(buffer.getvalue()))
    return image


def test_renditions_have_the_wanted_widths_and_keep_the_proportions():
    image = make_image()
    made = images.make_renditions(image)
    assert [(r["width"], r["height"]) for r in made] == [(640, 360), (1280, 720)]
    assert all(image.file.storage.exists(r["path"]) for r in made)


def test_a_small_picture_is_not_blown_up():
    assert [r["width"] for r in images.make_renditions(make_image((300, 200)))] == [300]


def test_making_them_again_leaves_no_old_files():
    image = make_image()
    first = images.make_renditions(image)
    images.make_renditions(image)
    assert not any(image.file.storage.exists(r["path"]) for r in first)


def test_a_rendition_carries_no_metadata():
    exif = Picture.Exif()
    exif[0x010E] = "Secret place"
    image = make_image(encoding="JPEG", exif=exif)
    made = images.make_renditions(image)
    with image.file.storage.open(made[0]["path"]) as file:
        assert b"Secret place" not in file.read()


def test_a_file_that_is_no_picture_is_refused_in_words(monkeypatch):
    image = make_image()
    image.file.storage.delete(image.file.name)
    image.file.storage.save(image.file.name, ContentFile(b"<svg/>"))
    with pytest.raises(ValidationError, match="not a JPEG"):
        images.make_renditions(image)


def test_too_many_pixels_are_refused_before_decoding(monkeypatch):
    monkeypatch.setattr(images, "MAX_PIXELS", 100)
    with pytest.raises(ValidationError, match="megapixels"):
        images.make_renditions(make_image())

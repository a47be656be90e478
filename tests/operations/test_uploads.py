"""What is let in as a picture, and in which state."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image as Picture
from PIL import ImageCms

from articles.models import image as image_model
from articles.operations import uploads
from tests.factories import picture_bytes

PHOTO = picture_bytes((80, 40))
PNG = picture_bytes((80, 40), "PNG")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
SCRIPT = b"<script>alert(1)</script>"
REFUSED = {
    "svg": (SVG, "SVG files"),
    "svg behind a declaration": (b'<?xml version="1.0"?><!-- x -->' + SVG, "SVG files"),
    "gif that is a script": (b"GIF89a/*" + b"\x00" * 40 + b"*/=1;alert(1)", "GIF pictures"),
    "php behind a photo": (PHOTO + b"<?php system($_GET['c']); ?>", "program text"),
    "page behind a photo": (PNG + b"<HTML><body>hello", "program text"),
    "page with the head of a photo": (PHOTO[:20] + b"<html>" + SCRIPT, "program text"),
    "script in a comment": (picture_bytes(comment=SCRIPT), "program text"),
    "cut off": (PHOTO[: len(PHOTO) * 2 // 3], "damaged or cut off"),
    "cut off PNG": (PNG[:-40], "damaged or cut off"),
    "only a head": (b"\x89PNG\r\n\x1a\n", "not a JPEG, PNG or WebP|damaged"),
    "text": (b"not a picture at all", "not a JPEG, PNG or WebP"),
    "nothing": (b"", "not a JPEG, PNG or WebP"),
    "tiff": (picture_bytes(encoding="TIFF"), "not a JPEG, PNG or WebP"),
    "icon": (picture_bytes((32, 32), "ICO"), "not a JPEG, PNG or WebP"),
}


def clean(content: bytes) -> Picture.Image:
    return Picture.open(io.BytesIO(uploads.cleaned(ContentFile(content)).read()))


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_picture_or_two_things_at_once_is_refused_in_words(case):
    content, message = REFUSED[case]
    with pytest.raises(ValidationError, match=message):
        uploads.cleaned(ContentFile(content))


@pytest.mark.parametrize("encoding", ["JPEG", "PNG", "WEBP"])
def test_jpeg_png_and_webp_are_let_in_as_jpeg(encoding):
    picture = clean(picture_bytes((80, 40), encoding))
    assert (picture.format, picture.size, picture.mode) == ("JPEG", (80, 40), "RGB")


def test_an_animated_picture_is_refused():
    frames = [Picture.new("RGB", (20, 20), color) for color in ("red", "blue")]
    buffer = io.BytesIO()
    frames[0].save(buffer, "WEBP", save_all=True, append_images=frames[1:])
    with pytest.raises(ValidationError, match="Animated"):
        uploads.cleaned(ContentFile(buffer.getvalue()))


def test_too_many_pixels_are_refused_before_any_is_decoded(monkeypatch):
    monkeypatch.setattr(Picture.Image, "load", lambda self: pytest.fail("decoded"))
    buffer = io.BytesIO()
    monkeypatch.setattr(uploads, "MAX_PIXELS", 3_000)
    with pytest.raises(ValidationError, match="megapixels"):
        uploads.cleaned(ContentFile(PNG))
    assert not buffer.getvalue()


def test_a_bomb_that_says_it_is_huge_is_refused():
    head = bytearray(PNG)
    head[16:24] = (60_000).to_bytes(4, "big") * 2
    import zlib

    head[29:33] = zlib.crc32(bytes(head[12:29])).to_bytes(4, "big")
    with pytest.raises(ValidationError, match="megapixels"):
        uploads.cleaned(ContentFile(bytes(head)))


def test_a_file_that_is_too_heavy_is_not_even_read(monkeypatch):
    monkeypatch.setattr(image_model, "MAX_BYTES", 10)

    class Heavy(ContentFile):
        def read(self, *args):
            pytest.fail("read")

    with pytest.raises(ValidationError, match="larger than 20 MB"):
        uploads.cleaned(Heavy(PHOTO))


def test_place_camera_and_comments_are_taken_out():
    exif = Picture.Exif()
    exif[0x010E] = "Secret place"
    exif.get_ifd(0x8825)[2] = (52.0, 30.0, 0.0)  # GPS latitude
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">Secret source</x:xmpmeta>'
    content = picture_bytes((80, 40), exif=exif, xmp=xmp, comment=b"Secret comment")
    assert content.count(b"Secret") == 3
    kept = uploads.cleaned(ContentFile(content)).read()
    assert b"Secret" not in kept
    picture = Picture.open(io.BytesIO(kept))
    assert not picture.getexif() and set(picture.info) <= {
        "jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"
    }  # fmt: skip


def test_a_picture_that_lies_on_its_side_is_put_upright():
    exif = Picture.Exif()
    exif[0x0112] = 6  # turn clockwise
    assert clean(picture_bytes((80, 40), exif=exif)).size == (40, 80)


def test_colors_of_another_profile_become_srgb():
    lab = Picture.new("RGB", (20, 20), (200, 30, 30))
    buffer = io.BytesIO()
    # A profile whose red and blue are exchanged shows that it is applied and not just dropped.
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, blue = profile.index(b"rXYZ"), profile.index(b"bXYZ")
    profile[red : red + 4], profile[blue : blue + 4] = b"bXYZ", b"rXYZ"
    lab.save(buffer, "PNG", icc_profile=bytes(profile))
    red_now, _green, blue_now = clean(buffer.getvalue()).getpixel((10, 10))
    assert blue_now > 150 > 80 > red_now


def test_cmyk_becomes_rgb_and_a_broken_profile_is_no_error():
    buffer = io.BytesIO()
    Picture.new("CMYK", (20, 20), (0, 255, 255, 0)).save(buffer, "JPEG", icc_profile=b"no profile")
    red, green, _blue = clean(buffer.getvalue()).getpixel((10, 10))
    assert red > 200 and green < 60


def test_what_is_transparent_becomes_white():
    buffer = io.BytesIO()
    Picture.new("RGBA", (20, 20), (0, 0, 0, 0)).save(buffer, "PNG")
    assert min(clean(buffer.getvalue()).getpixel((10, 10))) > 250


def test_a_palette_with_a_transparent_color_is_read():
    buffer = io.BytesIO()
    Picture.new("P", (20, 20), 0).save(buffer, "PNG", transparency=0)
    assert min(clean(buffer.getvalue()).getpixel((10, 10))) > 250

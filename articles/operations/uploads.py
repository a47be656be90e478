"""What is let in as a picture, and in which state: decoded, upright, in sRGB, and nothing else in the file."""

import io
import warnings
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image as Picture
from PIL import ImageCms, ImageOps, UnidentifiedImageError

from articles.models.image import MAX_PIXELS, check_upload

ACCEPTED = ("JPEG", "PNG", "WEBP")
MASTER_QUALITY = 95
HEAD = 1024  # bytes in which a format shows itself
# Words that no picture needs and that some server or browser might run.
FOREIGN = (b"<?php", b"<script", b"<!doctype", b"<html")
_SRGB = ImageCms.createProfile("sRGB")


def cleaned(file: Any) -> ContentFile:
    """The upload as a JPEG of its pixels alone: upright, in sRGB, without EXIF, GPS, XMP or anything behind the picture.

    Raises ``ValidationError`` in words that say what to do. Bytes and pixels are limited before anything is decoded.
    """
    check_upload(file)
    picture = read_picture(file)
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=MASTER_QUALITY, subsampling=0)
    return ContentFile(buffer.getvalue(), name="picture.jpg")


def read_picture(file: Any) -> Picture.Image:
    """The picture, whole, upright, in sRGB on white. Raises ``ValidationError``, also for files that are two things at once."""
    file.seek(0)
    content = file.read()
    _refuse_others(content)
    with warnings.catch_warnings():
        # Our own, lower limit is checked below, before the pixels are decoded.
        warnings.simplefilter("ignore", Picture.DecompressionBombWarning)
        try:
            picture = Picture.open(io.BytesIO(content), formats=ACCEPTED)
            if picture.width * picture.height > MAX_PIXELS:
                raise ValidationError(_too_many())
            if getattr(picture, "is_animated", False) and picture.format != "MPO":
                raise ValidationError(
                    _("Animated pictures are not accepted. Export one frame as JPEG or PNG.")
                )
            picture.load()
        except Picture.DecompressionBombError as error:
            raise ValidationError(_too_many()) from error
        except UnidentifiedImageError as error:
            raise ValidationError(
                _("This file is not a JPEG, PNG or WebP picture. Export it as one of these.")
            ) from error
        except (OSError, SyntaxError, ValueError) as error:
            raise ValidationError(
                _("This picture is damaged or cut off. Export or download it again.")
            ) from error
    flat = _flat(_in_srgb(ImageOps.exif_transpose(picture)))
    flat.info.clear()  # a comment would be written into every copy
    return flat


def _too_many() -> str:
    return _("This picture has more than 50 megapixels. Upload a smaller copy.")


def _refuse_others(content: bytes) -> None:
    head = content[:HEAD].lower()
    if b"<svg" in head or head.lstrip().startswith(b"<?xml"):
        raise ValidationError(
            _("SVG files are not accepted: they can carry scripts. Export the drawing as PNG.")
        )
    if head.startswith(b"gif8"):
        raise ValidationError(_("GIF pictures are not accepted. Export this one as PNG or JPEG."))
    lowered = content.lower()
    if any(word in lowered for word in FOREIGN):
        raise ValidationError(
            _(
                "This file holds program text beside the picture. Open it in a picture editor and export it anew."
            )
        )


def _in_srgb(picture: Picture.Image) -> Picture.Image:
    """The colors as every screen shows them; a profile that makes no sense is left out of account."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "CMYK", "L"):
        return picture
    mode = "L" if picture.mode == "L" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        changed = (
            ImageCms.profileToProfile(picture, source, _SRGB, outputMode=mode) if mode == "RGB" else picture
        )
    except (ImageCms.PyCMSError, OSError):
        return picture
    return changed or picture


def _flat(picture: Picture.Image) -> Picture.Image:
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        whole = picture.convert("RGBA")
        ground = Picture.new("RGB", whole.size, "white")
        ground.paste(whole, mask=whole.getchannel("A"))
        return ground
    return picture.convert("RGB")

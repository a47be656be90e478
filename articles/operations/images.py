"""Renditions of an uploaded picture, made ahead of any page that shows it."""

import io
import warnings

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image as Picture
from PIL import ImageOps, UnidentifiedImageError

from articles.models import Image
from articles.models.image import MAX_PIXELS
from articles.text.slugs import new_short_id

WIDTHS = (640, 1280)
ACCEPTED = ("JPEG", "PNG", "WEBP")
QUALITY = 80


def make_renditions(image: Image) -> list[dict]:
    """Write a WebP copy for each width up to the picture's own, without metadata, and remember them on the image.

    Names cannot be guessed. Raises ``ValidationError`` when the file is no picture, of another format than JPEG,
    PNG or WebP, or has more than 50 megapixels; the size is checked before anything is decoded.
    """
    picture = _open(image)
    storage, renditions = image.file.storage, []
    for width in sorted({min(width, picture.width) for width in WIDTHS}):
        height = max(1, round(picture.height * width / picture.width))
        buffer = io.BytesIO()
        picture.resize((width, height), Picture.Resampling.LANCZOS).save(buffer, "WEBP", quality=QUALITY)
        name = f"images/{new_short_id()}{new_short_id()}-{width}.webp"
        path = storage.save(name, ContentFile(buffer.getvalue()))
        renditions.append({"path": path, "width": width, "height": height, "format": "webp"})
    for old in image.renditions:
        storage.delete(old["path"])
    image.renditions, image.width, image.height = renditions, picture.width, picture.height
    image.save(update_fields=["renditions", "width", "height"])
    return renditions


def _open(image: Image) -> Picture.Image:
    with image.file.open("rb") as file, warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", Picture.DecompressionBombWarning
        )  # our own, lower limit is checked below
        try:
            picture = Picture.open(file, formats=ACCEPTED)
            if picture.width * picture.height > MAX_PIXELS:
                raise ValidationError(_("This picture has more than 50 megapixels. Upload a smaller copy."))
            return ImageOps.exif_transpose(picture).convert("RGB")
        except Picture.DecompressionBombError as error:
            raise ValidationError(
                _("This picture has more than 50 megapixels. Upload a smaller copy.")
            ) from error
        except (UnidentifiedImageError, OSError, SyntaxError) as error:
            raise ValidationError(
                _("This file is not a JPEG, PNG or WebP picture. Export it again.")
            ) from error

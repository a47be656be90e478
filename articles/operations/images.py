"""The files of the picture library: renditions ahead of every page, and none where readers may not look."""

import io
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image as Picture

from articles.models import Author, EditionImage, Image, Person
from articles.models.image import FORMATS, PUBLIC, SHAPES, new_name
from articles.operations.uploads import read_picture

WIDTHS = (320, 640, 960, 1280, 1920)
SHAPE_WIDTH = 1200  # at most
SAVED_AS: dict[str, dict[str, Any]] = {
    "avif": {"quality": 60, "speed": 8},
    "webp": {"quality": 78},
    "jpeg": {"quality": 80, "optimize": True, "progressive": True},
}


def make_renditions(image: Image) -> list[dict[str, Any]]:
    """Write a copy in each format for each width up to the picture's own, and one cut to each of ``SHAPES``.

    They are remembered on the image, carry no metadata, and their names cannot be guessed; those that were there
    before are deleted. Raises ``ValidationError`` when the file is no picture that is let in (``uploads.read_picture``).
    """
    with image.file.open("rb") as file:
        picture = read_picture(file)
    storage, renditions = image.file.storage, []
    for width in sorted({min(width, picture.width) for width in WIDTHS}):
        height = max(1, round(picture.height * width / picture.width))
        copy = picture.resize((width, height), Picture.Resampling.LANCZOS)
        for form in FORMATS:
            renditions.append(_written(storage, copy, form))
    for shape, ratio in SHAPES.items():
        copy = cut(picture, ratio, (image.focal_x, image.focal_y))
        renditions.append({**_written(storage, copy, FORMATS[-1]), "shape": shape})
    former = image.renditions
    image.renditions, image.width, image.height = renditions, picture.width, picture.height
    image.save(update_fields=["renditions", "width", "height"])
    _delete_files(storage, [one["path"] for one in former])
    return renditions


def cut(picture: Picture.Image, ratio: tuple[int, int], focus: tuple[float, float]) -> Picture.Image:
    """The largest part of a picture that has these proportions, as near around the focal point as its edges allow."""
    scale = min(picture.width / ratio[0], picture.height / ratio[1])
    size = [max(1, int(side * scale)) for side in ratio]
    corner = [
        min(max(0, round(whole * at - part / 2)), whole - part)
        for whole, at, part in zip(picture.size, focus, size, strict=True)
    ]
    part = picture.crop((*corner, corner[0] + size[0], corner[1] + size[1]))
    if part.width <= SHAPE_WIDTH:
        return part
    height = round(SHAPE_WIDTH * ratio[1] / ratio[0])
    return part.resize((SHAPE_WIDTH, height), Picture.Resampling.LANCZOS)


def _written(storage: Any, copy: Picture.Image, form: str) -> dict[str, Any]:
    buffer = io.BytesIO()
    copy.save(buffer, form.upper(), **SAVED_AS[form])
    path = storage.save(new_name(PUBLIC, f"-{copy.width}.{form}"), ContentFile(buffer.getvalue()))
    return {"path": path, "width": copy.width, "height": copy.height, "format": form}


@transaction.atomic
def store(image: Image) -> None:
    """Save an image with a new file, write its renditions, and delete the master that it had before."""
    former = Image.objects.filter(pk=image.pk).values_list("file", flat=True).first() if image.pk else None
    image.save()
    make_renditions(image)
    _delete_files(image.file.storage, [former] if former else [])


def hide_images(article: Any) -> int:
    """Let the addresses die under which readers had the pictures of an article that is gone, and return how many pictures.

    Those that another live article shows stay. The library keeps them all, under new names that nobody has seen.
    """
    shown_elsewhere = EditionImage.objects.live().exclude(edition__article=article).values("image")
    gone = Image.objects.filter(edition_images__edition__article=article).exclude(pk__in=shown_elsewhere)
    gone = gone.exclude(pk__in=_portraits())
    images = list(gone.distinct())
    for image in images:
        make_renditions(image)
    return len(images)


def delete_image(image: Image) -> None:
    """Delete an image that readers never got, with its files. Raises ``ValidationError`` for others: editions last."""
    if EditionImage.objects.filter(image=image).exists():
        raise ValidationError(_("“%s” was published and stays on record.") % image)
    storage, paths = image.file.storage, [image.file.name, *(one["path"] for one in image.renditions)]
    image.delete()
    _delete_files(storage, paths)


def _portraits() -> Any:
    """Pictures of authors and people, who have pages of their own."""
    photos = Author.objects.exclude(photo=None).order_by().values("photo")
    return photos.union(Person.objects.exclude(image=None).order_by().values("image"), all=True)


def _delete_files(storage: Any, paths: list[str]) -> None:
    """After the commit: a transaction that is rolled back must find its files again."""

    def delete() -> None:
        for path in paths:
            storage.delete(path)

    transaction.on_commit(delete)

"""Pictures of the library inside a body: a place that names the image, filled in when the article is published."""

import re
from collections.abc import Mapping

PLACE = re.compile(r'<figure data-image="([0-9a-hjkmnp-tv-z]{8})"></figure>')
_CARRIED = re.compile(r'<figure [^>]*data-image="([0-9a-hjkmnp-tv-z]{8})"')
_ANY = re.compile(r"<figure(?P<attributes>[^>]*)>(?P<inside>.*?)</figure>", re.DOTALL)
_IMAGE = re.compile(r' data-image="([0-9a-hjkmnp-tv-z]{8})"')


def figure_ids(html: str) -> list[str]:
    """The short ids of the images that a body or a published text holds, in order, each once."""
    return list(dict.fromkeys(_CARRIED.findall(html)))


def only_places(html: str) -> str:
    """The HTML with each figure as an empty place for its image; one that names none leaves what it held."""

    def place(found: re.Match[str]) -> str:
        image = _IMAGE.search(found["attributes"])
        return f'<figure data-image="{image[1]}"></figure>' if image else found["inside"]

    return _ANY.sub(place, html)


def with_figures(html: str, rendered: Mapping[str, str]) -> str:
    """The HTML with what is rendered for each image in its place; the place of an unknown image goes."""
    return PLACE.sub(lambda found: rendered.get(found[1], ""), html)

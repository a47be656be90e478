"""Links to what others show, which may be shown on our page after a reader agrees.

The list of providers is closed. A paragraph that is nothing but a link to one of them becomes a place for it.
"""

import dataclasses
import html as entities
import re


@dataclasses.dataclass(frozen=True)
class Provider:
    """Who shows it, which links lead there, and the address that may be framed: one that sets no cookie where there is one."""

    name: str
    link: re.Pattern[str]
    frame: str  # with the groups of the link

    @property
    def origin(self) -> str:
        return "/".join(self.frame.split("/")[:3])


@dataclasses.dataclass(frozen=True)
class Embed:
    provider: str
    url: str
    frame: str
    origin: str
    title: str


PROVIDERS = (
    Provider(
        "YouTube",
        re.compile(
            r"https://(?:(?:www\.|m\.)?youtube\.com/watch\?v=|youtu\.be/)(?P<id>[\w-]{11})(?:[&?#].*)?"
        ),
        "https://www.youtube-nocookie.com/embed/{id}",
    ),
    Provider(
        "Vimeo",
        re.compile(r"https://(?:www\.)?vimeo\.com/(?P<id>\d{5,12})(?:[/?#].*)?"),
        "https://player.vimeo.com/video/{id}?dnt=1",
    ),
    Provider(
        "Datawrapper",
        re.compile(r"https://(?:www\.)?datawrapper\.dwcdn\.net/(?P<id>[A-Za-z0-9]{5})(?:/(?:\d+/?)?)?"),
        "https://datawrapper.dwcdn.net/{id}/",
    ),
)
ORIGINS = tuple(provider.origin for provider in PROVIDERS)
_ALONE = re.compile(r'<p>\s*<a href="(?P<url>[^"]+)"[^>]*>(?P<title>[^<]*)</a>\s*</p>')


def has_lone_link(html: str) -> bool:
    """Whether some paragraph is nothing but a link; where none is, nobody need look at the blocks one by one."""
    return _ALONE.search(html) is not None


def embed_of(block: str) -> Embed | None:
    """What a paragraph that is nothing but a link to a known provider stands for."""
    alone = _ALONE.fullmatch(block.strip())
    if alone is None:
        return None
    url = entities.unescape(alone["url"])
    for provider in PROVIDERS:
        found = provider.link.fullmatch(url)
        if found:
            title = entities.unescape(alone["title"]).strip()
            shown = "" if title.startswith("http") else title
            return Embed(
                provider.name, url, provider.frame.format(**found.groupdict()), provider.origin, shown
            )
    return None

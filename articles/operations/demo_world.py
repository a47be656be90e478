"""The people, places and evidence of the demo newsroom, from its ``world.json`` files."""

import datetime
from typing import Any

from django.core.files.base import ContentFile

from articles.models import (
    Author,
    Image,
    Occasion,
    Organization,
    Page,
    Person,
    PersonName,
    RoleHolding,
    Section,
    Source,
    Topic,
)
from articles.operations.demo_images import draw_portrait, draw_poster
from articles.operations.images import make_renditions

Row = dict[str, Any]
OCCASION_KINDS = {
    "remarks": "press_remarks",
    "report": "document",
    "letter": "document",
    "meeting": "hearing",
}
ILLUSTRATOR = "Illustration: Ingrid Vasse-Moran for The Harbour Ledger"


class World:
    """Makes what a world file lists, once, and remembers it by the keys that stories use."""

    def __init__(self) -> None:
        self.sources: dict[str, Source] = {}
        self.occasions: dict[str, Occasion] = {}
        self.images: dict[str, Image] = {}

    def load(self, world: Row) -> None:
        for row in world.get("sections", ()):
            Section.objects.update_or_create(slug=row["slug"], defaults=_only(row, "name description order"))
        for row in world.get("topics", ()):
            Topic.objects.update_or_create(slug=row["slug"], defaults=_only(row, "name kind description"))
        for row in world.get("organizations", ()):
            Organization.objects.update_or_create(
                slug=row["slug"], defaults=_only(row, "name short_name description")
            )
        for row in world.get("authors", ()):
            self._author(row)
        for row in world.get("people", ()):
            self._person(row)
        for row in world.get("sources", ()):
            self._source(row)
        for row in world.get("occasions", ()):
            self._occasion(row)
        for row in world.get("images", ()):
            self._image(row)
        for row in world.get("pages", ()):
            Page.objects.update_or_create(
                slug=row["slug"], defaults={"title": row["title"], "body": row.get("body_html", "")}
            )

    def _author(self, row: Row) -> None:
        fields = _only(row, "name kind job_title location bio email languages")
        author, _ = Author.objects.update_or_create(slug=row["slug"], defaults=fields)
        author.expertise.set(Topic.objects.filter(slug__in=row.get("expertise", ())))
        if author.photo is None and not author.is_collective:
            author.photo = _portrait(author)
            author.save(update_fields=["photo"])

    def _person(self, row: Row) -> None:
        fields = _only(row, "name description is_public_figure")
        person, _ = Person.objects.update_or_create(slug=row["slug"], defaults=fields)
        for other in row.get("other_names", ()):
            PersonName.objects.get_or_create(person=person, **_only(other, "name language"))
        for role in row.get("roles", ()):
            organization = Organization.objects.filter(slug=role.get("organization") or "").first()
            RoleHolding.objects.get_or_create(
                person=person,
                title=role["title"].removesuffix(f", {organization}"),
                organization=organization,
                start_date=role.get("start") or "",
                defaults={"short_title": role.get("short_title") or "", "end_date": role.get("end") or ""},
            )

    def _source(self, row: Row) -> None:
        fields = _only(row, "kind url publisher access")
        self.sources[row["key"]], _ = Source.objects.get_or_create(
            title=row["title"], published_on=_date(row.get("published_on")), defaults=fields
        )

    def _occasion(self, row: Row) -> None:
        kind = OCCASION_KINDS.get(row["kind"], row["kind"])
        fields = {
            "kind": kind if kind in Occasion.Kind.values else Occasion.Kind.OTHER,
            "precision": row.get("precision") or "day",
            "place": row.get("place") or "",
            "addressee": row.get("addressee") or "",
            "source": self.sources.get(row.get("source") or ""),
        }
        self.occasions[row["key"]], _ = Occasion.objects.get_or_create(
            title=row["title"], on=_date(row.get("on")), defaults=fields
        )

    def _image(self, row: Row) -> None:
        image = Image.objects.filter(alt=row["alt"]).first()
        if image is None:
            image = Image(**_only(row, "alt caption credit"), licence="Made for the demo")
            image.file.save(f"{row['key']}.png", ContentFile(draw_poster(row["scene"], row.get("seed", 0))))
            make_renditions(image)
        self.images[row["key"]] = image


def _portrait(author: Author) -> Image:
    image = Image(alt=f"{author.name}, drawn", credit=ILLUSTRATOR, licence="Made for the demo")
    image.file.save(f"{author.slug}.png", ContentFile(draw_portrait(author.slug)))
    make_renditions(image)
    return image


def _only(row: Row, names: str) -> Row:
    return {name: row[name] for name in names.split() if row.get(name) is not None}


def _date(value: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None

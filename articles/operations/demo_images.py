"""Pictures for the demo newsroom: flat posters drawn from a scene and a number, the same every time."""

import io
import random

from PIL import Image, ImageDraw

SIZE = (1280, 800)
FACE = 480  # pixels
PALETTES = {
    "harbor": ("#f2b880", "#1f4e6b", "#0e1a26"),
    "sea": ("#cfe3ea", "#3d7ea6", "#12344d"),
    "city": ("#e8d8c3", "#7a6a58", "#2b2620"),
    "court": ("#e9e4da", "#8a8172", "#3a352c"),
    "market": ("#f6d9a8", "#c8553d", "#3b2a20"),
    "field": ("#dfe9c9", "#6a994e", "#2c4021"),
    "lab": ("#e3edf2", "#5b8fa8", "#1f3a4a"),
    "stage": ("#4b2e59", "#c65b7c", "#160d1c"),
    "stadium": ("#d6e6f2", "#4f8a4c", "#1d3420"),
    "portrait": ("#efe3d3", "#b08968", "#33261c"),
}


def draw_poster(scene: str, seed: int) -> bytes:
    """A PNG of 1280 × 800 pixels: sky, sun, a skyline of blocks and a foreground in the colors of the scene."""
    sky, middle, front = PALETTES.get(scene, PALETTES["harbor"])
    chance = random.Random(f"{scene}-{seed}")
    picture = Image.new("RGB", SIZE, sky)
    pen = ImageDraw.Draw(picture)
    horizon = chance.randint(430, 540)
    x, radius = chance.randint(200, 1080), chance.randint(50, 110)
    pen.ellipse((x - radius, 180 - radius, x + radius, 180 + radius), fill="#fff4d6")
    left = 0
    while left < SIZE[0]:
        width, height = chance.randint(40, 160), chance.randint(40, 260)
        pen.rectangle((left, horizon - height, left + width, horizon), fill=middle)
        left += width + chance.randint(0, 60)
    pen.rectangle((0, horizon, *SIZE), fill=front)
    for _ in range(9):
        y, start = chance.randint(horizon + 10, SIZE[1]), chance.randint(0, 900)
        pen.line((start, y, start + chance.randint(80, 380), y), fill=middle, width=4)
    return _png(picture)


def draw_portrait(seed: str) -> bytes:
    """A PNG of 480 × 480 pixels: head and shoulders of somebody who does not exist."""
    chance = random.Random(seed)
    ground, coat, hair = PALETTES[chance.choice(sorted(PALETTES))]
    skin = chance.choice(("#f1d3b8", "#d9a679", "#a9714b", "#7a4a2e"))
    picture = Image.new("RGB", (FACE, FACE), ground)
    pen = ImageDraw.Draw(picture)
    middle, width, fall = FACE // 2, chance.randint(78, 92), chance.randint(0, 90)
    pen.rounded_rectangle((middle - width - 16, 92, middle + width + 16, 250 + fall), 90, fill=hair)
    pen.ellipse((40, 345, FACE - 40, FACE + 240), fill=coat)
    pen.rectangle((middle - 36, 280, middle + 36, 372), fill=skin)
    pen.ellipse((middle - width, 120, middle + width, 330), fill=skin)
    pen.chord((middle - width - 4, 108, middle + width + 4, 290), 180, 360, fill=hair)
    return _png(picture)


def _png(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()

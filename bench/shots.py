"""Pictures of the running demo for the papers: ``python -m bench.shots http://127.0.0.1:8000 docs/shots``.

Needs Debian's Chromium and a newsroom that ``make demo`` has made. Each page at the widths of phone, tablet and desk;
those that show the design also in the dark.
"""

import io
import sys
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PASSWORD = "harbour-demo-2026"
SIZES = {"phone": (360, 760), "tablet": (768, 1024), "wide": (1440, 900)}
QUALITY = 60


class Scene(NamedTuple):
    """A page, how one comes to it, who looks at it, and whether it is also taken in the dark."""

    name: str
    start: str
    link: str = ""  # the link that is followed from there
    user: str = ""
    by_night: bool = False


SCENES = (
    Scene("home", "/", by_night=True),
    Scene(
        "article",
        "/search/?q=inquiry+warnings&kind=articles",
        ".results a[href^='/articles/']",
        by_night=True,
    ),
    Scene("quotation", "/quotes/", "blockquote a"),
    Scene("speaker", "/people/odalys-thorne/"),
    Scene("search", "/search/?q=crane"),
    Scene(
        "right-to-left",
        "/sections/world/",
        ".story[lang=he] a[href^='/articles/']",
    ),
    Scene("desk", "/admin/", user="editor", by_night=True),
    Scene(
        "editor",
        "/admin/articles/article/?q=bar+was+dredged",
        "#result_list a[href*='/change/']",
        user="reporter",
        by_night=True,
    ),
)


def main(site: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for scene in SCENES:
            for size, (width, height) in SIZES.items():
                for scheme in ("light", "dark") if scene.by_night else ("light",):
                    name = f"{scene.name}-{size}{'-dark' if scheme == 'dark' else ''}.webp"
                    picture = take(
                        browser, site, scene, color_scheme=scheme, viewport={"width": width, "height": height}
                    )
                    picture.save(folder / name, quality=QUALITY, method=6)
                    print(name)
        browser.close()


def take(browser: Browser, site: str, scene: Scene, **options: Any) -> Image.Image:
    """What somebody sees who opens that page in a window of that size."""
    context = browser.new_context(reduced_motion="reduce", **options)
    page = context.new_page()
    if scene.user:
        sign_in(page, site, scene.user)
    page.goto(f"{site}{scene.start}")
    if scene.link:
        page.goto(site + page.locator(scene.link).first.get_attribute("href"))
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    taken = page.screenshot()
    context.close()
    return Image.open(io.BytesIO(taken))


def sign_in(page: Page, site: str, user: str) -> None:
    page.goto(f"{site}/admin/login/")
    page.fill("#id_username", user)
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url(f"{site}/admin/")


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"), Path(sys.argv[2]))

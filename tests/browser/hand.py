"""A hand on mouse and keyboard that counts what it does, and looks at every page it comes to with axe."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client

from articles.models import User

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def sign_in(page: Any, name: str = "root") -> None:
    """From here on the person of that name sits at the desk. The page of the login has tests of its own."""
    client = Client()
    client.force_login(User.objects.get(username=name))
    key = settings.SESSION_COOKIE_NAME
    page.context.clear_cookies()
    page.context.add_cookies([{"name": key, "value": client.cookies[key].value, "url": page.base}])


class Hand:
    """Drives one browser page for one person after the other; ``acts`` are the clicks, choices and keys so far.

    Writing words into a field costs nothing: it is the same in every system.
    """

    def __init__(self, page: Any) -> None:
        self.page, self.acts = page, 0

    def is_of(self, user: Any) -> "Hand":
        """From here on somebody else sits at the desk, and the count begins anew."""
        self.page.goto("about:blank")  # the page of the one before asks for nothing any more
        sign_in(self.page, user.username)
        self.acts = 0
        return self

    def goes_to(self, address: str) -> None:
        """Where the person stands already when the journey begins."""
        self.page.goto(address)
        self.acts = 0

    def clicks(self, role: str, name: str, within: Any = None, *, exact: bool = True) -> None:
        (within or self.page).get_by_role(role, name=name, exact=exact).first.click()
        self.acts += 1

    def clicks_on(self, selector: str, **options: Any) -> None:
        self.page.locator(selector).first.click(**options)
        self.acts += 1

    def chooses(self, selector: str, value: str) -> None:
        self.page.locator(selector).first.select_option(value)
        self.acts += 1

    def presses(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.acts += 1

    def writes(self, label: str, words: str) -> None:
        self.page.get_by_label(label).first.fill(words)

    def is_told(self) -> None:
        """The desk says that it is done."""
        self.page.locator(".messagelist .success").first.wait_for()

    def sees_nothing_wrong(self) -> None:
        """axe finds nothing on the page as it stands, and the console is silent."""
        assert self.page.console_errors == [], self.page.console_errors
        answer = Axe().run(self.page, options={"runOnly": RULES, "preload": False})
        self.page.console_errors.clear()  # axe styles what it measures, and the policy tells it off
        told = [
            (one["id"], [node["html"][:150] for node in one["nodes"]])
            for one in answer.response["violations"]
        ]
        assert told == [], told

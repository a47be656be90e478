"""A key for a program, made by whoever runs the site."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from articles.models import ApiToken, User


class Command(BaseCommand):
    help = "Make an API token for a person of the newsroom and print its secret, once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", help="whose rights it has")
        parser.add_argument("--name", required=True, help="what uses it: “planning board”")
        parser.add_argument("--scope", choices=ApiToken.Scope.values, default=ApiToken.Scope.READ)
        parser.add_argument("--days", type=int, default=90, help="until it expires, 366 at most")

    def handle(self, *args: Any, **options: Any) -> None:
        owner = User.objects.filter(username=options["username"], is_active=True, is_staff=True).first()
        if owner is None:
            raise CommandError(f"Nobody of the newsroom is called “{options['username']}”.")
        if not 1 <= options["days"] <= 366:
            raise CommandError("Give 1 to 366 days.")
        until = timezone.now() + datetime.timedelta(days=options["days"])
        try:
            token, secret = ApiToken.objects.make(
                owner=owner, name=options["name"], scope=options["scope"], expires_at=until
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stderr.write(f"Token {token.short_id} of {owner}, until {until:%Y-%m-%d}. It is shown once:")
        self.stdout.write(secret)

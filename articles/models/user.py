from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody who works in the admin. Empty on purpose: it only keeps the table ours."""

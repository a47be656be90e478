"""The desk."""

from django.contrib.admin import site

__all__ = ["site"]

"""The desk: Django's admin, arranged for editors. Importing this package registers every model."""

from articles.admin import (
    article,
    audit,
    confidential,
    evidence,
    fronts,
    images,
    quote_records,
    records,
    tokens,
    webhooks,
)
from articles.admin.site import site

__all__ = [
    "article",
    "audit",
    "confidential",
    "evidence",
    "fronts",
    "images",
    "quote_records",
    "records",
    "site",
    "tokens",
    "webhooks",
]

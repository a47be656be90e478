"""What strangers (caches, indexes, hooks) are told, always after the transaction is committed."""

from django.dispatch import Signal

edition_published = Signal()  # edition: what readers get from now on
edition_withdrawn = Signal()  # edition: the tombstone

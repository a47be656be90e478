"""What strangers are told: caches and hooks after the transaction is committed, the search index inside it."""

from django.dispatch import Signal

edition_published = Signal()  # edition: what readers get from now on
edition_withdrawn = Signal()  # edition: the tombstone

# Sent inside the transaction, to what must never be out of step with what is live.
live_edition_replaced = Signal()  # edition: the live one, maybe a notice or a tombstone
quote_rows_replaced = Signal()  # quotes: primary keys of the quotations whose public rows are others now
edition_put_live = Signal()  # edition, previous (None for the first): written once for each edition
quotation_corrected = (
    Signal()
)  # article, quote, wrong (the words as published), by: before the correction goes out
quote_record_changed = Signal()  # quote, kind ("verified", "changed", "retracted"), public or not

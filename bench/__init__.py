"""CPU and SQL statements of every public page and endpoint. Run with ``make bench``."""

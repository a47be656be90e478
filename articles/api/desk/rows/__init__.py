"""From working copies and what belongs to them to JSON."""

"""Feeds: RSS 2.0, Atom and JSON Feed of the same items. What is asked again unchanged is answered with 304."""

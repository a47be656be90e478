"""The project: settings, addresses and entry points around the app ``articles``."""

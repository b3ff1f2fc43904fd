"""Jinzai: municipal digital-talent plans, from YAML to a static catalogue."""

__version__ = "0.1.0"

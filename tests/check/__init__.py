"""Tests of jinzai.check."""

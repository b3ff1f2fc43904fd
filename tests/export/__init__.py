"""Tests of `jinzai.export`."""

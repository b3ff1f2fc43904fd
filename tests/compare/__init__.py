"""Tests of `jinzai.compare`."""

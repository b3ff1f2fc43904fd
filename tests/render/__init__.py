"""Tests of `jinzai.render`."""

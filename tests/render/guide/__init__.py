"""Tests of `jinzai.render.guide`."""

"""Tests of `jinzai.render.page`."""

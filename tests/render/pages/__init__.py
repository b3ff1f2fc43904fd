"""Tests of `jinzai.render.pages`."""

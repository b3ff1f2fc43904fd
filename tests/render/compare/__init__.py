"""Tests of `jinzai.render.compare`."""

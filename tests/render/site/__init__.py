"""Tests of `jinzai.render.site`."""

"""Tests of `jinzai.render.frameworks`."""

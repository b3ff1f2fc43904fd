"""Tests of `jinzai.render.words`."""

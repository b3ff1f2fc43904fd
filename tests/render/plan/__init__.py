"""Tests of `jinzai.render.plan`."""

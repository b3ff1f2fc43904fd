"""Tests of jinzai.link."""

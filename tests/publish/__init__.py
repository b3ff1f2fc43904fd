"""Tests of jinzai.publish."""

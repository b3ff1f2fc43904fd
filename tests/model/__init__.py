"""Tests of jinzai.model."""

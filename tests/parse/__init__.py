"""Tests of jinzai.parse."""

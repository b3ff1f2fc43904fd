"""Tests of bench/: that it measures what it says it does. None of them is timed."""

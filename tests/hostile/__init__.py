"""Content that means harm, or is merely broken: it stays text, or becomes findings."""

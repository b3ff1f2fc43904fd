"""From the sealed catalogue to pages: view models first, then HTML bodies.

Decisions are made here in Python; templates print and loop. Only the templates are read from files,
and no file is written except their compiled form.
"""

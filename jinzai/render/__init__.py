"""From the sealed catalogue to pages: view models in, HTML bodies out.

Decisions live here in Python, templates print and loop. Nothing here reads or writes a file but
the templates themselves.
"""

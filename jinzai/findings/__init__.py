"""Findings: what is wrong with the content, where it is, and what to do.

One registry (`jinzai.findings.registry`) holds every code. The other modules hold a finding
(`finding`) and write findings as text, JSON or workflow annotations.
"""

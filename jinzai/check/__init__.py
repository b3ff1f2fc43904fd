"""Checks: from parsed files to findings, and, where no error is among them, to checked content.

`index` gathers what there is; the rule modules are pure generators over it; `check` runs them.
"""

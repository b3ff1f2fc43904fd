"""Checks: from parsed files to findings. Content without errors becomes checked content.

`index` gathers everything that the content defines. The rule modules are pure generators over it.
`check` runs them.
"""

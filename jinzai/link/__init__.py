"""From checked content to the catalogue: every reference resolved, in both directions.

Everything here takes content in which the checks found no error, so nothing here can fail.
"""

"""From raw values with places to models.

Every error of every file is found; no error hides others.
"""

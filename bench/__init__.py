"""Measures Jinzai against Material for MkDocs, Hugo and the floor. `python -m bench --help`.

Not a part of the program: nothing in jinzai/ knows it.
"""

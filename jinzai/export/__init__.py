"""The downloads: the catalogue's facts as CSV files, with one fact in a row.

A table is declared once (`jinzai.export.tables.TABLES`). Both the files and the page that explains
them are made from this declaration. Everything here reads a `Subject`, which is a plan with its
profile. Nothing here knows a page, a template or the disk.
"""

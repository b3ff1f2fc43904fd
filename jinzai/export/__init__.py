"""The downloads: the catalogue's facts as CSV files, one row one fact.

A table is declared once (`jinzai.export.tables.TABLES`): the declaration is what the files are
written from and what the page that explains the downloads is made of. Everything here reads a
`Subject`, a plan with its profile; nothing here knows a page, a template or the disk.
"""

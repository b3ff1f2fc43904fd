"""The preview: a site in memory, shown only on this machine and made again after every save.

This package knows neither content nor how a site is made. `jinzai/command/serve.py` connects them.
"""

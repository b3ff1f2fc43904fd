"""The preview: a site shown from memory on this machine alone, and anew after every save.

Knows neither content nor how a site is made; `jinzai/command/serve.py` brings them together.
"""

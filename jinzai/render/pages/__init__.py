"""One module per kind of page: a frozen view, and `pages`, which makes every page of the kind.

`jinzai.render.registry` lists them. A module knows what its page says, not how a page is framed.
"""

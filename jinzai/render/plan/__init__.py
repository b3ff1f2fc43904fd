"""The pages of one plan, and the parts that only these pages use.

`jinzai.render.registry` lists the pages. A module here knows the content of its page, and not the
frame around it.
"""

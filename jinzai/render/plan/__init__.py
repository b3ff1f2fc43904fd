"""The pages of one plan, and what only they use.

`jinzai.render.registry` lists the pages. A module knows what its page says, not how it is framed.
"""

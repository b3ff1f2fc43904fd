"""What a plan is made of: one frozen pydantic model per kind of file in content/.

The models know shapes, units and words. They know nothing of files, positions, other
entities or pages: whether a reference leads somewhere is for `jinzai.check` to say.
"""

"""The parts of a plan: one frozen pydantic model for each kind of file in content/.

The models know shapes, units and words. They do not know files, places, other entities or pages.
Only `jinzai.check` says whether a reference leads somewhere.
"""

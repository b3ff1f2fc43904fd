"""From content/ to values with places; nothing here knows what a value means.

YAML scalars are text: what `12:30` or `no` is, the models decide. What else YAML could mean
(tags, aliases, merge keys, several documents) is refused with a finding, never with a traceback.
PyYAML's C parser is required.
"""

from jinzai.load.content import Survey, load, load_frameworks, load_plan, survey
from jinzai.load.document import Document, Loaded
from jinzai.load.one_file import load_document
from jinzai.load.tree import Path, Tree, Value

__all__ = [
    "Document",
    "Loaded",
    "Path",
    "Survey",
    "Tree",
    "Value",
    "load",
    "load_document",
    "load_frameworks",
    "load_plan",
    "survey",
]

"""From content/ to values with places. This package does not know what a value means.

YAML scalars stay text: the models decide what `12:30` or `no` is. Everything else that YAML allows
(tags, aliases, merge keys, several documents) is refused with a finding and never with a traceback.
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

"""Loading from a text, for tests."""

from jinzai.load import Document, Loaded, Tree, load_document
from jinzai.model.kinds import CHAPTER, PLAN_FILES

ROLES = PLAN_FILES[1]
FILE = "content/plans/p/roles.yaml"
CHAPTER_FILE = "content/plans/p/chapters/background.md"


def load_yaml(data: str | bytes) -> Loaded:
    """Load a roles.yaml."""
    return load_document(FILE, ROLES, "p", data)


def load_chapter(data: str | bytes) -> Loaded:
    """Load a chapter."""
    return load_document(CHAPTER_FILE, CHAPTER, "p", data)


def tree_of(loaded: Loaded) -> Tree:
    """The tree of the only document, which must have one."""
    tree = only(loaded).tree
    assert tree is not None, [finding.message for finding in loaded.findings]
    return tree


def only(loaded: Loaded) -> Document:
    """The only document."""
    (document,) = loaded.documents
    return document


def codes(loaded: Loaded) -> list[str]:
    """The codes of all findings, in order."""
    return [finding.rule.code for finding in loaded.findings]

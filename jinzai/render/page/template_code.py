"""The Python code that a template becomes. Only this module leans on Jinja's inner parts.

This module owns which detours of Jinja's own code our templates do without, because a page would
take them thousands of times. A template prints the same text either way. What our templates never
use does not work here, and fails loudly: keyword or variable arguments that a macro does not name,
a macro that takes a `caller` but is not called by `{% call %}`, and parts of `loop` that `_Loop`
lacks.
"""

from collections.abc import Callable, Iterable, Iterator
from keyword import iskeyword
from typing import Any, Final, TypeVar

from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.nodes import Call, CondExpr, Const, Getattr, Node, Template

from jinzai.render.words.escaping import marked, printed

WRITTEN_FOR: Final = "3.1.6"
"""The version of Jinja whose inner parts this module was checked against."""

GENERATION: Final = "4"
"""Part of the key of a compiled template.

Change it whenever `DirectCode` writes other code, or a filter of Jinja is replaced. Then no older
code is run.
"""

_Item = TypeVar("_Item")


class _Loop:
    """What a template may ask of `loop`."""

    __slots__ = ("first", "index", "index0", "last")

    index0: int
    index: int
    first: bool
    last: bool


def _loops(items: Iterable[_Item], _: object) -> Iterator[tuple[_Item, _Loop]]:
    """Each of `items` and where the loop stands."""
    all_items = tuple(items)
    loop, last = _Loop(), len(all_items) - 1
    for index, item in enumerate(all_items):
        loop.index0, loop.index, loop.first, loop.last = index, index + 1, not index, index == last
        yield item, loop


REPLACED: Final[dict[str, Callable[..., Any]]] = {
    "escape": printed,
    "LoopContext": _loops,
    "Markup": marked,
}
"""Names that the code of a template takes from Jinja, and what they mean in ours.

The code finds these functions in the environment, at `replaced`.
"""


class DirectCode(CodeGenerator):
    """Writes `a.b` and `f(x)` as Python does, and macros as plain functions.

    Jinja would ask a function of its own for each attribute, and before each call whether the
    function wants the context. None of our functions does.
    """

    def visit_Template(self, node: Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Writes the code of a whole template. At its end stands what replaces Jinja's names."""
        super().visit_Template(node, frame)
        for name in REPLACED:
            self.writeline(f"{name} = environment.replaced[{name!r}]")

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802
        """Writes `a.b`."""
        self._refuse_keywords([node.attr], node)
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802
        self, node: Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Writes `f(x)`. In a `{% call %}`, the function also gets the caller."""
        if node.dyn_args or node.dyn_kwargs:
            self.fail("a call names each of its arguments", node.lineno)
        self._refuse_keywords([argument.key for argument in node.kwargs], node)
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_CondExpr(self, node: CondExpr, frame: Frame) -> None:  # noqa: N802
        """Writes `x if c else y`. Without `else` it gives an empty text, which prints nothing."""
        if node.expr2 is None:
            node.expr2 = Const("", lineno=node.lineno)
        super().visit_CondExpr(node, frame)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:  # noqa: ARG002
        """Writes the function that callers get of a macro, behind the one named `macro`."""
        node = macro_ref.node
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            self.fail("a macro names each of its arguments", node.lineno)
        names = [argument.name for argument in node.args]
        self._refuse_keywords(names, node)
        given = [*names, "caller"] if macro_ref.accesses_caller else names
        taken = [f"{name}=missing, " for name in names]
        caller = "caller, " if macro_ref.accesses_caller else ""
        self.write(f"lambda {''.join(taken)}*, {caller}macro=macro: ")
        self.write(f"Markup(macro({', '.join(given)}))")

    def _refuse_keywords(self, names: Iterable[str], node: Node) -> None:
        for name in filter(iskeyword, names):
            self.fail(f"{name!r} is a word of Python and cannot be a name here", node.lineno)

from jinzai.model.role import Role
from jinzai.render.plan.nesting import DEEPEST, nested_parts


def role(name: str) -> Role:
    return Role.model_construct(id=name, name=name)


def test_parts_are_nested_as_far_as_a_page_can_show_and_none_is_lost() -> None:
    chain = {f"r{n}": (role(f"r{n + 1}"),) for n in range(2000)}
    shown: list[str] = []
    waiting = [("r0", 1)]
    deepest = 0
    while waiting:
        name, level = waiting.pop()
        shown.append(name)
        deepest = max(deepest, level)
        waiting += [(part.id, level + 1) for part in nested_parts(name, chain, level)]
    assert deepest == DEEPEST
    assert sorted(shown) == sorted(f"r{n}" for n in range(2001))


def test_below_the_limit_parts_keep_their_order() -> None:
    parts = {"a": (role("b"), role("e")), "b": (role("c"), role("d"))}
    assert [part.id for part in nested_parts("a", parts, 1)] == ["b", "e"]
    last = [part.id for part in nested_parts("a", parts, DEEPEST - 1)]
    assert last == ["b", "c", "d", "e"]
    assert nested_parts("a", parts, DEEPEST) == ()

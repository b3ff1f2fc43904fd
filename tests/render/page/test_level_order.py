from jinzai.render.page.level_order import by_level

LEVELS = {"leader": {"one": "1", "two": "2", "three": "3"}, "staff": {"a": "A", "b": "B"}}
Thing = tuple[str | None, str | None]


def ordered(*things: Thing) -> tuple[Thing, ...]:
    return by_level(things, LEVELS, lambda thing: thing)


def test_levels_of_a_role_go_from_the_first_to_the_last() -> None:
    assert ordered(("leader", "three"), ("leader", "two"), ("leader", "one")) == (
        ("leader", "one"),
        ("leader", "two"),
        ("leader", "three"),
    )


def test_what_has_no_level_keeps_its_place() -> None:
    assert ordered(("leader", "two"), ("leader", None), (None, None), ("leader", "one")) == (
        ("leader", "one"),
        ("leader", None),
        (None, None),
        ("leader", "two"),
    )


def test_roles_are_not_mixed_and_equal_levels_keep_their_order() -> None:
    things = (("staff", "b"), ("leader", "two"), ("staff", "a"), ("leader", "one"))
    assert ordered(*things) == (
        ("staff", "a"),
        ("leader", "one"),
        ("staff", "b"),
        ("leader", "two"),
    )
    numbered = [(number, "two") for number in range(3)]
    assert by_level(numbered, LEVELS, lambda one: ("leader", one[1])) == tuple(numbered)

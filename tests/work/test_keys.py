"""What counts as the program: everything of it that can change a site."""

from jinzai.model.kinds import PLAN_FILE
from jinzai.work.keys import program_files


def test_the_program_is_its_modules_and_the_schemas_of_which_the_guide_is_made() -> None:
    names = [file.as_posix() for file in program_files()]
    assert any(name.endswith("jinzai/work/keys.py") for name in names)
    assert any(
        name.endswith(f"jinzai/model/schemas/{PLAN_FILE.name}.schema.json") for name in names
    )
    assert names == sorted(names)

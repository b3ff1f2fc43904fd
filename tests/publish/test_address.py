import pytest

from jinzai.publish.address import AddressError, check_address, depth


@pytest.mark.parametrize(
    "address", ["index.html", "a/roles/dx-leader.html", "assets/x.57a0d79d.min.css", "About.html"]
)
def test_plain_addresses_are_taken(address: str) -> None:
    assert check_address(address) == address


@pytest.mark.parametrize(
    "address",
    ["", "/a.html", "a//b.html", "../a.html", "a/../b.html", "a\\b.html", "役割.html", "a/", "a.",
     ".hidden", "c:x.html", "a b.html", "a\n"],
)  # fmt: skip
def test_what_could_leave_the_site_or_fail_elsewhere_is_refused(address: str) -> None:
    with pytest.raises(AddressError):
        check_address(address)


def test_depth_counts_folders() -> None:
    assert [depth(address) for address in ("a.html", "a/b.html", "a/b/c.html")] == [0, 1, 2]

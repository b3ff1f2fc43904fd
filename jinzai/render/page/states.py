"""The link to the explanation of the words in a number's place: 記載なし, 該当なし, 推定."""

from typing import Final

from jinzai.render.page.links import Link
from jinzai.render.page.place import PageBasics, PagePlace

_EXPLAINED: Final = "about.html"


def states_link(site: PageBasics, place: PagePlace) -> Link | None:
    """The link to the explanation for the macro `legend` of page/states.html.

    None if the site does not have the page with the explanation.
    """
    if any(guide.address == _EXPLAINED for guide in site.guides):
        return place.to(f"{_EXPLAINED}#values", "詳しい説明")
    return None

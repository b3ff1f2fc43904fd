"""Checks of built hand-written pages: allowed markup, and links that lead somewhere.

This module owns the two checks and their messages, each with file, line and column. About the site
it asks only two questions: whether there is a file at an address, and whether a page has an anchor.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from jinzai.publish.handwritten import HandPage
from jinzai.publish.trouble import Trouble
from jinzai.publish.written_markup import WrittenLink, markup
from jinzai.publish.written_place import Places, pattern_of, pattern_with_references

SCHEMES: Final = ("https", "http", "mailto", "tel")
"""The schemes of links that may leave the site."""

_origin: Final = "https://site.invalid/"
_image: Final = re.compile(r"data:image/(?:png|jpeg|gif|webp)[;,]", re.IGNORECASE)
# What texts of plans write: `role:dx-leader`. Hand-written pages belong to no plan.
_entity: Final = re.compile(r"[a-z]+:[a-z0-9-]+(?:/[a-z0-9-]+)?")
_scheme: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# Browsers drop these from an address before they look at it (WHATWG URL, "basic URL parser").
_dropped: Final = re.compile(r"[\t\r\n]|^[\x00-\x20]+|[\x00-\x20]+$")


def markup_troubles(
    page: HandPage, html: str, holder: str = "手書きのページに置けるのは"
) -> list[Trouble]:
    """Everything in `html` that is refused. `html` is the built page's own part.

    `holder` is as in `markup`.
    """
    places = Places(page.text)
    return [
        Trouble(page.source, refusal.message, *places.of(refusal.pattern))
        for refusal in markup(html, holder).refusals
    ]


def broken_links(
    page: HandPage, html: str, exists: Callable[[str], bool], has_anchor: Callable[[str, str], bool]
) -> Iterator[Trouble]:
    """Every link in `page` that leads nowhere or that is not allowed.

    `html` is the built page's own part. `exists(address)` says whether the site has a file there.
    `has_anchor(address, id)` says whether that page has the id. Links to other sites are not
    followed, but nothing may be loaded from there.
    """
    places = Places(page.text)
    for link in markup(html).links:
        trouble = _trouble(page, link, exists, has_anchor)
        address = link.address
        forms = [address, unquote(address), re.sub(r"\.html(?=$|#)", ".md", address)]
        place = places.of(pattern_of(forms)) if address else (0, 0)
        if trouble and address and not any(place):
            place = places.of(pattern_with_references(_cleaned(address)[:80]))
        if trouble:
            yield Trouble(page.source, trouble, *place, "link")


def linked_addresses(page: HandPage, html: str) -> Iterator[str]:
    """The addresses in the site that the links of a page lead to, with or without a file there."""
    for link in markup(html).links:
        target = _target(page, _cleaned(link.address))
        if target is not None:
            yield target[0]


def _trouble(
    page: HandPage,
    link: WrittenLink,
    exists: Callable[[str], bool],
    has_anchor: Callable[[str, str], bool],
) -> str:
    address = _cleaned(link.address)
    named = f"「{link.address[:80]}」"
    scheme = _scheme.match(address)
    if link.loaded and (scheme or address.startswith("//")):
        if _image.match(address):
            return ""
        if address.lower().startswith("data:"):
            return f"{named}は使えません。画像のファイルを content/pages に置いてください"
        return f"{named}は外部から読み込まれるため使えません。content/pages に置いてください"
    if scheme:
        if scheme[1].lower() in SCHEMES:
            return ""
        said = f"リンク先{named}は使えません。使えるのは {_LISTED} と、このサイトの中のページです"
        return said + (_OF_PLANS if _entity.fullmatch(address) else "")
    if address.startswith("//"):
        return f"リンク先{named}は // で始まっています。https: から書いてください"
    if address.startswith("/"):
        return f"リンク先{named}は / で始まっています。このファイルから見た位置で書いてください"
    target = _target(page, address)
    if target is None:
        return f"リンク先{named}は、アドレスとして正しくありません"
    found, anchor = target
    if not exists(found):
        return f"リンク先{named}がありません"
    if anchor and not has_anchor(found, anchor):
        return f"リンク先{named}のページに「#{anchor}」がありません"
    return ""


def _cleaned(address: str) -> str:
    """An address as a browser reads it."""
    return _dropped.sub("", address).replace("\\", "/")


def _target(page: HandPage, address: str) -> tuple[str, str] | None:
    """The target of a relative link: an address of the site, and an anchor or `""`.

    None if the address is not valid.
    """
    try:
        target = urlsplit(urljoin(_origin + page.address, address))
    except ValueError:
        return None
    found = unquote(target.path).removeprefix("/")
    if found == "" or found.endswith("/"):
        found += "index.html"
    return found, unquote(target.fragment)


_OF_PLANS: Final = (
    "。手書きのページでは、計画のページを、ブラウザーで開いたときのアドレスの、サイトの名前より後で"
    "書きます（例: hirakata/roles/management.html）"
)
_LISTED: Final = "・".join(f"{scheme}:" for scheme in SCHEMES)

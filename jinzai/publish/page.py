"""What render hands to publish: pages and files, each with its address.

Owns the shape of a finished page before it gets its frame. Knows nothing of plans, of
MkDocs or of the disk.
"""

from typing import NamedTuple


class Page(NamedTuple):
    """One page of the catalogue, complete but for the frame around it.

    Attributes:
        address: where the page stands, from the site's root, with `/` and an `.html` ending:
            `hirakata/roles/dx-leader.html`, `index.html`. At most `shell.MAX_DEPTH` folders deep.
        title: plain text for `<title>`; pour escapes it and the frame adds ` - <site name>`.
        description: plain text for `<meta name="description">`; pour escapes it.
        body: HTML, with the page's `<h1>`; its links are relative to `address`.
        navigation: HTML for the left sidebar (a `<ul class="jz-nav">`, see
            templates/theme/README.md); relative links.
        contents: HTML for the right sidebar, "on this page" (a `<ul class="jz-contents">`);
            `""` gives the body the sidebar's width.
        crumbs: HTML for the line above the `<h1>` (an `<ol class="jz-crumbs">`); may be `""`.
        edit: absolute URL where the page's source can be edited, or `""` for no link; escaped
            by pour.
        report: absolute URL (http, https, mailto) where a mistake of the page can be reported,
            or `""`; escaped by pour.
        styles: HTML for the head: a `<link>` for each style sheet that the page loads besides
        base.css;
            relative links.
        edition: plain text for the foot of the printed page: which plan in which edition it
            shows, or `""`; pour escapes it.
    """

    address: str
    title: str
    description: str
    body: str
    navigation: str
    contents: str
    crumbs: str
    edit: str
    report: str = ""
    edition: str = ""
    styles: str = ""


class SiteFile(NamedTuple):
    """A file of the site that is no page: a CSV, the search data.

    Attributes:
        address: from the site's root, with `/`.
        data: the bytes, written as they are.
    """

    address: str
    data: bytes

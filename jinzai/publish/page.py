"""The pages and files that render gives to publish, each with its address.

This module owns the shape of a finished page without its frame. It does not know plans, MkDocs or
the disk.
"""

from typing import NamedTuple


class Page(NamedTuple):
    """One page of the catalogue, complete except for the frame around it.

    Attributes:
        address: the address of the page from the site's root, with `/` and an `.html` ending:
            `hirakata/roles/dx-leader.html`, `index.html`. At most `shell.MAX_DEPTH` folders deep.
        title: plain text for `<title>`. `pour` escapes it, and the frame adds ` - <site name>`.
        description: plain text for `<meta name="description">`. `pour` escapes it.
        body: HTML with the page's `<h1>`. Its links are relative to `address`.
        navigation: HTML for the sidebar (lists `<ul class="jz-nav">`, see
            templates/theme/README.md) with relative links.
        crumbs: HTML for the line above the `<h1>` (an `<ol class="jz-crumbs">`), or `""`.
        edit: the absolute URL for editing the page's source, or `""` for no link. `pour` escapes
            it.
        report: the absolute URL (http, https, mailto) for reporting a mistake, or `""`. `pour`
            escapes it.
        styles: HTML for the head: a `<link>` for each style sheet that the page loads besides
            base.css and frame.css, with relative links.
        edition: plain text for the foot of the printed page, or `""`. It names the plan and its
            edition. `pour` escapes it.
    """

    address: str
    title: str
    description: str
    body: str
    navigation: str
    crumbs: str
    edit: str
    report: str = ""
    edition: str = ""
    styles: str = ""


class SiteFile(NamedTuple):
    """A file of the site that is no page: a CSV, the search data.

    Attributes:
        address: the address from the site's root, with `/`.
        data: the bytes, which are written unchanged.
    """

    address: str
    data: bytes

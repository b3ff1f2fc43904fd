"""How readers help to keep a page right: links to its source and for reporting mistakes.

Owns the shape of both links. What mkdocs.yml says of repository and address comes in from outside;
without it there are no links.
"""

from typing import Final, NamedTuple
from urllib.parse import quote


class Upkeep(NamedTuple):
    """What mkdocs.yml says of source and mistakes.

    Attributes:
        edit_prefix: the URL before a file's path in the repository, ending in `/`, or `""`.
        report_to: `mailto:…`, or an http(s) URL in which `{title}` and `{address}` stand for
            those of the page, or `""`.
        site_url: where the site is published, ending in `/`, or `""`; with it, reports name a
            page by its full address.
    """

    edit_prefix: str = ""
    report_to: str = ""
    site_url: str = ""

    def edit(self, file: str, line: int = 0) -> str:
        """The URL where a file of content/ can be edited: `plans/hirakata/roles.yaml`.

        `line` counts from 1; GitHub, GitLab and Gitea go to `#L12`. 0 names the file alone.
        """
        if not self.edit_prefix:
            return ""
        return f"{self.edit_prefix}content/{file}" + (f"#L{line}" if line else "")

    def report(self, title: str, address: str) -> str:
        """The URL where a mistake of the page at `address` can be reported, or `""`."""
        if not self.report_to:
            return ""
        address = self.site_url + address
        if self.report_to.startswith("mailto:"):
            subject, body = quote(f"誤りの報告：{title}", ""), quote(f"ページ：{address}\n\n", "")
            return f"{self.report_to}?subject={subject}&body={body}"
        return self.report_to.replace("{title}", quote(title, "")).replace(
            "{address}", quote(address, "")
        )


NO_UPKEEP: Final = Upkeep()
"""What a site has whose mkdocs.yml says nothing: no links."""

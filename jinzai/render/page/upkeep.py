"""Links by which readers help to keep a page right: to its source, and to report a mistake.

This module owns the form of both links. The settings come from mkdocs.yml. Without them there are
no links.
"""

from typing import Final, NamedTuple
from urllib.parse import quote


class Upkeep(NamedTuple):
    """The settings in mkdocs.yml about source and mistakes.

    Attributes:
        edit_prefix: the URL before a file's path in the repository, ending in `/`, or `""`.
        report_to: `mailto:…`, an http(s) URL, or `""`. In a URL, `{title}` and `{address}` stand
            for the title and the address of the page.
        site_url: the URL of the published site, ending in `/`, or `""`. With it, reports give the
            full address of a page.
    """

    edit_prefix: str = ""
    report_to: str = ""
    site_url: str = ""

    def edit(self, file: str, line: int = 0) -> str:
        """The URL at which a file of content/ can be edited, or `""`.

        `file` is a path such as `plans/hirakata/roles.yaml`. `line` counts from 1. It is added as
        `#L12`, which GitHub, GitLab and Gitea understand. With 0, the URL names only the file.
        """
        if not self.edit_prefix:
            return ""
        return f"{self.edit_prefix}content/{file}" + (f"#L{line}" if line else "")

    def report(self, title: str, address: str) -> str:
        """The URL at which a mistake on the page at `address` can be reported, or `""`."""
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
"""For a site whose mkdocs.yml has no such settings: no links."""

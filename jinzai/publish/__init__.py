"""From rendered bodies to a whole site: shells, pouring, swapping (design: "Pouring").

This package knows addresses, HTML and files. It knows nothing of plans, roles or any other entity.
Only `jinzai.publish.engine` knows MkDocs, and only `jinzai.publish.mkdocs_yml` its settings.
"""

"""What plans have in common and where they differ, from linked plans; knows no page.

Nothing here forces plans to be equal: names stay the plans' own, and only what content maps to a
common framework is put side by side.
"""

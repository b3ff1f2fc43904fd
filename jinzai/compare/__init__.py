"""What plans have in common, and how they differ. It is computed from linked plans.

Nothing here forces plans to be equal. Names stay the plans' own, and only things that content maps
to a common framework are compared. This package knows no page.
"""

"""The work of a build, plan by plan: what one plan needs, gives, and who does it."""

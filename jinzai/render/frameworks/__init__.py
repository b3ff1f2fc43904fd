"""The pages of the common frameworks: the roles, skills and levels under each of their entries."""

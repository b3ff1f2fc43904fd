"""The pages of the common frameworks: what plans map to each of their entries."""

"""The pages of the five plans against numbers that were reckoned from the published texts."""

"""The pages that put plans side by side, and what only they use."""

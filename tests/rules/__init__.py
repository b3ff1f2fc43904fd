"""The rules, each shown by small content that breaks it."""

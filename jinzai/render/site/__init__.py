"""The pages above the plans that belong to no other wing: home, plans, search, data."""

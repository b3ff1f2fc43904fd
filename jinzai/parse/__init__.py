"""From raw values with positions to models: every error of every file, none hiding another."""

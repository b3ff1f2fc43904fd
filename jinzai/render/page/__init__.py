"""What every page stands on: its place, its links, its frame, and parts that many pages show."""

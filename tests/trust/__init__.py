"""A build to trust: real builds, really killed, starved, refused and disturbed."""

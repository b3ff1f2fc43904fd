"""The command line: runs the stages in order, prints what they found, sets the exit status."""

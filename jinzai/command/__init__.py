"""The command line: it runs the stages in order, prints findings and sets the exit status."""

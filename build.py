#!/usr/bin/env python3
"""The command: `python build.py --help`."""

import sys

from jinzai.command.cli import main

if __name__ == "__main__":
    sys.exit(main())

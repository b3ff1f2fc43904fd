"""What the pages of all wings use: places, links, the frame, and parts that many pages show."""

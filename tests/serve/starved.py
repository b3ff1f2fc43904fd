"""A server in a process of its own that may open few files; its tests talk to it by lines.

Prints its port. Then, for each line that it reads: `starve` opens files until no more can be
opened, `tried` waits until it tries to let somebody in, `measure` prints what share of one core it
takes and how often it tries to let somebody in, each over `SECONDS`, and `free` closes the files.
It ends with its input.
"""

import json
import os
import resource
import sys
import time
from typing import Any

from jinzai.publish.memory import SiteInMemory
from jinzai.serve.server import Server
from jinzai.serve.stand import Stand
from tests.waiting import until

FILES = 64
SECONDS = 2.0


def say(**said: Any) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


def used() -> float:
    """Seconds of CPU time of this process, all threads together."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (FILES, FILES))
    stand = Stand()
    site = SiteInMemory()
    site.write("a.html", b"<body>here</body>")
    stand.show(site, None)
    server = Server(stand, 0, lambda line: say(complaint=line))
    tries = [0]
    get_request = server._http.get_request

    def counted() -> Any:
        tries[0] += 1
        return get_request()

    server._http.get_request = counted  # type: ignore[method-assign]
    say(port=server.port)
    held: list[int] = []
    for line in sys.stdin:
        if line == "starve\n":
            try:
                while True:
                    held.append(os.open(os.devnull, os.O_RDONLY))
            except OSError as error:
                say(starved=error.errno)
        elif line == "tried\n":
            before = tries[0]
            until(lambda: tries[0] > before)  # noqa: B023 (called at once)
            say(tried=True)
        elif line == "measure\n":
            cpu, wall, before = used(), time.monotonic(), tries[0]
            time.sleep(SECONDS)
            wall = time.monotonic() - wall
            say(share=(used() - cpu) / wall, tries=(tries[0] - before) / wall)
        elif line == "free\n":
            for handle in held:
                os.close(handle)
            say(freed=len(held))
    server.close()
    say(closed=True)


if __name__ == "__main__":
    main()

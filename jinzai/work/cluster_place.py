"""Where a cluster is. This stands alone, so that the command line need not import the work."""

from pathlib import Path
from typing import NamedTuple


class ClusterPlace(NamedTuple):
    """Where a cluster's scheduler is, and the TLS files for it.

    Attributes:
        address: such as `tcp://192.0.2.1:8786`, or with `tls://`.
        ca: the certificate of those who may sign certificates; None without TLS.
        certificate: our own one.
        key: the key of our own one.
    """

    address: str
    ca: Path | None = None
    certificate: Path | None = None
    key: Path | None = None

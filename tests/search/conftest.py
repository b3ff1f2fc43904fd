"""The site of the five plans, built once for each worker."""

from tests.site.conftest import built

__all__ = ["built"]

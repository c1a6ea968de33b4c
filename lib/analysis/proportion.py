"""The interval of a share: k of n. Invariant: n of n never gives an interval without width."""

from __future__ import annotations

import math

_Z = 1.959963984540054
"""Two-sided 95 % of the normal distribution."""


def estimate_share(count: int, total: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval of the true share, after `count` of `total` were seen."""
    share = count / total
    centre = share + _Z**2 / (2 * total)
    reach = _Z * math.sqrt(share * (1 - share) / total + _Z**2 / (4 * total**2))
    scale = 1 + _Z**2 / total
    return max(0.0, (centre - reach) / scale), min(1.0, (centre + reach) / scale)

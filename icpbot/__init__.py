"""icpbot: the colleague who has read every customer interview."""

__version__ = "0.1.0"

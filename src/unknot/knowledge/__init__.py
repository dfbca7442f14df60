"""The data that everything clinical stands in, and the reader that refuses what is not exact."""

from unknot.knowledge.citing import cited_by
from unknot.knowledge.load import load_knowledge, read_knowledge

__all__ = ["cited_by", "load_knowledge", "read_knowledge"]

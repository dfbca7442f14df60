"""The web adapter: the API, the guard and the server. It translates; it holds no rule."""

from unknot.web.app import create_app
from unknot.web.casebook import Casebook
from unknot.web.serve import serve

__all__ = ["Casebook", "create_app", "serve"]

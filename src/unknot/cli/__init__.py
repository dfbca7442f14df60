"""The terminal adapter. It translates; it holds no rule."""

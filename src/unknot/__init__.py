"""Unknot: from "my neck hurts here" to relief that lasts, and to someone else when it should not be massaged."""

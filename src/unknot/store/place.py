"""Where on this machine the data lies."""

import os
from pathlib import Path

import platformdirs

from unknot.store.failures import reported_as_storage

DATA_VARIABLE = "UNKNOT_DATA"
"""The environment variable that names another data folder."""


def data_folder() -> Path:
    """The data folder, made for its owner's eyes only if it is missing.

    Raises: StorageError: it cannot be made.
    """
    named = os.environ.get(DATA_VARIABLE)
    folder = Path(named) if named else platformdirs.user_data_path("unknot", appauthor=False)
    with reported_as_storage(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def database_path() -> Path:
    """The database in the data folder.

    Raises: StorageError: the folder cannot be made.
    """
    return data_folder() / "unknot.db"

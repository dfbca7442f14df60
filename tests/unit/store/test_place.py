"""Where the data lies."""

import pytest

from unknot.errors import StorageError
from unknot.store import DATA_VARIABLE, data_folder, database_path


def test_the_data_folder_is_the_one_named_and_made_for_its_owner_only(tmp_path, monkeypatch):
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "deep" / "data"))
    assert database_path() == tmp_path / "deep" / "data" / "unknot.db"
    assert data_folder().stat().st_mode & 0o777 == 0o700


def test_a_folder_that_is_there_keeps_its_rights(tmp_path, monkeypatch):
    tmp_path.chmod(0o750)
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path))
    assert data_folder().stat().st_mode & 0o777 == 0o750


def test_without_a_name_it_is_the_folder_for_a_users_data(tmp_path, monkeypatch):
    monkeypatch.delenv(DATA_VARIABLE, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert data_folder().name == "unknot"
    assert tmp_path in data_folder().parents


def test_a_folder_that_cannot_be_made_is_named(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "file" / "data"))
    with pytest.raises(StorageError) as refusal:
        data_folder()
    assert refusal.value.message == "store-read-only"
    assert refusal.value.details["path"] == str(tmp_path / "file" / "data")

"""Reading a whole log is not disturbed, and everything is as before afterwards."""

import gc

import pytest

from unknot.records import undisturbed


def test_the_search_for_cycles_rests_inside_and_goes_on_afterwards() -> None:
    with undisturbed():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_even_when_the_log_cannot_be_read() -> None:
    with pytest.raises(OSError, match="gone"), undisturbed():
        raise OSError("gone")
    assert gc.isenabled()


def test_inside_one_another_the_outer_one_ends_it() -> None:
    with undisturbed():
        with undisturbed():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()

"""The whole way through the API: check in, say where it hurts, get a plan, play it, tell how it was."""

import pytest
from conftest import MARKS, NOW, SITUATION, events, new_id, plan_to_make

"""Where things lie in the project's folder."""

import os
import sysconfig
from pathlib import Path

_EXE = ".exe" if os.name == "nt" else ""

ROOT = Path(__file__).resolve().parents[2]

TOOLS = ROOT / ".tools"
UV = TOOLS / "uv" / "bin" / f"uv{_EXE}"
VOICE = TOOLS / "voice"

VENV = ROOT / ".venv"
_IN_VENV = {"base": str(VENV), "platbase": str(VENV)}
PYTHON = Path(sysconfig.get_path("scripts", "venv", _IN_VENV)) / f"python{_EXE}"
SITE_PACKAGES = Path(sysconfig.get_path("platlib", "venv", _IN_VENV))

PROJECT = ROOT / "pyproject.toml"
UV_LOCK = ROOT / "requirements-uv.lock"
RUN_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
VOICE_LOCK = ROOT / "requirements-voice.lock"

WEB = ROOT / "web"
FHIR_TESTS = ROOT / "tests" / "fhir"
LHC_FORMS_TESTS = ROOT / "tests" / "lhc-forms"
SHARED = (ROOT / "src" / "unknot" / "guarding" / "table.json", ROOT / "src" / "unknot" / "cli" / "tones.json")
"""What the front end is made from outside its own folder."""
STATIC = ROOT / "src" / "unknot" / "web" / "static"

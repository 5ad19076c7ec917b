# ruff: noqa: S603 - only programs of this project and its environment are started

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that has the built wheel and its locked dependencies."""
    dist, home = tmp_path_factory.mktemp("dist"), tmp_path_factory.mktemp("venv")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", f"--outdir={dist}"]
    subprocess.run([*build, ROOT], check=True, capture_output=True)
    (wheel,) = dist.glob("*.whl")
    venv.create(home, with_pip=True)
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    pip = [
        str(programs / "python"),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    locked = ["--require-hashes", "--requirement", str(ROOT / "requirements" / "run.txt")]
    subprocess.run([*pip, *locked], check=True, capture_output=True)
    subprocess.run([*pip, "--no-deps", wheel], check=True, capture_output=True)
    return programs


@pytest.mark.slow
def test_the_wheel_does_the_main_job(installed: Path, tmp_path: Path) -> None:
    """What is installed from the wheel files and drafts, far away from any checkout."""
    ended = subprocess.run(
        [installed / "rebond", "demo", "--once", "--json"],
        check=True,
        capture_output=True,
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"]},
    )
    shown = json.loads(ended.stdout)
    assert shown["folders"]["Rebond/Rejections"] > 0
    assert shown["drafts"]

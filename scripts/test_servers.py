# ruff: noqa: T201 - a script stands alone, and prints
"""See that the real servers that the tests talk to are there; install them where that is easy.

Quiet when all is there. Exit status 1 only where a server is missing and CI=true.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

_PATH = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])


def main() -> int:
    """Look, install if possible, look again."""
    if _there():
        return 0
    if _may_install():
        print("Installing dovecot-imapd for the tests (once) ...", flush=True)
        _install()
    if _there():
        return 0
    print(
        "Dovecot is missing, its tests are skipped. To run them: apt install dovecot-imapd",
        file=sys.stderr,
    )
    return 1 if os.environ.get("CI") == "true" else 0


def _there() -> bool:
    return shutil.which("dovecot", path=_PATH) is not None


def _may_install() -> bool:
    return hasattr(os, "getuid") and os.getuid() == 0 and shutil.which("apt-get") is not None


def _install() -> None:
    """Ask apt; a fresh machine has no package lists yet. What fails shows in what is missing."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["install", "-y", "-qq", "--no-install-recommends", "dovecot-imapd"]
    for arguments in (["update", "-qq"], install):
        subprocess.run(  # noqa: S603 - our own words only
            ["apt-get", *arguments],  # noqa: S607 - apt-get is where the system has it
            env=environment,
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


if __name__ == "__main__":
    sys.exit(main())

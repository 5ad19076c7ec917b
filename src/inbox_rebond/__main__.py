"""`python -m inbox_rebond` is `rebond`."""

from __future__ import annotations

from inbox_rebond.cli import main

if __name__ == "__main__":
    main()

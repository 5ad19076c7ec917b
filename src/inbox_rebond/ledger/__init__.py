"""The memory of the program: what was seen, said, meant and done, in one SQL database."""

from inbox_rebond.ledger.sql import SqlLedger, open_ledger, open_ledger_url

__all__ = ["SqlLedger", "open_ledger", "open_ledger_url"]

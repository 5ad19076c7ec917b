"""Finds job rejections in a mailbox, files them, and drafts a polite request for feedback."""

__version__ = "0.1.0"

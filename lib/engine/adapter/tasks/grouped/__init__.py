"""Texts of several like parts, of which one told place is changed."""

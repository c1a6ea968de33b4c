"""Ordinary edits with a twist, mostly two in one request."""
